import type { SlotState } from '../../main/contract/plan.ts'
import { outcomeCountWords, outcomeWords } from '../../main/contract/planWords.ts'
import { choicesOf } from '../ui/choices.ts'
import { OutcomeIcon } from './outcome.tsx'

/** The strip in words: every slot of the plan counted once, by what came of it last, and beside each word its shape. */
export function SlotCounts({ slots }: { slots: readonly SlotState[] }) {
  const open = slots.filter(each => each.outcome === undefined).length
  return (
    <ul className="slot-counts small soft" aria-label="Träffarna i planen">
      {choicesOf(outcomeWords).map(({ value }) => {
        const count = slots.filter(each => each.outcome === value).length
        return (
          count > 0 && (
            <li key={value}>
              <OutcomeIcon outcome={value} size={16} /> {count} {outcomeCountWords[value][count === 1 ? 0 : 1]}
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
