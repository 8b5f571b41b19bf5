import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import { useCommand, useCore } from '../core.ts'
import { clockOf, dayOf, listName, shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'
import { Section } from './page.tsx'

/** Who has read one's clients by breaking the glass, until one has taken note of it. Nothing when nobody has. */
export function GlassToSee() {
  const unseen = useCore('breakGlass.unseen', {})
  if ((unseen.data ?? []).length === 0) return null
  return (
    <Section title="Öppnat med nödåtkomst">
      <div className="card card-rows">
        {(unseen.data ?? []).map(each => (
          <GlassRow key={each.id} glass={each} />
        ))}
      </div>
    </Section>
  )
}

function GlassRow({ glass }: { glass: Output<'breakGlass.unseen'>[number] }) {
  const today = useToday()
  const see = useCommand('breakGlass.see')
  return (
    <div>
      <div className="spread">
        <Link href={`/client/${glass.clientId}`} className="quiet-link">
          {listName(glass.clientName, glass.caseNumber)}
        </Link>
        <Button
          size="compact-sm"
          variant="default"
          loading={see.isPending}
          onClick={() => see.mutate({ clientId: glass.clientId, id: glass.id })}
        >
          Jag har sett det
        </Button>
      </div>
      <p className="small soft">
        {glass.by}, {shortDay(dayOf(glass.at), today)} kl. {clockOf(glass.at)}: ”{glass.reason}”
      </p>
    </div>
  )
}
