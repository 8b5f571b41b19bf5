import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, instant, line, lineOrNone, words } from './values.ts'

/**
 * To lift secrecy towards a receiver (eftergift, OSL 10 kap. 1 §, 12 kap. 2 §), and to a coordinated individual plan, SIP
 * (SoL 10 kap. 8 §). Two separate records: a consent to a plan lets nothing out (L33).
 */
const consentKind = z.enum(['waiver', 'coordinatedPlan'])
export type ConsentKind = z.infer<typeof consentKind>

/** The parts of a record that a waiver can let out, each on its own; of all of them, health care only where it is named. */
export const consentPart = z.enum(['sessions', 'notes', 'goals', 'worksheets', 'offers', 'healthCare'])
export type ConsentPart = z.infer<typeof consentPart>

/** How the client gave it. */
const consentManner = z.enum(['inWriting', 'orally'])
export type ConsentManner = z.infer<typeof consentManner>

const shared = {
  clientId,
  /** To whom; of a plan, those it is made with. */
  receiver: line,
  manner: consentManner,
  witness: lineOrNone,
  /** The day the client said yes; today when it is left out. */
  givenOn: day.optional(),
  validUntil: day,
}

export const waiverInput = z.strictObject({ ...shared, kind: z.literal('waiver'), parts: z.array(consentPart).min(1) })
export const coordinatedPlanInput = z.strictObject({
  ...shared,
  kind: z.literal('coordinatedPlan'),
  /** What the plan is about. */
  concerns: line,
})

/** Never the ground for keeping the record (L33); with text, date, scope, expiry and withdrawal (L34). */
const consentInput = z.discriminatedUnion('kind', [waiverInput, coordinatedPlanInput])
export type ConsentInput = z.infer<typeof consentInput>

/** Whether it holds today. */
const consentStanding = z.enum(['inForce', 'expired', 'withdrawn'])
export type ConsentStanding = z.infer<typeof consentStanding>

export const consent = z.strictObject({
  id: z.uuid(),
  clientId,
  kind: consentKind,
  receiver: line,
  /** Empty for a plan. */
  parts: z.array(consentPart),
  /** Empty for a waiver. */
  concerns: z.string(),
  manner: consentManner,
  witness: z.string(),
  givenOn: day,
  /** Its last day. */
  validUntil: day,
  standing: consentStanding,
  /** What the client agreed to, word by word as it was shown. */
  text: z.string().min(1),
  author: line,
  writtenAt: instant,
  /** The client's own words may be empty; `author` took it down. */
  withdrawal: z.strictObject({ on: day, words: z.string(), author: line, writtenAt: instant }).optional(),
})
export type Consent = z.infer<typeof consent>

export const consentContract = {
  'consent.give': command(consentInput, consent),
  /** From that day, or from today: the consent lets nothing more out. Withdrawing once more changes nothing. */
  'consent.withdraw': command(
    z.strictObject({
      clientId,
      consentId: z.uuid(),
      on: day.optional(),
      words: words.default(''),
    }),
    consent,
  ),
  /** Newest first. */
  'consent.ofClient': query(z.strictObject({ clientId }), z.array(consent)),
}
