import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, instant, line, words } from './values.ts'

export const goalId = z.uuid().brand('GoalId')
export type GoalId = z.infer<typeof goalId>

/** A step keeps its id when its words are changed, so that what is done stays done. */
const goalStepId = z.uuid().brand('GoalStepId')
export type GoalStepId = z.infer<typeof goalStepId>

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

/** Source: method.md section 7, S5. */
export const goalStatus = z.enum(['notStarted', 'underWay', 'reached', 'changed', 'ended'])
export type GoalStatus = z.infer<typeof goalStatus>

/** Nothing more is asked about a goal that is reached or ended. */
export function isClosed(status: GoalStatus): boolean {
  return status === 'reached' || status === 'ended'
}

/** How far the goal came, seen from what was expected: −2 (much less) to +2 (much more), 0 as expected. GAS-light. */
export const attainment = z.int().min(-2).max(2)

const stepWords = { what: words.min(1), by: day.optional(), who: words }
const goalStep = z.strictObject({ id: goalStepId, ...stepWords })

const wording = {
  /** The client's own. */
  words: words.min(1).max(500),
  area: lifeArea,
  /** Positive, concrete, in the client's own control; may come later than the words. */
  wording: words,
  obstacle: words,
  /** What the client does when the obstacle comes. */
  plan: words,
  /** What each level would look like, from −2 to +2; the middle one is the expected. Any may be empty. */
  levels: z.array(words).length(5),
  reviewOn: day.optional(),
}
const MOST_STEPS = 12

/** What is said of a goal at one time, whole: a later one never overwrites an earlier. */
const goalWording = z.strictObject({ ...wording, steps: z.array(goalStep).max(MOST_STEPS) })
export type GoalWording = z.infer<typeof goalWording>

const stepInput = z.strictObject({ /** Left out for a new step. */ id: goalStepId.optional(), ...stepWords })
const goalInput = z.strictObject({ clientId, ...wording, steps: z.array(stepInput).max(MOST_STEPS) })

/** What the client says made it go, when a goal is reached; may be empty. */
const whatHelped = words

/** One thing that happened to a goal. */
const goalChange = z.discriminatedUnion('kind', [
  goalWording.extend({ kind: z.literal('worded') }),
  z.strictObject({ kind: z.literal('step'), stepId: goalStepId, done: z.boolean() }),
  z.strictObject({ kind: z.literal('status'), status: goalStatus, whatHelped }),
  z.strictObject({
    kind: z.literal('review'),
    /** Left out when the client would rather not say. */
    level: attainment.optional(),
    /** The client's own. */
    comment: words,
    status: goalStatus,
    whatHelped,
    /** The next review. */
    reviewOn: day.optional(),
  }),
])
export type GoalChange = z.infer<typeof goalChange>

const goalEventId = z.uuid().brand('GoalEventId')
export type GoalEventId = z.infer<typeof goalEventId>

export const goalEvent = z.strictObject({
  id: goalEventId,
  /** The day it happened; `at` is when it was written down. */
  on: day,
  at: instant,
  author: line,
  /** Undone: kept, but no longer counted. */
  takenBack: z.strictObject({ at: instant, by: line }).optional(),
  what: goalChange,
})
export type GoalEvent = z.infer<typeof goalEvent>

/** A goal as it now stands, with everything that led there. */
export const goal = goalWording.extend({
  id: goalId,
  clientId,
  setOn: day,
  steps: z.array(goalStep.extend({ doneOn: day.optional() })),
  status: goalStatus,
  statusOn: day,
  whatHelped,
  /** From first to last; the first is the goal as it was set. */
  history: z.array(goalEvent).min(1),
})
export type Goal = z.infer<typeof goal>

/** A goal whose review is due, for the start page. */
const dueGoal = z.strictObject({
  goalId,
  clientId,
  /** Empty where the client has a protected identity, as are the words; then the case number stands in their place. */
  clientName: z.string(),
  caseNumber: z.string(),
  words: z.string(),
  reviewOn: day,
})
export type DueGoal = z.infer<typeof dueGoal>

const ofOne = { clientId, goalId }

export const goalContract = {
  /** In the order they were set. */
  'goal.ofClient': query(z.strictObject({ clientId }), z.array(goal)),
  /** Reviews due today or earlier, of the user's own clients held here, oldest first. */
  'goal.due': query(z.strictObject({}), z.array(dueGoal)),
  'goal.set': command(goalInput, goal),
  /** Says the goal anew, whole. Saying the same adds nothing. */
  'goal.reword': command(goalInput.extend({ goalId }), goal),
  'goal.setStatus': command(z.strictObject({ ...ofOne, status: goalStatus, on: day, whatHelped }), goal),
  'goal.markStep': command(z.strictObject({ ...ofOne, stepId: goalStepId, done: z.boolean() }), goal),
  'goal.review': command(
    z.strictObject({
      ...ofOne,
      on: day,
      level: attainment.optional(),
      comment: words,
      status: goalStatus,
      whatHelped,
      reviewOn: day.optional(),
    }),
    goal,
  ),
  /** Undoes one thing that was written here. The setting of the goal itself stands. */
  'goal.takeBack': command(z.strictObject({ ...ofOne, eventId: goalEventId }), goal),
}
