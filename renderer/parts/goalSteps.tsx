import { Checkbox } from '@mantine/core'
import { type Goal, isClosed } from '../../main/contract/goal.ts'
import { useCommand } from '../core.ts'
import { shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'
import { useGoalUndo } from './goalUndo.tsx'
import { ErrorNotice } from './notice.tsx'

/** The steps of a goal to tick, with their days; on paper a box to tick by hand. */
export function GoalSteps({ goal, own, steps = goal.steps }: { goal: Goal; own: boolean; steps?: Goal['steps'] }) {
  const today = useToday()
  const mark = useCommand('goal.markStep')
  const sayWithUndo = useGoalUndo()
  return (
    <>
      <ul className="plain-list goal-steps">
        {steps.map(each => {
          const done = each.doneOn !== undefined
          return (
            <li key={each.id}>
              <Checkbox
                checked={done}
                disabled={!own || isClosed(goal.status)}
                label={
                  <>
                    <span className={done ? 'goal-step-done' : ''}>{each.what}</span>
                    <span className="small soft">
                      {each.who !== '' && ` – ${each.who}`}
                      {each.doneOn !== undefined && ` · klart ${shortDay(each.doneOn, today)}`}
                      {!done && each.by !== undefined && ` · senast ${shortDay(each.by, today)}`}
                    </span>
                  </>
                }
                onChange={event =>
                  mark.mutate(
                    { clientId: goal.clientId, goalId: goal.id, stepId: each.id, done: event.currentTarget.checked },
                    {
                      onSuccess: after => sayWithUndo(goal, after, done ? 'Steget är inte klart.' : 'Steget är klart.'),
                    },
                  )
                }
              />
            </li>
          )
        })}
      </ul>
      <ErrorNotice error={mark.error} />
    </>
  )
}
