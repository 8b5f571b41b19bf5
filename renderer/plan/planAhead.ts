import type { SlotState } from '../../main/contract/plan.ts'
import type { Day } from '../../main/contract/values.ts'

export type PlanAhead = {
  /** Days that have been and of which nobody has said what came, from the oldest. */
  readonly undocumented: readonly SlotState[]
  /** The next booked time, today or later. */
  readonly booked: SlotState | undefined
  /** The session to hold next; undefined once every one in the plan has been held. */
  readonly next: SlotState | undefined
}

/**
 * What lies ahead in the plan, and what is left behind. The next session is the one that is booked; else one whose day
 * has been, else one that was broken off, else the first that nobody has tried.
 */
export function planAhead(slots: readonly SlotState[], today: Day): PlanAhead {
  const open = slots.filter(each => each.outcome !== 'held')
  const byTime = open.filter(each => each.awaited).toSorted((a, b) => timeOf(a).localeCompare(timeOf(b)))
  const undocumented = byTime.filter(each => isUndocumented(each, today))
  const booked = byTime.find(each => !isUndocumented(each, today))
  const begun = open.find(each => each.outcome === 'partlyHeld')
  const untried = open.find(each => each.outcome === undefined)
  return { undocumented, booked, next: booked ?? undocumented[0] ?? begun ?? untried ?? open[0] }
}

/** Its day was before `today`, and nothing says what came of it: that is written before it gets another day. */
export function isUndocumented({ awaited, plannedOn }: SlotState, today: Day): boolean {
  return awaited && plannedOn !== undefined && plannedOn < today
}

/** In the order of the calendar; without an hour last of its day. */
function timeOf({ plannedOn = '', plannedAt = '24:00' }: SlotState): string {
  return `${plannedOn} ${plannedAt}`
}
