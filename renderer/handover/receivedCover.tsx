import { coverWords } from '../../main/contract/handoverWords.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { Remarks } from '../remark/remarks.tsx'
import { clock, dayAndYear, shortDay } from '../ui/format.ts'

/** What the sender wrote to the one who takes over, kept where the work is: the latest package received for this client. */
export function ReceivedCover({ clientId, mayAdd }: { clientId: string; mayAdd: boolean }) {
  const today = useToday()
  const handovers = useCore('handover.ofClient', { clientId })
  const received = (handovers.data ?? []).find(each => each.direction === 'in')
  if (received === undefined) return null
  const { cover, firstAppointment: first } = received
  const parts = (['situation', 'done', 'next', 'watchFor'] as const).filter(each => cover[each] !== '')
  return (
    <details className="card received-cover" open={received.settledOn === today}>
      <summary>
        Mottagen från {received.unit} {received.settledOn !== undefined && dayAndYear(received.settledOn)}
        <span className="soft">
          {' · '}
          {first.booked
            ? `första träff ${shortDay(first.on, today)} kl. ${clock(first.at)}, ${first.where}`
            : `ingen tid bokad: ${first.reason}`}
        </span>
      </summary>
      <dl className="facts">
        {parts.map(each => (
          <div key={each} className="fact">
            <dt>{coverWords[each]}</dt>
            <dd>{cover[each]}</dd>
          </div>
        ))}
      </dl>
      {cover.clientWords !== '' && <p className="goal-words serif">”{cover.clientWords}”</p>}
      <Remarks clientId={clientId} about={{ kind: 'handover', id: received.packageId }} mayAdd={mayAdd} />
    </details>
  )
}
