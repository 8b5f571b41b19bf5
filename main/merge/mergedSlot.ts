import type { Outcome } from '../contract/plan.ts'
import { SETTLED_FOR_GOOD } from '../contract/record.ts'
import type { Day } from '../contract/values.ts'

/** A slot of the plan, as far as two of them may differ. */
type Slot = {
  readonly plannedOn: Day | null
  readonly plannedAt: string | null
  readonly plannedWhere: string
  readonly plannedWith: string
  /** Planned days up to this one are settled; empty when none is. */
  readonly settledThrough: string
}
type Attempt = {
  readonly id: string
  readonly outcome: Outcome
  readonly on: Day
  readonly signedAt: string
  readonly offerAgainOn: Day | null
}

/** True when both have a time that nothing has settled: only one of them can stand in the plan. */
export function haveTwoTimes(kept: Slot, other: Slot): boolean {
  const alike = kept.plannedOn === other.plannedOn && kept.plannedAt === other.plannedAt
  return isAhead(kept) && isAhead(other) && !alike
}

const isAhead = ({ plannedOn, settledThrough }: Slot) => plannedOn !== null && plannedOn > settledThrough

/**
 * One slot of two: every attempt of both in the order they happened, one that was held whole last, since it settles the
 * slot for good; and the kept one's time, or else the other's.
 */
export function mergedSlot(
  kept: Slot,
  other: Slot,
  attempts: readonly Attempt[],
): { appointment: Omit<Slot, 'settledThrough'>; settledThrough: string; offerAgainOn: Day | null; order: string[] } {
  const order = attempts.toSorted(
    (one, two) =>
      Number(one.outcome === 'held') - Number(two.outcome === 'held') ||
      one.on.localeCompare(two.on) ||
      one.signedAt.localeCompare(two.signedAt),
  )
  const takesOther = !isAhead(kept) && (isAhead(other) || kept.plannedOn === null)
  const { plannedOn, plannedAt, plannedWhere, plannedWith } = takesOther ? other : kept
  const latest = order.at(-1)
  const reached = [kept.settledThrough, other.settledThrough].toSorted().at(-1) ?? ''
  const settledThrough = latest?.outcome === 'held' ? SETTLED_FOR_GOOD : reached
  const planned = (plannedOn ?? '') > settledThrough
  return {
    appointment: { plannedOn, plannedAt, plannedWhere, plannedWith },
    settledThrough,
    offerAgainOn: planned || latest === undefined ? null : latest.offerAgainOn,
    order: order.map(each => each.id),
  }
}
