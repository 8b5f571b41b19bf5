import dayjs from 'dayjs'
import type { Day, Instant } from '../../main/contract/values.ts'

/** *tis 3 mars*, with the year when it is another than `today`'s. */
export function shortDay(day: Day, today?: Day): string {
  const sameYear = today === undefined || day.slice(0, 4) === today.slice(0, 4)
  return dayjs(day)
    .locale('sv')
    .format(sameYear ? 'ddd D MMM' : 'D MMM YYYY')
    .replaceAll('.', '')
}

/** *lördag 21 november, vecka 47* */
export function fullDay(day: Day): string {
  return `${dayjs(day).locale('sv').format('dddd D MMMM')}, vecka ${weekNumber(day)}`
}

/** *lördag 21 november*, with the year when it is another than `today`'s. */
export function wholeDay(day: Day, today: Day): string {
  return dayjs(day)
    .locale('sv')
    .format(day.slice(0, 4) === today.slice(0, 4) ? 'dddd D MMMM' : 'dddd D MMMM YYYY')
}

/** *3 mars 2026* */
export function dayAndYear(day: Day): string {
  return dayjs(day).locale('sv').format('D MMMM YYYY')
}

/** *mars 2019*, *sep 2025* */
export function monthAndYear(day: Day): string {
  return MONTH_AND_YEAR.format(new Date(day)).replace('.', '')
}

const MONTH_AND_YEAR = new Intl.DateTimeFormat('sv', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** *1–20 november 2026*, *1 oktober – 20 november 2026* or *1 december 2025 – 20 januari 2026*. */
export function period(fromOn: Day, toOn: Day): string {
  if (fromOn === toOn) return dayAndYear(fromOn)
  const from = dayjs(fromOn).locale('sv')
  if (fromOn.slice(0, 7) === toOn.slice(0, 7)) return `${from.format('D')}–${dayAndYear(toOn)}`
  return `${fromOn.slice(0, 4) === toOn.slice(0, 4) ? from.format('D MMMM') : dayAndYear(fromOn)} – ${dayAndYear(toOn)}`
}

/** *09.30* from HH:MM. */
export function clock(time: string): string {
  return time.replace(':', '.')
}

/** The day on the user's own clock. */
export function dayOf(at: Instant): Day {
  return dayjs(at).format('YYYY-MM-DD')
}

/** *14.32*, on the user's own clock. */
export function clockOf(at: Instant | Date): string {
  return dayjs(at).format('HH.mm')
}

/** *3 mars 2026 kl. 14.32*, on the user's own clock. */
export function dayAndClock(at: Instant): string {
  return `${dayAndYear(dayjs(at).format('YYYY-MM-DD'))} kl. ${clockOf(at)}`
}

/** *i dag 14.32*, *i går 14.32* or *tis 3 mars 14.32*, on the user's own clock. */
export function moment(at: Instant, today: Day): string {
  const day = dayjs(at).format('YYYY-MM-DD')
  const ago = daysBetween(day, today)
  return `${ago === 0 ? 'i dag' : ago === 1 ? 'i går' : shortDay(day, today)} ${clockOf(at)}`
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function addDays(day: Day, days: number): Day {
  return dayjs(day).add(days, 'day').format('YYYY-MM-DD')
}

/** ISO 8601: a week belongs to the year of its Thursday, and week 1 holds the year's first Thursday. */
function weekNumber(day: Day): number {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return 1 + Math.floor((thursday.getTime() - newYear) / 604_800_000)
}

/** Words of a list as they stand inside a sentence: the first letter small, unless the first word has more capitals (CRA, SiS). */
export function midSentence(words: string): string {
  const [first = ''] = words.split(' ')
  const small = first.charAt(0).toLocaleLowerCase('sv') + first.slice(1)
  return small === first.toLocaleLowerCase('sv') ? small + words.slice(first.length) : words
}

/** *CRA, MI och ÅP*, or with *eller*. */
export function listed(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat('sv', { type }).format(words)
}

const number = new Intl.NumberFormat('sv-SE')

/** *4 711* */
export const count = (value: number): string => number.format(value)
