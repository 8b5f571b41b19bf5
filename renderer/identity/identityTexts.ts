import type { ClientDetail } from '../../main/contract/identity.ts'
import type { HeldKind, Likeness, MergeDetail } from '../../main/contract/merge.ts'

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
