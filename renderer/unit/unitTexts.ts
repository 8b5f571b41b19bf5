import type { UnitKind } from '../../main/contract/unit.ts'

export const unitKindText: Record<UnitKind, string> = {
  lvmHome: 'LVM-hem',
  section27Home: '§ 27-hem',
  municipality: 'Kommun',
  district: 'Stadsdel',
  outpatient: 'Öppenvård',
  other: 'Annan',
}
