import { IconCalendarEvent } from '@tabler/icons-react'
import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/session.ts'
import { clock, dayAndYear, shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'

/** Who holds the record, and since when: beside the phase. */
export function HolderBadge({ client: { custody } }: { client: Client }) {
  return (
    <span className="badge">
      Hos {custody.own ? 'oss' : custody.unit.name} sedan {dayAndYear(custody.sinceOn)}
    </span>
  )
}

/** Who the client is and who is responsible, on one line; what is booked next, and with whom and where, at its end. */
export function ClientFacts({
  client,
  next,
  onPlan,
}: {
  client: Client
  next: SlotState | undefined
  onPlan?(): void
}) {
  const today = useToday()
  const { custody } = client
  const facts = [
    client.protectedIdentity ? 'Skyddade personuppgifter' : client.maskedNumber || `Ärende ${client.caseNumber}`,
    ...(client.protectedIdentity ? [] : [client.homeMunicipality]),
    `Ansvarig ${client.therapist}`,
    client.coordinator === '' ? 'Ingen samordnare' : `Samordnare ${client.coordinator}`,
  ]
  return (
    <div className="client-facts">
      <p className="soft">
        {facts.join(' · ')}
        {client.protectedIdentity && <span className="no-print"> · {client.homeMunicipality}</span>}
      </p>
      {client.diedOn !== undefined && <p className="client-next">Avliden {dayAndYear(client.diedOn)}</p>}
      {custody.own && client.diedOn === undefined && (
        <p className="client-next">
          <IconCalendarEvent size={17} stroke={1.7} aria-hidden />
          <Appointment client={client} next={next} today={today} />
          {onPlan !== undefined && next !== undefined && (
            <button type="button" className="link-button small no-print" onClick={onPlan}>
              {next.plannedOn === undefined ? 'Planera' : 'Ändra'}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function Appointment({ client, next, today }: { client: Client; next: SlotState | undefined; today: string }) {
  if (next === undefined) return <>Alla träffar i planen är hållna</>
  const { number, plannedOn, plannedAt, plannedWhere, plannedWith = client.therapist } = next
  if (plannedOn === undefined) return <>Ingen tid är bokad</>
  const when = `${shortDay(plannedOn, today)}${plannedAt === undefined ? '' : ` kl. ${clock(plannedAt)}`}`
  if (plannedOn < today)
    return (
      <>
        Träff {number} {when} är inte dokumenterad
      </>
    )
  return (
    <span>
      <b>{plannedOn === today ? `I dag${plannedAt === undefined ? '' : ` kl. ${clock(plannedAt)}`}` : when}</b>{' '}
      {[plannedWhere, `med ${plannedWith}`].filter(Boolean).join(', ')}
    </span>
  )
}
