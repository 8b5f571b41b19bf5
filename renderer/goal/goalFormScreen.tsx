import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Goal } from '../../main/contract/goal.ts'
import type { Input } from '../../main/contract/index.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { OthersHere } from '../draft/othersHere.tsx'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { LineField, TextField } from '../ui/textFields.tsx'
import { AreaSelect } from './areaSelect.tsx'
import { draftOf, emptyGoal, type GoalDraft, goalFromDraft } from './goalDraft.ts'
import { LevelFields } from './goalLevels.tsx'
import { StepFields } from './goalStepFields.tsx'
import { useGoalUndo } from './goalUndo.tsx'
import { ReviewDayInput } from './reviewDayInput.tsx'
import { sheetGoals } from './sheetGoals.tsx'
import { WordingField } from './wordingField.tsx'

/** A new goal. */
export function NewGoalScreen({ clientId }: { clientId: string }) {
  return <GoalForm clientId={clientId} place="goal" initial={emptyGoal()} />
}

/** A goal that the client wrote on the worksheet *Behandlingsmål*, in that row. */
export function SheetGoalScreen({ clientId, row }: { clientId: string; row: string }) {
  const loaded = combine({
    goals: useCore('goal.ofClient', { clientId }),
    sheets: useCore('worksheet.ofClient', { clientId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { goals, sheets } = loaded.data
  const found = sheetGoals(sheets, goals).find(each => each.row === row)
  return <GoalForm clientId={clientId} place={`goal-sheet:${row}`} initial={found?.draft ?? emptyGoal()} />
}

/** A goal said anew; what was said before is kept. */
export function RewordGoalScreen({ clientId, goalId }: { clientId: string; goalId: string }) {
  const goals = useCore('goal.ofClient', { clientId })
  const goal = goals.data?.find(each => each.id === goalId)
  if (goal === undefined) return <NotLoaded error={goals.error} />
  return <GoalForm clientId={clientId} place={`goal:${goal.id}`} initial={draftOf(goal)} goal={goal} />
}

type GoalFormProps = {
  clientId: string
  /** Where its draft lies: one place for each goal that is being written. */
  place: string
  /** What is known already. */
  initial: GoalDraft
  /** The goal that is said anew; without it a new one is set. */
  goal?: Goal
}

function GoalForm({ clientId, place, initial, goal }: GoalFormProps) {
  const client = useCore('client.get', { clientId })
  const draft = useDraft<GoalDraft>(clientId, place, () => initial)
  if (client.data === undefined || draft === undefined) return <NotLoaded error={client.error} />
  return <GoalPage draft={draft} name={publicName(client.data)} {...(goal === undefined ? {} : { goal })} />
}

type GoalPageProps = { draft: Draft<GoalDraft>; name: string; goal?: Goal }

/** A goal in words: the client's own first, the rest may wait. */
function GoalPage({ draft, name, goal }: GoalPageProps) {
  const { clientId } = draft
  const [, go] = useLocation()
  const [begun] = useState(draft.savedAt !== undefined) // then one comes back to the field where one was
  const may = useMayTreat(clientId)
  const sayWithUndo = useGoalUndo()
  const set = useCommand('goal.set')
  const reword = useCommand('goal.reword')
  const [tried, setTried] = useState(false)
  const change = (part: Partial<GoalDraft>) => draft.set(current => ({ ...current, ...part }))

  function save() {
    setTried(true)
    const { words, area } = draft.value
    if (words.trim() === '' || area === '') return
    const input: Input<'goal.set'> = { clientId, area, ...goalFromDraft(draft.value) }
    const saved = (after: Goal) => {
      void draft.discard()
      if (goal !== undefined) sayWithUndo(goal, after, 'Målet är formulerat om.')
      go(`/client/${clientId}/goals`)
    }
    if (goal === undefined) set.mutate(input, { onSuccess: saved })
    else reword.mutate({ ...input, goalId: goal.id }, { onSuccess: saved })
  }

  return (
    <Page
      title={goal === undefined ? 'Nytt mål' : 'Formulera om målet'}
      narrow
      focusTitle={begun}
      under={<Link href={`/client/${clientId}/goals`}>{name}, mina mål</Link>}
      actions={may && <SavedAt draft={draft} />}
    >
      <OthersHere draft={draft} />
      <Form className="card" onSave={save}>
        <fieldset className="form-group stack" disabled={!may}>
          <legend className="visually-hidden">Målet</legend>
          <GoalFields
            clientId={clientId}
            value={draft.value}
            {...(goal === undefined ? {} : { goal })}
            autoFocus={!begun}
            tried={tried}
            onChange={change}
          />
        </fieldset>
        <ErrorNotice error={set.error ?? reword.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={() => go(`/client/${clientId}/goals`)}>
            Fortsätt senare
          </Button>
          {may && (
            <Button type="submit" loading={set.isPending || reword.isPending}>
              Spara målet
            </Button>
          )}
        </div>
      </Form>
    </Page>
  )
}

type GoalFieldsProps = {
  clientId: string
  value: GoalDraft
  /** The goal that is said anew. */
  goal?: Goal
  autoFocus: boolean
  /** Saving has been tried: what is missing is said. */
  tried: boolean
  onChange(part: Partial<GoalDraft>): void
}

function GoalFields({ clientId, value, goal, autoFocus, tried, onChange }: GoalFieldsProps) {
  const { words, area, obstacle, plan } = value
  return (
    <>
      <TextField
        longest={longestOf('goal.set', 'words')}
        label="Med klientens egna ord"
        description={
          goal === undefined
            ? 'Så som hen säger det. Det går bra att det inte är färdigt.'
            : 'Så som hen säger det nu. De tidigare orden finns kvar i historiken.'
        }
        autoFocus={autoFocus}
        required
        minRows={2}
        value={words}
        error={tried && words.trim() === '' && 'Skriv målet med klientens ord.'}
        onChange={event => onChange({ words: event.currentTarget.value })}
      />
      <AreaSelect
        clientId={clientId}
        area={area}
        error={tried && area === '' && 'Välj ett område.'}
        onChange={chosen => onChange({ area: chosen })}
      />
      <WordingField value={value} onChange={onChange} />
      <StepFields steps={value.steps} done={goal?.steps ?? []} onChange={steps => onChange({ steps })} />
      <div className="form-grid">
        <LineField
          longest={longestOf('goal.set', 'obstacle')}
          label="Vad kan komma i vägen"
          value={obstacle}
          onChange={event => onChange({ obstacle: event.currentTarget.value })}
        />
        <LineField
          longest={longestOf('goal.set', 'plan')}
          label="Vad gör jag då"
          value={plan}
          onChange={event => onChange({ plan: event.currentTarget.value })}
        />
      </div>
      <LevelFields levels={value.levels} onChange={levels => onChange({ levels })} />
      <ReviewDayInput value={value.reviewOn} onChange={reviewOn => onChange({ reviewOn })} />
    </>
  )
}
