import { Checkbox } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import { type Goal, isClosed } from '../../main/contract/goal.ts'
import { useCommand } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { shortDay } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { useGoalUndo } from './goalUndo.tsx'

type Step = Goal['steps'][number]
type GoalStepsProps = { goal: Goal; own: boolean /** Left out: all of them. */; steps?: readonly Step[] }

/** The steps of a goal, to tick while the goal is open; on paper a box to tick by hand. */
export function GoalSteps({ goal, own, steps = goal.steps }: GoalStepsProps) {
  const mark = useCommand('goal.markStep')
  const sayWithUndo = useGoalUndo()
  const mayTick = own && !isClosed(goal.status)
  // the box follows the hand at once, and the goal again as soon as the core has given it anew or refused
  const [pending, setPending] = useState<{ of: Goal; stepId: Step['id']; done: boolean }>()
  const isDone = ({ id, doneOn }: Step) =>
    pending?.of === goal && pending.stepId === id ? pending.done : doneOn !== undefined
  const tick = (step: Step, done: boolean) => {
    setPending({ of: goal, stepId: step.id, done })
    mark.mutate(
      { clientId: goal.clientId, goalId: goal.id, stepId: step.id, done },
      {
        onSuccess: after => sayWithUndo(goal, after, done ? 'Steget är klart.' : 'Steget är inte klart.'),
        onError: () => setPending(undefined),
      },
    )
  }
  return (
    <>
      <ul className="plain-list goal-steps">
        {steps.map(each => (
          <li key={each.id}>
            {mayTick ? (
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
