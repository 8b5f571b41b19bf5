import { useCore } from '../core.ts'
import { ErrorNotice, Waiting } from '../parts/notice.tsx'
import { SessionRecord } from '../parts/sessionRecord.tsx'
import { SessionRunner } from '../parts/sessionRunner.tsx'

/** *Träff*: the runner while the session is to be held, the signed record once it has been. */
export function SessionScreen({ clientId, slotId }: { clientId: string; slotId: string }) {
  const client = useCore('client.get', { clientId })
  const plan = useCore('plan.ofClient', { clientId })
  const slot = plan.data?.find(each => each.id === slotId)
  const chapter = useCore('manual.chapter', { session: slot?.number ?? 1 }, { enabled: slot !== undefined })
  const homework = useCore('homework.ofClient', { clientId })
  const failed = client.error ?? plan.error ?? chapter.error ?? homework.error
  if (failed !== null)
    return (
      <div className="page">
        <ErrorNotice error={failed} />
      </div>
    )
  if (client.data === undefined || slot === undefined || chapter.data === undefined || homework.data === undefined)
    return <Waiting />
  const readOnly = slot.outcome === 'held' || !client.data.custody.own
  return readOnly ? (
    <SessionRecord client={client.data} slot={slot} title={chapter.data.title} />
  ) : (
    <SessionRunner
      client={client.data}
      slot={slot}
      chapter={chapter.data}
      homework={homework.data.filter(each => each.done === undefined)}
    />
  )
}
