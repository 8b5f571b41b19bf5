import { homeworkDoneWords } from '../../main/contract/sessionWords.ts'
import { useCore } from '../core/core.ts'

/** The homework that is out, or how the latest went. */
export function HomeworkOut({ clientId }: { clientId: string }) {
  const homework = useCore('homework.ofClient', { clientId })
  const out = (homework.data ?? []).filter(each => each.done === undefined)
  const [latest] = (homework.data ?? []).filter(each => each.done !== undefined)
  return (
    <section aria-label="Hemuppgift" className="homework-out">
      <h2 className="section-title">Hemuppgift till nästa gång</h2>
      {homework.data !== undefined && out.length === 0 && (
        <p className="small soft">
          Ingen hemuppgift är ute
          {latest?.done !== undefined && `; den senaste: ${homeworkDoneWords[latest.done].toLocaleLowerCase('sv')}`}.
        </p>
      )}
      <ul className="homework-list">
        {out.map(each => (
          <li key={each.id}>
            {each.what}
            <span className="small soft"> {[each.when, each.where, each.withWhom].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
