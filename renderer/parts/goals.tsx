import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Goal, GoalStatus, GoalStep, LifeArea } from '../../main/contract/goal.ts'
import { useCommand, useCore } from '../core.ts'
import { shortDay } from '../format.ts'
import { choicesOf, goalStatusText, homeworkDoneText, lifeAreaText } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'
import { useDraft } from './useDraft.ts'

/** Goals in the client's own words with their next step, and the homework that is out. */
export function GoalList({ clientId, own, onNew }: { clientId: string; own: boolean; onNew(): void }) {
  const goals = useCore('goal.ofClient', { clientId })
  return (
    <div className="card">
      <section aria-label="Mina mål">
        <div className="spread card-title">
          <h2>Mina mål</h2>
          {own && (
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={onNew}>
              Nytt mål
            </Button>
          )}
        </div>
        {goals.data?.length === 0 && (
          <p className="soft">Inga mål än. De sätts i träff 5, eller när klienten säger något hen vill.</p>
        )}
        <div className="card-rows">
          {(goals.data ?? []).map(each => (
            <GoalRow key={each.id} goal={each} own={own} />
          ))}
        </div>
      </section>
      <HomeworkOut clientId={clientId} />
    </div>
  )
}

function GoalRow({ goal, own }: { goal: Goal; own: boolean }) {
  const today = useToday()
  const setStatus = useCommand('goal.setStatus')
  const status = goal.statuses.at(-1)?.status ?? 'notStarted'
  const [step] = status === 'reached' || status === 'ended' ? [] : goal.steps
  return (
    <div className="goal">
      <p className="goal-words serif">”{goal.words}”</p>
      <p className="small soft">
        {lifeAreaText[goal.area]}
        {step !== undefined && ` · nästa steg: ${step.what}`}
        {step?.by !== undefined && <b>, senast {shortDay(step.by, today)}</b>}
      </p>
      {own ? (
        <Select
          size="xs"
          className="goal-status no-print"
          aria-label={`Status för målet ”${goal.words}”`}
          data={choicesOf(goalStatusText)}
          value={status}
          onChange={value =>
            value !== null &&
            setStatus.mutate({ clientId: goal.clientId, goalId: goal.id, status: value as GoalStatus })
          }
        />
      ) : (
        <span className="badge">{goalStatusText[status]}</span>
      )}
    </div>
  )
}

function HomeworkOut({ clientId }: { clientId: string }) {
  const homework = useCore('homework.ofClient', { clientId })
  const out = (homework.data ?? []).filter(each => each.done === undefined)
  const [latest] = (homework.data ?? []).filter(each => each.done !== undefined)
  return (
    <section aria-label="Hemuppgift" className="homework-out">
      <h2 className="section-title">Hemuppgift till nästa gång</h2>
      {out.length === 0 && (
        <p className="small soft">
          Ingen hemuppgift är ute
          {latest?.done !== undefined && `; den senaste: ${homeworkDoneText[latest.done].toLocaleLowerCase('sv')}`}.
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

type GoalDraft = {
  words: string
  area: LifeArea | ''
  wording: string
  steps: GoalStep[]
  obstacle: string
  plan: string
}

const emptyGoal = (): GoalDraft => ({
  words: '',
  area: '',
  wording: '',
  steps: [{ what: '', who: '' }],
  obstacle: '',
  plan: '',
})

/** A new goal: the client's words first, the rest may wait. */
export function GoalDialog({ clientId, onClose }: { clientId: string; onClose(): void }) {
  const draft = useDraft<GoalDraft>(clientId, 'goal', emptyGoal)
  const set = useCommand('goal.set')
  const [tried, setTried] = useState(false)
  if (draft === undefined) return null
  const { words, area, wording, steps, obstacle, plan } = draft.value
  const change = (part: Partial<GoalDraft>) => draft.set(current => ({ ...current, ...part }))
  const [step = { what: '', who: '' }] = steps

  function save() {
    setTried(true)
    if (words.trim() === '' || area === '') return
    const kept = steps.filter(each => each.what.trim() !== '')
    set.mutate(
      { clientId, words, area, wording, steps: kept, obstacle, plan },
      {
        onSuccess: () => {
          void draft?.discard()
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title="Nytt mål">
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <Textarea
          label="Med klientens egna ord"
          description="Så som hen säger det. Det går bra att det inte är färdigt."
          data-autofocus
          required
          minRows={2}
          maxLength={500}
          value={words}
          error={tried && words.trim() === '' && 'Skriv målet med klientens ord.'}
          onChange={event => change({ words: event.currentTarget.value })}
        />
        <Select
          label="Område"
          required
          placeholder="Välj"
          data={choicesOf(lifeAreaText)}
          value={area === '' ? null : area}
          error={tried && area === '' && 'Välj ett område.'}
          onChange={value => change({ area: (value ?? '') as LifeArea | '' })}
        />
        <Textarea
          label="Kort, positivt och konkret"
          description="Vad jag gör, inte vad jag slutar med. Något jag själv rår över."
          maxLength={500}
          value={wording}
          onChange={event => change({ wording: event.currentTarget.value })}
        />
        <div className="form-grid">
          <TextInput
            className="wide"
            label="Första steget"
            value={step.what}
            onChange={event => change({ steps: [{ ...step, what: event.currentTarget.value }] })}
          />
          <DayInput
            label="Senast"
            value={step.by ?? ''}
            onChange={day => {
              const { by: _, ...rest } = step
              change({ steps: [day === '' ? rest : { ...rest, by: day }] })
            }}
          />
          <TextInput
            label="Vem hjälper till"
            value={step.who}
            onChange={event => change({ steps: [{ ...step, who: event.currentTarget.value }] })}
          />
          <TextInput
            label="Vad kan komma i vägen"
            value={obstacle}
            onChange={event => change({ obstacle: event.currentTarget.value })}
          />
          <TextInput
            label="Vad gör jag då"
            value={plan}
            onChange={event => change({ plan: event.currentTarget.value })}
          />
        </div>
        <ErrorNotice error={set.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Stäng, behåll utkastet
          </Button>
          <Button type="submit" loading={set.isPending}>
            Spara målet
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
