import { z } from 'zod'
import { instant } from '../contract/values.ts'

const MOST_LISTED = 50

/** What the door remembers between two starts. No secret and no name: ids, times, a count. */
export const doorMemory = z.strictObject({
  format: z.literal(1),
  /** Wrong attempts since the last right one. */
  wrong: z.int().min(0),
  /** When the latest of them were made, until someone who comes in has been told. */
  failedAt: z.array(instant).max(MOST_LISTED),
  /** How many more, before those. */
  unlisted: z.int().min(0),
  /** Who has come in here, the latest first: their slots are tried first. */
  latest: z.array(z.uuid()).max(200),
  /** True when someone locked the door by hand or left it: then the computer's keychain is not enough. */
  typedOnly: z.boolean(),
  /** True when what was remembered before was gone or damaged, until someone who comes in has been told. */
  lost: z.boolean(),
})
export type DoorMemory = z.infer<typeof doorMemory>

/** Of that, what the access log is told: the attempts with the first first. */
export type DoorTold = Readonly<Pick<DoorMemory, 'failedAt' | 'unlisted' | 'lost'>>

export const NEW_DOOR: DoorMemory = {
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
export const LOST_DOOR: DoorMemory = { ...NEW_DOOR, wrong: WRONG_WHEN_LOST, lost: true }

/** Slips of the finger that cost nothing. */
const FREE = 2
const LONGEST = 15 * 60

/** Seconds to wait after so many wrong attempts in a row: 0, 0, 2, 4, 8 … and at most a quarter of an hour. */
export function waitAfter(wrong: number): number {
  return wrong <= FREE ? 0 : Math.min(LONGEST, 2 ** Math.min(wrong - FREE, 20))
}

/** One wrong attempt more. Counted before the attempt is tried, so that pulling the plug saves nothing. */
export function afterWrong(memory: DoorMemory, at: string): DoorMemory {
  const failedAt = [at, ...memory.failedAt]
  const unlisted = memory.unlisted + Math.max(0, failedAt.length - MOST_LISTED)
  return { ...memory, wrong: memory.wrong + 1, failedAt: failedAt.slice(0, MOST_LISTED), unlisted }
}

/** Someone has come in: the count begins anew, those who waited to be told of have been, and this user is the latest. */
export function afterComingIn(memory: DoorMemory, user: string): DoorMemory {
  const latest = [user, ...memory.latest.filter(each => each !== user)].slice(0, 200)
  return { ...memory, wrong: 0, failedAt: [], unlisted: 0, latest, typedOnly: false, lost: false }
}
