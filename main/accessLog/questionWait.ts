import { refuse } from '../contract/errors.ts'
import type { Instant } from '../contract/values.ts'

/** Questions in an hour that need not wait: a therapist looks up a colleague's client a few times a day. */
const FREE = 10

/** Seconds after the question before: for the eleventh, then twice as long each time, up to the longest. */
const FIRST_WAIT = 15
const LONGEST_WAIT = 240

/**
 * Refuses a question whether someone is in the binder when the user has asked ten times in an hour and the last time was
 * just now. `asked` holds the instants of the past hour, from first to last. A clock turned back makes no wait shorter.
 */
export function refuseIfAskedOften(asked: readonly Instant[], now: Instant): void {
  const last = asked.at(-1)
  if (asked.length < FREE || last === undefined) return
  const wait = Math.min(FIRST_WAIT * 2 ** (asked.length - FREE), LONGEST_WAIT)
  const passed = Math.max(0, (Date.parse(now) - Date.parse(last)) / 1_000)
  if (passed < wait) refuse('asked-often', { seconds: Math.ceil(wait - passed) })
}
