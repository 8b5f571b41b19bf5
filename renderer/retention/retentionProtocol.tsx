import type { RetentionEntry } from '../../main/contract/retention.ts'
import { retentionEntryWords } from '../../main/contract/retentionWords.ts'
import { useCore } from '../core/core.ts'
import { dayAndClock, dayAndYear } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'

/** What has been proposed, decided and carried out. Nothing before there is anything. */
export function RetentionProtocol() {
  const { data: protocol = [] } = useCore('retention.protocol', {})
  if (protocol.length === 0) return null
  return (
    <Section title="Protokoll">
      <table className="rows card">
        <thead>
          <tr>
            <th>Ärende</th>
            <th>Beslut</th>
            <th>Av</th>
            <th>Utfört</th>
          </tr>
        </thead>
        <tbody>
          {protocol.map(each => (
            <ProtocolRow key={each.id} entry={each} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function ProtocolRow({ entry }: { entry: RetentionEntry }) {
  const { caseNumber, decision, ground, reason, decidedBy, decidedOn, proposal } = entry
  return (
    <tr>
      <td>{caseNumber || <span className="soft">utan ärendenummer</span>}</td>
      <td>
        {retentionEntryWords[decision]}
        <div className="small soft">{[ground, proposal?.reason, reason].filter(Boolean).join('. ')}</div>
      </td>
      <td>
        {proposal !== undefined && (
          <>
            {proposal.by}
            <div className="small soft">föreslog {dayAndYear(proposal.on)}</div>
          </>
        )}
        {decidedBy}
        <div className="small soft">
          {proposal !== undefined && 'beslutade '}
          {dayAndYear(decidedOn)}
        </div>
      </td>
      <td>
        {entry.carriedOutAt !== undefined && (
          <>
            {entry.removedRows} uppgifter
            <div className="small soft">
              {entry.carriedOutBy}, {dayAndClock(entry.carriedOutAt)}
            </div>
          </>
        )}
      </td>
    </tr>
  )
}
