import { birthIn } from '../client/personalIdentityNumber.ts'
import type { Authority, KeptBecause } from '../contract/retention.ts'

/** When a record may first be removed and by when it must be, and the provision. Nothing where nothing is ever due. */
export type Due = { readonly from: string; readonly by: string; readonly ground: string }

/**
 * The rule of the unit's authority for a record whose last note is of `lastNoteOn` (YYYY-MM-DD).
 *
 * Source: law-and-data.md section 6 – SoL (2025:400) 16 kap. 1 § and 17 kap. 2 §, each finished by the end of the following
 * calendar year; a state agency follows its own decision under arkivlagen (1990:782).
 */
export function dueAfter(lastNoteOn: string, { kind, decision, years }: Authority): Due | undefined {
  if (kind === 'state') {
    if (years === undefined) return undefined
    return period(lastNoteOn, years, `Arkivlagen (1990:782), gallringsbeslut ${decision}`)
  }
  return kind === 'municipality'
    ? period(lastNoteOn, 5, 'SoL 16 kap. 1 §: fem år efter sista anteckningen')
    : period(lastNoteOn, 2, 'SoL 17 kap. 2 §: två år efter sista anteckningen')
}

function period(lastNoteOn: string, years: number, ground: string): Due {
  const year = Number(lastNoteOn.slice(0, 4)) + years
  const leapDay = lastNoteOn.endsWith('-02-29') && !isLeap(year)
  return { from: `${year}${leapDay ? '-03-01' : lastNoteOn.slice(4)}`, by: `${year + 1}-12-31`, ground }
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/**
 * Why the record is kept for research. Source: SoF (2025:468) 13 kap. 1 §; it concerns socialtjänsten, not the state agency.
 *
 * @param number - as it is stored, or empty; of some the day of birth is not known.
 */
export function keptForResearch(
  { number, homeMunicipality }: { number: string; homeMunicipality: string },
  { areas, birthDays }: { readonly areas: readonly string[]; readonly birthDays: readonly number[] },
  { kind }: Authority,
): KeptBecause[] {
  if (kind === 'state') return []
  const { day } = birthIn(number)
  return [
    ...(areas.some(each => homeMunicipality.startsWith(each)) ? (['researchMunicipality'] as const) : []),
    ...(homeMunicipality === 'unknown' ? (['municipalityUnknown'] as const) : []),
    ...(day === undefined ? (['birthdayUnknown'] as const) : []),
    ...(day !== undefined && birthDays.includes(Number(day)) ? (['researchBirthday'] as const) : []),
  ]
}
