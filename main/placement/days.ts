import type { Day } from '../contract/values.ts'

/** Milliseconds. */
const A_DAY = 86_400_000

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** The day so many days later; earlier when negative. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * A_DAY).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / A_DAY)
}
