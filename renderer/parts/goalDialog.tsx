import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Goal } from '../../main/contract/goal.ts'
import type { Input } from '../../main/contract/index.ts'
import { useCommand, useCore } from '../core.ts'
import { shortDay } from '../format.ts'
import { choicesOf, lifeAreaText } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { Dialog } from './dialog.tsx'
import { emptyGoal, type GoalDraft, goalFromDraft } from './goalDraft.ts'
import { LevelFields } from './goalLevels.tsx'
import { StepFields } from './goalStepFields.tsx'
import { useGoalUndo } from './goalUndo.tsx'
import { ErrorNotice } from './notice.tsx'
import { ReviewDayInput } from './reviewDayInput.tsx'
import { useDraft } from './useDraft.ts'
import { WordingField } from './wordingField.tsx'

type GoalDialogProps = {
  clientId: string
  /** Where its draft lies; one place for each goal that is being written. */
  place?: string
  /** What is known already: from the worksheet, or the goal as it was said before. */
  initial?: GoalDraft
  /** The goal that is said anew; without it a new one is set. */
  goal?: Goal
  onClose(): void
}

/** A goal in words: the client's own first, the rest may wait. */
export function GoalDialog({ clientId, place = 'goal', initial, goal, onClose }: GoalDialogProps) {
  const draft = useDraft<GoalDraft>(clientId, place, () => initial ?? emptyGoal())
  const sayWithUndo = useGoalUndo()
  const set = useCommand('goal.set')
  const reword = useCommand('goal.reword')
  const [tried, setTried] = useState(false)
  if (draft === undefined) return null
  const { words, area, obstacle, plan } = draft.value
  const change = (part: Partial<GoalDraft>) => draft.set(current => ({ ...current, ...part }))

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (draft === undefined || words.trim() === '' || area === '') return
    const input: Input<'goal.set'> = { clientId, area, ...goalFromDraft(draft.value) }
    const saved = (after: Goal) => {
      void draft.discard()
      if (goal !== undefined) sayWithUndo(goal, after, 'Målet är formulerat om.')
      onClose()
    }
    if (goal === undefined) set.mutate(input, { onSuccess: saved })
    else reword.mutate({ ...input, goalId: goal.id }, { onSuccess: saved })
  }

  return (
    <Dialog onClose={onClose} title={goal === undefined ? 'Nytt mål' : 'Formulera om målet'}>
      <form className="stack" onSubmit={save}>
        <Textarea
          label="Med klientens egna ord"
          description={
            goal === undefined
              ? 'Så som hen säger det. Det går bra att det inte är färdigt.'
              : 'Så som hen säger det nu. De tidigare orden finns kvar i historiken.'
          }
          data-autofocus
          required
          minRows={2}
          maxLength={500}
          value={words}
          error={tried && words.trim() === '' && 'Skriv målet med klientens ord.'}
          onChange={event => change({ words: event.currentTarget.value })}
        />
        <AreaSelect
          clientId={clientId}
          area={area}
          error={tried && area === '' && 'Välj ett område.'}
          onChange={chosen => change({ area: chosen })}
        />
        <WordingField value={draft.value} onChange={change} />
        <StepFields steps={draft.value.steps} done={goal?.steps ?? []} onChange={steps => change({ steps })} />
        <div className="form-grid">
          <TextInput
            label="Vad kan komma i vägen"
            maxLength={500}
            value={obstacle}
            onChange={event => change({ obstacle: event.currentTarget.value })}
          />
          <TextInput
            label="Vad gör jag då"
            maxLength={500}
            value={plan}
            onChange={event => change({ plan: event.currentTarget.value })}
          />
        </div>
        <LevelFields levels={draft.value.levels} onChange={levels => change({ levels })} />
        <ReviewDayInput value={draft.value.reviewOn} onChange={reviewOn => change({ reviewOn })} />
        <ErrorNotice error={set.error ?? reword.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Stäng, behåll utkastet
          </Button>
          <Button type="submit" loading={set.isPending || reword.isPending}>
            Spara målet
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type AreaSelectProps = {
  clientId: string
  area: GoalDraft['area']
  error: string | false
  onChange(area: GoalDraft['area']): void
}

/** The life areas, each with how the client rated it last: a quiet hint of where there is something to win. */
function AreaSelect({ clientId, area, error, onChange }: AreaSelectProps) {
  const today = useToday()
  const scale = useCore('scale.ofClient', { clientId })
  const latestOf = (id: string) =>
    scale.data?.areas.find(each => each.area === id)?.points.findLast(point => point.score !== undefined)
  const latest = latestOf(area)
  return (
    <Select
      label="Område"
      required
      placeholder="Välj"
      data={choicesOf(lifeAreaText)}
      value={area === '' ? null : area}
      error={error}
      {...(latest === undefined ? {} : { description: `Skattat ${latest.score} av 10 ${shortDay(latest.on, today)}` })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      renderOption={({ option }) => {
        const rated = latestOf(option.value)
        return (
          <span className="spread grow">
            {option.label}
            {rated !== undefined && <span className="small soft">{rated.score} av 10</span>}
          </span>
        )
      }}
      onChange={value => onChange((value ?? '') as GoalDraft['area'])}
    />
  )
}
