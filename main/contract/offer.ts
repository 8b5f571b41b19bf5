import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, line, listCode } from './values.ts'

/** What was offered: a place in the care chain, or CRA itself. */
export const offered = z.enum(['careChain', 'cra'])
export type Offered = z.infer<typeof offered>

/** What the client answered; `notOffered` says that nobody asked, and why. */
export const offerAnswer = z.enum(['yes', 'onTrial', 'wait', 'no', 'cannotDecide', 'notOffered'])
export type OfferAnswer = z.infer<typeof offerAnswer>

export const offerManner = z.enum(['meeting', 'telephone', 'letter'])
export type OfferManner = z.infer<typeof offerManner>

const shared = { clientId, placementId: z.uuid().optional(), offered, on: day, askAgainOn: day.optional() }

/** A row of the ledger: an answer other than yes needs a reason, and so does never having asked. */
const offerInput = z.discriminatedUnion('answer', [
  z.strictObject({ ...shared, answer: offerAnswer.extract(['yes', 'onTrial']), manner: offerManner }),
  z.strictObject({
    ...shared,
    answer: offerAnswer.extract(['wait', 'no', 'cannotDecide']),
    manner: offerManner,
    reasonCode: listCode,
  }),
  z.strictObject({ ...shared, answer: offerAnswer.extract(['notOffered']), reasonCode: listCode }),
])
export type OfferInput = z.infer<typeof offerInput>

export const offer = z.strictObject({
  id: z.uuid(),
  clientId,
  placementId: z.uuid().optional(),
  offered,
  on: day,
  answer: offerAnswer,
  manner: offerManner.optional(),
  reasonCode: listCode.optional(),
  reasonWords: line.optional(),
  askAgainOn: day.optional(),
  by: line,
})
export type Offer = z.infer<typeof offer>

export const offerContract = {
  'offer.record': command(offerInput, offer),
  /** The ledger, newest first. */
  'offer.ofClient': query(z.strictObject({ clientId }), z.array(offer)),
}
