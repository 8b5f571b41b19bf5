import type { PackagePreview } from '../../main/contract/handover.ts'
import { recordInSentence } from '../../main/contract/recordWords.ts'
import { remarkKindWords } from '../../main/contract/remarkWords.ts'
import { dayAndYear } from '../ui/format.ts'

/** Where the client sees something in a package otherwise: what the receiver must not miss, before anything is taken in. */
export function PackageDisagreements({ disagreements }: Pick<PackagePreview, 'disagreements'>) {
  if (disagreements.length === 0) return null
  return (
    <section className="card stack" aria-label={remarkKindWords.disagreement}>
      <h2>{remarkKindWords.disagreement}</h2>
      {disagreements.map(each => (
        <div key={`${each.about} ${each.number} ${each.words}`}>
          <p className="note-text serif">”{each.words}”</p>
          <p className="small soft">
            Om {each.number === undefined ? recordInSentence[each.about] : `träff ${each.number}`}, sagt{' '}
            {dayAndYear(each.on)}. Antecknat av {each.author}.
          </p>
        </div>
      ))}
    </section>
  )
}
