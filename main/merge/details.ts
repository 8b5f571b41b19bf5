import { HIDDEN_NAME } from '../client/nameInList.ts'
import { distinguishingNumber } from '../client/personalIdentityNumber.ts'
import type { NumberKind, Sex } from '../contract/client.ts'
import type { MergeDetail } from '../contract/merge.ts'

type Details = {
  readonly name: string
  readonly number: string
  readonly numberKind: NumberKind
  readonly caseNumber: string
  readonly sex: Sex
  readonly homeMunicipality: string
  readonly protectedIdentity: boolean
  readonly coordinator: string
}

/** Details in which two clients differ, in words; of a number no more than tells two apart, and of a hidden name nothing. */
export function differingDetails<D extends Details>(
  one: D,
  two: D,
  isHidden: boolean,
): { detail: MergeDetail; kept: string; other: string }[] {
  const details: MergeDetail[] = [
    'name',
    'number',
    'caseNumber',
    'sex',
    'homeMunicipality',
    'protectedIdentity',
    'coordinator',
  ]
  return details
    .filter(each => one[each] !== two[each])
    .map(detail => ({ detail, kept: wordsOf(one, detail, isHidden), other: wordsOf(two, detail, isHidden) }))
}

function wordsOf(of: Details, detail: MergeDetail, isHidden: boolean): string {
  if (detail === 'name' && isHidden) return HIDDEN_NAME
  if (detail === 'number') return distinguishingNumber(of.number)
  if (detail === 'protectedIdentity') return of.protectedIdentity ? 'yes' : 'no'
  return of[detail]
}
