import type { Operations } from '../context/handlers.ts'
import type { offerContract } from '../contract/offer.ts'
import { offersOfClient, recordOffer } from './service.ts'

/** The ledger of offers: when CRA was offered, how, and what the client answered. */
export const offerOperations: Operations<typeof offerContract> = {
  'offer.record': recordOffer,
  'offer.ofClient': offersOfClient,
}
