import { Button, Radio, Select } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { type Goal, type GoalStatus, isClosed } from '../../main/contract/goal.ts'
import { attainmentWords, goalStatusWords } from '../../main/contract/goalWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { OthersHere } from '../draft/othersHere.tsx'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice, NotLoaded, Waiting } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { TextField } from '../ui/textFields.tsx'
import { untilNow } from '../ui/usualDays.ts'
import { useGoalUndo } from './goalUndo.tsx'
import { ReviewDayInput } from './reviewDayInput.tsx'
import { WhatHelpedField } from './whatHelpedField.tsx'

type ReviewDraft = {
  on: string
  /** −2 to +2 as text; empty when it is not said. */
  level: string
  comment: string
  status: GoalStatus
  whatHelped: string
  reviewOn: string
}

const LEVELS = [2, 1, 0, -1, -2]

/** Looks back at a goal together with the client: how far it came, in what words, and when to look next. */
export function GoalReviewScreen({ clientId, goalId }: { clientId: string; goalId: string }) {
  const goals = useCore('goal.ofClient', { clientId })
  const goal = goals.data?.find(each => each.id === goalId)
  return goal === undefined ? <NotLoaded error={goals.error} /> : <GoalReview goal={goal} />
}

function GoalReview({ goal }: { goal: Goal }) {
  const { clientId } = goal
  const today = useToday()
  const [, go] = useLocation()
  const may = useMayTreat(clientId)
  const sayWithUndo = useGoalUndo()
  const review = useCommand('goal.review')
  const draft = useDraft<ReviewDraft>(clientId, `goal-review:${goal.id}`, () => ({
    on: today,
    level: '',
    comment: '',
    status: goal.status === 'notStarted' ? 'underWay' : goal.status,
    whatHelped: goal.whatHelped,
    reviewOn: '',
  }))
  if (draft === undefined) return <Waiting />
  const change = (part: Partial<ReviewDraft>) => draft.set(current => ({ ...current, ...part }))

  function save() {
    if (draft === undefined) return
    const { on, level, comment, status, whatHelped, reviewOn } = draft.value
    review.mutate(
      {
        clientId,
        goalId: goal.id,
        on,
        comment,
        status,
        whatHelped: status === 'reached' ? whatHelped : '',
        ...(level === '' ? {} : { level: Number(level) }),
        ...(isClosed(status) || reviewOn === '' ? {} : { reviewOn }),
      },
      {
        onSuccess: after => {
          void draft.discard()
          sayWithUndo(goal, after, status === 'reached' ? 'Målet är nått.' : 'Uppföljningen är sparad.')
          go(`/client/${clientId}/goals`)
        },
      },
    )
  }

  return (
    <Page
      title="Följ upp målet"
      narrow
      under={<Link href={`/client/${clientId}/goals`}>Mina mål</Link>}
      actions={may && <SavedAt draft={draft} />}
    >
      <OthersHere draft={draft} />
      <Form className="card" onSave={save}>
        <fieldset className="form-group stack" disabled={!may}>
          <legend className="visually-hidden">Uppföljningen</legend>
          <p className="goal-words serif">”{goal.words}”</p>
          <ReviewFields goal={goal} value={draft.value} onChange={change} />
        </fieldset>
        <ErrorNotice error={review.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={() => go(`/client/${clientId}/goals`)}>
            Fortsätt senare
          </Button>
          {may && (
            <Button type="submit" loading={review.isPending}>
              Spara uppföljningen
            </Button>
          )}
        </div>
      </Form>
    </Page>
  )
}

type ReviewFieldsProps = { goal: Goal; value: ReviewDraft; onChange(part: Partial<ReviewDraft>): void }

function ReviewFields({ goal, value, onChange }: ReviewFieldsProps) {
  const { on, level, comment, status, whatHelped, reviewOn } = value
  return (
    <>
      <LevelChoice levels={goal.levels} value={level} onChange={level => onChange({ level })} />
      <TextField
        longest={longestOf('goal.review', 'comment')}
        label="Klientens egna ord om hur det går"
        minRows={2}
        value={comment}
        onChange={event => onChange({ comment: event.currentTarget.value })}
      />
      <div className="form-grid">
        <Select
          label="Läget nu"
          data={choicesOf(goalStatusWords)}
          value={status}
          onChange={chosen => onChange({ status: (chosen ?? status) as GoalStatus })}
        />
        <DayInput
          label="Dag ni följde upp"
          usual={untilNow(useLifeOf(goal.clientId))}
          value={on}
          required
          onChange={day => onChange({ on: day })}
        />
      </div>
      {status === 'reached' && (
        <WhatHelpedField value={whatHelped} onChange={words => onChange({ whatHelped: words })} />
      )}
      {!isClosed(status) && (
        <ReviewDayInput label="Följs upp igen" value={reviewOn} onChange={day => onChange({ reviewOn: day })} />
      )}
    </>
  )
}

type LevelChoiceProps = { levels: Goal['levels']; value: string; onChange(level: string): void }

/** How far it came, from the best to the worst, each level in the words that were agreed for it. */
function LevelChoice({ levels, value, onChange }: LevelChoiceProps) {
  return (
    <Radio.Group
      label="Hur långt har det gått?"
      description="Fråga klienten först. Det går att hoppa över."
      value={value}
      onChange={onChange}
    >
      <div className="level-choices">
        {LEVELS.map(each => {
          const words = levels[each + 2] ?? ''
          return (
            <Radio
              key={each}
              value={String(each)}
              label={attainmentWords[each]}
              {...(words === '' ? {} : { description: words })}
            />
          )
        })}
      </div>
    </Radio.Group>
  )
}
