import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import type { Homework, SlotState } from '../../main/contract/session.ts'
import { useCommand } from '../core.ts'
import { useToday } from '../useToday.ts'
import { ErrorNotice, Waiting } from './notice.tsx'
import { OthersHere } from './othersHere.tsx'
import { PhaseBadge } from './outcome.tsx'
import { Page } from './page.tsx'
import { SavedAt } from './savedAt.tsx'
import { FINISH, newSessionDraft, recordOf, type SessionDraft } from './sessionDraft.ts'
import { SessionFinish } from './sessionFinish.tsx'
import { SessionHelp } from './sessionHelp.tsx'
import { SessionStep } from './sessionStep.tsx'
import { useDraft } from './useDraft.ts'

type SessionRunnerProps = {
  client: Client
  slot: SlotState
  chapter: Chapter
  homework: readonly Homework[]
  /** Leads to the session, when it has been signed in another window. */
  onShowSigned(): void
}

/** The session as it is held: the agenda at the left, the step in the middle, help at the right. */
export function SessionRunner({ client, slot, chapter, homework, onShowSigned }: SessionRunnerProps) {
  const today = useToday()
  const [, go] = useLocation()
  const record = useCommand('session.record')
  const draft = useDraft<SessionDraft>(client.id, `session:${slot.id}`, () => newSessionDraft(client, chapter, today))
  const pages = [...chapter.steps.map(each => each.id), FINISH]
  const at = pages.indexOf(draft?.value.step ?? '')
  const show = (step: string | undefined) =>
    step !== undefined && draft?.set(current => ({ ...current, step, done: passed(current, step) }))
  useHotkeys(
    [
      ['alt+ArrowDown', () => show(pages[at + 1])],
      ['alt+ArrowUp', () => show(pages[at - 1])],
      ['mod+Enter', () => show(FINISH)],
    ],
    [],
    true,
  )
  if (draft === undefined) return <Waiting />
  const { value } = draft
  const change = (part: Partial<SessionDraft>) => draft.set(current => ({ ...current, ...part }))

  /** Leaving a step for a later one marks it as gone through. */
  function passed(current: SessionDraft, next: string): string[] {
    const forward = pages.indexOf(next) > pages.indexOf(current.step)
    return forward && !current.done.includes(current.step) ? [...current.done, current.step] : current.done
  }

  function sign() {
    record.mutate(recordOf(value, client.id, slot), {
      onSuccess: () => {
        void draft?.discard()
        notifications.show({ message: `Träff ${slot.number} är signerad.` })
        go(`/client/${client.id}`)
      },
    })
  }

  const step = chapter.steps.find(each => each.id === value.step)
  return (
    <Page
      title={`Träff ${slot.number}: ${chapter.title}`}
      beside={<PhaseBadge phase={slot.phase} />}
      under={<Link href={`/client/${client.id}`}>{client.name}</Link>}
      actions={
        <>
          <SavedAt draft={draft} />
          <Button variant="default" onClick={() => go(`/client/${client.id}`)}>
            Pausa
          </Button>
          {value.step !== FINISH && (
            <Button variant="default" rightSection={<kbd>Ctrl Enter</kbd>} onClick={() => show(FINISH)}>
              Avsluta
            </Button>
          )}
        </>
      }
    >
      <OthersHere draft={draft} attempts={slot.attempts} onShowSigned={onShowSigned} />
      <div className="runner">
        <Agenda chapter={chapter} value={value} onShow={show} />
        <div className="runner-sheet card">
          {step === undefined ? (
            <SessionFinish
              client={client}
              slot={slot}
              chapter={chapter}
              homework={homework}
              value={value}
              onChange={change}
            />
          ) : (
            <SessionStep
              key={step.id}
              step={step}
              homework={homework}
              chapter={chapter}
              value={value}
              onChange={change}
            />
          )}
          <ErrorNotice error={record.error} />
          <div className="form-buttons">
            {at > 0 && (
              <Button variant="default" onClick={() => show(pages[at - 1])}>
                Föregående
              </Button>
            )}
            {step === undefined ? (
              <Button loading={record.isPending} onClick={sign}>
                Signera träffen
              </Button>
            ) : (
              <Button onClick={() => show(pages[at + 1])}>Nästa</Button>
            )}
          </div>
        </div>
        <SessionHelp chapter={chapter} step={step} value={value} onChange={change} />
      </div>
    </Page>
  )
}

type AgendaProps = { chapter: Chapter; value: SessionDraft; onShow(step: string): void }

function Agenda({ chapter, value, onShow }: AgendaProps) {
  const rows = [
    ...chapter.steps.map(({ id, title, minutes }) => ({ id, title, time: `${minutes} min` })),
    { id: FINISH, title: 'Avsluta och signera', time: '' },
  ]
  return (
    <nav aria-label="Agenda" className="agenda">
      <ol className="plain-list">
        {rows.map(({ id, title, time }) => (
          <li key={id}>
            <button
              type="button"
              className="agenda-step"
              aria-current={id === value.step ? 'step' : undefined}
              onClick={() => onShow(id)}
            >
              <span className="agenda-mark">
                {value.done.includes(id) && <IconCheck size={17} stroke={1.7} aria-label="klart" />}
              </span>
              <span className="grow">{title}</span>
              <span className="small agenda-time">{time}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="small soft agenda-total">{chapter.minutes} min i allt</p>
    </nav>
  )
}
