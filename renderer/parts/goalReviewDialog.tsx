import { Button, Radio, Select, Textarea } from '@mantine/core'
import type { FormEvent } from 'react'
import { type Goal, type GoalStatus, isClosed } from '../../main/contract/goal.ts'
import { useCommand } from '../core.ts'
import { attainmentText, choicesOf, goalStatusText } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { useGoalUndo } from './goalUndo.tsx'
import { ErrorNotice } from './notice.tsx'
import { ReviewDayInput } from './reviewDayInput.tsx'
import { useDraft } from './useDraft.ts'
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

const LEVELS = [-2, -1, 0, 1, 2]

/** Looks back at a goal together with the client: how far it came, in what words, and when to look next. */
export function GoalReviewDialog({ goal, onClose }: { goal: Goal; onClose(): void }) {
  const today = useToday()
  const sayWithUndo = useGoalUndo()
  const review = useCommand('goal.review')
  const draft = useDraft<ReviewDraft>(goal.clientId, `goal-review:${goal.id}`, () => ({
    on: today,
    level: '',
    comment: '',
    status: goal.status === 'notStarted' ? 'underWay' : goal.status,
    whatHelped: goal.whatHelped,
    reviewOn: '',
  }))
  if (draft === undefined) return null
  const { on, level, comment, status, whatHelped, reviewOn } = draft.value
  const change = (part: Partial<ReviewDraft>) => draft.set(current => ({ ...current, ...part }))
  const closed = isClosed(status)

  function save(event: FormEvent) {
    event.preventDefault()
    review.mutate(
      {
        ...{ clientId: goal.clientId, goalId: goal.id, on: on === '' ? today : on, comment, status },
        whatHelped: status === 'reached' ? whatHelped : '',
        ...(level === '' ? {} : { level: Number(level) }),
        ...(closed || reviewOn === '' ? {} : { reviewOn }),
      },
      {
        onSuccess: after => {
          void draft?.discard()
          sayWithUndo(goal, after, status === 'reached' ? 'Målet är nått.' : 'Uppföljningen är sparad.')
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title="Följ upp målet">
      <form className="stack" onSubmit={save}>
        <p className="goal-words serif">”{goal.words}”</p>
        <Radio.Group
          label="Hur långt har det gått?"
          description="Fråga klienten först. Det går att hoppa över."
          value={level}
          onChange={next => change({ level: next })}
        >
          <div className="level-choices">
            {LEVELS.toReversed().map(each => {
              const words = goal.levels[each + 2] ?? ''
              return (
                <Radio
                  key={each}
                  value={String(each)}
                  label={attainmentText[each]}
                  {...(words === '' ? {} : { description: words })}
                />
              )
            })}
          </div>
        </Radio.Group>
        <Textarea
          label="Klientens egna ord om hur det går"
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={comment}
          onChange={event => change({ comment: event.currentTarget.value })}
        />
        <div className="form-grid">
          <Select
            label="Läget nu"
            data={choicesOf(goalStatusText)}
            value={status}
            onChange={value => change({ status: (value ?? status) as GoalStatus })}
          />
          <DayInput label="Dag ni följde upp" value={on} onChange={day => change({ on: day })} />
        </div>
        {status === 'reached' && (
          <WhatHelpedField value={whatHelped} onChange={words => change({ whatHelped: words })} />
        )}
        {!closed && (
          <ReviewDayInput label="Följs upp igen" value={reviewOn} onChange={day => change({ reviewOn: day })} />
        )}
        <ErrorNotice error={review.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Stäng, behåll utkastet
          </Button>
          <Button type="submit" loading={review.isPending}>
            Spara uppföljningen
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
