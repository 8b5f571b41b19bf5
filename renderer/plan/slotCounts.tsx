import type { Outcome, SlotState } from '../../main/contract/plan.ts'
import { choicesOf } from '../ui/choices.ts'
import { OutcomeIcon } from './outcome.tsx'
import { outcomeText } from './planTexts.ts'

/** What one and several slots with the outcome are called. */
const COUNTED: Readonly<Record<Outcome, readonly [one: string, several: string]>> = {
  held: ['genomförd', 'genomförda'],
  partlyHeld: ['delvis genomförd', 'delvis genomförda'],
  declined: ['tackade nej', 'tackade nej'],
  noShow: ['uteblev', 'uteblev'],
  cancelledByUs: ['inställd av oss', 'inställda av oss'],
  notOffered: ['ej erbjuden', 'ej erbjudna'],
}

/** The strip in words: every slot of the plan counted once, by what came of it last, and beside each word its shape. */
export function SlotCounts({ slots }: { slots: readonly SlotState[] }) {
  const open = slots.filter(each => each.outcome === undefined).length
  return (
    <ul className="slot-counts small soft" aria-label="Träffarna i planen">
      {choicesOf(outcomeText).map(({ value }) => {
        const count = slots.filter(each => each.outcome === value).length
        return (
          count > 0 && (
            <li key={value}>
              <OutcomeIcon outcome={value} size={16} /> {count} {COUNTED[value][count === 1 ? 0 : 1]}
            </li>
          )
        )
      })}
      {open > 0 && (
        <li>
          <span className="slot-open-shape" aria-hidden /> {open} återstår
        </li>
      )}
    </ul>
  )
}
