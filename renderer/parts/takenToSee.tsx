import { Button } from '@mantine/core'
import type { Output } from '../../main/contract/index.ts'
import { useCommand, useCore } from '../core.ts'
import { clockOf, dayOf, listName, shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'
import { Section } from './page.tsx'

/** Clients that someone else has given to another, until the one who had them has taken note of it. Nothing when there are none. */
export function TakenToSee() {
  const unseen = useCore('assignment.unseen', {})
  if ((unseen.data ?? []).length === 0) return null
  return (
    <Section title="Inte längre dina klienter">
      <div className="card card-rows">
        {(unseen.data ?? []).map(each => (
          <TakenRow key={each.id} taken={each} />
        ))}
      </div>
    </Section>
  )
}

function TakenRow({ taken }: { taken: Output<'assignment.unseen'>[number] }) {
  const today = useToday()
  const see = useCommand('assignment.see')
  const { from, to, by, at, reason } = taken
  const changes = [
    ...(from.therapist === to.therapist ? [] : [`Behandlare är nu ${to.therapist}.`]),
    ...(from.coordinator === to.coordinator ? [] : [`Samordnare: ${to.coordinator ?? 'ingen här'}.`]),
  ]
  return (
    <div>
      <div className="spread">
        <span>{listName(taken.clientName, taken.caseNumber)}</span>
        <Button
          size="compact-sm"
          variant="default"
          loading={see.isPending}
          onClick={() => see.mutate({ clientId: taken.clientId, id: taken.id })}
        >
          Jag har sett det
        </Button>
      </div>
      <p className="small">{changes.join(' ')}</p>
      <p className="small soft">
        Ändrat av {by}, {shortDay(dayOf(at), today)} kl. {clockOf(at)}
        {reason !== '' && `: ”${reason}”`}
      </p>
    </div>
  )
}
