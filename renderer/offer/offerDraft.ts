import type { Input } from '../../main/contract/index.ts'
import type { MistakeReason } from '../../main/contract/mistake.ts'
import type { Offer, OfferAnswer, Offered, OfferManner } from '../../main/contract/offer.ts'

/** An offer while it is being written down; the answer is nobody's until it is chosen, and days may be empty. */
export type OfferDraft = {
  offered: Offered
  answer: OfferAnswer | ''
  manner: OfferManner
  on: string
  reasonCode: string
  askAgainOn: string
}

/** A struck offer, to be written down where it belongs: on a day still to be said, where its day was wrong. */
export function carriedOffer(
  { offered, answer, manner = 'meeting', on, reasonCode = '', askAgainOn = '' }: Offer,
  reason: MistakeReason,
): OfferDraft {
  return { offered, answer, manner, on: reason === 'wrongDay' ? '' : on, reasonCode, askAgainOn }
}

/** What is sent; the stay is the one that the day falls in. Undefined while the answer or its reason is missing. */
export function offerFromDraft(
  clientId: string,
  { offered, answer, manner, on, reasonCode, askAgainOn }: OfferDraft,
  placementId: string | undefined,
): Input<'offer.record'> | undefined {
  if (answer === '') return undefined
  const shared = {
    clientId,
    offered,
    on,
    ...(answer === 'yes' || askAgainOn === '' ? {} : { askAgainOn }),
    ...(placementId === undefined ? {} : { placementId }),
  }
  if (answer === 'yes' || answer === 'onTrial') return { ...shared, answer, manner }
  if (reasonCode === '') return undefined
  return answer === 'notOffered' ? { ...shared, answer, reasonCode } : { ...shared, answer, manner, reasonCode }
}
