import { z } from 'zod'
import { placement } from './careChain.ts'
import { consent } from './consent.ts'
import { goal } from './goal.ts'
import { offer } from './offer.ts'
import { command, query } from './operation.ts'
import { remark } from './remark.ts'
import { homework, homeworkReview, session } from './session.ts'
import { clientId, instant, line, words } from './values.ts'
import { worksheetAnswer } from './worksheet.ts'

/** What can be recorded by mistake, each with its own id. */
export const mistakeAbout = z.strictObject({
  kind: z.enum(['session', 'goal', 'offer', 'worksheet', 'homework', 'consent', 'remark', 'placement']),
  id: z.uuid(),
})
export type MistakeAbout = z.infer<typeof mistakeAbout>

/** Why it is struck; `undone` is one's own of the same day, of which nothing more has to be said. */
export const mistakeReason = z.enum(['wrongClient', 'wrongDay', 'wrongSession', 'other', 'undone'])
export type MistakeReason = z.infer<typeof mistakeReason>

/** A mark that stands: the record is as it was written, and counts no more. */
const mistake = z.strictObject({
  id: z.uuid(),
  about: mistakeAbout,
  reason: mistakeReason,
  words: z.string(),
  author: line,
  at: instant,
  /** The mark it came with: it was signed in that session, and is put back with it. */
  cameWith: z.uuid().optional(),
  /** Of a session: what it said of homework, which is outstanding again. */
  reviews: z.array(homeworkReview),
  /** The same day, by who made it. */
  mayTakeBack: z.boolean(),
})
export type Mistake = z.infer<typeof mistake>

/** The record as it was written. */
const struckRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), session }),
  z.strictObject({ kind: z.literal('goal'), goal }),
  z.strictObject({ kind: z.literal('offer'), offer }),
  z.strictObject({ kind: z.literal('worksheet'), worksheet: worksheetAnswer }),
  z.strictObject({ kind: z.literal('homework'), homework }),
  z.strictObject({ kind: z.literal('consent'), consent }),
  z.strictObject({ kind: z.literal('remark'), remark }),
  z.strictObject({ kind: z.literal('placement'), placement }),
])
export type StruckRecord = z.infer<typeof struckRecord>

/** A struck record, with why. */
const struck = z.strictObject({ mistake, record: struckRecord })
export type Struck = z.infer<typeof struck>

export const mistakeContract = {
  /**
   * Marks a record of the present custody as recorded by mistake: it stays readable, and counts no more. What was signed
   * with a session is struck with it. `undone` is for one's own of today only; `other` needs words.
   */
  'mistake.mark': command(
    z.strictObject({ clientId, about: mistakeAbout, reason: mistakeReason, words: words.default('') }),
    mistake,
  ),
  /** The record stands again. The same day, by who marked it; refused where its place has been taken since. */
  'mistake.takeBack': command(z.strictObject({ clientId, mistakeId: z.uuid() }), z.strictObject({})),
  /** What is struck, with the record as it was written; the newest mark first. */
  'mistake.ofClient': query(z.strictObject({ clientId }), z.array(struck)),
  /** One's own records of today, which may be struck without a reason. */
  'mistake.undoable': query(z.strictObject({ clientId }), z.array(mistakeAbout)),
}
