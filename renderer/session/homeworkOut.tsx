import { homeworkDoneWords } from '../../main/contract/sessionWords.ts'
import { useCore } from '../core/core.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { CarryHomework } from './carryHomework.tsx'

/** The homework that is out, or how the latest went. */
export function HomeworkOut({ clientId }: { clientId: string }) {
  const mayTreat = useMayTreat(clientId)
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
            <p className="homework-text">
              {each.what}
              <span className="small soft"> {[each.when, each.where, each.withWhom].filter(Boolean).join(', ')}</span>
            </p>
            <MistakeActions
              clientId={clientId}
              about={{ kind: 'homework', id: each.id }}
              what={`hemuppgiften ${each.what}`}
              mayStrike={mayTreat}
            />
          </li>
        ))}
      </ul>
      <StruckList
        clientId={clientId}
        kind="homework"
        mayStrike={mayTreat}
        only={({ mistake }) => mistake.cameWith === undefined}
        label={record => record.homework.what}
        text={record => <p>{record.homework.what}</p>}
        next={({ mistake, record }) => (
          <CarryHomework clientId={clientId} mistake={mistake} homework={record.homework} />
        )}
      />
    </section>
  )
}
