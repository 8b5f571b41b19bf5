import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, line } from './values.ts'

/** The parts of a record that a consent can let out, each on its own; of all of them, health care only where it is named. */
export const consentPart = z.enum(['sessions', 'notes', 'goals', 'worksheets', 'offers', 'healthCare'])
export type ConsentPart = z.infer<typeof consentPart>

/** How the client gave it. */
export const consentManner = z.enum(['inWriting', 'orally'])

/**
 * The client's leave to lift secrecy towards a named receiver. It is never the ground for keeping the
 * record (L33), and it carries text, date, scope, expiry and withdrawal (L34).
 */
export const consentInput = z.strictObject({
  clientId,
  receiver: line,
  parts: z.array(consentPart).min(1),
  manner: consentManner,
  witness: z.string().trim().max(200),
  validUntil: day,
})
export type ConsentInput = z.infer<typeof consentInput>

export const consent = consentInput.extend({ id: z.uuid(), givenOn: day, withdrawnOn: day.optional() })
export type Consent = z.infer<typeof consent>

export const consentContract = {
  'consent.give': command(consentInput, consent),
  'consent.withdraw': command(z.strictObject({ clientId, consentId: z.uuid() }), consent),
  'consent.ofClient': query(z.strictObject({ clientId }), z.array(consent)),
}
