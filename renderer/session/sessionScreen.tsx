import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { combine } from '../core/combine.ts'
import { queryClient, useCore } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SessionRunner } from './runner/sessionRunner.tsx'
import { SessionRecord } from './sessionRecord.tsx'

/**
 * *Träff*: what was recorded, once the session has an outcome; the runner while it is to be held, is planned
 * anew, or when the user chooses to offer it again.
 */
export function SessionScreen({ clientId, slotId }: { clientId: string; slotId: string }) {
  const [again, setAgain] = useState(false)
  const [running, setRunning] = useState(false)
  const [knowing, setKnowing] = useState(false)
  const plan = useCore('plan.ofClient', { clientId })
  const slot = plan.data?.find(each => each.id === slotId)
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    plan,
    chapter: useCore('manual.chapter', { session: slot?.number ?? 1 }, { enabled: slot !== undefined }),
    homework: useCore('homework.ofClient', { clientId }),
  })
  const begun = slot !== undefined && slot.attempts > 0
  const sessions = useCore('session.ofClient', { clientId }, { enabled: begun })
  if (!loaded.isSuccess || slot === undefined) return <NotLoaded error={loaded.error} />
  if (begun && !sessions.isSuccess) return <NotLoaded error={sessions.error} />
  const { client, chapter, homework } = loaded.data
  const own = client.mayTreat
  const open = own && slot.outcome !== 'held'
  const run = open && (slot.outcome === undefined || slot.awaited || again)
  const { diedOn } = client
  if (run && !running && !knowing && diedOn !== undefined)
    return <AfterDeath number={slot.number} diedOn={diedOn} clientId={clientId} onWrite={() => setKnowing(true)} />
  if (run && !running) setRunning(true) // it stays until the user leaves: nobody else's signing takes typing off the screen
  return run || running ? (
    <SessionRunner
      client={client}
      slot={slot}
      chapter={chapter}
      homework={homework.filter(each => each.done === undefined)}
      followedUp={homework.filter(each => each.done !== undefined)}
      earlier={(sessions.data ?? []).filter(each => each.slotId === slot.id && each.outcome === 'partlyHeld')}
      onShowSigned={() => void queryClient.invalidateQueries().then(() => setRunning(false))}
    />
  ) : (
    <SessionRecord
      client={client}
      slot={slot}
      title={chapter.title}
      {...(open ? { onAgain: () => setAgain(true) } : {})}
    />
  )
}

/** Nobody begins a session with someone who has died by accident; what was before can still be written. */
function AfterDeath(props: { number: number; diedOn: string; clientId: string; onWrite(): void }) {
  const { number, diedOn, clientId, onWrite } = props
  const [, go] = useLocation()
  return (
    <Page title={`Träff ${number}`} narrow>
      <div className="card stack">
        <p>Klienten är antecknad som avliden {dayAndYear(diedOn)}. Det som hände före dess kan fortfarande skrivas.</p>
        <div className="form-buttons">
          <Button variant="default" onClick={onWrite}>
            Skriv det som hände
          </Button>
          <Button onClick={() => go(`/client/${clientId}`)}>Till klienten</Button>
        </div>
      </div>
    </Page>
  )
}
