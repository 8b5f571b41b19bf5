import { Button } from '@mantine/core'
import type { Goal } from '../../main/contract/goal.ts'
import { useCommand } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { useDraft } from '../draft/useDraft.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { untilNow } from '../ui/usualDays.ts'
import { useGoalUndo } from './goalUndo.tsx'
import { ReachedMark } from './reachedGoal.tsx'
import { WhatHelpedField } from './whatHelpedField.tsx'

type ReachedDraft = { on: string; whatHelped: string }

/** A goal is reached: the day, and what made it go. */
export function GoalReachedDialog({ goal, onClose }: { goal: Goal; onClose(): void }) {
  const today = useToday()
  const sayWithUndo = useGoalUndo()
  const setStatus = useCommand('goal.setStatus')
  const life = useLifeOf(goal.clientId)
  const draft = useDraft<ReachedDraft>(goal.clientId, `goal-reached:${goal.id}`, () => ({
    on: goal.status === 'reached' ? goal.statusOn : today,
    whatHelped: goal.whatHelped,
  }))
  if (draft === undefined) return null
  const { on, whatHelped } = draft.value
  const change = (part: Partial<ReachedDraft>) => draft.set(current => ({ ...current, ...part }))

  function save() {
    setStatus.mutate(
      { clientId: goal.clientId, goalId: goal.id, status: 'reached', on, whatHelped },
      {
        onSuccess: after => {
          void draft?.discard()
          sayWithUndo(goal, after, goal.status === 'reached' ? 'Orden är sparade.' : 'Målet är nått.')
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title="Målet är nått" size="md">
      <Form className="stack" onSave={save}>
        <div className="row">
          <ReachedMark />
          <p className="goal-words serif grow">”{goal.words}”</p>
        </div>
        <DayInput
          label="Dag det blev klart"
          usual={untilNow(life)}
          value={on}
          required
          onChange={day => change({ on: day })}
        />
        <WhatHelpedField value={whatHelped} onChange={words => change({ whatHelped: words })} />
        <ErrorNotice error={setStatus.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Stäng, behåll utkastet
          </Button>
          <Button type="submit" loading={setStatus.isPending}>
            Spara
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
