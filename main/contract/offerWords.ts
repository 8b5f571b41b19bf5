import type { OfferAnswer, Offered, OfferManner } from './offer.ts'

/** What the client answered. Source: product.md section 4. */
export const offerAnswerWords: Record<OfferAnswer, string> = {
  yes: 'Ja',
  onTrial: 'Ja, på prov',
  wait: 'Vill vänta',
  no: 'Nej',
  cannotDecide: 'Kan inte ta ställning',
  notOffered: 'Ej erbjuden',
}

/** What was offered. */
export const offeredWords: Record<Offered, string> = { cra: 'CRA', careChain: 'Vårdkedjan' }

/** How it was offered. */
export const offerMannerWords: Record<OfferManner, string> = {
  meeting: 'Vid ett möte',
  telephone: 'På telefon',
  letter: 'I brev',
}
