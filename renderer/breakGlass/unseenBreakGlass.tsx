import type { Output } from '../../main/contract/index.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { ClientLink } from '../ui/clientLink.tsx'
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
  const { id, clientId, by, at, reason } = glass
  return (
    <UnseenRow
      client={<ClientLink client={glass} />}
      isBusy={see.isPending}
      onSeen={() => see.mutate({ clientId, id })}
    >
      <p className="small soft">
        {by}, {shortDay(dayOf(at), today)} kl. {clockOf(at)}: ”{reason}”
      </p>
    </UnseenRow>
  )
}
