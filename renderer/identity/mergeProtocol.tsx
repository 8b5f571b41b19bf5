import { clientDetailWords } from '../../main/contract/identityWords.ts'
import type { HeldKind, Merge } from '../../main/contract/merge.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import { recordCountWords } from '../../main/contract/recordWords.ts'
import { dayAndClock, dayAndYear } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { publicDetailValue } from './detailValue.ts'

/** What the tables hold, of what is told in the protocol. */
const KIND_OF_TABLE: Readonly<Record<string, HeldKind>> = {
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

/** *3 träffar med utfall*; nothing of a table that is not told of. */
function countText({ kind: table, count }: Merge['moved'][number]): string[] {
  const kind = KIND_OF_TABLE[table]
  return kind === undefined ? [] : [`${count} ${recordCountWords[kind][count === 1 ? 0 : 1]}`]
}

/** What came from the other client, and what differed, as it was when they were made one. */
export function MergeProtocol({ merge, isNameHidden }: { merge: Merge; isNameHidden: boolean }) {
  return (
    <Section title={`Protokoll: sammanfogad med ${merge.reference}`}>
      <div className="card stack">
        <p>
          {merge.author}, {dayAndClock(merge.at)}: {merge.reason}
        </p>
        <p>
          Kom från {merge.reference}: {merge.moved.flatMap(countText).join(', ') || 'inget skrivet'}.
        </p>
        {merge.sessions.length > 0 && <MovedSessions sessions={merge.sessions} />}
        {merge.before.length > 0 && (
          <div>
            <p className="small soft">Skilde sig när de sammanfogades</p>
            {merge.before.map(({ detail, kept, other }) => (
              <p key={detail} className="small">
                {clientDetailWords[detail]}: {publicDetailValue(detail, kept, isNameHidden)} här,{' '}
                {publicDetailValue(detail, other, isNameHidden)} hos {merge.reference}
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

function MovedSessions({ sessions }: Pick<Merge, 'sessions'>) {
  return (
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
        {sessions.map((each, index) => (
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
  )
}
