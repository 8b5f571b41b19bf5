import { Link } from 'wouter'
import type { SlotState } from '../../main/contract/plan.ts'
import { outcomeWords, phaseWords, shortOutcomeWords } from '../../main/contract/planWords.ts'
import type { Phase } from '../../main/contract/values.ts'
import { midSentence, shortDay } from '../ui/format.ts'
import { useRovingTabIndex } from '../ui/useRovingTabIndex.ts'
import { OutcomeIcon } from './outcome.tsx'
import { isUndocumented } from './planAhead.ts'

const PHASES: readonly Phase[] = ['A', 'B', 'C']

type SlotStripProps = { slots: readonly SlotState[]; clientId: string; next: SlotState | undefined; today: string }

/**
 * The plan's slots in their phases: outcome by shape, with the word on the next, the latest and the one in focus; every
 * slot's name says it all. Tab reaches the row once, at the next session, and the arrows go along it.
 */
export function SlotStrip({ slots, clientId, next, today }: SlotStripProps) {
  const ordered = PHASES.flatMap(phase => slots.filter(each => each.phase === phase))
  const roving = useRovingTabIndex(
    Math.max(
      0,
      ordered.findIndex(each => each.id === next?.id),
    ),
  )
  const latest = slots
    .filter(each => each.settledOn !== undefined)
    .toSorted((a, b) => (b.settledOn ?? '').localeCompare(a.settledOn ?? ''))
    .at(0)
  return (
    <nav className="slot-strip" aria-label="Planens träffar" {...roving.row}>
      {PHASES.map(phase => (
        <div key={phase} className="slot-phase">
          {ordered.map(
            (slot, index) =>
              slot.phase === phase && (
                <Slot
                  key={slot.id}
                  slot={slot}
                  address={`/client/${clientId}/session/${slot.id}`}
                  isNext={slot.id === next?.id}
                  worded={slot.id === next?.id || slot.id === latest?.id}
                  today={today}
                  roving={roving.item(index)}
                />
              ),
          )}
        </div>
      ))}
    </nav>
  )
}

type SlotProps = {
  slot: SlotState
  address: string
  isNext: boolean
  worded: boolean
  today: string
  roving: ReturnType<ReturnType<typeof useRovingTabIndex>['item']>
}

function Slot({ slot, address, isNext, worded, today, roving }: SlotProps) {
  const state =
    slot.outcome === undefined
      ? 'slot-open'
      : slot.outcome === 'held' || slot.outcome === 'partlyHeld'
        ? 'slot-held'
        : 'slot-missed'
  const said = slotInWords(slot, today)
  return (
    <Link
      {...roving}
      href={address}
      className={`slot ${state}${isNext ? ' slot-next' : ''}${worded ? ' slot-worded' : ''}`}
      title={said}
    >
      <span className="visually-hidden">{`Träff ${slot.number}: ${said}${isNext ? ', nästa träff' : ''}, fas ${slot.phase} ${phaseWords[slot.phase]}`}</span>
      <span className="slot-number" aria-hidden>
        {slot.number}
      </span>
      <span className="slot-shape">{slot.outcome !== undefined && <OutcomeIcon outcome={slot.outcome} />}</span>
      <span className="slot-word" aria-hidden>
        {shortWord(slot, isNext, today)}
      </span>
    </Link>
  )
}

/** The day that waits for an outcome: the first one, or a new one after it was declined, say. */
function awaitedDay({ plannedOn, awaited }: SlotState): string | undefined {
  return awaited ? plannedOn : undefined
}

/** All of it, for the one who points at the slot or hears its name. */
function slotInWords(slot: SlotState, today: string): string {
  const { outcome, settledOn, reasonWords, offerAgainOn, attempts } = slot
  const planned = awaitedDay(slot)
  const day = (of: string) => shortDay(of, today)
  const undocumented = isUndocumented(slot, today) ? ', inte dokumenterad' : ''
  if (outcome === undefined) return planned === undefined ? 'inte planerad' : `planerad ${day(planned)}${undocumented}`
  const parts = [
    `${outcomeWords[outcome]}${settledOn === undefined ? '' : ` ${day(settledOn)}`}`,
    reasonWords && midSentence(reasonWords),
    attempts > 1 ? `${attempts} försök` : undefined,
    planned === undefined ? undefined : `planerad på nytt ${day(planned)}${undocumented}`,
    planned === undefined && offerAgainOn !== undefined ? `erbjuds på nytt ${day(offerAgainOn)}` : undefined,
  ]
  return parts.filter(each => each !== undefined).join(', ')
}

/** What has room under the shape: on the next session its day, else what came of it. */
function shortWord(slot: SlotState, isNext: boolean, today: string): string {
  const planned = awaitedDay(slot)
  if (planned !== undefined && (isNext || slot.outcome === undefined)) return shortDay(planned, today)
  if (slot.outcome === undefined) return isNext ? 'nästa' : 'ej planerad'
  return shortOutcomeWords[slot.outcome]
}
