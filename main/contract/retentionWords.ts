import type { AuthorityKind, KeptBecause, RetentionChoice, RetentionEntry } from './retention.ts'

/** Who answers for what is kept here. */
export const authorityKindWords: Record<AuthorityKind, string> = {
  state: 'Statlig myndighet (SiS)',
  municipality: 'Kommunal nämnd',
  private: 'Privat utförare',
}

/** What is decided about a record whose time is out. */
export const retentionChoiceWords: Record<RetentionChoice, string> = { remove: 'Gallras', keep: 'Bevaras' }

/** A row of the protocol. */
export const retentionEntryWords: Record<RetentionEntry['decision'], string> = {
  ...retentionChoiceWords,
  propose: 'Föreslås gallras',
}

/** Why a record is not removed. */
export const keptBecauseWords: Record<KeptBecause, string> = {
  researchMunicipality: 'Hemkommunen ligger i ett område där allt bevaras för forskning (SoF 13 kap. 1 §).',
  researchBirthday: 'Född den 5:e, 15:e eller 25:e: bevaras för forskning (SoF 13 kap. 1 §).',
  birthdayUnknown: 'Födelsedagen är inte känd. Bevaras tills någon har kontrollerat den och beslutat.',
  municipalityUnknown:
    'Hemkommunen är inte känd. Bevaras tills den är vald, eller någon har kontrollerat den och beslutat.',
  draft: 'Någon som har klienten har ett utkast som inte är signerat. Det ska signeras eller släppas först.',
  plannedSession: 'En träff är planerad. Den ska få ett utfall eller tas ur planen först.',
  openPlacement: 'En placering är inte avslutad. Avsluta den först.',
  draftLeft: 'Ett utkast finns kvar av någon som inte längre har klienten. Det tas bort med uppgifterna.',
}

/** What a rule says of a record, in a sentence about what it was and what it is. */
export const shortRuleWords: Partial<Record<KeptBecause, string>> = {
  researchMunicipality: 'bevaras för forskning efter hemkommun',
  researchBirthday: 'bevaras för forskning efter födelsedag',
  birthdayUnknown: 'bevaras tills födelsedagen är känd',
  municipalityUnknown: 'bevaras tills hemkommunen är känd',
}

/** How sure it is, on a badge: a birthday that is not known is for a person to find out. */
export const shortKeptBecauseWords: Record<KeptBecause, string> = {
  researchMunicipality: 'Bevaras',
  researchBirthday: 'Bevaras',
  birthdayUnknown: 'Bevaras tills vidare',
  municipalityUnknown: 'Bevaras tills vidare',
  draft: 'Pågår',
  plannedSession: 'Pågår',
  openPlacement: 'Pågår',
  draftLeft: 'Kontrollera',
}
