import { Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { KeychainUse } from '../../main/contract/user.ts'
import { useCommand, useCore } from '../core/core.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { NewPassphraseFields, useNewPassphrase } from './newPassphrase.tsx'

/** The user's own passphrase, and the computer's keychain as a convenience beside it. */
export function PassphraseScreen() {
  const keychain = useCore('user.keychain', {})
  return (
    <Page title="Min lösenfras" narrow under={<BackToSettings />}>
      <div className="stack">
        <ChangePassphrase />
        {keychain.data !== undefined && <Keychain use={keychain.data.use} />}
      </div>
    </Page>
  )
}

function ChangePassphrase() {
  const [current, setCurrent] = useState('')
  const fresh = useNewPassphrase()
  const change = useCommand('user.changePassphrase')

  function submit() {
    if (!fresh.check()) return
    change.mutate(
      { current, next: fresh.passphrase },
      {
        onSuccess: () => {
          setCurrent('')
          fresh.set({ passphrase: '', again: '', tried: false })
          notifications.show({ message: 'Lösenfrasen är bytt. Den gamla öppnar inte längre.' })
        },
      },
    )
  }

  return (
    <Form className="card stack" aria-label="Byt lösenfras" onSave={submit}>
      <h2>Byt lösenfras</h2>
      <PasswordInput
        size="md"
        label="Nuvarande lösenfras"
        required
        autoComplete="current-password"
        value={current}
        visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj nuvarande lösenfras' }}
        onChange={event => setCurrent(event.currentTarget.value)}
      />
      <NewPassphraseFields value={fresh} isChange />
      <ErrorNotice error={change.error} />
      <div className="form-buttons">
        <Button type="submit" loading={change.isPending}>
          Byt lösenfras
        </Button>
      </div>
    </Form>
  )
}

const withoutKeychain: Record<Exclude<KeychainUse, 'on' | 'off'>, string> = {
  absent: 'Arton når ingen nyckelring på den här datorn. Du låser upp med din lösenfras.',
  weak: 'Datorns nyckelring är inte skyddad här, så Arton lägger inget i den. Du låser upp med din lösenfras.',
  othersHere:
    'Datorkontot öppnar redan pärmen för en annan användare. Nyckelringen kan bara användas på ett datorkonto som är ditt eget.',
}

function Keychain({ use }: { use: KeychainUse }) {
  const [passphrase, setPassphrase] = useState('')
  const keep = useCommand('user.keepInKeychain')
  const leave = useCommand('user.leaveKeychain')
  return (
    <section className="card stack" aria-label="Datorns nyckelring">
      <h2>Datorns nyckelring</h2>
      {use === 'on' && (
        <>
          <p>
            När datorn själv har frågat vem du är – vid start och efter datorns skärmlås – kan du öppna pärmen utan att
            skriva lösenfrasen. Efter Ctrl+L, vila eller en stunds frånvaro behövs den ändå.
          </p>
          <ErrorNotice error={leave.error} />
          <div className="form-buttons">
            <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate({})}>
              Sluta använda nyckelringen
            </Button>
          </div>
        </>
      )}
      {use === 'off' && (
        <Form
          className="stack"
          onSave={() => {
            keep.mutate({ passphrase }, { onSettled: () => setPassphrase('') })
          }}
        >
          <p>
            Datorn kan öppna pärmen åt dig när den själv just har frågat vem du är. Välj det bara om datorkontot är ditt
            eget: den som har kontot kommer då in som du. Din lösenfras läggs inte i nyckelringen.
          </p>
          <PasswordInput
            size="md"
            label="Din lösenfras, för att visa att det är du"
            required
            autoComplete="current-password"
            value={passphrase}
            visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj din lösenfras' }}
            onChange={event => setPassphrase(event.currentTarget.value)}
          />
          <ErrorNotice error={keep.error} />
          <div className="form-buttons">
            <Button type="submit" variant="default" loading={keep.isPending}>
              Använd datorns nyckelring
            </Button>
          </div>
        </Form>
      )}
      {use !== 'on' && use !== 'off' && <p className="soft">{withoutKeychain[use]}</p>}
    </section>
  )
}
