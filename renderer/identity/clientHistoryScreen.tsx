import { Link } from 'wouter'
import type { ClientChange } from '../../main/contract/identity.ts'
import { clientDetailWords } from '../../main/contract/identityWords.ts'
import type { HeldKind, Merge } from '../../main/contract/merge.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import { recordCountWords } from '../../main/contract/recordWords.ts'
import { AssignmentHistory, GlassHistory } from '../breakGlass/clientAccess.tsx'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { dayAndClock, dayAndYear } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { detailValue } from './detailValue.ts'

/** *Tidigare uppgifter*: what was said of the client before, whose it has been, who has broken the glass, and every merge. */
export function ClientHistoryScreen({ clientId }: { clientId: string }) {
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    history: useCore('client.history', { clientId }),
    merges: useCore('client.merges', { clientId }),
    assignments: useCore('assignment.ofClient', { clientId }),
    glass: useCore('breakGlass.ofClient', { clientId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { client, history, merges, assignments, glass } = loaded.data
  return (
    <Page
      title="Tidigare uppgifter"
      narrow
      under={<Link href={`/client/${clientId}`}>{publicName(client)}</Link>}
      actions={<PrintPageButton />}
    >
      <div className="stack">
        {history.length === 0 && <p className="card soft">Uppgifterna är som när klienten lades in.</p>}
        {history.length > 0 && (
          <div className="card card-rows">
            {history.map(each => (
              <ChangeRow key={each.id} change={each} hidden={client.protectedIdentity} />
            ))}
          </div>
        )}
        <AssignmentHistory assignments={assignments} />
        <GlassHistory openings={glass} />
        {merges.map(each => (
          <MergeProtocol key={each.id} merge={each} hidden={client.protectedIdentity} />
        ))}
      </div>
    </Page>
  )
}

/** A protected name stays on the client's own page, the earlier ones too. */
function shown(
  detail: ClientChange['changes'][number]['detail'] | 'coordinator',
  value: string,
  hidden: boolean,
): string {
  return hidden && detail === 'name' ? 'dolt' : detailValue(detail, value, dayAndYear)
}

function ChangeRow({ change, hidden }: { change: ClientChange; hidden: boolean }) {
  return (
    <div>
      {change.changes.map(({ detail, was, became }) => (
        <p key={detail}>
          {detail === 'mergedWith' ? (
            <>
              Sammanfogad med <strong>{became}</strong>
            </>
          ) : (
            <>
              {clientDetailWords[detail]}: <strong>{shown(detail, became, hidden)}</strong>{' '}
              {was !== '' && <span className="soft">förut {shown(detail, was, hidden)}</span>}
            </>
          )}
        </p>
      ))}
      <p className="small soft">{[change.reason, change.author, dayAndClock(change.at)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

const counted = (kind: string, count: number) => {
  const words = Object.entries(MOVED).find(([table]) => table === kind)?.[1]
  return words === undefined ? undefined : `${count} ${recordCountWords[words][count === 1 ? 0 : 1]}`
}
const MOVED: Readonly<Record<string, HeldKind>> = {
  sessions: 'sessions',
  goals: 'goals',
  worksheet_answers: 'worksheets',
  homework: 'homework',
  offers: 'offers',
  placements: 'placements',
  chain_events: 'chainEvents',
  consents: 'consents',
  remarks: 'remarks',
}

function MergeProtocol({ merge, hidden }: { merge: Merge; hidden: boolean }) {
  return (
    <Section title={`Protokoll: sammanfogad med ${merge.reference}`}>
      <div className="card stack">
        <p>
          {merge.author}, {dayAndClock(merge.at)}: {merge.reason}
        </p>
        <p>
          Kom från {merge.reference}:{' '}
          {merge.moved.flatMap(each => counted(each.kind, each.count) ?? []).join(', ') || 'inget skrivet'}.
        </p>
        {merge.sessions.length > 0 && (
          <table className="rows">
            <thead>
              <tr>
                <th>Träff</th>
                <th>Dag</th>
                <th>Utfall</th>
                <th>Signerad av</th>
              </tr>
            </thead>
            <tbody>
              {merge.sessions.map((each, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a protocol never changes
                <tr key={index}>
                  <td>Träff {each.number}</td>
                  <td>{dayAndYear(each.on)}</td>
                  <td>{outcomeWords[each.outcome]}</td>
                  <td>{each.author}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {merge.before.length > 0 && (
          <div>
            <p className="small soft">Skilde sig när de sammanfogades</p>
            {merge.before.map(({ detail, kept, other }) => (
              <p key={detail} className="small">
                {clientDetailWords[detail]}: {shown(detail, kept, hidden)} här, {shown(detail, other, hidden)} hos{' '}
                {merge.reference}
              </p>
            ))}
          </div>
        )}
        {merge.times.length > 0 && (
          <p className="small">
            Planerat hos {merge.reference}:{' '}
            {merge.times.map(each => `träff ${each.number} den ${dayAndYear(each.plannedOn)}`).join(', ')}.
          </p>
        )}
      </div>
    </Section>
  )
}
