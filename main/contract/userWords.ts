import type { PassphraseFault, PassphraseJudgement, Role } from './user.ts'

/** What a person does here. */
export const roleWords: Record<Role, string> = {
  therapist: 'Behandlare',
  coordinator: 'Samordnare',
  supervisor: 'Handledare',
  administrator: 'Administratör',
}

/** What a role is for, in a line. */
export const rolePurpose: Record<Role, string> = {
  therapist: 'Håller träffar och skriver för sina egna klienter.',
  coordinator: 'Följer klienter över gränsen mellan enheter; läser, och skriver kontakter.',
  supervisor: 'Ser procedurer och närvaro, och anteckningar bara på begäran.',
  administrator: 'Sköter användare, logg och pärm. Ser inget om klienterna.',
}

/** How hard a passphrase is to guess. */
export const strengthWords: Record<PassphraseJudgement['strength'], string> = {
  tooWeak: 'För svag',
  acceptable: 'Godtagbar',
  strong: 'Stark',
  veryStrong: 'Mycket stark',
}

/** Why a passphrase is not taken, and what makes a better one. */
export const passphraseFaultWords: Record<PassphraseFault, string> = {
  short: 'Lösenfrasen behöver minst 12 tecken.',
  common: 'Lösenfrasen är bland dem som provas först. Välj ord som ingen annan sätter ihop.',
  names: 'Lösenfrasen bygger på enhetens eller någon användares namn. Välj ord som inte hör till dem.',
  guessable: 'Lösenfrasen går snabbt att gissa. Lägg till ett par ord som inte hör ihop med de andra.',
}
