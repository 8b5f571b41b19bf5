import type { Operations } from '../context/handlers.ts'
import type { consentContract } from '../contract/consent.ts'
import { consentsOfClient, giveConsent, withdraw } from './service.ts'

/** What the client has consented to, and taken back. */
export const consentOperations: Operations<typeof consentContract> = {
  'consent.give': giveConsent,
  'consent.withdraw': withdraw,
  'consent.ofClient': consentsOfClient,
}
