import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { clockOf, dayOf, listName, shortDay } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'

/** Who has read one's clients by breaking the glass, until one has taken note of it. Nothing when nobody has. */
export function GlassToSee() {
  const { data: unseen = [] } = useCore('breakGlass.unseen', {})
  return (
    <Told title="Öppnat med nödåtkomst">
      {unseen.map(each => (
        <GlassRow key={each.id} glass={each} />
      ))}
    </Told>
  )
}

/** Clients that someone else has given to another, until the one who had them has taken note of it. Nothing when there are none. */
export function TakenToSee() {
  const { data: unseen = [] } = useCore('assignment.unseen', {})
  return (
    <Told title="Inte längre dina klienter">
      {unseen.map(each => (
        <TakenRow key={each.id} taken={each} />
      ))}
    </Told>
  )
}

function Told({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Section title={title}>
      <div className="card card-rows">{children}</div>
    </Section>
  )
}

type ToldRowProps = { client: ReactNode; children: ReactNode; isBusy: boolean; onSeen(): void }

function ToldRow({ client, children, isBusy, onSeen }: ToldRowProps) {
  return (
    <div>
      <div className="spread">
        {client}
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={onSeen}>
          Jag har sett det
        </Button>
      </div>
      {children}
    </div>
  )
}

function GlassRow({ glass }: { glass: Output<'breakGlass.unseen'>[number] }) {
  const today = useToday()
  const see = useCommand('breakGlass.see')
  const { id, clientId, clientName, caseNumber, by, at, reason } = glass
  const client = (
    <Link href={`/client/${clientId}`} className="quiet-link">
      {listName(clientName, caseNumber)}
    </Link>
  )
  return (
    <ToldRow client={client} isBusy={see.isPending} onSeen={() => see.mutate({ clientId, id })}>
      <p className="small soft">
        {by}, {shortDay(dayOf(at), today)} kl. {clockOf(at)}: ”{reason}”
      </p>
    </ToldRow>
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
  const client = <span>{listName(clientName, caseNumber)}</span>
  return (
    <ToldRow client={client} isBusy={see.isPending} onSeen={() => see.mutate({ clientId, id })}>
      <p className="small">{changes.join(' ')}</p>
      <p className="small soft">
        Ändrat av {by}, {shortDay(dayOf(at), today)} kl. {clockOf(at)}
        {reason !== '' && `: ”${reason}”`}
      </p>
    </ToldRow>
  )
}
