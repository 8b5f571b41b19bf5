import { Link } from 'wouter'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { useCollapsedList } from '../ui/collapsedList.tsx'
import { shortDay } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'

const SHOWN_FIRST = 10

/** Under *Idag*: goals whose review is due. Nothing when none is. */
export function DueGoals() {
  const today = useToday()
  const due = useCore('goal.due', {}).data ?? []
  const [shown, more] = useCollapsedList(due, SHOWN_FIRST, 'som har väntat längst')
  if (due.length === 0) return null
  return (
    <Section title="Mål att följa upp" note={due.length}>
      <div className="card card-rows">
        {shown.map(each => (
          <div key={each.goalId}>
            <Link href={`/client/${each.clientId}/goals`} className="quiet-link">
              {nameOrCaseNumber(each.clientName, each.caseNumber)}
            </Link>
            <p className="small soft">
              {each.words !== '' && <span className="serif">”{each.words}” </span>}
              {each.reviewOn === today ? 'i dag' : `skulle följas upp ${shortDay(each.reviewOn, today)}`}
            </p>
          </div>
        ))}
      </div>
      {more}
    </Section>
  )
}
