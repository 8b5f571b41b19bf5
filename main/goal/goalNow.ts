import { type Goal, type GoalEvent, type GoalStatus, type GoalStepId, isClosed } from '../contract/goal.ts'
import type { Day } from '../contract/values.ts'

/**
 * A goal as it stands after everything that happened to it; undefined when it was never said, which only a damaged
 * record can bring about. What was undone does not count.
 *
 * A goal whose first step is done is under way, without anyone having to say so. One that is reached or ended is not
 * reviewed any more.
 */
export function goalNow(
  { id, clientId }: Pick<Goal, 'id' | 'clientId'>,
  history: readonly GoalEvent[],
): Goal | undefined {
  const setOn = history[0]?.on
  let worded: (GoalEvent['what'] & { kind: 'worded' }) | undefined
  let said: { status: GoalStatus; on: Day; whatHelped: string } | undefined
  let reviewOn: Day | undefined
  const doneOn = new Map<GoalStepId, Day>()
  for (const { what, on } of history.filter(each => each.takenBack === undefined)) {
    if (what.kind === 'worded') worded = what
    if (what.kind === 'worded' || what.kind === 'review') reviewOn = what.reviewOn
    if (what.kind === 'status' || what.kind === 'review') {
      const { status, whatHelped } = what
      said =
        status === said?.status ? { ...said, whatHelped: whatHelped || said.whatHelped } : { status, on, whatHelped }
    }
    if (what.kind === 'step' && what.done) doneOn.set(what.stepId, on)
    if (what.kind === 'step' && !what.done) doneOn.delete(what.stepId)
  }
  if (worded === undefined || setOn === undefined) return undefined

  const { kind: _, reviewOn: _first, ...wording } = worded
  const steps: Goal['steps'] = wording.steps.map(each => {
    const on = doneOn.get(each.id)
    return on === undefined ? each : { ...each, doneOn: on }
  })
  const [begun] = steps.flatMap(each => each.doneOn ?? []).toSorted()
  const { status, on: statusOn, whatHelped } = said ?? { status: 'notStarted', on: setOn, whatHelped: '' }
  const underWay = status === 'notStarted' && begun !== undefined
  return {
    id,
    clientId,
    setOn,
    ...wording,
    steps,
    status: underWay ? 'underWay' : status,
    statusOn: underWay ? begun : statusOn,
    whatHelped,
    ...(reviewOn === undefined || isClosed(status) ? {} : { reviewOn }),
    history: [...history],
  }
}
