import type { Operations } from '../context/handlers.ts'
import type { goalContract } from '../contract/goal.ts'
import {
  dueGoals,
  goalsOfClient,
  markGoalStep,
  reviewGoal,
  rewordGoal,
  setGoal,
  setGoalStatus,
  takeBackFromGoal,
} from './service.ts'

/** The client’s goals: each is the list of what happened to it. */
export const goalOperations: Operations<typeof goalContract> = {
  'goal.ofClient': goalsOfClient,
  'goal.due': dueGoals,
  'goal.set': setGoal,
  'goal.reword': rewordGoal,
  'goal.setStatus': setGoalStatus,
  'goal.markStep': markGoalStep,
  'goal.review': reviewGoal,
  'goal.takeBack': takeBackFromGoal,
}
