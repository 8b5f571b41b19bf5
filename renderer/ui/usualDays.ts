import type { Day } from '../../main/contract/values.ts'
import type { ClientDays } from '../core/useClientDays.ts'
import { dayAndYear, daysBetween } from './format.ts'

/** What a field usually holds. Any other day is asked about before it is taken, in words that name the year. */
export type UsualDays = {
  /** Days from today that need no question, back and ahead. */
  readonly back: number
  readonly ahead: number
  /** The client's own days, where the field tells of the client. */
  readonly client?: ClientDays | undefined
}

const of = (back: number, ahead: number) => (client?: ClientDays) => ({ back, ahead, client }) satisfies UsualDays

/** What happens from day to day: a year back, sixty days ahead. */
export const aroundNow = of(365, 60)
/** What has happened. */
export const untilNow = of(365, 0)
/** What is to happen: sessions, meetings. */
export const fromNow = of(0, 60)
/** What is looked at again: a goal, an offer. */
export const withinAYear = of(0, 366)
/** Until when something is to last: a stay, a consent. */
export const someYearsAhead = of(0, 3 * 366)
/** What may have been long ago: an education, a period of the log. */
export const longAgo = of(50 * 366, 0)
/** What something is looked up for: a list, a period of the log. */
export const anyYear = of(50 * 366, 3 * 366)

/** Why a day is asked about, as a question; undefined when it is one the field usually holds. */
export function doubtAbout(day: Day, today: Day, { back, ahead, client }: UsualDays): string | undefined {
  const away = daysBetween(today, day)
  const clientsReason = client && clientDoubt(day, client)
  if (clientsReason !== undefined) return `${dayAndYear(day)} ${clientsReason}. Stämmer det?`
  return away > ahead || -away > back ? doubtAboutDistance(day, today) : undefined
}

/** The question about a day that is far away, or not the nearest of its name. */
export function doubtAboutDistance(day: Day, today: Day): string {
  return `${dayAndYear(day)} ${distance(daysBetween(today, day))}. Stämmer det?`
}

function clientDoubt(day: Day, { bornIn, diedOn, stays = [] }: ClientDays): string | undefined {
  if (bornIn !== '' && day < `${bornIn}-01-01`) return 'är före klientens födelse'
  if (diedOn !== undefined && day > diedOn) return `är efter klientens död ${dayAndYear(diedOn)}`
  const isWithin = stays.some(each => each.fromOn <= day && (each.toOn === undefined || day <= each.toOn))
  return stays.length === 0 || isWithin ? undefined : 'ligger utanför klientens placeringar'
}

function distance(away: number): string {
  if (away === 0) return 'är i dag'
  if (away > 0) return away === 1 ? 'är i morgon' : `är om ${span(away)}`
  return away === -1 ? 'var i går' : `var för ${span(-away)} sedan`
}

function span(days: number): string {
  const years = Math.floor(days / 365.25)
  if (years >= 2) return `${years} år`
  return years === 1 ? 'mer än ett år' : `${days} dagar`
}
