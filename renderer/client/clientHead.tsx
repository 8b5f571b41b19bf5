import { IconCalendarEvent } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useToday } from '../core/useToday.ts'
import type { PlanAhead } from '../plan/planAhead.ts'
import { outcomeAddress } from '../plan/undocumented.tsx'
import { clock, dayAndYear, shortDay } from '../ui/format.ts'
import { UndoChange } from '../valueChange/undoChange.tsx'

/** Who holds the record, and since when: beside the phase. */
export function HolderBadge({ client: { custody } }: { client: Client }) {
  return (
    <span className="badge">
      Hos {custody.own ? 'oss' : custody.unit.name} sedan {dayAndYear(custody.sinceOn)}
    </span>
  )
}

/** The home municipality; of one that could not be read, what was written. */
function homeText({ homeMunicipality, unreadMunicipality }: Client): string {
  return unreadMunicipality === undefined ? homeMunicipality.name : `Hemkommun att välja: ”${unreadMunicipality}”`
}

type ClientFactsProps = {
  client: Client
  ahead: PlanAhead
  onPlan(): void
}

/** Who the client is and who is responsible, on one line; what is not documented and what is booked next, at its end. */
export function ClientFacts({ client, ahead, onPlan }: ClientFactsProps) {
  const today = useToday()
  const { custody } = client
  const facts = [
    client.protectedIdentity
      ? nameOrCaseNumber('', client.listedAs)
      : client.maskedNumber || `Ärende ${client.caseNumber}`,
    ...(client.protectedIdentity ? [] : [homeText(client)]),
    `Ansvarig ${client.therapist}`,
    client.coordinator === '' ? 'Ingen samordnare' : `Samordnare ${client.coordinator}`,
  ]
  return (
    <div className="client-facts">
      <p className="soft">
        {facts.join(' · ')}
        {client.protectedIdentity && <span className="no-print"> · {homeText(client)}</span>}
      </p>
      {client.diedOn !== undefined && <p className="client-next">Avliden {dayAndYear(client.diedOn)}</p>}
      {custody.own && client.diedOn === undefined && (
        <div className="client-ahead">
          <Undocumented clientId={client.id} slots={ahead.undocumented} mayRecord={client.mayTreat} today={today} />
          <p className="client-next">
            <IconCalendarEvent size={17} stroke={1.7} aria-hidden />
            <Appointment client={client} ahead={ahead} today={today} />
            {client.mayWrite && ahead.next !== undefined && (
              <button type="button" className="link-button small no-print" onClick={onPlan}>
                {ahead.booked === undefined ? 'Planera' : 'Ändra'}
              </button>
            )}
          </p>
        </div>
      )}
    </div>
  )
}

type UndocumentedProps = { clientId: string; slots: readonly SlotState[]; mayRecord: boolean; today: string }

/** What has been and has no outcome, with the way to write it. */
function Undocumented({ clientId, slots, mayRecord, today }: UndocumentedProps) {
  const [oldest] = slots
  if (oldest === undefined) return null
  const day = shortDay(oldest.plannedOn ?? '', today)
  return (
    <p className="client-next">
      {slots.length === 1
        ? `Träff ${oldest.number} ${day} är inte dokumenterad`
        : `${slots.length} träffar är inte dokumenterade, den äldsta ${day}`}
      {mayRecord && (
        <Link className="link-button small no-print" href={outcomeAddress(clientId, oldest.id)}>
          Anteckna
        </Link>
      )}
    </p>
  )
}

function Appointment({ client, ahead, today }: { client: Client; ahead: PlanAhead; today: string }) {
  if (ahead.next === undefined) return <>Alla träffar i planen är hållna</>
  if (ahead.booked?.plannedOn === undefined) return <>Ingen tid är bokad</>
  const { plannedOn, plannedAt, plannedWhere, plannedWith = client.therapist } = ahead.booked
  const at = plannedAt === undefined ? '' : ` kl. ${clock(plannedAt)}`
  return (
    <span>
      <b>
        {plannedOn === today ? 'I dag' : shortDay(plannedOn, today)}
        {at}
      </b>{' '}
      {[plannedWhere, `med ${plannedWith}`].filter(Boolean).join(', ')}{' '}
      <UndoChange
        clientId={client.id}
        about={{ kind: 'slot', id: ahead.booked.id }}
        what={`tiden för träff ${ahead.booked.number}`}
      />
    </span>
  )
}
