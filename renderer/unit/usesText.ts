import type { UnitUses } from '../../main/contract/unit.ts'

const WORDS: Record<keyof UnitUses, readonly [one: string, several: string]> = {
  placements: ['placering', 'placeringar'],
  applications: ['ansökan om vård', 'ansökningar om vård'],
  custodies: ['gång som den har haft en klients uppgifter', 'gånger som den har haft klienters uppgifter'],
  handovers: ['överlämning', 'överlämningar'],
}

/** Where a unit is named, counted: *3 placeringar, 1 överlämning*. */
export function usesText(uses: UnitUses): string {
  const parts = (Object.keys(WORDS) as (keyof UnitUses)[])
    .filter(each => uses[each] > 0)
    .map(each => `${uses[each]} ${WORDS[each][uses[each] === 1 ? 0 : 1]}`)
  return parts.length === 0 ? 'nämns inte hos någon klient' : parts.join(', ')
}
