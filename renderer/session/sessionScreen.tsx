import { Button } from '@mantine/core'
import { useReducer } from 'react'
import { useLocation } from 'wouter'
import { combine } from '../core/combine.ts'
import { queryClient, useCore } from '../core/core.ts'
import { useStruck } from '../mistake/struck.ts'
import { dayAndYear } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SessionRunner } from './runner/sessionRunner.tsx'
import { NOTHING_YET, nextSessionPage, type SessionEvent, standingOf } from './sessionPage.ts'
import { SessionRecord } from './sessionRecord.tsx'

/**
 * *Träff*: what was recorded, once the session has an outcome; the runner while it is to be held, is planned
 * anew, or when the user chooses to offer it again.
 */
export function SessionScreen({ clientId, slotId }: { clientId: string; slotId: string }) {
  const [latest, dispatch] = useReducer(nextSessionPage, NOTHING_YET)
  const plan = useCore('plan.ofClient', { clientId })
  const slot = plan.data?.find(each => each.id === slotId)
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    plan,
    chapter: useCore('manual.chapter', { session: slot?.number ?? 1 }, { enabled: slot !== undefined }),
    homework: useCore('homework.ofClient', { clientId }),
    mistakes: useCore('mistake.ofClient', { clientId }),
  })
  const isBegun = slot !== undefined && slot.attempts > 0
  const sessions = useCore('session.ofClient', { clientId }, { enabled: isBegun })
  const struck = useStruck(clientId, 'session').some(each => each.record.session.slotId === slotId)
  if (!loaded.isSuccess || slot === undefined) return <NotLoaded error={loaded.error} />
  if (isBegun && !sessions.isSuccess) return <NotLoaded error={sessions.error} />
  const { client, chapter, homework } = loaded.data

  const standing = standingOf(client, slot, struck)
  const nowLoaded: SessionEvent = { type: 'loaded', standing }
  const page = nextSessionPage(latest, nowLoaded)
  if (page !== latest) dispatch(nowLoaded)

  switch (page.showing) {
    case 'nothingYet':
    case 'record':
      return (
        <SessionRecord
          client={client}
          slot={slot}
          title={chapter.title}
          onAgain={standing.mayHold ? () => dispatch({ type: 'offerAgain', standing }) : undefined}
        />
      )
    case 'deathNotice':
      return (
        <DeathNotice
          number={slot.number}
          diedOn={client.diedOn ?? ''}
          clientId={clientId}
          onWrite={() => dispatch({ type: 'writeAfterDeath' })}
        />
      )
    default:
      return (
        <SessionRunner
          client={client}
          slot={slot}
          chapter={chapter}
          homework={homework.filter(each => each.done === undefined)}
          followedUp={homework.filter(each => each.done !== undefined)}
          earlier={(sessions.data ?? []).filter(each => each.slotId === slot.id && each.outcome === 'partlyHeld')}
          page={page}
          dispatch={dispatch}
          onShowSigned={() => void queryClient.invalidateQueries().then(() => dispatch({ type: 'showRecord' }))}
        />
      )
  }
}

type DeathNoticeProps = { number: number; diedOn: string; clientId: string; onWrite(): void }

/** Nobody begins a session with someone who has died by accident; what was before can still be written. */
function DeathNotice({ number, diedOn, clientId, onWrite }: DeathNoticeProps) {
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
