import { tellingNumber } from '../client/personalIdentityNumber.ts'
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

/** Details in which two clients differ, in words; of a number no more than tells two apart. */
export function differingDetails<D extends Details>(
  one: D,
  two: D,
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
    .map(detail => ({ detail, kept: wordsOf(one, detail), other: wordsOf(two, detail) }))
}

function wordsOf(of: Details, detail: MergeDetail): string {
  if (detail === 'number') return tellingNumber(of.number)
  if (detail === 'protectedIdentity') return of.protectedIdentity ? 'yes' : 'no'
  return of[detail]
}
