import { shortConsentPartWords } from '../../main/contract/consentWords.ts'
import type { PackagePreview } from '../../main/contract/handover.ts'
import { coverWords } from '../../main/contract/handoverWords.ts'
import { recordCountWords } from '../../main/contract/recordWords.ts'
import { useToday } from '../core/useToday.ts'
import { clock, dayAndYear, midSentence, shortDay } from '../ui/format.ts'

/** What the sender wrote to the one who takes over, and when the first session is. */
export function PackageCover({ preview: { cover, firstAppointment: first } }: { preview: PackagePreview }) {
  const today = useToday()
  return (
    <section className="card stack" aria-label="Försättsblad">
      <h2>{coverWords.situation}</h2>
      <p>{cover.situation}</p>
      {cover.done !== '' && <p>{`${coverWords.done}: ${cover.done}`}</p>}
      <p>
        <b>{coverWords.next}:</b> {cover.next}
      </p>
      {cover.watchFor !== '' && (
        <p>
          <b>{coverWords.watchFor}:</b> {cover.watchFor}
        </p>
      )}
      {cover.clientWords !== '' && <p className="goal-words serif">”{cover.clientWords}”</p>}
      <p>
        <b>Första träff:</b>{' '}
        {first.booked
          ? `${shortDay(first.on, today)} kl. ${clock(first.at)}, ${first.withWhom}, ${first.where}`
          : `ingen tid bokad – ${first.reason}`}
      </p>
    </section>
  )
}

/** How much of each kind is new here, and the consent it comes under. */
export function PackageContent({ preview }: { preview: PackagePreview }) {
  return (
    <section className="card stack" aria-label="Innehåll">
      <h2>Det här läggs till</h2>
      <ul className="plain-list">
        {preview.counts
          .filter(each => each.total > 0)
          .map(each => (
            <li key={each.part}>
              <b>{each.fresh === 0 ? '=' : `+ ${each.fresh}`}</b>{' '}
              {recordCountWords[each.part][each.total === 1 ? 0 : 1]}
            </li>
          ))}
      </ul>
      {preview.earlierNumbers.length > 0 && (
        <p className="small">
          Klienten har förut haft numret {preview.earlierNumbers.join(', ')}, och hittas på det också.
        </p>
      )}
      <p className="small soft">
        Samtycke till och med {dayAndYear(preview.consentUntil)}:{' '}
        {preview.parts.map(each => midSentence(shortConsentPartWords[each])).join(', ')}. Inget är sparat än.
      </p>
    </section>
  )
}
