import { sexWords } from '../../main/contract/clientWords.ts'
import type { ClientDetail } from '../../main/contract/identity.ts'
import { yesOrNoWords } from '../../main/contract/identityWords.ts'
import type { MergeDetail } from '../../main/contract/merge.ts'
import { dayAndYear, midSentence } from '../ui/format.ts'

/** What a detail was or became, as it is read: codes and days in words. */
export function detailValue(
  detail: ClientDetail | MergeDetail,
  value: string,
  dayText: (day: string) => string,
): string {
  if (value === '') return detail === 'diedOn' ? 'borttaget' : 'inget'
  if (detail === 'sex') return midSentence(sexWords[value === 'woman' ? 'woman' : 'man'])
  if (detail === 'protectedIdentity') return midSentence(yesOrNoWords[value === 'yes' ? 'yes' : 'no'])
  return detail === 'diedOn' ? dayText(value) : value
}

/** The same on pages where a protected name must not stand: it stays on the client's own page, earlier ones too. */
export function publicDetailValue(detail: ClientDetail | MergeDetail, value: string, isNameHidden: boolean): string {
  return isNameHidden && detail === 'name' ? 'dolt' : detailValue(detail, value, dayAndYear)
}
