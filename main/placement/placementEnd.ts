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
