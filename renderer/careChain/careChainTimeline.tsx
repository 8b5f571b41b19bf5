import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCalendarCheck,
  IconCalendarEvent,
  IconFileText,
  IconFlag,
  IconGavel,
  IconList,
  IconMessages,
  IconUsersGroup,
} from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useState } from 'react'
import type { CareChain } from '../../main/contract/careChain.ts'
import type { Handover } from '../../main/contract/handover.ts'
import { addDays, daysBetween, shortDay } from '../ui/format.ts'
import { useRovingTabIndex } from '../ui/useRovingTabIndex.ts'
import { type ChainEntry, entriesOf, lvmEndText, type MarkKind } from './careChainEntries.ts'

const ICONS: Record<MarkKind, typeof IconFlag> = {
  judged: IconGavel,
  plannedEnd: IconCalendarCheck,
  lvmEnd: IconFlag,
  recalled: IconArrowBackUp,
  handover: IconArrowsExchange,
  agreementMeeting: IconUsersGroup,
  consultation: IconMessages,
  carePlan: IconFileText,
  other: IconCalendarEvent,
  absconded: IconCalendarEvent,
  inCustody: IconCalendarEvent,
}

/** Share of the line, 0 to 1, that two marks must keep between them to be told apart. */
const BETWEEN_MARKS = 0.024

type CareChainProps = {
  chain: CareChain
  handovers: readonly Handover[]
  today: string
  /** Opens the list, at an entry when one was chosen. */
  onOpen(entry?: ChainEntry): void
}

/**
 * The planned year as a line: stays in the colour, letter and word of their phase, absences as gaps in them, marks
 * under it for what happened on a day. What has not been yet is hatched. Tab reaches the line once and the arrows go
 * along it; every entry says all of itself, and the list holds the same.
 */
export function CareChainTimeline({ chain, handovers, today, onOpen }: CareChainProps) {
  const [shown, setShown] = useState<ChainEntry>()
  const entries = entriesOf(chain, handovers, today)
  const roving = useRovingTabIndex(
    Math.max(
      0,
      entries.findLastIndex(each => each.shape === 'stay' && each.on <= today),
    ),
  )
  const first = chain.placements[0]?.fromOn
  if (first === undefined) return <Unplaced onOpen={onOpen} />
  const start = [first, ...entries.map(each => each.on)].toSorted()[0] ?? first
  const ends = entries.map(each => (each.shape === 'mark' ? each.on : each.to))
  const end = [...ends, addDays(start, 365), addDays(today, 14)].toSorted().at(-1) ?? today
  const share = (day: string) =>
    Math.min(1, Math.max(0, daysBetween(start, day) / Math.max(1, daysBetween(start, end))))
  const places = spreadMarks(entries, share)
  const calculation = chain.lvmCare === undefined ? '' : lvmEndText(chain.lvmCare)

  return (
    <div className="chain">
      <Scale start={start} end={end} today={today} share={share} />
      <ol className="plain-list chain-line" aria-label="Vårdkedjan från först till sist" {...roving.row}>
        {entries.map((each, index) => (
          <li key={each.key} className="chain-item">
            <button
              type="button"
              {...roving.item(index)}
              {...entryStyle(each, share, places, today)}
              aria-label={each.description}
              title={each.description}
              onClick={() => onOpen(each)}
              onMouseEnter={() => setShown(each)}
              onMouseLeave={() => setShown(undefined)}
              onFocusCapture={() => setShown(each)}
              onBlur={() => setShown(undefined)}
            >
              {entryContent(each)}
            </button>
          </li>
        ))}
      </ol>
      <div className="chain-foot smallest soft">
        <span className="grow chain-said">{shown?.description ?? calculation}</span>
        <button type="button" className="link-button smallest no-print" onClick={() => onOpen()}>
          <IconList size={14} stroke={1.7} aria-hidden /> Lista och ändra
        </button>
      </div>
    </div>
  )
}

