import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, instant, line } from './values.ts'

export const goalId = z.uuid().brand('GoalId')
export type GoalId = z.infer<typeof goalId>

/** The twelve areas of Tillfredsskalan. Source: method.md section 4. */
export const lifeArea = z.enum([
  'alcoholAndDrugs',
  'housing',
  'work',
  'money',
  'leisure',
  'friends',
  'family',
  'health',
  'feelings',
  'habits',
  'authorities',
  'wholeLife',
])
export type LifeArea = z.infer<typeof lifeArea>

export const goalStatus = z.enum(['notStarted', 'underWay', 'reached', 'changed', 'ended'])
export type GoalStatus = z.infer<typeof goalStatus>

export const goalStep = z.strictObject({ what: line, by: day.optional(), who: z.string().trim().max(100) })
export type GoalStep = z.infer<typeof goalStep>

/** A goal as it is set: the client's own words first. */
export const goalInput = z.strictObject({
  clientId,
  words: z.string().trim().min(1).max(500),
  area: lifeArea,
  /** Positive, concrete, in the client's own control; may come later than the words. */
  wording: z.string().trim().max(500),
  steps: z.array(goalStep).max(5),
  obstacle: z.string().trim().max(500),
  plan: z.string().trim().max(500),
  reviewOn: day.optional(),
})
export type GoalInput = z.infer<typeof goalInput>

export const goal = goalInput.extend({
  id: goalId,
  setOn: day,
  /** From first to last; the last one holds. */
  statuses: z.array(z.strictObject({ status: goalStatus, on: day, at: instant })).min(1),
})
export type Goal = z.infer<typeof goal>

export const goalContract = {
  'goal.ofClient': query(z.strictObject({ clientId }), z.array(goal)),
  'goal.set': command(goalInput, goal),
  'goal.setStatus': command(z.strictObject({ clientId, goalId, status: goalStatus }), goal),
}
