import type { Goal } from '../../main/contract/goal.ts'
import { lifeAreaWords } from '../../main/contract/goalWords.ts'
import { CarryToClient } from '../mistake/carryToClient.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { draftOf, emptyStep } from './goalDraft.ts'

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
        <CarryToClient
          clientId={clientId}
          mistake={mistake}
          place="goal"
          content={newDraftOf(record.goal)}
          path="goals/new"
        />
      )}
    />
  )
}

/** The goal as a new one: its steps are not those of the struck goal. */
function newDraftOf(goal: Goal) {
  const { steps, ...draft } = draftOf(goal)
  return { ...draft, steps: steps.map(({ what, by, who }) => ({ ...emptyStep(), what, by, who })) }
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
