import { Checkbox } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { type Goal, isClosed } from '../../main/contract/goal.ts'
import { useCommand } from '../core.ts'
import { shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'
import { useGoalUndo } from './goalUndo.tsx'
import { ErrorNotice } from './notice.tsx'

type Step = Goal['steps'][number]
type GoalStepsProps = { goal: Goal; own: boolean /** Left out: all of them. */; steps?: readonly Step[] }

/** The steps of a goal, to tick while the goal is open; on paper a box to tick by hand. */
export function GoalSteps({ goal, own, steps = goal.steps }: GoalStepsProps) {
  const mark = useCommand('goal.markStep')
  const sayWithUndo = useGoalUndo()
  const toTick = own && !isClosed(goal.status)
  const isDone = ({ id, doneOn }: Step) =>
    mark.isPending && mark.variables.stepId === id ? mark.variables.done : doneOn !== undefined
  const tick = (step: Step, done: boolean) =>
    mark.mutate(
      { clientId: goal.clientId, goalId: goal.id, stepId: step.id, done },
      { onSuccess: after => sayWithUndo(goal, after, done ? 'Steget är klart.' : 'Steget är inte klart.') },
    )
  return (
    <>
      <ul className="plain-list goal-steps">
        {steps.map(each => (
          <li key={each.id}>
            {toTick ? (
              <Checkbox
                checked={isDone(each)}
                label={<StepLine step={each} />}
                onChange={event => tick(each, event.currentTarget.checked)}
              />
            ) : (
              <div className="goal-step-read">
                {each.doneOn === undefined ? (
                  <IconCircleDashed size={18} stroke={1.7} aria-label="Inte gjort" />
                ) : (
                  <IconCheck size={18} stroke={1.7} aria-label="Gjort" />
                )}
                <span>
                  <StepLine step={each} />
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ErrorNotice error={mark.error} />
    </>
  )
}

function StepLine({ step: { what, who, by, doneOn } }: { step: Step }) {
  const today = useToday()
  return (
    <>
      {what}
      <span className="small soft">
        {who !== '' && ` – ${who}`}
        {doneOn !== undefined && ` · klart ${shortDay(doneOn, today)}`}
        {doneOn === undefined && by !== undefined && ` · senast ${shortDay(by, today)}`}
      </span>
    </>
  )
}
