import type { Sex } from '../../main/contract/client.ts'
import type { NamedUnit } from '../../main/contract/unit.ts'
import { chanceFrom, daysAfter, shuffled } from '../support/invented.ts'
import * as facts from './vkpFacts.ts'

/** What came of asking; whoever was never judged was never asked either. */
export type VkpAnswer = { readonly answer: 'yes' } | Pick<facts.StayedOut, 'answer' | 'reasonCode'>

export type VkpPlacement = {
  readonly appliedBy: NamedUnit
  readonly legalGround: 'lvm4' | 'lvm13'
  readonly fromOn: string
} & ({ readonly judgedOn: string; readonly answer: VkpAnswer } | { readonly judgedOn?: never; readonly answer?: never })

export type VkpPerson = {
  readonly sex: Sex
  readonly bornOn: string
  readonly municipality: string
  readonly placements: readonly [VkpPlacement, ...VkpPlacement[]]
}

/** An application with a person on it, before it is known who comes back. `age` is that at the placement's start. */
type Seat = { sex: Sex; age: number; municipality: string; group?: facts.AgeGroup; placement: VkpPlacement }

/** Ages within a group lean old, as the report's means do (40 and 39 years, S0:439). */
const LEANING_OLD = [9, 3, 8, 5, 7, 6, 2, 9, 4, 8]
/** So long after the first placement began that it has ended. */
const DAYS_BEFORE_THE_SECOND = 200
/** The last application leaves time for judgment and question within the period. */
const LAST_APPLICATION_ON = '2006-11-20'

/** Everyone in the report's count as an invented person, in the order of their first placement. */
export function vkpPeople(): VkpPerson[] {
  const chance = chanceFrom('vkp people')
  const seats = facts.APPLICATIONS.flatMap(applicationsOf(chance, peopleWhoSaidYes(chance), peopleWhoStayedOut(chance)))
  return withReturns(seats)
    .map(asPerson(chance))
    .toSorted((one, other) => one.placements[0].fromOn.localeCompare(other.placements[0].fromOn))
}

type Somebody = Pick<Seat, 'sex' | 'age' | 'group'> & { answer?: VkpAnswer }

/** Table 1 as people, the younger first but for chance: Stockholm's were somewhat older (S0:451-453). */
function peopleWhoSaidYes(chance: () => number): Somebody[] {
  const all = facts.SAID_YES_BY_AGE.flatMap(group =>
    (['woman', 'man'] as const).flatMap(sex =>
      Array.from({ length: group[sex] }, (_, nth) => ({ sex, group, age: ageIn(group, nth), answer: YES })),
    ),
  )
  return all
    .map(each => ({ each, rank: each.age + chance() * 40 }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ each }) => each)
}

const YES = { answer: 'yes' } as const

function ageIn(group: facts.AgeGroup, nth: number): number {
  const lean = LEANING_OLD[nth % LEANING_OLD.length] ?? 0
  return group.to - group.from >= lean ? group.from + lean : group.to - (nth % 2)
}

function peopleWhoStayedOut(chance: () => number): Somebody[] {
  let asked = 0
  const all = facts.STAYED_OUT.flatMap(({ answer, reasonCode, ...count }) =>
    (['woman', 'man'] as const).flatMap(sex =>
      Array.from({ length: count[sex] }, () => ({
        sex,
        age: facts.STAYED_OUT_AGES[sex][asked++ % facts.STAYED_OUT_AGES[sex].length] ?? 0,
        answer: { answer, reasonCode },
      })),
    ),
  )
  return shuffled(all, chance)
}

