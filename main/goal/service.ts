import { custodyOf } from '../../db/repositories/client.ts'
import {
  type GoalEventRow,
  goalEventsOf,
  goalsDueThrough,
  insertGoal,
  insertGoalEvent,
  takeBackGoalEvent,
} from '../../db/repositories/goal.ts'
import { lifetimeOf } from '../../db/repositories/identity.ts'
import type { Which } from '../../db/repositories/mistake.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type {
  DueGoal,
  Goal,
  GoalChange,
  GoalEvent,
  GoalEventId,
  GoalId,
  GoalStepId,
  GoalWording,
} from '../contract/goal.ts'
import type { Checked } from '../contract/index.ts'
import type { ClientId, Day } from '../contract/values.ts'
import { refuseOutsideLife } from '../identity/lifetime.ts'
import { currentGoal } from './currentGoal.ts'

export function goalsOfClient({ db }: Context, { clientId }: { clientId: ClientId }, which?: Which): Goal[] {
  return goalEventsOf(db, clientId, which).flatMap(
    ({ id, events }) => currentGoal({ id, clientId }, events.map(asEvent)) ?? [],
  )
}

export function dueGoals({ db, user, today }: Context): DueGoal[] {
  return goalsDueThrough(db, user.id, today()).map(({ protectedIdentity, ...row }) =>
    protectedIdentity ? { ...row, clientName: '', words: '' } : row,
  )
}

/** Sets a goal; its first status is not yet begun. */
export function setGoal(context: Context, { clientId, ...input }: Checked<'goal.set'>): Goal {
  const goalId = context.newId<GoalId>()
  insertGoal(context.db, { id: goalId, clientId, epoch: epochOf(context, clientId) })
  return happened(context, { clientId, goalId }, { kind: 'worded', ...input, steps: withIds(context, input.steps) })
}

/** Says a goal anew. What was said before is kept; a step keeps its id, and so what is done of it. */
export function rewordGoal(context: Context, { clientId, goalId, ...input }: Checked<'goal.reword'>): Goal {
  const goal = goalOf(context, { clientId, goalId })
  const known = new Set(
    goal.history.flatMap(({ what }) => (what.kind === 'worded' ? what.steps : [])).map(({ id }) => id),
  )
  if (input.steps.some(({ id }) => id !== undefined && !known.has(id))) refuse('not-found')
  const steps = withIds(context, input.steps)
  const before = goal.history.findLast(each => each.what.kind === 'worded' && each.takenBack === undefined)?.what
  const said: GoalChange = { kind: 'worded', ...input, steps }
  return before !== undefined && isSame(before, said) ? goal : happened(context, { clientId, goalId }, said)
}

/** A status already there is only written again when the client adds what made it go. */
export function setGoalStatus(context: Context, input: Checked<'goal.setStatus'>): Goal {
  const { status, whatHelped, on } = input
  const goal = goalOf(context, input)
  refuseUnlessBetween(goal.setOn, on, context.today())
  const sameAsBefore = goal.status === status && (whatHelped === '' || whatHelped === goal.whatHelped)
  return sameAsBefore ? goal : happened(context, input, { kind: 'status', status, whatHelped }, on)
}

/** Ticks a step, or takes the tick away; a tick of today is then undone, as if it had slipped. Ticking twice changes nothing. */
export function markGoalStep(context: Context, input: Checked<'goal.markStep'>): Goal {
  const { stepId, done } = input
  const goal = goalOf(context, input)
  const step = goal.steps.find(each => each.id === stepId) ?? refuse('not-found')
  if ((step.doneOn !== undefined) === done) return goal
  const isMark = ({ what, takenBack }: GoalEvent) =>
    takenBack === undefined && what.kind === 'step' && what.stepId === stepId
  const latest = goal.history.findLast(isMark)
  const slipped = latest?.on === context.today() && writtenHere(context, input, latest.id)
  if (slipped) return takeBackFromGoal(context, { ...input, eventId: latest.id })
  return happened(context, input, { kind: 'step', stepId, done })
}

/** How far it came, in the client's view; and when to look next. */
export function reviewGoal(context: Context, { clientId, goalId, on, ...review }: Checked<'goal.review'>): Goal {
  const goal = goalOf(context, { clientId, goalId })
  refuseUnlessBetween(goal.setOn, on, context.today())
  if (review.reviewOn !== undefined && review.reviewOn <= on) refuse('days-reversed')
  return happened(context, { clientId, goalId }, { kind: 'review', ...review }, on)
}

/** Undoes what was written during our own custody; undoing twice changes nothing. */
export function takeBackFromGoal(context: Context, input: Checked<'goal.takeBack'>): Goal {
  const { db, user, now } = context
  const [first, ...later] = goalOf(context, input).history
  if (first?.id === input.eventId) refuse('cannot-take-back')
  const event = later.find(each => each.id === input.eventId) ?? refuse('not-found')
  if (!writtenHere(context, input, event.id)) refuse('cannot-take-back')
  if (event.takenBack === undefined) takeBackGoalEvent(db, input.goalId, event.id, now(), user.name)
  return goalOf(context, input)
}

type GoalOfClient = { readonly clientId: ClientId; readonly goalId: GoalId }

function goalOf(context: Context, { clientId, goalId }: GoalOfClient): Goal {
  return goalsOfClient(context, { clientId }).find(each => each.id === goalId) ?? refuse('not-found')
}

/** Writes down what happened, by whom and when; returns the goal as it then stands. */
function happened(context: Context, { clientId, goalId }: GoalOfClient, what: GoalChange, on = context.today()): Goal {
  const { db, user, now, newId } = context
  refuseOutsideLife(lifetimeOf(db, clientId), on)
  insertGoalEvent(db, {
    goalId,
    id: newId(),
    epoch: epochOf(context, clientId),
    on,
    at: now(),
    what,
    authorId: user.id,
    authorName: user.name,
    takenBackAt: null,
    takenBackBy: null,
  })
  return goalOf(context, { clientId, goalId })
}

/** True for what was written during the present custody. */
function writtenHere(context: Context, { clientId, goalId }: GoalOfClient, id: GoalEventId): boolean {
  const events = goalEventsOf(context.db, clientId).find(each => each.id === goalId)?.events
  return events?.find(each => each.id === id)?.epoch === epochOf(context, clientId)
}

function epochOf({ db }: Context, clientId: ClientId): number {
  return custodyOf(db, clientId)?.epoch ?? refuse('not-found')
}

function withIds({ newId }: Context, steps: Checked<'goal.set'>['steps']): GoalWording['steps'] {
  return steps.map(({ id, ...step }) => ({ id: id ?? newId<GoalStepId>(), ...step }))
}

function refuseUnlessBetween(first: Day, on: Day, last: Day): void {
  if (on > last) refuse('day-in-future')
  if (on < first) refuse('days-reversed')
}

/** True when two changes say the same: their fields come in the order of the contract, as zod leaves them. */
function isSame(one: GoalChange, other: GoalChange): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function asEvent({ id, on, at, authorName, takenBackAt, takenBackBy, what }: GoalEventRow): GoalEvent {
  const takenBack =
    takenBackAt === null || takenBackBy === null ? {} : { takenBack: { at: takenBackAt, by: takenBackBy } }
  return { id, on, at, author: authorName, ...takenBack, what }
}
