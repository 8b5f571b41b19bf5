import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { publicName } from '../../core/clientName.ts'
import { useToday } from '../../core/useToday.ts'
import { OthersHere } from '../../draft/othersHere.tsx'
import { SavedAt } from '../../draft/savedAt.tsx'
import { type Draft, useDraft } from '../../draft/useDraft.ts'
import { PhaseBadge } from '../../plan/outcome.tsx'
import { FieldsContext, useFieldsOfForm } from '../../ui/fieldsOfForm.ts'
import { shortDay } from '../../ui/format.ts'
import { Waiting } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { forgetUndo } from '../../ui/undo.tsx'
import { LAPSE_SESSION } from '../lapse.tsx'
import type { SessionDialog, SessionEvent, SessionPage } from '../sessionPage.ts'
import { PLACES } from './places.ts'
import { SessionAgenda } from './sessionAgenda.tsx'
import { useBorrowed } from './sessionBorrowed.tsx'
import { SessionDialogs } from './sessionDialogs.tsx'
import { type Change, FINISH, type HeldSession, newSessionDraft, type SessionDraft } from './sessionDraft.ts'
import { SessionHelp } from './sessionHelp.tsx'
import { SessionMenu } from './sessionMenu.tsx'
import { SessionSheet } from './sessionSheet.tsx'
import { useSessionKeys } from './useSessionKeys.ts'
import { useSigning } from './useSigning.ts'
import { useSteps } from './useSteps.ts'

type OnPage = {
  page: SessionPage
  dispatch(event: SessionEvent): void
  /** Leads to the session, when it has been signed in another window. */
  onShowSigned(): void
}

/** The session as it is held: the agenda at the left, the step in the middle, help at the right. */
export function SessionRunner({ page, dispatch, onShowSigned, ...known }: Omit<HeldSession, 'today'> & OnPage) {
  const held = { ...known, today: useToday() }
  const { client, slot } = held
  const draft = useDraft<SessionDraft>(client.id, `session:${slot.id}`, () => newSessionDraft(held))
  if (draft === undefined) return <Waiting />
  return <Runner held={held} draft={draft} page={page} dispatch={dispatch} onShowSigned={onShowSigned} />
}

type RunnerParts = OnPage & { held: HeldSession; draft: Draft<SessionDraft> }

function Runner({ held, draft, page, dispatch, onShowSigned }: RunnerParts) {
  const { client, slot, chapter } = held
  const { value } = draft
  const [, go] = useLocation()
  const leave = () => go(`/client/${client.id}`)
  const onChange: Change = part =>
    draft.set(current => ({ ...current, ...(typeof part === 'function' ? part(current) : part) }))
  const openDialog = (dialog: SessionDialog) => dispatch({ type: 'openDialog', dialog })

  const steps = useSteps(chapter, draft)
  const borrowed = useBorrowed(value)
  const step = borrowed === undefined ? steps.current : borrowed.step
  const fields = useFieldsOfForm()
  const signing = useSigning({ held, fields, draft, page, dispatch })
  const session = { ...held, value, onChange }

  function split() {
    onChange({ outcome: 'partlyHeld' })
    steps.focus(PLACES.rest, FINISH)
  }
  useSessionKeys({
    ...session,
    steps,
    step,
    borrowedFrom: borrowed?.chapter?.session,
    split,
    sign: signing.sign,
    openDialog,
  })
  useEffect(() => forgetUndo, [])

  return (
    <Page
      title={`Träff ${slot.number}: ${chapter.title}`}
      beside={<PhaseBadge phase={slot.phase} />}
      under={<WhoseSession {...held} />}
      actions={
        <>
          <SavedAt draft={draft} />
          <SessionMenu withLapse={slot.number !== LAPSE_SESSION} onSplit={split} onOpenDialog={openDialog} />
          <Button variant="default" onClick={leave}>
            Pausa
          </Button>
          {value.step !== FINISH && (
            <Button variant="default" rightSection={<kbd>Ctrl Enter</kbd>} onClick={() => steps.show(FINISH)}>
              Avsluta
            </Button>
          )}
        </>
      }
    >
      <OthersHere draft={draft} attempts={slot.attempts} onShowSigned={onShowSigned} />
      <FieldsContext value={fields}>
        <div className="runner">
          <SessionAgenda {...session} waiting={steps.waiting} borrowed={borrowed?.title} onShow={steps.show} />
          <SessionSheet {...session} steps={steps} borrowed={borrowed} signing={signing} onOpenDialog={openDialog} />
          <SessionHelp {...session} shown={borrowed?.chapter ?? chapter} step={step} onOpenDialog={openDialog} />
        </div>
      </FieldsContext>
      {page.showing === 'dialog' && (
        <SessionDialogs
          {...session}
          dialog={page.dialog}
          onSign={signing.signAnyway}
          onNotHeld={leave}
          onClose={() => dispatch({ type: 'closeDialog' })}
        />
      )}
    </Page>
  )
}

/** Whose session it is, and the days when earlier parts of it were held. */
function WhoseSession({ client, earlier, today }: HeldSession) {
  const days = earlier.map(each => shortDay(each.on, today)).join(' och ')
  return (
    <>
      <Link href={`/client/${client.id}`}>{publicName(client)}</Link>
      {earlier.length > 0 && (
        <>
          {' '}
          · Fortsättning: {earlier.length === 1 ? 'första delen' : 'tidigare delar'} hölls {days}
        </>
      )}
    </>
  )
}
