import { birthIn } from '../contract/personalNumber.ts'
import {
  type Authority,
  FOR_RESEARCH,
  type KeptBecause,
  NOT_KNOWN,
  type RetentionRuleChange,
} from '../contract/retention.ts'
import type { UnitKind } from '../contract/unit.ts'
import { day } from '../contract/values.ts'

/** When a record may first be removed and by when it must be, and the provision. Nothing where nothing is ever due. */
export type Due = { readonly from: string; readonly by: string; readonly ground: string }

/** The authority that a unit of the kind usually belongs to, until someone has said. */
export function usualAuthority({ kind: unitKind }: { readonly kind: UnitKind }): Authority {
  const kind = unitKind === 'lvmHome' ? 'state' : unitKind === 'section27Home' ? 'private' : 'municipality'
  return { kind, controller: '', decision: '' }
}

/**
 * The rule of the unit's authority for a record whose last note is of `lastNoteOn` (YYYY-MM-DD).
 *
 * Source: law-and-data.md section 6 – SoL (2025:400) 16 kap. 1 § and 17 kap. 2 §, each finished by the end of the following
 * calendar year; a state agency follows its own decision under arkivlagen (1990:782).
 *
 * @returns *unreckoned* when that day, or a day that follows from it, is none that the app can show.
 */
export function dueAfter(lastNoteOn: string, { kind, decision, years }: Authority): Due | 'unreckoned' | undefined {
  if (kind === 'state') {
    if (years === undefined) return undefined
    return period(lastNoteOn, years, `Arkivlagen (1990:782), gallringsbeslut ${decision}`)
  }
  return kind === 'municipality'
    ? period(lastNoteOn, 5, 'SoL 16 kap. 1 §: fem år efter sista anteckningen')
    : period(lastNoteOn, 2, 'SoL 17 kap. 2 §: två år efter sista anteckningen')
}

function period(lastNoteOn: string, years: number, ground: string): Due | 'unreckoned' {
  const year = Number(lastNoteOn.slice(0, 4)) + years
  const leapDay = lastNoteOn.endsWith('-02-29') && !isLeap(year)
  const due = { from: `${year}${leapDay ? '-03-01' : lastNoteOn.slice(4)}`, by: `${year + 1}-12-31`, ground }
  return [lastNoteOn, due.from, due.by].every(each => day.safeParse(each).success) ? due : 'unreckoned'
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** What decides whether a record is kept for research: a number as it is stored, or none, and a municipality's code. */
type Person = { readonly number: string; readonly homeMunicipality: string }
/** Areas by code, a county's of two digits and a municipality's of four, and days of the month. */
type ResearchRule = { readonly areas: readonly string[]; readonly birthDays: readonly number[] }

/**
 * Why the record is kept for research, or may have to be. Source: SoF (2025:468) 13 kap. 1 §; it concerns socialtjänsten,
 * not the state agency.
 */
export function keptForResearch(
  { number, homeMunicipality }: Person,
  { areas, birthDays }: ResearchRule,
  { kind }: Authority,
): KeptBecause[] {
  if (kind === 'state') return []
  const bornOn = birthIn(number).day
  return [
    ...(areas.some(each => homeMunicipality.startsWith(each)) ? (['researchMunicipality'] as const) : []),
    ...(homeMunicipality === 'unknown' ? (['municipalityUnknown'] as const) : []),
    ...(bornOn === undefined ? (['birthdayUnknown'] as const) : []),
    ...(bornOn !== undefined && birthDays.includes(Number(bornOn)) ? (['researchBirthday'] as const) : []),
  ]
}

/** What the same record is kept for before new details and after them; undefined where the rule is the same. */
export function ruleChange(
  before: Person,
  after: Person,
  research: ResearchRule,
  authority: Authority,
): RetentionRuleChange | undefined {
  const [was, became] = [before, after].map(each => keptForResearch(each, research, authority))
  return was === undefined || became === undefined || isSameRule(was, became) ? undefined : { was, became }
}

/** The part of what speaks for keeping a record that a decision rests on; whether someone is at work in it comes and goes. */
export function ruleOf(kept: readonly KeptBecause[]): KeptBecause[] {
  return kept.filter(each => FOR_RESEARCH.includes(each) || NOT_KNOWN.includes(each))
}

export function isSameRule(one: readonly KeptBecause[], other: readonly KeptBecause[]): boolean {
  return one.toSorted().join() === other.toSorted().join()
}
