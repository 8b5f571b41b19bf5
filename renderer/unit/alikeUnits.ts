import { folded } from '../../main/contract/folding.ts'
import type { Municipality } from '../../main/contract/municipality.ts'
import { municipalityReader } from '../../main/contract/readMunicipality.ts'
import type { Unit } from '../../main/contract/unit.ts'

/** For each unit that may be another one written otherwise, that other one: the first of them stands for itself. */
export function alikeUnits(units: readonly Unit[], municipalities: readonly Municipality[]): ReadonlyMap<string, Unit> {
  const codeOf = municipalityReader(municipalities)
  const seen = new Map<string, Unit>()
  const alike = new Map<string, Unit>()
  for (const unit of units) {
    const code = unit.kind === 'municipality' ? codeOf(unit.name) : undefined
    const keys = [folded(unit.name), ...(code === undefined ? [] : [`municipality ${code}`])]
    const first = keys.map(each => seen.get(each)).find(each => each !== undefined)
    if (first !== undefined) alike.set(unit.id, first)
    for (const each of keys) if (!seen.has(each)) seen.set(each, first ?? unit)
  }
  return alike
}
