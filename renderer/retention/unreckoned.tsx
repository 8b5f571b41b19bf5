import { useCore } from '../core/core.ts'
import { Section } from '../ui/page.tsx'

/** Records whose time cannot be reckoned. Nothing when there are none. */
export function Unreckoned() {
  const { data: records = [] } = useCore('retention.unreckoned', {})
  if (records.length === 0) return null
  return (
    <Section title="Gallringstiden går inte att räkna ut" note={records.length}>
      <div className="card card-rows">
        {records.map(each => (
          <div key={each.clientId}>
            <strong>{each.reference}</strong>
            <p className="small">
              Den sista uppgiften är daterad {each.lastNoteOn}. Klientens behandlare behöver rätta dagen. Bevaras tills
              dess.
            </p>
          </div>
        ))}
      </div>
    </Section>
  )
}
