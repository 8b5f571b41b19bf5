import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { publicName } from '../../core/clientName.ts'
import { useToday } from '../../core/useToday.ts'
import { OthersHere } from '../../draft/othersHere.tsx'
import { SavedAt } from '../../draft/savedAt.tsx'
import { type Draft, useDraft } from '../../draft/useDraft.ts'
import { manualPlaceOf } from '../../manual/manualLinks.ts'
import { PhaseBadge } from '../../plan/outcome.tsx'
import { clock, shortDay, wholeDay } from '../../ui/format.ts'
import { ErrorNotice, Waiting } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { forgetUndo, undoLatest } from '../../ui/undo.tsx'
import { LAPSE_SESSION } from '../lapse.tsx'
import { formPlace } from './formInPlace.tsx'
import { HOMEWORK_PLACE } from './homework.tsx'
import { SessionAgenda } from './sessionAgenda.tsx'
import { SessionBorrowed, useBorrowed } from './sessionBorrowed.tsx'
import { type SessionDialog, SessionDialogs } from './sessionDialogs.tsx'
import {
  atStep,
  type Change,
  dayHeld,
  FINISH,
  type Held,
  newSessionDraft,
  type SessionDraft,
  signWarnings,
  withTime,
} from './sessionDraft.ts'
import { REST_PLACE, SessionFinish } from './sessionFinish.tsx'
import { PLACES, SessionHelp } from './sessionHelp.tsx'
import { SessionMenu } from './sessionMenu.tsx'
import { NOTE_PLACE } from './sessionNote.tsx'
import { addRolePlay, toggleProcedure, useProcedures } from './sessionProcedures.tsx'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'
import { actionMarks, SessionStep } from './sessionStep.tsx'
import { useSigning } from './useSigning.ts'
import { useStepClock } from './useStepClock.ts'

type SessionRunnerProps = Omit<Held, 'today'> & {
  /** Leads to the session, when it has been signed in another window. */
  onShowSigned(): void
}

/** The session as it is held: the agenda at the left, the step in the middle, help at the right. */
export function SessionRunner({ onShowSigned, ...known }: SessionRunnerProps) {
  const held = { ...known, today: useToday() }
  const { client, slot } = held
  const draft = useDraft<SessionDraft>(client.id, `session:${slot.id}`, () => newSessionDraft(held))
  return draft === undefined ? <Waiting /> : <Runner held={held} draft={draft} onShowSigned={onShowSigned} />
}

type RunnerParts = Pick<SessionRunnerProps, 'onShowSigned'> & { held: Held; draft: Draft<SessionDraft> }

