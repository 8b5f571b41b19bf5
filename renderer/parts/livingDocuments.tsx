import { Link } from 'wouter'
import { useCore } from '../core.ts'
import { shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'

const LIVING = [
  ['riskMap', 'Riskkarta'],
  ['stopCard', 'Stoppkort'],
  ['emergencyPlan', 'Nödplan'],
  ['first72HoursPlan', '72-timmarsplan'],
] as const

/** The documents that later sessions update: the day of the latest version, or that there is none yet. */
export function LivingDocuments({ clientId }: { clientId: string }) {
  const today = useToday()
  const answers = useCore('worksheet.ofClient', { clientId })
  return (
    <section aria-label="Att ha med sig">
      <h2 className="section-title">Att ha med sig</h2>
      <ul className="plain-list living">
        {LIVING.map(([id, name]) => {
          const latest = (answers.data ?? []).findLast(each => each.formId === id)
          return (
            <li key={id} className="spread small">
              <Link href={`/client/${clientId}/form/${id}`}>{name}</Link>
              <span className="soft">{latest === undefined ? 'inte gjort' : shortDay(latest.answeredOn, today)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
