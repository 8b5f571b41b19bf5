import { custodyOf } from '../../db/repositories/clients.ts'
import { addGoalStatus, goalsOf, insertGoal } from '../../db/repositories/goals.ts'
import type { Context } from '../context.ts'
import { refuse } from '../contract/errors.ts'
import type { Goal, GoalId, GoalInput } from '../contract/goal.ts'
import type { Checked } from '../contract/index.ts'

/** Sets a goal; its first status is not yet begun. */
export function setGoal(context: Context, input: GoalInput): Goal {
  const goal: Goal = {
    ...input,
    id: context.newId<GoalId>(),
    setOn: context.today(),
    statuses: [{ status: 'notStarted', on: context.today(), at: context.now() }],
  }
  insertGoal(context.db, goal, custodyOf(context.db, input.clientId)?.epoch ?? refuse('not-found'))
  return goal
}

export function setGoalStatus(context: Context, { clientId, goalId, status }: Checked<'goal.setStatus'>): Goal {
  const goal = () => goalsOf(context.db, clientId).find(each => each.id === goalId) ?? refuse('not-found')
  if (goal().statuses.at(-1)?.status !== status)
    addGoalStatus(context.db, goalId, status, context.today(), context.now())
  return goal()
}
