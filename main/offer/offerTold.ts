import { offerOnSheet } from '../contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../contract/form.ts'
import type { OfferInput, OfferManner } from '../contract/offer.ts'
import type { ClientId, Day } from '../contract/values.ts'

/** An answer that the client has given: never having been asked is not told by a sheet. */
export type ToldOffer = Exclude<OfferInput, { answer: 'notOffered' }>

/** The row of the ledger that a sheet tells: undefined where the form does not ask, or the client has not answered. */
export function offerTold(
  form: FormDefinition,
  answers: FormAnswers,
  given: { clientId: ClientId; on: Day; manner: OfferManner },
): ToldOffer | undefined {
  const told = offerOnSheet(form, answers)
  if (told === undefined) return undefined
  const { clientId, manner } = given
  const shared = { clientId, offered: 'cra', on: told.on ?? given.on, manner } as const
  if (!('reasonCode' in told)) return { ...shared, answer: told.answer }
  const { answer, reasonCode, askAgainOn } = told
  return { ...shared, answer, reasonCode, ...(askAgainOn === undefined ? {} : { askAgainOn }) }
}
