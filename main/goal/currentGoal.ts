import { type Goal, type GoalEvent, type GoalStatus, isClosed } from '../contract/goal.ts'
import type { Day } from '../contract/values.ts'

/**
 * A goal as it stands after everything that happened to it; undefined when it was never said, which only a damaged
 * record can bring about. What was undone does not count.
 *
 * A goal whose first step is done is under way, without anyone having to say so. One that is reached or ended is not
 * reviewed any more.
 */
export function currentGoal(
  { id, clientId }: Pick<Goal, 'id' | 'clientId'>,
  history: readonly GoalEvent[],
): Goal | undefined {
  const events = history.filter(each => each.takenBack === undefined)
  const setOn = history[0]?.on
  const worded = events.map(each => each.what).findLast(what => what.kind === 'worded')
  if (worded === undefined || setOn === undefined) return undefined
  const { kind: _, reviewOn: _first, ...wording } = worded
  const steps = stepsAfter(wording.steps, events)
  const [begunOn] = steps.flatMap(each => each.doneOn ?? []).toSorted()
  const {
    status,
    on: statusOn,
    whatHelped,
  } = statusAfter(events) ?? { status: 'notStarted', on: setOn, whatHelped: '' }
  const isUnderWay = status === 'notStarted' && begunOn !== undefined
  const reviewOn = reviewDayAfter(events)
  return {
    id,
    clientId,
    setOn,
    ...wording,
    steps,
    status: isUnderWay ? 'underWay' : status,
    statusOn: isUnderWay ? begunOn : statusOn,
    whatHelped,
    ...(reviewOn === undefined || isClosed(status) ? {} : { reviewOn }),
    history: [...history],
  }
}

type StatusSince = { readonly status: GoalStatus; readonly on: Day; readonly whatHelped: string }

/** The status last said, since the day it was first said; undefined when none was. What helped stays until it is said anew. */
function statusAfter(events: readonly GoalEvent[]): StatusSince | undefined {
  let latest: StatusSince | undefined
  for (const { what, on } of events) {
    if (what.kind !== 'status' && what.kind !== 'review') continue
    const { status, whatHelped } = what
    latest =
      status === latest?.status
        ? { ...latest, whatHelped: whatHelped || latest.whatHelped }
        : { status, on, whatHelped }
  }
  return latest
}

/** The steps with the day on which each was last done, unless that was called off. */
function stepsAfter(steps: Goal['steps'], events: readonly GoalEvent[]): Goal['steps'] {
  return steps.map(step => {
    const latest = events.findLast(({ what }) => what.kind === 'step' && what.stepId === step.id)
    return latest?.what.kind === 'step' && latest.what.done ? { ...step, doneOn: latest.on } : step
  })
}

/** The next review, as it was set with the wording or at the latest review. */
function reviewDayAfter(events: readonly GoalEvent[]): Day | undefined {
  return events.map(each => each.what).findLast(what => what.kind === 'worded' || what.kind === 'review')?.reviewOn
}
