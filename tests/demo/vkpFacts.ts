import type { Sex } from '../../main/contract/client.ts'
import type { NamedUnit } from '../../main/contract/unit.ts'

/**
 * What the VKP report says about its clients (SiS, slutrapport Vårdkedjeprojektet). `S0:581` is line 581
 * of /work/shared/seeds/vkp-slutrapport.txt. Totals are not here: they are counted.
 */

/** The first day of the project's count of applications. S0:357. */
export const COUNTED_FROM = '2004-07-01'
/** Enheten för hemlösa joined in the autumn of 2005. S0:313. */
const HOMELESS_UNIT_JOINED = '2005-09-01'

/** The three homes: two for men, one for women. S0:317-328. */
export const HOMES: Record<Sex, readonly NamedUnit[]> = {
  man: [
    { name: 'Hornö', kind: 'lvmHome' },
    { name: 'Rällsögården', kind: 'lvmHome' },
  ],
  woman: [{ name: 'Runnagården', kind: 'lvmHome' }],
}

export type UnitCounts = {
  readonly unit: NamedUnit
  readonly municipality: string
  readonly joinedOn: string
  readonly lvm4: number
  readonly lvm13: number
  /** Judgments under 4 § LVM, also of those that began under 13 §. */
  readonly judged: number
  readonly saidYes: number
}

/** Table 2, its rows. S0:587-592. */
export const APPLICATIONS: readonly UnitCounts[] = [
  row('Eskilstuna', 'municipality', 'Eskilstuna', 2, 38, 28, 26), // S0:587
  row('Uppsala', 'municipality', 'Uppsala', 5, 70, 59, 42), // S0:588
  row('Örebro', 'municipality', 'Örebro', 29, 59, 64, 44), // S0:589
  row('Katarina-Sofia', 'district', 'Stockholm', 2, 13, 15, 12), // S0:590
  row('Maria-Gamla stan', 'district', 'Stockholm', 3, 8, 11, 9), // S0:591
  { ...row('Enheten för hemlösa', 'other', 'Stockholm', 11, 6, 17, 14), joinedOn: HOMELESS_UNIT_JOINED }, // S0:592
]

function row(
  name: string,
  kind: NamedUnit['kind'],
  municipality: string,
  lvm4: number,
  lvm13: number,
  judged: number,
  saidYes: number,
): UnitCounts {
  return { unit: { name, kind }, municipality, joinedOn: COUNTED_FROM, lvm4, lvm13, judged, saidYes }
}

export type AgeGroup = { readonly from: number; readonly to: number } & Record<Sex, number>

/** The oldest that an invented person of the open group 61– becomes. */
const OLDEST = 70

/** Table 1: those who said yes, by age at the placement and sex. S0:473-478. The row 21–30 is printed 51; it is 50. */
export const SAID_YES_BY_AGE: readonly AgeGroup[] = [
  { from: 19, to: 20, woman: 3, man: 4 }, // S0:473
  { from: 21, to: 30, woman: 17, man: 33 },
  { from: 31, to: 40, woman: 9, man: 16 },
  { from: 41, to: 50, woman: 20, man: 18 },
  { from: 51, to: 60, woman: 6, man: 13 },
  { from: 61, to: OLDEST, woman: 0, man: 8 }, // S0:478
]

/** Persons who said yes two times, at two placements. S0:361. */
export const SAID_YES_TWICE = 10

export type StayedOut = {
  readonly answer: 'no' | 'notOffered' | 'cannotDecide'
  readonly reasonCode: string
} & Record<Sex, number>

/**
 * Those who were judged and did not take part, by reason: 13, 13 and 20 (S0:395-413), and one whose reason the
 * report does not give. It gives women and men in all, 12 and 35 (S0:386-389), but not by reason: those are ours.
 */
export const STAYED_OUT: readonly StayedOut[] = [
  { answer: 'no', reasonCode: 'notMotivated', woman: 3, man: 10 }, // 13, S0:395
  { answer: 'notOffered', reasonCode: 'transferred', woman: 3, man: 10 }, // 13, S0:401
  { answer: 'cannotDecide', reasonCode: 'mentalIllHealth', woman: 6, man: 14 }, // 20, S0:409
  { answer: 'no', reasonCode: 'clientReasonUnknown', woman: 0, man: 1 }, // the one that is missing
]

/** Ages of those who stayed out: men in younger middle age, women 21–30 and 41–50. S0:461-462. */
export const STAYED_OUT_AGES: Record<Sex, readonly number[]> = {
  man: [31, 44, 36, 40, 29, 38, 33, 42, 35, 45],
  woman: [24, 43, 28, 47, 22, 50, 30, 41],
}

/** Of those never judged one in so many is a woman. The report does not say: ours, about as among the judged. */
export const ONE_IN_SO_MANY_NEVER_JUDGED_IS_A_WOMAN = 4

/** A third had some CRA at all. S0:1266-1267. */
export const ONE_IN_SO_MANY_HAD_CRA = 3
