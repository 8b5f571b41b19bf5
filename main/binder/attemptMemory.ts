import { z } from 'zod'
import { instant } from '../contract/values.ts'

const MOST_LISTED = 50

/** What lay on the disk at the last orderly lock, by the key that was then: see `lockSeal.ts`. */
const lockSeal = z.strictObject({
  /** The last entry of the access log. */
  sequence: z.int().min(0),
  database: z.hex().length(64),
  keyring: z.hex().length(64),
  mac: z.hex().length(64),
})
export type LockSeal = z.infer<typeof lockSeal>

/** What is remembered of attempts between two starts, as `door.json` holds it. No secret and no name: ids, times, a count. */
export const attemptMemory = z.strictObject({
  format: z.literal(1),
  /** Wrong attempts since anyone last came in. */
  wrong: z.int().min(0),
  /** When the latest of them were made, latest first, until the access log has been told. */
  failedAt: z.array(instant).max(MOST_LISTED),
  /** How many more, before those. */
  unlisted: z.int().min(0),
  /** Who has come in here, the latest first: their slots are tried first. */
  latest: z.array(z.uuid()).max(200),
  /** True when someone locked by hand or was away: then the computer's keychain is not enough. */
  typedOnly: z.boolean(),
  /** True when what was remembered before was gone or damaged, until the access log has been told. */
  lost: z.boolean(),
  /** Whose door this is; another binder's counts as lost. Versions before December 2026 wrote none. */
  binderId: z.uuid().optional(),
  seal: lockSeal.optional(),
})
export type AttemptMemory = z.infer<typeof attemptMemory>

/** What the access log has not been told yet: the attempts with the first first. */
export type UnreportedAttempts = Readonly<Pick<AttemptMemory, 'failedAt' | 'unlisted' | 'lost'>>

export const NO_ATTEMPTS: AttemptMemory = {
  format: 1,
  wrong: 0,
  failedAt: [],
  unlisted: 0,
  latest: [],
  typedOnly: true,
  lost: false,
}

/** A memory that is gone or cannot be read counts as this many wrong attempts: to take it away gains nothing. */
const WRONG_WHEN_LOST = 6
export const LOST_MEMORY: AttemptMemory = { ...NO_ATTEMPTS, wrong: WRONG_WHEN_LOST, lost: true }

/** Slips of the finger that cost nothing. */
const FREE = 2
const LONGEST_WAIT = 15 * 60

/** Seconds to wait after so many wrong attempts in a row: 0, 0, 2, 4, 8 … and at most a quarter of an hour. */
export function waitAfter(wrong: number): number {
  return wrong <= FREE ? 0 : Math.min(LONGEST_WAIT, 2 ** Math.min(wrong - FREE, 20))
}

/** One wrong attempt more. */
export function withFailure(memory: AttemptMemory, at: string): AttemptMemory {
  const failedAt = [at, ...memory.failedAt]
  const unlisted = memory.unlisted + Math.max(0, failedAt.length - MOST_LISTED)
  return { ...memory, wrong: memory.wrong + 1, failedAt: failedAt.slice(0, MOST_LISTED), unlisted }
}

/** The memory without one attempt that is underway, unless someone came in meanwhile and the count began anew. */
export function withoutFailure(memory: AttemptMemory, at: string): AttemptMemory {
  const place = memory.failedAt.indexOf(at)
  if (place === -1) return memory
  return { ...memory, wrong: Math.max(0, memory.wrong - 1), failedAt: memory.failedAt.toSpliced(place, 1) }
}

/** Someone has come in: the count begins anew, what was unreported has been reported, and this user is the latest. */
export function withSuccess(memory: AttemptMemory, user: string): AttemptMemory {
  const latest = [user, ...memory.latest.filter(each => each !== user)].slice(0, 200)
  return { ...memory, wrong: 0, failedAt: [], unlisted: 0, latest, typedOnly: false, lost: false }
}
