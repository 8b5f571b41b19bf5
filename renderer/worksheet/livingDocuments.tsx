import { Fragment } from 'react'
import { Link } from 'wouter'
import { useCore } from '../core/core.ts'
import { useMayTreatNow } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { shortDay } from '../ui/format.ts'

/** What everyone should have with them: shown also while it is still to be made. */
const EXPECTED: readonly string[] = ['riskMap', 'stopCard', 'emergencyPlan', 'first72HoursPlan']

/** The documents that later sessions update, each with the day of its latest version; those still to be made; and the way to every sheet. */
export function LivingDocuments({ clientId }: { clientId: string }) {
  const today = useToday()
  const own = useMayTreatNow(clientId)
  const forms = useCore('worksheet.formsOfClient', { clientId }).data ?? []
  const made = forms.filter(each => each.living && each.times > 0)
  const waiting = forms.filter(each => EXPECTED.includes(each.formId) && each.times === 0)
  const times = forms.reduce((sum, each) => sum + each.times, 0)
  return (
    <section aria-label="Att ha med sig">
      <h2 className="section-title">Att ha med sig</h2>
      <ul className="plain-list living">
        {made.map(({ formId, title, latestOn }) => (
          <li key={formId} className="spread small">
            <Link href={`/client/${clientId}/form/${formId}/history`}>{title}</Link>
            <span className="soft nowrap">{latestOn !== undefined && shortDay(latestOn, today)}</span>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <p className="small soft">
          Inte gjort än:{' '}
          {waiting.map(({ formId, title }, index) => (
            <Fragment key={formId}>
              {index > 0 && ', '}
              {own ? <Link href={`/client/${clientId}/form/${formId}`}>{title}</Link> : title}
            </Fragment>
          ))}
        </p>
      )}
      <p className="small">
        <Link href={`/client/${clientId}/forms`}>{times === 0 ? 'Alla blad' : `Alla blad, ${times} ifyllda`}</Link>
      </p>
    </section>
  )
}
