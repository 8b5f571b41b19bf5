import type { ConsentKind, ConsentManner, ConsentPart, ConsentStanding } from './consent.ts'
import { secrecyBranchWords } from './secrecyWords.ts'

/** What is consented to. */
export const consentKindWords: Record<ConsentKind, string> = {
  waiver: 'Samtycke till att lämna uppgifter',
  coordinatedPlan: 'Samtycke till en samordnad individuell plan',
}

/** After *Samtycke till*, where both stand side by side. */
export const shortConsentKindWords: Record<ConsentKind, string> = {
  waiver: 'Att lämna uppgifter',
  coordinatedPlan: 'En SIP',
}

/** The parts of a record that a waiver names, and what is in them. */
export const consentPartWords: Record<ConsentPart, string> = {
  sessions: 'Träffar: närvaro, utfall, procedurer, hemuppgifter',
  notes: 'Anteckningar och klientens egna ord från träffarna',
  goals: 'Mål och steg',
  worksheets: 'Arbetsblad, skattningar och stoppkort',
  offers: 'Erbjudanden och svar',
  healthCare: 'Hälso- och sjukvård: också det som faller under den sekretessen',
}

/** The parts alone, without what is in them. */
export const shortConsentPartWords: Record<ConsentPart, string> = {
  sessions: 'Träffar',
  notes: 'Anteckningar och klientens egna ord från träffarna',
  goals: 'Mål och steg',
  worksheets: 'Arbetsblad, skattningar och stoppkort',
  offers: 'Erbjudanden och svar',
  healthCare: secrecyBranchWords.healthCare,
}

/** The parts as the client would say them. */
export const consentPartByClient: Record<ConsentPart, string> = {
  sessions: 'mina träffar: om jag kom, vad vi gjorde och vilka hemuppgifter jag fick',
  notes: 'det som är antecknat från träffarna, och det jag själv har sagt',
  goals: 'mina mål och stegen dit',
  worksheets: 'mina arbetsblad, skattningar och stoppkort',
  offers: 'vad jag har erbjudits och vad jag svarade',
  healthCare: 'också sådant som hör till hälso- och sjukvården',
}

/** How the client gave it. */
export const consentMannerWords: Record<ConsentManner, string> = { inWriting: 'Skriftligt', orally: 'Muntligt' }

/** Whether it holds today. */
export const consentStandingWords: Record<ConsentStanding, string> = {
  inForce: 'Gäller',
  expired: 'Har gått ut',
  withdrawn: 'Tillbakataget',
}
