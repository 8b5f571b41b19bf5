import { randomBytes, randomUUID } from 'node:crypto'
import type { World } from './context.ts'

/** The real clock and real chance. `today` fixes the day, for tests and for looking at a binder as of a day. */
export function realWorld(today?: string): World {
  return {
    today: () => today ?? dayIn(new Date()),
    now: () => new Date().toISOString(),
    monotonic: () => performance.now(),
    chance: bytes => randomBytes(bytes),
    newId: <Id extends string>() => randomUUID() as string as Id,
  }
}

/** The calendar day where the user is, not in UTC: a session at 23.30 belongs to that evening. */
function dayIn(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
