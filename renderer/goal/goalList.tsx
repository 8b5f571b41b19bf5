import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { type Goal, isClosed } from '../../main/contract/goal.ts'
import { goalStatusWords, lifeAreaWords } from '../../main/contract/goalWords.ts'
import { useCore } from '../core/core.ts'
import { useMayTreatNow } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { HomeworkOut } from '../session/homeworkOut.tsx'
import { shortDay } from '../ui/format.ts'
import { GoalSteps } from './goalSteps.tsx'
import { ReachedMark } from './reachedGoal.tsx'

/** Rows that the client's page has room for beside everything else; the page of goals has them all. */
const MOST_ROWS = 3

/** Goals in the client's own words with their next step, those under way first, and the homework that is out. */
export function GoalList({ clientId, onNew }: { clientId: string; onNew(): void }) {
  const own = useMayTreatNow(clientId)
  const goals = useCore('goal.ofClient', { clientId }).data
  const open = (goals ?? []).filter(each => !isClosed(each.status))
  const reached = (goals ?? []).filter(each => each.status === 'reached')
  return (
    <div className="card">
      <section aria-label="Mina mål">
        <div className="spread card-title">
          <h2>
            <Link href={`/client/${clientId}/goals`} className="quiet-link">
              Mina mål
            </Link>
          </h2>
          {own && (
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={onNew}>
              Nytt mål
            </Button>
          )}
        </div>
        {goals?.length === 0 && (
          <p className="soft">Inga mål än. De sätts i träff 5, eller när klienten säger något hen vill.</p>
        )}
        <div className="card-rows">
          {open.slice(0, MOST_ROWS).map(each => (
            <GoalRow key={each.id} goal={each} own={own} />
          ))}
          {reached.slice(0, Math.max(0, MOST_ROWS - open.length)).map(each => (
            <ReachedRow key={each.id} goal={each} />
          ))}
        </div>
        {open.length + reached.length > MOST_ROWS && (
          <p className="small goals-more">
            <Link href={`/client/${clientId}/goals`}>
              Alla mål: {open.length} pågår, {reached.length} nådda
            </Link>
          </p>
        )}
      </section>
      <HomeworkOut clientId={clientId} />
    </div>
  )
}

function GoalRow({ goal, own }: { goal: Goal; own: boolean }) {
  const today = useToday()
  const next = goal.steps.find(each => each.doneOn === undefined)
  return (
    <div className="goal">
      <p className="goal-words serif">
        <Link href={`/client/${goal.clientId}/goals`} className="quiet-link">
          ”{goal.words}”
        </Link>
      </p>
      <p className="small soft">
        {lifeAreaWords[goal.area]} · {goalStatusWords[goal.status].toLocaleLowerCase('sv')}
        {goal.reviewOn !== undefined && ` · följs upp ${shortDay(goal.reviewOn, today)}`}
      </p>
      {next !== undefined && <GoalSteps goal={goal} own={own} steps={[next]} />}
    </div>
  )
}

function ReachedRow({ goal }: { goal: Goal }) {
  const today = useToday()
  return (
    <div className="row goal-reached-row">
      <ReachedMark />
      <span className="grow">
        <Link href={`/client/${goal.clientId}/goals`} className="quiet-link serif">
          ”{goal.words}”
        </Link>
        <span className="small soft block">Nått {shortDay(goal.statusOn, today)}</span>
      </span>
    </div>
  )
}
