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
  const lines = [
    ['Läget', cover.situation],
    ['Gjort', cover.done],
    ['Nästa steg', cover.next],
    ['Var uppmärksam på', cover.watchFor],
  ] as const
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
        {lines
          .filter(([, words]) => words !== '')
          .map(([label, words]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      {cover.clientWords !== '' && <p className="goal-words serif">”{cover.clientWords}”</p>}
      <Remarks clientId={clientId} about={{ kind: 'handover', id: received.packageId }} mayAdd={mayAdd} />
    </details>
  )
}
