import { type Comparison, heldKind } from '../../main/contract/merge.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import { recordCountWords } from '../../main/contract/recordWords.ts'
import { publicName } from '../core/clientName.ts'
import { dayAndYear } from '../ui/format.ts'

type Slot = Comparison['slots'][number]

/** What each of two clients holds, row by row, and their two plans. */
export function MergeHoldings({ both: { kept, other, slots } }: { both: Comparison }) {
  const kinds = heldKind.options.filter(kind => [kept, other].some(side => side.holds.some(each => each.kind === kind)))
  const holds = (side: Comparison['kept'], kind: (typeof kinds)[number]) =>
    side.holds.find(each => each.kind === kind)?.count ?? 0
  return (
    <table className="rows card merge-table" aria-label="De två klienterna bredvid varandra">
      <thead>
        <tr>
          <td />
          <th scope="col">
            {publicName(kept.client)} <span className="block">{kept.reference}, blir kvar</span>
          </th>
          <th scope="col">
            {publicName(other.client)} <span className="block">{other.reference}, går upp i den</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Hos oss sedan</th>
          <td>{dayAndYear(kept.client.custody.sinceOn)}</td>
          <td>{dayAndYear(other.client.custody.sinceOn)}</td>
        </tr>
        {kinds.map(kind => (
          <tr key={kind}>
            <th scope="row">{capitalized(recordCountWords[kind][1])}</th>
            <td>{holds(kept, kind) || <None />}</td>
            <td>{holds(other, kind) || <None />}</td>
          </tr>
        ))}
        {slots.map(slot => (
          <tr key={slot.number}>
            <th scope="row">Träff {slot.number}</th>
            <td>{slotText(slot.kept) ?? <None />}</td>
            <td>
              {slotText(slot.other) ?? <None />}
              {timeText(slot) !== undefined && <div className="small soft">{timeText(slot)}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function None() {
  return <span className="soft">–</span>
}

const capitalized = (words: string) => words.charAt(0).toLocaleUpperCase('sv') + words.slice(1)

function slotText(side: Slot['kept']): string | undefined {
  if (side === undefined) return undefined
  const { attempts, outcome, settledOn, plannedOn } = side
  const happened = outcome && `${outcomeWords[outcome]}${settledOn === undefined ? '' : ` ${dayAndYear(settledOn)}`}`
  const planned = plannedOn === undefined ? undefined : `tid ${dayAndYear(plannedOn)}`
  return [happened, attempts > 1 && `${attempts} försök`, planned].filter(Boolean).join(', ')
}

/** What becomes of a time ahead where the two slots become one; undefined when nothing is lost from sight. */
function timeText({ kept, other, twoTimes }: Slot): string | undefined {
  if (twoTimes) return 'Två tider: den till vänster blir kvar, den här skrivs i protokollet.'
  const isDropped =
    (kept?.plannedOn !== undefined && other?.outcome === 'held') ||
    (other?.plannedOn !== undefined && kept?.outcome === 'held')
  return isDropped ? 'Träffen är genomförd, så tiden tas inte upp igen.' : undefined
}
