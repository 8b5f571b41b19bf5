import { Link } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { clockOf, dayOf, shortDay } from '../ui/format.ts'
import { UnseenRow, UnseenSection } from '../ui/unseen.tsx'

/** Who has read one's clients by breaking the glass, until one has taken note of it. Nothing when nobody has. */
export function UnseenBreakGlass() {
  const { data: unseen = [] } = useCore('breakGlass.unseen', {})
  return (
    <UnseenSection title="Öppnat med nödåtkomst">
      {unseen.map(each => (
        <GlassRow key={each.id} glass={each} />
      ))}
    </UnseenSection>
  )
}

function GlassRow({ glass }: { glass: Output<'breakGlass.unseen'>[number] }) {
  const today = useToday()
  const see = useCommand('breakGlass.see')
  const { id, clientId, clientName, caseNumber, by, at, reason } = glass
  const client = (
    <Link href={`/client/${clientId}`} className="quiet-link">
      {nameOrCaseNumber(clientName, caseNumber)}
    </Link>
  )
  return (
    <UnseenRow client={client} isBusy={see.isPending} onSeen={() => see.mutate({ clientId, id })}>
      <p className="small soft">
        {by}, {shortDay(dayOf(at), today)} kl. {clockOf(at)}: ”{reason}”
      </p>
    </UnseenRow>
  )
}
