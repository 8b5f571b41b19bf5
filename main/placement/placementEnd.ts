import type { Day } from '../contract/values.ts'

/**
 * The last day of LVM care if nothing interrupts it: six months from the first day (LVM 20 §). A
 * calculation, never a decision (L38). When the month is too short the last day of it counts.
 */
export function lvmEnd(fromOn: Day): Day {
  const [year = 0, month = 0, day = 0] = fromOn.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + 6, 0)).getUTCDate()
  return new Date(Date.UTC(year, month + 5, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}

type Stay = { readonly legalGround: string; readonly fromOn: Day; readonly toOn: Day | null }

/**
 * The first day of the unbroken LVM care that the stay at `index` belongs to: a transfer between homes, on the
 * same day or the next, does not start the six months anew. Stays are in the order of their first days;
 * undefined for a stay that is not LVM care in an institution.
 */
export function lvmCareFrom(stays: readonly Stay[], index: number): Day | undefined {
  const stay = stays[index]
  if (stay === undefined || !isLvm(stay)) return undefined
  const before = stays[index - 1]
  const unbroken = before !== undefined && isLvm(before) && before.toOn !== null && stay.fromOn <= dayAfter(before.toOn)
  return unbroken ? lvmCareFrom(stays, index - 1) : stay.fromOn
}

function isLvm({ legalGround }: Stay): boolean {
  return legalGround === 'lvm4' || legalGround === 'lvm13'
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
