import type { PackagePreview } from '../../main/contract/handover.ts'
import type { RemarkAbout } from '../../main/contract/remark.ts'
import { dayAndYear } from '../ui/format.ts'

/** What a remark concerns, after *om*; a session by its number. */
const ABOUT: Record<RemarkAbout['kind'], (number?: number) => string> = {
  session: number => (number === undefined ? 'en träff' : `träff ${number}`),
  goal: () => 'ett mål',
  plan: () => 'planen',
  offer: () => 'ett erbjudande',
  worksheet: () => 'ett arbetsblad',
  chainEvent: () => 'en händelse i vårdkedjan',
  consent: () => 'ett samtycke',
  handover: () => 'överlämningen',
}

/** Where the client sees something in a package otherwise: what the receiver must not miss, before anything is taken in. */
export function PackageDisagreements({ disagreements }: Pick<PackagePreview, 'disagreements'>) {
  if (disagreements.length === 0) return null
  return (
    <section className="card stack" aria-label="Klientens avvikande uppfattning">
      <h2>Klientens avvikande uppfattning</h2>
      {disagreements.map(each => (
        <div key={`${each.about} ${each.number} ${each.words}`}>
          <p className="note-text serif">”{each.words}”</p>
          <p className="small soft">
            Om {ABOUT[each.about](each.number)}, sagt {dayAndYear(each.on)}. Antecknat av {each.author}.
          </p>
        </div>
      ))}
    </section>
  )
}
