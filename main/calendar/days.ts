import type { Day } from '../contract/values.ts'

/** Milliseconds. */
const A_DAY = 86_400_000

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** The day so many days later; earlier when negative. */
export function daysAfter(day: Day, days: number): Day {
  return dayAt(Date.parse(`${day}T00:00:00Z`) + days * A_DAY)
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** The day whose midnight in UTC this is: for reckoning with days alone. What day it is at an instant, `inSweden` says. */
function dayAt(midnight: number): Day {
  return new Date(midnight).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / A_DAY)
}