/** Gives each unit its applications, with people taken from the two lists in the order of Table 2. */
function applicationsOf(chance: () => number, saidYes: Somebody[], stayedOut: Somebody[]) {
  let neverJudged = 0
  const never = (): Somebody => {
    const nth = neverJudged++
    const sex = nth % facts.ONE_IN_SO_MANY_NEVER_JUDGED_IS_A_WOMAN === 0 ? 'woman' : 'man'
    return { sex, age: 20 + ((nth * 17) % 42) }
  }
  return (counts: facts.UnitCounts): Seat[] => {
    const all = counts.lvm4 + counts.lvm13
    const people = [
      ...saidYes.splice(0, counts.saidYes),
      ...stayedOut.splice(0, counts.judged - counts.saidYes),
      ...Array.from({ length: all - counts.judged }, never),
    ]
    // The report does not say who was never judged: here they are all among the immediate custodies.
    const grounds = shuffled(
      people.slice(0, counts.judged).map((_, nth) => (nth < counts.lvm4 ? 'lvm4' : 'lvm13') as 'lvm4' | 'lvm13'),
      chance,
    )
    const withGround = people.map((each, nth) => ({ ...each, legalGround: grounds[nth] ?? 'lvm13' }) as const)
    const span = daysBetween(counts.joinedOn, LAST_APPLICATION_ON)
    return shuffled(withGround, chance).map(({ legalGround, answer, ...somebody }, nth) => {
      const appliedOn = daysAfter(counts.joinedOn, Math.floor(((nth + chance()) * span) / all))
      return {
        ...somebody,
        municipality: counts.municipality,
        placement: { appliedBy: counts.unit, legalGround, ...daysOf(legalGround, appliedOn, answer, chance) },
      }
    })
  }
}

/** Under 13 § care begins at once and the court follows; under 4 § the court comes first. */
function daysOf(ground: 'lvm4' | 'lvm13', appliedOn: string, answer: VkpAnswer | undefined, chance: () => number) {
  if (answer === undefined) return { fromOn: appliedOn }
  const judgedOn = daysAfter(appliedOn, 8 + Math.floor(chance() * 12))
  const fromOn = ground === 'lvm13' ? appliedOn : daysAfter(judgedOn, Math.floor(chance() * 6))
  return { fromOn, judgedOn, answer }
}

/** Joins ten pairs of yes into one person each: same unit, sex and age group, the first placement ended. */
function withReturns(seats: readonly Seat[]): [Seat, ...Seat[]][] {
  const perUnit = new Map<string, number>()
  const most = Math.ceil(facts.SAID_YES_TWICE / facts.APPLICATIONS.length) + 1
  const returned = new Map<Seat, Seat>()
  const used = new Set<Seat>()
  for (const first of seats) {
    const unit = first.placement.appliedBy.name
    const sofar = perUnit.get(unit) ?? 0
    if (returned.size === facts.SAID_YES_TWICE || sofar === most || used.has(first)) continue
    const second = seats.find(each => !used.has(each) && each !== first && isReturn(first, each))
    if (second === undefined) continue
    returned.set(first, second)
    used.add(first).add(second)
    perUnit.set(unit, sofar + 1)
  }
  if (returned.size !== facts.SAID_YES_TWICE) throw new Error(`only ${returned.size} could return`)
  const seconds = new Set(returned.values())
  return seats.filter(each => !seconds.has(each)).map(each => [each, ...[returned.get(each) ?? []].flat()])
}

function isReturn(first: Seat, second: Seat): boolean {
  if (first.group === undefined || first.group !== second.group || first.sex !== second.sex) return false
  if (first.placement.appliedBy.name !== second.placement.appliedBy.name) return false
  if (second.placement.fromOn < daysAfter(first.placement.fromOn, DAYS_BEFORE_THE_SECOND)) return false
  return first.age + yearOf(second) - yearOf(first) <= first.group.to
}

const yearOf = ({ placement }: Seat) => Number(placement.fromOn.slice(0, 4))

/** A birthday early enough in the year that the year of birth, which is all a screen shows, gives the age. */
function asPerson(chance: () => number) {
  return (seats: readonly [Seat, ...Seat[]]): VkpPerson => {
    const [first, ...more] = seats
    const earliest = Math.min(...seats.map(({ placement }) => daysBetween(newYear(placement.fromOn), placement.fromOn)))
    const bornYear = `${yearOf(first) - first.age}-01-01`
    return {
      sex: first.sex,
      municipality: first.municipality,
      bornOn: daysAfter(bornYear, Math.floor(chance() * Math.max(1, earliest))),
      placements: [first.placement, ...more.map(each => each.placement)],
    }
  }
}

const newYear = (day: string) => `${day.slice(0, 4)}-01-01`

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
