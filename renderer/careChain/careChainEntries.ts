import type { CareChain, ChainEvent, ChainEventKind, Placement } from '../../main/contract/careChain.ts'
import { chainEventWords } from '../../main/contract/careChainWords.ts'
import type { Handover } from '../../main/contract/handover.ts'
import { phaseWords } from '../../main/contract/planWords.ts'
import type { Phase } from '../../main/contract/values.ts'
import { addDays, dayAndYear, midSentence, shortDay } from '../ui/format.ts'

/** Days of the planned year. Source: method.md section 5. */
const PLANNED_YEAR = 365
/** Days of aftercare that the planned year holds at the least, after LVM care. */
const AFTERCARE = 182

export type MarkKind = ChainEventKind | 'judged' | 'plannedEnd' | 'lvmEnd' | 'recalled' | 'handover'

/** Something on the line of the care chain. What the eye sees of it is short; `description` is all of it. */
export type ChainEntry = {
  readonly key: string
  readonly on: string
  readonly description: string
  readonly placement?: Placement
  readonly event?: ChainEvent
} & (
  | {
      readonly shape: 'stay'
      readonly to: string
      readonly phase: Phase
      readonly label: string
      readonly quiet: string
    }
  | { readonly shape: 'absence'; readonly to: string }
  | { readonly shape: 'mark'; readonly kind: MarkKind }
)

export function isAbsence(kind: ChainEventKind): boolean {
  return kind === 'absconded' || kind === 'inCustody'
}

/** Everything on the line, from first to last: the stays, what happened between them, and what lies ahead. */
export function entriesOf(chain: CareChain, handovers: readonly Handover[], today: string): ChainEntry[] {
  return [
    ...chain.placements.flatMap((each, index) => placementEntries(each, index, chain, today)),
    ...expectedEntries(chain, today),
    ...chain.events.map(each => eventEntry(each, today)),
    ...handovers.map(each => handoverEntry(each, today)),
  ].toSorted((one, other) => one.on.localeCompare(other.on))
}

function placementEntries(stay: Placement, index: number, chain: CareChain, today: string): ChainEntry[] {
  const { id, fromOn, toOn, judgedOn, plannedToOn, unit, groundWords, phase, endReason, endReasonWords } = stay
  const next = chain.placements[index + 1]?.fromOn
  const ahead = next === undefined ? (plannedToOn ?? chain.lvmCare?.endsOn) : undefined
  const to = [toOn ?? next ?? [ahead ?? fromOn, today].toSorted().at(-1) ?? today, addDays(fromOn, 1)].toSorted().at(-1)
  const until = toOn ?? next
  const description = [
    `${phase} ${unit.name} ${groundWords}, från ${shortDay(fromOn, today)}${until === undefined ? '' : ` till ${shortDay(until, today)}`}`,
    ...(endReasonWords === undefined ? [] : [midSentence(endReasonWords)]),
    ...(stay.appliedBy === undefined ? [] : [`sökt av ${stay.appliedBy.name}`]),
  ].join('; ')
  const shared = { placement: stay }
  const entries: ChainEntry[] = [
    {
      ...shared,
      key: id,
      shape: 'stay',
      on: fromOn,
      to: to ?? today,
      phase,
      description,
      label: unit.name,
      quiet: groundWords,
    },
  ]
  const mark = (kind: MarkKind, on: string, words: string) =>
    entries.push({
      ...shared,
      key: `${id} ${kind}`,
      shape: 'mark',
      kind,
      on,
      description: `${words} ${shortDay(on, today)}`,
    })
  if (judgedOn !== undefined)
    mark('judged', judgedOn, stay.legalGround === 'lvm13' ? 'Övergick till vård enligt 4 §' : 'Dom om vård enligt 4 §')
  if (endReason === 'recalled' && toOn !== undefined) mark('recalled', toOn, 'Återkallad från § 27-vård')
  if (plannedToOn !== undefined && plannedToOn !== toOn) mark('plannedEnd', plannedToOn, `Planerat slut, ${unit.name},`)
  return entries
}

/** What lies ahead without a decision: the calculated end of LVM care, and the aftercare of the planned year. */
function expectedEntries({ placements, lvmCare }: CareChain, today: string): ChainEntry[] {
  const last = placements.at(-1)
  if (last === undefined || last.toOn !== undefined) return []
  const yearEnd = addDays(placements[0]?.fromOn ?? today, PLANNED_YEAR)
  if (lvmCare === undefined) return []
  const on = lvmCare.endsOn
  const to = [yearEnd, addDays(on, AFTERCARE)].toSorted().at(-1) ?? yearEnd
  return [
    { key: 'lvmEnd', shape: 'mark', kind: 'lvmEnd', on, description: lvmEndText(lvmCare) },
    {
      key: 'aftercare',
      shape: 'stay',
      phase: 'C',
      on,
      to,
      label: phaseWords.C,
      quiet: '',
      description: `C ${phaseWords.C}, som det är tänkt`,
    },
  ]
}

/** How the end of LVM care was calculated; a calculation, never a decision (L38). */
export function lvmEndText({ fromOn, absentDays, endsOn }: NonNullable<CareChain['lvmCare']>): string {
  const away = absentDays === 0 ? '' : ` och ${absentDays} ${absentDays === 1 ? 'dags' : 'dagars'} frånvaro`
  return `Beräknat slut på LVM-vården ${dayAndYear(endsOn)}: sex månader från ${dayAndYear(fromOn)}${away}. En beräkning, inget beslut.`
}

function eventEntry(event: ChainEvent, today: string): ChainEntry {
  const { id: key, kind, fromOn: on, backOn, words } = event
  const about = words === '' ? '' : `: ${words}`
  if (!isAbsence(kind))
    return {
      key,
      event,
      shape: 'mark',
      kind,
      on,
      description: `${chainEventWords[kind]} ${shortDay(on, today)}${about}`,
    }
  const until = backOn === undefined ? ', fortfarande borta' : `, åter ${shortDay(backOn, today)}`
  const to = backOn ?? today
  return {
    key,
    event,
    shape: 'absence',
    on,
    to,
    description: `${chainEventWords[kind]} från ${shortDay(on, today)}${until}${about}`,
  }
}

function handoverEntry({ packageId, direction, unit, on, settledOn }: Handover, today: string): ChainEntry {
  const day = settledOn ?? on
  const way =
    direction === 'in' ? 'Mottagen från' : settledOn === undefined ? 'Överlämning skickad till' : 'Överlämnad till'
  return {
    key: packageId,
    shape: 'mark',
    kind: 'handover',
    on: day,
    description: `${way} ${unit} ${shortDay(day, today)}`,
  }
}
