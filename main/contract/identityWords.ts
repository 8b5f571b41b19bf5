import type { ClientDetail } from './identity.ts'
import type { Input } from './index.ts'
import type { MergeDetail } from './merge.ts'

/** A detail about the client that may change, or that two clients may differ in. */
export const clientDetailWords: Record<ClientDetail | MergeDetail, string> = {
  name: 'Namn',
  number: 'Nummer',
  caseNumber: 'Ärendenummer',
  sex: 'Kön',
  homeMunicipality: 'Hemkommun',
  protectedIdentity: 'Skyddade personuppgifter',
  coordinator: 'Samordnare',
  diedOn: 'Avliden',
  mergedWith: 'Sammanfogad med',
}

/** Whose a number was that is changed: the client's own still finds the client. */
export const earlierNumberWords: Record<NonNullable<Input<'client.changeDetails'>['earlierNumber']>, string> = {
  own: 'Var klientens: hittar också klienten',
  wrong: 'Var fel skrivet',
}

/** What a detail that is true or not was and became. */
export const yesOrNoWords = { yes: 'Ja', no: 'Nej' } as const
