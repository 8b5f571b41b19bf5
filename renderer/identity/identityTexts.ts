import type { ErrorCode } from '../../main/contract/errors.ts'
import type { ClientDetail } from '../../main/contract/identity.ts'
import type { HeldKind, Likeness, MergeDetail } from '../../main/contract/merge.ts'

/** Refusals about who a client is. */
export const identityRefusals = {
  'number-of-another': () =>
    'En annan klient i pärmen har det numret. Är det samma person kan de slås ihop: Mer, Slå ihop med en annan klient. Inget har ändrats.',
  'nothing-changed': () => 'Det står redan så. Inget har ändrats.',
  'held-after-death': () =>
    'En träff är genomförd efter den dagen. Kontrollera dagen, eller skriv ett tillägg till träffen. Inget har ändrats.',
  'after-death': () =>
    'Klienten är antecknad som avliden före den dagen. Det som hände tidigare kan skrivas med sin egen dag. Inget har ändrats.',
  'merge-handed-over': () =>
    'Den som ska tas bort har varit med i en överlämning, och en annan enhet känner den. Börja från den klienten och behåll den i stället. Inget har ändrats.',
  'merge-drafts': () =>
    'Om den som ska tas bort finns något påbörjat som inte är signerat. Signera det eller ta bort det först, så att inget ord går förlorat. Inget har ändrats.',
  'merge-other-reference': () => 'Det du skrev stämmer inte med klienten. Läs en gång till. Inget har ändrats.',
} satisfies Partial<Record<ErrorCode, () => string>>

export const detailText: Record<ClientDetail | MergeDetail, string> = {
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

/** What a detail was or became, as it is read: codes and days in words. */
export function detailValue(
  detail: ClientDetail | MergeDetail,
  value: string,
  dayText: (day: string) => string,
): string {
  if (value === '') return detail === 'diedOn' ? 'borttaget' : 'inget'
  if (detail === 'sex') return value === 'woman' ? 'kvinna' : 'man'
  if (detail === 'protectedIdentity') return value === 'yes' ? 'ja' : 'nej'
  return detail === 'diedOn' ? dayText(value) : value
}

/** One and several of what a record holds. */
export const heldText: Record<HeldKind, readonly [one: string, several: string]> = {
  sessions: ['träff med utfall', 'träffar med utfall'],
  goals: ['mål', 'mål'],
  worksheets: ['ifyllt blad', 'ifyllda blad'],
  homework: ['hemuppgift', 'hemuppgifter'],
  offers: ['erbjudande', 'erbjudanden'],
  placements: ['placering', 'placeringar'],
  chainEvents: ['händelse i vårdkedjan', 'händelser i vårdkedjan'],
  consents: ['samtycke', 'samtycken'],
  remarks: ['tillägg', 'tillägg'],
  handovers: ['överlämning', 'överlämningar'],
  drafts: ['påbörjad text', 'påbörjade texter'],
}

export const likenessText: Record<Likeness, string> = {
  sameNumber: 'har eller har haft samma nummer',
  sameNameAndBirth: 'samma namn och födelsedag',
  sameName: 'samma namn, nummer saknas',
}
