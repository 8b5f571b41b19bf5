import { Button, PasswordInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useCommand } from '../core.ts'
import { ErrorNotice } from '../parts/notice.tsx'

/** The locked app: nothing on it but the field for the passphrase. */
export function UnlockScreen({ demo, onUnlocked }: { demo: boolean; onUnlocked(): void }) {
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const unlock = useCommand('user.unlock')

  function submit() {
    unlock.mutate({ passphrase }, { onSuccess: onUnlocked, onError: () => field.current?.select() })
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
          <p className="soft">Pärmen är låst. Det du skrivit finns kvar.</p>
        </div>
        {demo && <div className="demo-ribbon">Demo – påhittade personer</div>}
        <PasswordInput
          ref={field}
          size="md"
          label="Lösenfras"
          description="Glömd? Skriv orden från återställningsbladet här."
          required
          autoFocus
          autoComplete="current-password"
          value={passphrase}
          visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj lösenfrasen' }}
          onChange={event => setPassphrase(event.currentTarget.value)}
        />
        <ErrorNotice error={unlock.error} />
        <Button type="submit" loading={unlock.isPending} fullWidth>
          Lås upp
        </Button>
      </form>
    </main>
  )
}
