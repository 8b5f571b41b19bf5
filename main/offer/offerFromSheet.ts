import { offerOnSheet } from '../contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../contract/form.ts'
import type { OfferInput, OfferManner } from '../contract/offer.ts'
import type { ClientId, Day } from '../contract/values.ts'

/** An answer that the client has given: never having been asked is not told by a sheet. */
export type SheetOffer = Exclude<OfferInput, { answer: 'notOffered' }>

/** The row of the ledger that a sheet tells: undefined where the form does not ask, or the client has not answered. */
export function offerFromSheet(
  form: FormDefinition,
  answers: FormAnswers,
  given: { clientId: ClientId; on: Day; manner: OfferManner },
): SheetOffer | undefined {
  const onSheet = offerOnSheet(form, answers)
  if (onSheet === undefined) return undefined
  const { clientId, manner } = given
  const shared = { clientId, offered: 'cra', on: onSheet.on ?? given.on, manner } as const
  if (!('reasonCode' in onSheet)) return { ...shared, answer: onSheet.answer }
  const { answer, reasonCode, askAgainOn } = onSheet
  return { ...shared, answer, reasonCode, ...(askAgainOn === undefined ? {} : { askAgainOn }) }
}
