import type { OfferAnswer, Offered, OfferManner } from '../../main/contract/offer.ts'

export const offerAnswerText: Record<OfferAnswer, string> = {
  yes: 'Ja',
  onTrial: 'Ja, på prov',
  wait: 'Vill vänta',
  no: 'Nej',
  cannotDecide: 'Kan inte ta ställning nu',
  notOffered: 'Har inte erbjudits',
}

export const offeredText: Record<Offered, string> = { cra: 'CRA', careChain: 'Vårdkedjan' }

export const offerMannerText: Record<OfferManner, string> = {
  meeting: 'Vid ett samtal',
  telephone: 'Per telefon',
  letter: 'Med brev',
}
