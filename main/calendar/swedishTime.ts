import type { Day, Instant } from '../contract/values.ts'
import { daysAfter } from './days.ts'

const SWEDEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

const hours = new Map<string, { day: Day; hour: string }>()

/** The day and the time of day, HH:MM, in Sweden: Arton's units are there, whatever the computer is set to. */
export function inSweden(at: Instant): { day: Day; time: string } {
  const utcHour = at.slice(0, 13)
  const hourAt = Date.parse(`${utcHour}:00:00Z`)
  if (Number.isNaN(hourAt)) return { day: at.slice(0, 10), time: '' } // only in a log that was altered
  let found = hours.get(utcHour)
  if (found === undefined) {
    const [day = '', hour = ''] = SWEDEN.format(hourAt).split(' ')
    found = { day, hour: hour.slice(0, 2) }
    hours.set(utcHour, found) // the offset is in whole hours, and changes at one
  }
  return { day: found.day, time: `${found.hour}:${at.slice(14, 16)}` }
}

/** The instant when a day begins in Sweden. */
export function beginningOf(day: Day): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const ahead = [1, 2].find(hours => inSweden(new Date(midnight - hours * 3_600_000).toISOString()).time === '00:00')
  return new Date(midnight - (ahead ?? 1) * 3_600_000).toISOString()
}

/** The instants of whole days: from the first one's beginning up to, and without, the beginning of the day after the last. */
export function instantsOf(fromOn: Day, toOn: Day): { from: Instant; before: Instant } {
  return { from: beginningOf(fromOn), before: beginningOf(daysAfter(toOn, 1)) }
}
