import type { Reason, UnitKind } from './unit.ts'

export const unitKindWords: Record<UnitKind, string> = {
  lvmHome: 'LVM-hem',
  section27Home: '§ 27-hem',
  municipality: 'Kommun',
  district: 'Stadsdel',
  outpatient: 'Öppenvård',
  other: 'Annan',
}

/** Whose reason it is that something did not happen. */
export const reasonSideWords: Record<Reason['side'], string> = { client: 'Klientens skäl', service: 'Vårt skäl' }
