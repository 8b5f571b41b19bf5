import type { ConsentKind, ConsentManner, ConsentPart, ConsentStanding } from '../../main/contract/consent.ts'

/** The parts of a record that a waiver names. */
export const partText: Record<ConsentPart, string> = {
  sessions: 'Träffar: närvaro, utfall, procedurer, hemuppgifter',
  notes: 'Anteckningar och klientens egna ord från träffarna',
  goals: 'Mål och steg',
  worksheets: 'Arbetsblad, skattningar och stoppkort',
  offers: 'Erbjudanden och svar',
  healthCare: 'Hälso- och sjukvård: också det som faller under den sekretessen',
}

export const consentKindText: Record<ConsentKind, string> = {
  waiver: 'Samtycke till att lämna uppgifter',
  coordinatedPlan: 'Samtycke till en samordnad individuell plan',
}

export const consentStandingText: Record<ConsentStanding, string> = {
  inForce: 'Gäller',
  expired: 'Har gått ut',
  withdrawn: 'Tillbakataget',
}

export const consentMannerText: Record<ConsentManner, string> = { inWriting: 'Skriftligt', orally: 'Muntligt' }
