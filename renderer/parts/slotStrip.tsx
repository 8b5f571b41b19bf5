import { Link } from 'wouter'
import type { SlotState } from '../../main/contract/session.ts'
import type { Phase } from '../../main/contract/values.ts'
import { shortDay } from '../format.ts'
import { outcomeText, shortOutcomeText } from '../texts.ts'
import { OutcomeIcon } from './outcome.tsx'

type SlotStripProps = { slots: readonly SlotState[]; clientId: string; next: SlotState | undefined; today: string }

/** The eighteen slots in their phases: outcome by shape, with the word on the next and the latest; every slot's name says it all. */
export function SlotStrip({ slots, clientId, next, today }: SlotStripProps) {
  const latest = [...slots]
    .filter(each => each.settledOn !== undefined)
    .sort((a, b) => (b.settledOn ?? '').localeCompare(a.settledOn ?? ''))
    .at(0)
  const phases: Phase[] = ['A', 'B', 'C']
  return (
    <nav className="slot-strip" aria-label="Planens träffar">
      {phases.map(phase => (
        <div key={phase} className="slot-phase">
          {slots
            .filter(each => each.phase === phase)
            .map(slot => (
              <Slot
                key={slot.id}
                slot={slot}
                address={`/client/${clientId}/session/${slot.id}`}
                isNext={slot.id === next?.id}
                worded={slot.id === next?.id || slot.id === latest?.id}
                today={today}
              />
            ))}
        </div>
      ))}
    </nav>
  )
}

type SlotProps = { slot: SlotState; address: string; isNext: boolean; worded: boolean; today: string }

function Slot({ slot, address, isNext, worded, today }: SlotProps) {
  const planned = slot.plannedOn === undefined ? 'inte planerad' : `planerad ${shortDay(slot.plannedOn, today)}`
  const said = slot.outcome === undefined ? planned : outcomeText[slot.outcome]
  const state =
    slot.outcome === undefined
      ? 'slot-open'
      : slot.outcome === 'held' || slot.outcome === 'partlyHeld'
        ? 'slot-held'
        : 'slot-missed'
  return (
    <Link
      href={address}
      className={`slot ${state}${isNext ? ' slot-next' : ''}${worded ? ' slot-worded' : ''}`}
      title={said}
    >
      <span className="visually-hidden">
        {`Träff ${slot.number}: ${said}${slot.reasonWords === undefined ? '' : `, ${slot.reasonWords}`}${isNext ? ', nästa träff' : ''}`}
      </span>
      <span className="slot-number" aria-hidden>
        {slot.number}
      </span>
      <span className="slot-shape">{slot.outcome !== undefined && <OutcomeIcon outcome={slot.outcome} />}</span>
      <span className="slot-word" aria-hidden>
        {slot.outcome === undefined
          ? slot.plannedOn === undefined
            ? isNext
              ? 'nästa'
              : ''
            : shortDay(slot.plannedOn, today)
          : shortOutcomeText[slot.outcome]}
      </span>
    </Link>
  )
}
