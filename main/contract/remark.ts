import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, epoch, instant, line, note } from './values.ts'

/** What a remark can concern; the id is that record's own. The plan as a whole has none: the client's id stands for it. */
export const remarkAbout = z.strictObject({
  kind: z.enum(['session', 'goal', 'plan', 'offer', 'worksheet', 'chainEvent', 'consent', 'handover']),
  id: z.uuid(),
})
export type RemarkAbout = z.infer<typeof remarkAbout>

/**
 * What is added to a record that stands: a correction or addition by a professional (L28), that the client sees it
 * otherwise, in the client's words (L29), or that the client has been informed of what was written (L30).
 */
export const remarkKind = z.enum(['addition', 'disagreement', 'informed'])
export type RemarkKind = z.infer<typeof remarkKind>

const words = note.min(1)
const shared = { clientId, about: remarkAbout }

const remarkInput = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: remarkKind.extract(['addition']), words }),
  z.strictObject({ ...shared, kind: remarkKind.extract(['disagreement']), words, on: day }),
  z.strictObject({ ...shared, kind: remarkKind.extract(['informed']), on: day }),
])
export type RemarkInput = z.infer<typeof remarkInput>

export const remark = z.strictObject({
  id: z.uuid(),
  ...shared,
  epoch,
  kind: remarkKind,
  /** Empty where the client was informed. */
  words: note,
  /** The day the client said it or was informed; of an addition, the day it was written. */
  on: day,
  author: line,
  writtenAt: instant,
})
export type Remark = z.infer<typeof remark>

export const remarkContract = {
  /** Adds to a record. Nothing that stood there is changed, and neither is a remark. */
  'remark.add': command(remarkInput, remark),
  /** From first to last. */
  'remark.ofClient': query(z.strictObject({ clientId }), z.array(remark)),
}
