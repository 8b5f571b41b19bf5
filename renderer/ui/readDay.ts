import { type Day, day as dayInContract, FIRST_DAY, LAST_DAY } from '../../main/contract/values.ts'
import { addDays, dayAndYear, daysBetween } from './format.ts'
import { plainSigns, type Reading, unread } from './reading.ts'
import { doubtAbout, doubtAboutDistance, type UsualDays } from './usualDays.ts'

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]
const WEEKDAYS = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag']
const NEARBY: Readonly<Record<string, number>> = {
  idag: 0,
  igår: -1,
  iförrgår: -2,
  imorgon: 1,
  imorron: 1,
  iövermorgon: 2,
}

const HOW = 'Skriv dagen som 8/11, 8 nov 2026 eller 2026-11-08.'

/** A day as it was written: the year as many digits as stood there, empty when none did. */
type Written = { readonly day: string; readonly month: number; readonly year: string }

/** True of a text that is a day as the core takes it, and nothing else. */
export const isDay = (text: string): text is Day => dayInContract.safeParse(text).success

/**
 * A day as Swedes write it: 8/11, 8.11.2026, 8 nov -26, den 8:e november, sön 8/11, 2026-11-08, 261108, 20261108. Day
 * before month, but where the year comes first. Six digits, and three pairs with dashes or spaces, are year first as
 * Swedes write them when that is a day the field usually holds; could it as well be day first, it is not read. A day
 * without a year is the nearest that the field usually holds, and `told` says which; one that is not simply the nearest
 * is asked about. Unusual days are asked about.
 */
export function readDay(text: string, today: Day, usual: UsualDays): Reading {
  const plain = plainSigns(text)
  const { rest, weekday } = withoutWeekday(plain)
  const nearby = NEARBY[rest.replaceAll(' ', '')]
  if (nearby !== undefined) return judged(addDays(today, nearby), weekday, today, usual, true)
  if (weekday !== undefined && rest === '') return unread('Vilken dag? Skriv datumet, till exempel 8/11.')

  const written = namedMonth(rest) ?? separated(rest)
  if (written !== undefined) return settled(written, weekday, today, usual)
  const digits = /^(?:(\d\d)(\d\d)(\d\d)|(\d\d)[- ](\d\d)[- ](\d\d)|(\d{8}))$/.exec(rest)
  if (digits === null) return unread(HOW)
  const [, a, b, c, d, e, f, eight] = digits
  if (eight !== undefined) return settled(eightDigits(eight), weekday, today, usual)
  return threePairs([a ?? d ?? '', b ?? e ?? '', c ?? f ?? ''], weekday, today, usual)
}

/** The weekday before or after, in full or short, and what is left without it and *den*. */
function withoutWeekday(text: string): { rest: string; weekday: number | undefined } {
  const names = 'mån|må|tis|ti|ons|on|tors|tor|to|fre|fr|lör|lö|sön|sö'
  const before = new RegExp(`^(${names})(?:dag|da|d)?(?:en)?[.,]? ?(?=den |d\\. ?|\\d|$)`).exec(text)
  const after = new RegExp(`[ ,(]+(${names})(?:dag|da|d)?(?:en)?[.)]*$`).exec(text)
  const found = before ?? after
  const name = found?.[1]?.slice(0, 2)
  const rest = found === null ? text : text.replace(found[0], '')
  return {
    rest: rest
      .replace(/^(?:den |d\. ?)/, '')
      .replaceAll(/ ?, ?/g, ' ')
      .trim(),
    weekday: name === undefined ? undefined : WEEKDAYS.findIndex(each => each.startsWith(name)),
  }
}

/** 8 november 2026, 8:e nov -26, 8.nov.2026, november 8 2026, 2026 november 8. */
function namedMonth(text: string): Written | undefined {
  const parts = /^(\d{1,4})?(?::?[ea])?[ ./-]*(\p{L}{3,})[ ./-]*'?(\d{1,4})?(?::?[ea])?(?:[ ./-]+'?(\d{4}))?$/u.exec(
    text,
  )
  if (parts === null) return undefined
  const [, first, name = '', second, third] = parts
  const month = monthNamed(name)
  if (month === 0) return undefined
  if (first !== undefined && third !== undefined) return undefined
  const [day, year] =
    first === undefined ? [second, third] : first.length === 4 ? [second, first] : [first, second ?? '']
  if (day === undefined || year === undefined || !/^\d\d?$/.test(day) || !/^(\d\d|\d{4})?$/.test(year)) return undefined
  return { day, month, year }
}

/** The number of the month, 0 when it is none: at least three letters of its name, or *febr* and *sept*. */
function monthNamed(name: string): number {
  return MONTHS.findIndex(each => each.startsWith(name)) + 1
}

/** 8/11, 8-11-2026, 8.11.26, 8/11 -26, 2026-11-08: whatever cannot be three pairs with the year first as well. */
function separated(text: string): Written | undefined {
  const between = '(?: ?[./-] ?| )'
  const yearFirst = new RegExp(`^(\\d{4})${between}(\\d\\d?)${between}(\\d\\d?)$`).exec(text)
  if (yearFirst !== null) {
    const [, year = '', month, day = ''] = yearFirst
    return { day, month: Number(month), year }
  }
  const dayFirst = new RegExp(`^(\\d\\d?)(${between})(\\d\\d?)(?:(${between}-?'?)(\\d\\d|\\d{4}))?$`).exec(text)
  if (dayFirst !== null) {
    const [whole, day = '', one = '', month, other = '', year = ''] = dayFirst
    const isPairs = /^\d\d[- ]\d\d[- ]\d\d$/.test(whole)
    const isTime = year === '' && one.trim() === '' && text.length > 5
    return isPairs || isTime || !isSameDay(one.trim(), other.replace("'", '').trim())
      ? undefined
      : { day, month: Number(month), year }
  }
  const shortYearFirst = /^(\d\d)-(\d\d?)-(\d)$/.exec(text)
  if (shortYearFirst === null) return undefined
  const [, year = '', month, day = ''] = shortYearFirst
  return { day, month: Number(month), year }
}

