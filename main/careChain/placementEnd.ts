import { daysAfter, daysBetween, laterOf, monthsAfter } from '../calendar/days.ts'
import type { Day } from '../contract/values.ts'

type Absence = { readonly fromOn: Day; readonly backOn?: Day | undefined }

/**
 * The last day of LVM care: six months from the first day (LVM 20 §), moved on by every day of absence, up to
 * `today` where the client is still away (21 §). A calculation, never a decision (L38). When the month is too
 * short the last day of it counts. Absences come in the order of their first days and may overlap.
 */
export function lvmEnd(fromOn: Day, absences: readonly Absence[], today: Day): { endsOn: Day; absentDays: number } {
  const withoutAbsence = monthsAfter(fromOn, 6)
  let absentDays = 0
  let countedTo = fromOn
  for (const each of absences) {
    const awayFrom = laterOf(each.fromOn, countedTo)
    const awayTo = each.backOn ?? today
    if (awayTo <= awayFrom || awayFrom > daysAfter(withoutAbsence, absentDays)) continue
    absentDays += daysBetween(awayFrom, awayTo)
    countedTo = awayTo
  }
  return { endsOn: daysAfter(withoutAbsence, absentDays), absentDays }
}

type Stay = { readonly legalGround: string; readonly fromOn: Day; readonly toOn?: Day | undefined }

/**
 * The first day of the LVM care that is going on: undefined when the last stay has ended or is not LVM care. A
 * move between homes, to § 27 or back from it, on the same day or the next, does not start the six months anew. Stays are in
 * the order of their first days; one without a last day lasted until the next began.
 */
export function lvmCareFrom(stays: readonly Stay[]): Day | undefined {
  const last = stays.at(-1)
  if (last === undefined || !isLvm(last) || last.toOn !== undefined) return undefined
  let from = last.fromOn
  for (const before of stays.slice(0, -1).toReversed()) {
    if (!isLvm(before) || from > daysAfter(before.toOn ?? from, 1)) break
    from = before.fromOn
  }
  return from
}

function isLvm({ legalGround }: Stay): boolean {
  return legalGround.startsWith('lvm')
}
