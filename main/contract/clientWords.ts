import type { NumberKind, Sex } from './client.ts'

export const sexWords: Record<Sex, string> = { woman: 'Kvinna', man: 'Man' }

/** What a client's number is. */
export const numberKindWords: Record<NumberKind, string> = {
  personalIdentityNumber: 'Personnummer',
  coordinationNumber: 'Samordningsnummer',
  none: 'Inget',
}
