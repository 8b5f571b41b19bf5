import type { Goal } from '../../main/contract/goal.ts'
import { lifeAreaWords } from '../../main/contract/goalWords.ts'
import { CarryRecord } from '../mistake/carryRecord.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { carriedGoal } from './goalDraft.ts'

/** Goals that were set by mistake. */
export function StruckGoals({ clientId, mayStrike }: { clientId: string; mayStrike: boolean }) {
  return (
    <StruckList
      clientId={clientId}
      kind="goal"
      mayStrike={mayStrike}
      label={({ goal }) => goal.words}
      text={({ goal }) => <GoalText goal={goal} />}
      next={({ mistake, record }) => (
        <CarryRecord
          clientId={clientId}
          mistake={mistake}
          carried={{
            place: 'goal',
            content: carriedGoal(record.goal, mistake.reason),
            path: 'goals/new',
            day: 'Målet följs upp',
          }}
        />
      )}
    />
  )
}

function GoalText({ goal: { words, area, wording, steps } }: { goal: Goal }) {
  return (
    <>
      <p className="serif">”{words}”</p>
      <p className="small">{lifeAreaWords[area]}</p>
      {wording !== '' && <p>{wording}</p>}
      {steps.length > 0 && (
        <ul>
          {steps.map(each => (
            <li key={each.id}>{each.what}</li>
          ))}
        </ul>
      )}
    </>
  )
}
