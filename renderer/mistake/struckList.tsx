import type { ReactNode } from 'react'
import type { MistakeAbout } from '../../main/contract/mistake.ts'
import { Section } from '../ui/page.tsx'
import { type StruckOf, useStruck } from './struck.ts'
import { StruckCard } from './struckNote.tsx'

type StruckListProps<Kind extends MistakeAbout['kind']> = {
  clientId: string
  kind: Kind
  mayStrike: boolean
  /** Those shown here; all where it is left out. */
  only?: (struck: StruckOf<Kind>) => boolean
  label(record: StruckOf<Kind>['record']): string
  text(record: StruckOf<Kind>['record']): ReactNode
  /** The next step, as choosing the right client. */
  next?: (struck: StruckOf<Kind>) => ReactNode
}

/** What was recorded by mistake, in the place where its kind is read. Nothing where there is nothing. */
export function StruckList<Kind extends MistakeAbout['kind']>(props: StruckListProps<Kind>) {
  const { clientId, kind, mayStrike, only = () => true, label, text, next } = props
  const struck = useStruck(clientId, kind).filter(only)
  if (struck.length === 0) return null
  return (
    <Section title="Struket" note={struck.length}>
      <div className="card stack">
        {struck.map(each => (
          <StruckCard
            key={each.mistake.id}
            clientId={clientId}
            mistake={each.mistake}
            mayStrike={mayStrike}
            label={label(each.record)}
            text={text(each.record)}
          >
            {next?.(each)}
          </StruckCard>
        ))}
      </div>
    </Section>
  )
}
