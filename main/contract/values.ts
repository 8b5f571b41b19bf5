import { z } from 'zod'

z.config({ jitless: true }) // zod otherwise probes `new Function`, which trusted types forbid

/** No client's day lies outside these: a year beyond them is a slip of the pen. */
export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2200-12-31'

/** A calendar day, YYYY-MM-DD, that exists in the calendar, from 1900 to 2200. As text it sorts and compares as days do. */
export const day = z.iso.date().refine(each => each >= FIRST_DAY && each <= LAST_DAY)
export type Day = z.infer<typeof day>

/** A time of day on the wall clock, HH:MM. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** An instant in UTC, ISO 8601 with a trailing Z. */
export const instant = z.iso.datetime().max(30)
export type Instant = z.infer<typeof instant>

export const clientId = z.uuid().brand('ClientId')
export type ClientId = z.infer<typeof clientId>

export const userId = z.uuid().brand('UserId')
export type UserId = z.infer<typeof userId>

export const unitId = z.uuid().brand('UnitId')
export type UnitId = z.infer<typeof unitId>

/** The number of a session in the manual: 1 to 18. */
export const sessionNumber = z.int().min(1).max(18)

/** A CRA procedure, P01 to P19. Source: method.md section 3. */
export const procedureCode = z.string().regex(/^P(0[1-9]|1\d)$/)

/** A phase of the planned year: A LVM home, B transition, C aftercare. Source: method.md section 5. */
export const phase = z.enum(['A', 'B', 'C'])
export type Phase = z.infer<typeof phase>

/**
 * A key from one of the lists that are data: reasons, legal grounds. One that came with another unit's record and is not in
 * our list stands under that unit, `x:<unit>:<key>`, so that it is never taken for one that a later version brings.
 */
export const listCode = z.string().regex(/^(x:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:)?[a-z][a-zA-Z0-9]{1,39}$/)

/** More handovers than any record sees. */
export const LAST_EPOCH = 999

/** Who held the record when something was written: 1 for the first holder. Each handover makes it one more. */
export const epoch = z.int().min(1).max(LAST_EPOCH)

/**
 * The most characters of a typed text, by its kind. Screens count out by them (`longestOf`), the core refuses by them,
 * and nothing is ever cut to fit.
 */
export const LONGEST = {
  /** A name, a place, a short reason. */
  line: 200,
  /** What someone said, did or decided, in a field of a form. */
  words: 20_000,
  /** A note: fifty pages pasted from Word, and as much again. */
  note: 250_000,
} as const

/** One line of free text, trimmed, never empty. */
export const line = z.string().trim().min(1).max(LONGEST.line)

/** The same, where nothing need be said. */
export const lineOrNone = z.string().trim().max(LONGEST.line)

/** What someone said, did or decided, trimmed; may be empty. */
export const words = z.string().trim().max(LONGEST.words)

/** Free text of many lines, trimmed; may be empty. */
export const note = z.string().trim().max(LONGEST.note)