function Unplaced({ onOpen }: Pick<CareChainProps, 'onOpen'>) {
  return (
    <p className="soft">
      Ingen placering är inlagd.{' '}
      <button type="button" className="link-button no-print" onClick={() => onOpen()}>
        Lägg in den första
      </button>
    </p>
  )
}

const percent = (share: number) => `${100 * share}%`

type Look = { className: string; style: CSSProperties }

function entryStyle(
  entry: ChainEntry,
  share: (day: string) => number,
  places: ReadonlyMap<string, number>,
  today: string,
): Look {
  if (entry.shape === 'mark') {
    const ahead = entry.on > today ? ' chain-mark-ahead' : ''
    return { className: `chain-mark${ahead}`, style: { left: percent(places.get(entry.key) ?? 0) } }
  }
  const [from, to] = [share(entry.on), share(entry.to)]
  const style = { left: percent(from), width: percent(to - from) }
  if (entry.shape === 'absence') return { className: 'chain-away', style }
  // how much of the stay has been, as a share of its own length: the rest is hatched
  const elapsed = entry.to <= today ? 1 : Math.min(1, Math.max(0, (share(today) - from) / (to - from || 1)))
  const hatch = { '--been': percent(elapsed) } as CSSProperties
  return {
    className: `chain-stay phase-${entry.phase}${elapsed < 1 ? ' chain-ahead' : ''}`,
    style: { ...style, ...hatch },
  }
}

function entryContent(entry: ChainEntry): ReactNode {
  if (entry.shape === 'absence') return null
  if (entry.shape === 'stay')
    return (
      <span className="chain-label">
        <b>{entry.phase}</b> {entry.label} <span className="chain-quiet">{entry.quiet}</span>
      </span>
    )
  const Icon = ICONS[entry.kind]
  return <Icon size={15} stroke={1.8} aria-hidden />
}

/** Where each mark stands, 0 to 1: on its day, or as little to the right of it as keeps the marks apart. */
function spreadMarks(entries: readonly ChainEntry[], share: (day: string) => number): Map<string, number> {
  const places = new Map<string, number>()
  let last = -1
  for (const each of entries.filter(entry => entry.shape === 'mark')) {
    last = Math.max(share(each.on), last + BETWEEN_MARKS)
    places.set(each.key, last)
  }
  return places
}

type ScaleProps = { start: string; end: string; today: string; share(day: string): number }

/** The months over the line, as many as have room, and where today is. */
function Scale({ start, end, today, share }: ScaleProps) {
  const months = monthsFrom(start, end)
  const step = [1, 2, 3, 6, 12].find(each => months.length / each <= 9) ?? 24
  const now = share(today)
  const ticks = months
    .filter((_, index) => index % step === 0)
    .filter(each => share(each) < 0.95 && Math.abs(share(each) - now) > 0.055)
  return (
    <div className="chain-scale smallest soft" aria-hidden>
      {ticks.map(each => (
        <span key={each} style={{ left: percent(share(each)) }}>
          {monthName(each, start)}
        </span>
      ))}
      <span className="chain-today" style={{ left: percent(now) }}>
        <span>i dag</span>
      </span>
    </div>
  )
}

/** The first day of every month that begins between the two days. */
function monthsFrom(start: string, end: string): string[] {
  const months: string[] = []
  let [year = 0, month = 0] = start.split('-').map(Number)
  for (;;) {
    month = (month % 12) + 1
    if (month === 1) year += 1
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    if (first > end) return months
    months.push(first)
  }
}

/** *okt*, and *jan 2027* where the year is another than the one the line begins in. */
function monthName(first: string, start: string): string {
  const name = shortDay(first).split(' ')[2] ?? ''
  return first.slice(0, 4) !== start.slice(0, 4) && first.slice(5, 7) <= '03' ? `${name} ${first.slice(0, 4)}` : name
}
