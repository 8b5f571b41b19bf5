import { undotted } from '../../main/contract/folding.ts'
import type { Municipality } from '../../main/contract/municipality.ts'
import { readMunicipality, tidyName } from '../../main/contract/readMunicipality.ts'

/**
 * The municipalities that someone may mean by what they have typed so far, the likeliest first: the one that it names, then
 * those that begin so, then those with a word that does. Dots and rings may be left out.
 */
export function municipalitiesLike(typed: string, municipalities: readonly Municipality[]): Municipality[] {
  const words = undotted(tidyName(typed))
  const named = readMunicipality(typed, municipalities)
  const names = municipalities.map(each => ({ each, name: undotted(tidyName(each.name)) }))
  return [
    ...new Set([
      ...municipalities.filter(each => each.code === named),
      ...names.filter(({ name }) => name.startsWith(words)).map(({ each }) => each),
      ...names.filter(({ name }) => name.includes(` ${words}`)).map(({ each }) => each),
    ]),
  ]
}