function Runner({ held, draft, onShowSigned }: RunnerParts) {
  const { client, slot, chapter, today } = held
  const { value } = draft
  const [, go] = useLocation()
  const signing = useSigning(held)
  const [dialog, setDialog] = useState<SessionDialog>()
  const focusOn = useRef<string>(undefined)
  const procedures = useProcedures({ chapter, value })
  const borrowed = useBorrowed(value)
  const { waiting, take } = useStepClock(draft.savedAt !== undefined, milliseconds =>
    draft.set(current => withTime(current, milliseconds), 'byItself'),
  )

  const pages = [...chapter.steps.map(each => each.id), FINISH]
  const at = pages.indexOf(value.step)
  const own = chapter.steps.find(each => each.id === value.step)
  const step = borrowed === undefined ? own : borrowed.step

  const change: Change = part =>
    draft.set(current => ({ ...current, ...(typeof part === 'function' ? part(current) : part) }))

  function show(next: string | undefined) {
    if (next === undefined) return
    const taken = take()
    draft.set(current => atStep(withTime(current, taken), next, pages))
  }

  /** Moves the focus into a part of the page, first going to the page that has it. */
  function focus(place: string, page: string) {
    if (document.getElementById(place) !== null) return focusInto(place)
    focusOn.current = place
    show(page)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page has come, and only then
  useEffect(() => {
    if (focusOn.current !== undefined) focusInto(focusOn.current)
    focusOn.current = undefined
  }, [value.step, value.outcome, value.borrowed])
  useEffect(() => forgetUndo, [])

  function split() {
    change({ outcome: 'partlyHeld' })
    focus(REST_PLACE, FINISH)
  }

  function tickNext() {
    if (step === undefined) return
    const next = actionMarks(step, borrowed?.chapter?.session).find(each => !value.done.includes(each))
    if (next !== undefined) change(({ done }) => ({ done: [...done, next] }))
  }

  function sign() {
    setDialog(undefined)
    signing.mutate(value, {
      onSuccess: () => {
        void draft.discard()
        notifications.show({ message: signedWords(value, slot.number, today) })
        go(`/client/${client.id}`)
      },
    })
  }

  /** What the manual's text links to opens in the session, which is not left for it. */
  function stayHere(event: MouseEvent) {
    const pressed = manualPlaceOf(event.target)
    if (pressed === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if ('procedure' in pressed) setDialog({ name: 'procedure', first: pressed.procedure })
    else if ('form' in pressed) showForm(pressed.form)
    else if (pressed.chapter !== chapter.session) setDialog({ name: 'chapter', first: pressed.chapter })
  }

  function showForm(form: string) {
    if (document.getElementById(formPlace(form)) === null) change({ borrowed: { form } })
    else focusInto(formPlace(form))
  }

  const askToSign = () => (signWarnings(value, held).length > 0 ? setDialog({ name: 'sign' }) : sign())
  const procedureAt = (digit: number, extent: 'whole' | 'part') => {
    const procedure = procedures[digit - 1]
    if (procedure !== undefined) toggleProcedure(procedure, extent, value, change)
  }

  useShortcuts(SESSION_SHORTCUTS, {
    next: () => show(pages[at + 1]),
    previous: () => show(pages[at - 1]),
    tick: tickNext,
    otherChapter: () => setDialog({ name: 'chapter' }),
    procedure: digit => procedureAt(digit, 'whole'),
    part: digit => procedureAt(digit, 'part'),
    rolePlay: () => addRolePlay(value, change),
    addProcedure: () => setDialog({ name: 'procedure' }),
    craving: () => focusInto(PLACES.craving),
    rulers: () => focusInto(PLACES.rulers),
    changeTalk: () => focusInto(PLACES.changeTalk),
    homework: () => focus(HOMEWORK_PLACE, pages.includes('newHomework') ? 'newHomework' : FINISH),
    note: () => focus(NOTE_PLACE, FINISH),
    split,
    lapse: () => slot.number !== LAPSE_SESSION && setDialog({ name: 'lapse' }),
    notHeld: () => setDialog({ name: 'notHeld' }),
    finish: () => {
      if (value.step !== FINISH || value.borrowed !== undefined) show(FINISH)
      else if (!signing.isPending) askToSign()
    },
    undo: undoLatest,
    help: () => setDialog({ name: 'shortcuts' }),
  })

  const shared = { ...held, value, onChange: change }
  return (
    <Page
      title={`Träff ${slot.number}: ${chapter.title}`}
      beside={<PhaseBadge phase={slot.phase} />}
      under={
        <>
          <Link href={`/client/${client.id}`}>{publicName(client)}</Link>
          {held.earlier.length > 0 && <Continued {...held} />}
        </>
      }
      actions={
        <>
          <SavedAt draft={draft} />
          <SessionMenu
            lapse={slot.number !== LAPSE_SESSION}
            onSplit={split}
            onChapter={() => setDialog({ name: 'chapter' })}
            onLapse={() => setDialog({ name: 'lapse' })}
            onNotHeld={() => setDialog({ name: 'notHeld' })}
            onShortcuts={() => setDialog({ name: 'shortcuts' })}
          />
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
        <SessionAgenda {...shared} waiting={waiting} borrowed={borrowed?.title} onShow={show} />
        <div className="runner-sheet card" onClickCapture={stayHere}>
          {borrowed !== undefined ? (
            <SessionBorrowed
              key={`${borrowed.chapter?.session} ${borrowed.title}`}
              {...shared}
              shown={borrowed}
              onBack={() => change({ borrowed: undefined })}
            />
          ) : own === undefined ? (
            <SessionFinish {...shared} />
          ) : (
            <SessionStep key={own.id} {...shared} step={own} />
          )}
          <ErrorNotice error={signing.error} />
          {borrowed === undefined && own === undefined && (
            <p className="small soft day-to-sign">Träffen hölls {wholeDay(dayHeld(value, held), today)}.</p>
          )}
          {borrowed === undefined && (
            <div className="form-buttons">
              {at > 0 && (
                <Button variant="default" onClick={() => show(pages[at - 1])}>
                  Föregående
                </Button>
              )}
              {own === undefined ? (
                <Button loading={signing.isPending} rightSection={<kbd>Ctrl Enter</kbd>} onClick={askToSign}>
                  Signera träffen
                </Button>
              ) : (
                <Button rightSection={<kbd>Alt ↓</kbd>} onClick={() => show(pages[at + 1])}>
                  Nästa
                </Button>
              )}
            </div>
          )}
        </div>
        <SessionHelp
          {...shared}
          shown={borrowed?.chapter ?? chapter}
          step={step}
          onAddProcedure={() => setDialog({ name: 'procedure' })}
          onShortcuts={() => setDialog({ name: 'shortcuts' })}
        />
      </div>
      <SessionDialogs
        {...shared}
        dialog={dialog}
        onBorrow={chosen => change({ borrowed: chosen })}
        onSign={sign}
        onNotHeld={() => go(`/client/${client.id}`)}
        onClose={() => setDialog(undefined)}
      />
    </Page>
  )
}

function Continued({ earlier, today }: Held) {
  const days = earlier.map(each => shortDay(each.on, today)).join(' och ')
  return (
    <>
      {' '}
      · Fortsättning: {earlier.length === 1 ? 'första delen' : 'tidigare delar'} hölls {days}
    </>
  )
}

function focusInto(place: string): void {
  const part = document.getElementById(place)
  const field = part?.matches('input, textarea')
    ? part
    : part?.querySelector<HTMLElement>('input, textarea, [role=radio][tabindex="0"]')
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
}

function signedWords({ outcome, restOn, restAt }: SessionDraft, number: number, today: string): string {
  if (outcome === 'held') return `Träff ${number} är signerad.`
  if (restOn === '') return `Träff ${number} är signerad så långt. Den fortsätter på det första steget som är kvar.`
  const at = restAt === '' ? '' : ` kl. ${clock(restAt)}`
  return `Träff ${number} är signerad så långt. Resten är planerad till ${shortDay(restOn, today)}${at}.`
}
