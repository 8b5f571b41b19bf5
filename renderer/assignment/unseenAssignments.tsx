import type { Output } from '../../main/contract/index.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { clockOf, dayOf, shortDay } from '../ui/format.ts'
import { UnseenRow, UnseenSection } from '../ui/unseen.tsx'

/** Clients that someone else has given to another, until the one who had them has taken note of it. Nothing when there are none. */
export function UnseenAssignments() {
  const { data: unseen = [] } = useCore('assignment.unseen', {})
  return (
    <UnseenSection title="Inte längre dina klienter">
      {unseen.map(each => (
        <TakenRow key={each.id} taken={each} />
      ))}
    </UnseenSection>
  )
}

function TakenRow({ taken }: { taken: Output<'assignment.unseen'>[number] }) {
  const today = useToday()
  const see = useCommand('assignment.see')
  const { id, clientId, clientName, caseNumber, from, to, by, at, reason } = taken
  const changes = [
    ...(from.therapist === to.therapist ? [] : [`Behandlare är nu ${to.therapist}.`]),
    ...(from.coordinator === to.coordinator ? [] : [`Samordnare: ${to.coordinator ?? 'ingen här'}.`]),
  ]
  const client = <span>{nameOrCaseNumber(clientName, caseNumber)}</span>
  return (
    <UnseenRow client={client} isBusy={see.isPending} onSeen={() => see.mutate({ clientId, id })}>
      <p className="small">{changes.join(' ')}</p>
      <p className="small soft">
        Ändrat av {by}, {shortDay(dayOf(at), today)} kl. {clockOf(at)}
        {reason !== '' && `: ”${reason}”`}
      </p>
    </UnseenRow>
  )
}
