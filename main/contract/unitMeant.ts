import { folded } from './folding.ts'
import { municipalityReader } from './readMunicipality.ts'
import type { NamedUnit, Unit } from './unit.ts'

type Named = { readonly code: string; readonly name: string }
type Earlier = { readonly unitId: string; readonly name: string }

/** A unit's name as it is stored: one space between words. */
export function tidyUnitName(name: string): string {
  return name.normalize('NFC').trim().split(/\s+/u).join(' ')
}

/**
 * The unit that someone means by a name: written just so, or else the same but for case, spaces and accents, or else one that
 * was called so before; and of municipalities the one with the same code, so that *Örebro* and *Örebros kommun* are one.
 */
export function unitMeant(
  { name, kind }: NamedUnit,
  units: readonly Unit[],
  earlier: readonly Earlier[],
  municipalities: readonly Named[],
): Unit | undefined {
  const key = folded(name)
  const before = earlier.find(each => folded(each.name) === key)
  return (
    units.find(each => each.name === name) ??
    units.find(each => folded(each.name) === key) ??
    units.find(each => each.id === before?.unitId) ??
    (kind === 'municipality' ? sameMunicipality(name, units, municipalities) : undefined)
  )
}

function sameMunicipality(name: string, units: readonly Unit[], municipalities: readonly Named[]): Unit | undefined {
  const codeOf = municipalityReader(municipalities)
  const code = codeOf(name)
  if (code === undefined) return undefined
  return units.find(each => each.kind === 'municipality' && codeOf(each.name) === code)
}
