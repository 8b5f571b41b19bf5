import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { Unlocked } from '../../main/contract/user.ts'
import { useCommand } from '../core/core.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { DoorForm } from './doorForm.tsx'
import { NewPassphraseFields, useNewPassphrase } from './newPassphrase.tsx'

type ChoosePassphraseProps = Extract<Unlocked, { next: 'ownPassphrase' }> & { onChosen(userId: string): void }

/** After temporary words or the recovery sheet: a passphrase that only its user knows, before anything is shown. */
export function ChoosePassphraseScreen({ why, users, onChosen }: ChoosePassphraseProps) {
  const [userId, setUserId] = useState<string>(users[0]?.id ?? '')
  const fresh = useNewPassphrase()
  const choose = useCommand('user.choosePassphrase')
  const name = users.find(each => each.id === userId)?.name ?? ''

  function submit() {
    if (!fresh.check()) return
    choose.mutate({ userId, passphrase: fresh.passphrase }, { onSuccess: () => onChosen(userId) })
  }

  return (
    <DoorForm
      title={why === 'temporary' ? `Välkommen, ${name}` : 'Ny lösenfras'}
      about={
        why === 'temporary'
          ? 'Orden du fick gäller en gång. Välj nu en lösenfras som bara du vet; den visar också vem du är.'
          : 'Återställningsbladet stämmer. Välj en ny lösenfras för administratören. Bladet gäller även i fortsättningen.'
      }
      onSubmit={submit}
    >
      {users.length > 1 && (
        <Select
          label="Vem är du?"
          data={users.map(each => ({ value: each.id, label: each.name }))}
          value={userId}
          allowDeselect={false}
          onChange={value => setUserId(value ?? userId)}
        />
      )}
      <NewPassphraseFields value={fresh} />
      <ErrorNotice error={choose.error} />
      <Button type="submit" loading={choose.isPending} fullWidth>
        Spara och öppna pärmen
      </Button>
    </DoorForm>
  )
}
