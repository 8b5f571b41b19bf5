import type { Role } from './user.ts'

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