/** True when the signs before the month and the year can belong to one day: 8-9/11 is two. */
const isSameDay = (beforeMonth: string, beforeYear: string) =>
  beforeYear === beforeMonth || beforeYear === '' || (beforeYear.endsWith('-') && beforeMonth !== '-')

/** 20261108 or 08112026: never both, since no year before 1900 is taken. */
function eightDigits(digits: string): Written {
  const mayBeYear = (four: string) => Number(four) >= Number(FIRST_DAY.slice(0, 4))
  const isYearFirst = mayBeYear(digits.slice(0, 4)) && (Number(digits.slice(4, 6)) <= 12 || !mayBeYear(digits.slice(4)))
  const [year, month, day] = isYearFirst
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)]
  return { day, month: Number(month), year }
}

/** Year first or day first: see `readDay`. */
function threePairs(
  [a, b, c]: readonly [string, string, string],
  weekday: number | undefined,
  today: Day,
  usual: UsualDays,
): Reading {
  const find = (written: Written) => existing(withCentury(written.year, today), written)
  const yearFirst = find({ year: a, month: Number(b), day: c })
  const dayFirst = find({ year: c, month: Number(b), day: a })
  const only = yearFirst ?? dayFirst
  if (only === undefined) return unread('Den dagen finns inte i kalendern.')
  const isUsual = (each: Day) => doubtAbout(each, today, usual) === undefined
  if (dayFirst === undefined || yearFirst === undefined || dayFirst === yearFirst)
    return judged(only, weekday, today, usual)
  if (isUsual(yearFirst) && !isUsual(dayFirst)) return judged(yearFirst, weekday, today, usual)
  return unread(`Kan vara ${dayAndYear(dayFirst)} eller ${dayAndYear(yearFirst)}. Skriv året med fyra siffror.`)
}

/** The day that was written, with a year found for it where none was. */
function settled(written: Written, weekday: number | undefined, today: Day, usual: UsualDays): Reading {
  const { month, day, year } = written
  if (month < 1 || month > 12) return unread(`Det finns ingen månad ${month}. Skriv dagen först: 8/11.`)
  const inWords = `${Number(day)} ${MONTHS[month - 1]}`
  if (year !== '') {
    const whole = year.length === 2 ? withCentury(year, today) : year
    const found = existing(whole, written)
    return found === undefined ? unread(`${inWords} ${whole} finns inte.`) : judged(found, weekday, today, usual)
  }
  if (Number(day) < 1 || existing('2024', written) === undefined) return unread(`${inWords} finns inte.`)
  const thisYear = Number(today.slice(0, 4))
  const candidates = [thisYear - 1, thisYear, thisYear + 1].flatMap(each => existing(`${each}`, written) ?? [])
  const fitting = candidates.filter(each => weekday === undefined || weekdayOf(each) === weekday)
  const byDistance = (fitting.length > 0 ? fitting : candidates).toSorted(
    (one, other) => Math.abs(daysBetween(today, one)) - Math.abs(daysBetween(today, other)),
  )
  const [chosen] = byDistance.toSorted(
    (one, other) => daysOutside(one, today, usual) - daysOutside(other, today, usual),
  )
  if (chosen === undefined) return unread('Skriv också året.')
  const reading = judged(chosen, weekday, today, usual, true)
  if (reading.kind !== 'read' || chosen === byDistance[0]) return reading
  return asked(chosen, doubtAboutDistance(chosen, today))
}

const asked = (value: Day, question: string): Reading => ({
  kind: 'asked',
  value,
  question,
  yes: `Ja, ${dayAndYear(value)}`,
})

/** How many days beyond the usual ones, either way. */
function daysOutside(each: Day, today: Day, { back, ahead }: UsualDays): number {
  const away = daysBetween(today, each)
  return Math.max(0, away - ahead, -away - back)
}

/** Two digits are a year from eighty years back to nineteen ahead. */
function withCentury(year: string, today: Day): string {
  const latest = Number(today.slice(0, 4)) + 19
  return `${latest - ((((latest - Number(year)) % 100) + 100) % 100)}`
}

function existing(year: string, { month, day }: Written): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDay(text) ? text : undefined
}

function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const weekdayOf = (each: Day) => new Date(`${each}T00:00:00Z`).getUTCDay()

/** Taken, unless the weekday is another, the year cannot be kept, or the field seldom holds such a day. */
function judged(found: Day, weekday: number | undefined, today: Day, usual: UsualDays, yearIsFound = false): Reading {
  if (!isDay(found)) return unread(`Året måste vara mellan ${FIRST_DAY.slice(0, 4)} och ${LAST_DAY.slice(0, 4)}.`)
  const words = dayAndYear(found)
  if (weekday !== undefined && weekdayOf(found) !== weekday)
    return unread(`${words} är en ${WEEKDAYS[weekdayOf(found)]}, inte en ${WEEKDAYS[weekday]}.`)
  const question = doubtAbout(found, today, usual)
  if (question !== undefined) return asked(found, question)
  return yearIsFound ? { kind: 'read', value: found, told: `Det blir ${words}.` } : { kind: 'read', value: found }
}
