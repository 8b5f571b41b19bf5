import { Button, PasswordInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UnitKind } from '../../main/contract/unit.ts'
import { useCommand } from '../core.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { choicesOf, unitKindText } from '../texts.ts'

const SHORTEST = 12

/** The first thing ever seen: a binder for the unit, and a passphrase that only its user knows. */
export function CreateBinderScreen({ onCreated }: { onCreated(words: readonly string[], unitName: string): void }) {
  const [unitName, setUnitName] = useState('')
  const [unitKind, setUnitKind] = useState<UnitKind>('lvmHome')
  const [userName, setUserName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const create = useCommand('binder.create')
  const tooShort = passphrase.length < SHORTEST
  const differs = passphrase !== again

  function submit() {
    setTried(true)
    if (tooShort || differs) return
    create.mutate(
      { unitName, unitKind, userName, passphrase },
      { onSuccess: made => onCreated(made.recoveryWords, unitName) },
    )
  }

  return (
    <main className="door">
      <form
        className="door-sheet stack"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <div>
          <h1 className="door-name">Arton</h1>
          <p className="soft">
            Skapa en pärm för enheten. Allt som skrivs i den krypteras och stannar på den här datorn.
          </p>
        </div>
        <TextInput
          label="Enhetens namn"
          placeholder="t.ex. Runnagården"
          required
          autoFocus
          value={unitName}
          onChange={event => setUnitName(event.currentTarget.value)}
        />
        <Select
          label="Slag av enhet"
          data={choicesOf(unitKindText)}
          value={unitKind}
          onChange={value => setUnitKind((value ?? 'lvmHome') as UnitKind)}
        />
        <TextInput
          label="Ditt namn"
          required
          value={userName}
          onChange={event => setUserName(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          label="Lösenfras"
          description="Minst 12 tecken. Fyra ord som bara du kommer på att sätta ihop är lätta att minnas och svåra att gissa."
          required
          autoComplete="new-password"
          value={passphrase}
          error={tried && tooShort && 'Lösenfrasen behöver minst 12 tecken.'}
          visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj lösenfrasen' }}
          onChange={event => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          label="Lösenfrasen en gång till"
          required
          autoComplete="new-password"
          value={again}
          error={tried && differs && 'De två skiljer sig åt.'}
          visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj lösenfrasen en gång till' }}
          onChange={event => setAgain(event.currentTarget.value)}
        />
        <ErrorNotice error={create.error} />
        <Button type="submit" loading={create.isPending} fullWidth>
          Skapa pärmen
        </Button>
        <p className="small soft">
          Arton är ett arbetsverktyg. Det ersätter inte journalen eller personakten; det som ska dit skrivs ut eller
          förs över dit.
        </p>
      </form>
    </main>
  )
}
