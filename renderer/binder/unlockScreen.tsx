import { Button, PasswordInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Unlocked } from '../../main/contract/user.ts'
import { queryClient, useCommand, useCore } from '../core/core.ts'
import { waitText } from '../core/refusals.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { DoorForm } from './doorForm.tsx'

/** The locked app: nothing on it but the field for the passphrase, which also tells who comes in. */
export function UnlockScreen({ demo, onUnlocked }: { demo: boolean; onUnlocked(unlocked: Unlocked): void }) {
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const binder = useCore('binder.state', {})
  const unlock = useCommand('user.unlock')
  const byKeychain = useCommand('user.unlockByKeychain')
  const wait = useSecondsLeft(binder.data?.waitSeconds ?? 0, binder.dataUpdatedAt)
  const isWaiting = wait > 0

  function submit() {
    if (isWaiting) return
    byKeychain.reset()
    unlock.mutate(
      { passphrase },
      {
        onSuccess: onUnlocked,
        onError: () => {
          field.current?.select()
          void queryClient.invalidateQueries({ queryKey: ['binder.state'] }) // how long to wait now
        },
      },
    )
  }

  return (
    <DoorForm title="Arton" about="Pärmen är låst. Det du skrivit finns kvar." onSubmit={submit}>
      {demo && <div className="demo-ribbon">Demo – påhittade personer</div>}
      <PasswordInput
        ref={field}
        size="md"
        label="Lösenfras"
        description="Din lösenfras visar vem du är. Glömd? Be administratören om nya ord, eller skriv orden från återställningsbladet här."
        required
        autoFocus
        autoComplete="current-password"
        value={passphrase}
        visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj lösenfrasen' }}
        onChange={event => setPassphrase(event.currentTarget.value)}
      />
      {!isWaiting && <ErrorNotice error={unlock.error ?? byKeychain.error} />}
      {isWaiting && (
        <InfoNotice>
          <p role="status">Flera lösenfraser har varit fel. Ta en paus; det du skrivit är kvar.</p>
          <p className="soft">Nästa försök om {waitText(wait)}.</p>
        </InfoNotice>
      )}
      <Button type="submit" loading={unlock.isPending} disabled={isWaiting} fullWidth>
        Lås upp
      </Button>
      {binder.data?.keychain === true && (
        <Button
          variant="default"
          loading={byKeychain.isPending}
          onClick={() => byKeychain.mutate({}, { onSuccess: onUnlocked })}
          fullWidth
        >
          Lås upp med datorns nyckelring
        </Button>
      )}
    </DoorForm>
  )
}

/** Counts down from what the core answered at a moment; asks the core again when it is over. */
function useSecondsLeft(seconds: number, answeredAt: number): number {
  const [now, setNow] = useState(answeredAt)
  const left = Math.max(0, Math.ceil(seconds - Math.max(0, now - answeredAt) / 1000))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = window.setInterval(() => setNow(Date.now()), 500)
    return () => {
      window.clearInterval(timer)
      void queryClient.invalidateQueries({ queryKey: ['binder.state'] })
    }
  }, [isOver])
  return left
}
