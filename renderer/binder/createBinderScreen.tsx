import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { longestOf } from '../../main/contract/textLimit.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import type { RecoverySheet } from '../../main/contract/user.ts'
import { useCommand } from '../core/core.ts'
import { choicesOf } from '../ui/choices.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'
import { DoorForm } from './doorForm.tsx'
import { NewPassphraseFields, useNewPassphrase } from './newPassphrase.tsx'

/** The first thing ever seen: a binder for the unit, and a passphrase that only its user knows. */
export function CreateBinderScreen({ onCreated }: { onCreated(sheet: RecoverySheet, unitName: string): void }) {
  const [unitName, setUnitName] = useState('')
  const [unitKind, setUnitKind] = useState<UnitKind>('lvmHome')
  const [userName, setUserName] = useState('')
  const fresh = useNewPassphrase()
  const create = useCommand('binder.create')

  function submit() {
    if (!fresh.check()) return
    create.mutate(
      { unitName, unitKind, userName, passphrase: fresh.passphrase },
      { onSuccess: sheet => onCreated(sheet, unitName) },
    )
  }

  return (
    <DoorForm
      title="Arton"
      about="Skapa en pärm för enheten. Allt som skrivs i den krypteras och stannar på den här datorn."
      onSubmit={submit}
    >
      <LineField
        longest={longestOf('binder.create', 'unitName')}
        label="Enhetens namn"
        placeholder="t.ex. Runnagården"
        required
        autoFocus
        value={unitName}
        onChange={event => setUnitName(event.currentTarget.value)}
      />
      <Select
        label="Slag av enhet"
        data={choicesOf(unitKindWords)}
        value={unitKind}
        onChange={value => setUnitKind((value ?? 'lvmHome') as UnitKind)}
      />
      <LineField
        longest={longestOf('binder.create', 'userName')}
        label="Ditt namn"
        required
        value={userName}
        onChange={event => setUserName(event.currentTarget.value)}
      />
      <NewPassphraseFields value={fresh} names={[unitName, userName]} />
      <ErrorNotice error={create.error} />
      <Button type="submit" loading={create.isPending} fullWidth>
        Skapa pärmen
      </Button>
      <p className="small soft">
        Arton är ett arbetsverktyg. Det ersätter inte journalen eller personakten; det som ska dit skrivs ut eller förs
        över dit.
      </p>
    </DoorForm>
  )
}
