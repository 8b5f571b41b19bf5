import { Button } from '@mantine/core'
import type { MouseEvent } from 'react'
import { manualPlaceOf } from '../../manual/manualLinks.ts'
import { HeldBack } from '../../ui/form.tsx'
import { wholeDay } from '../../ui/format.ts'
import { ErrorNotice } from '../../ui/notice.tsx'
import { isDay } from '../../ui/readDay.ts'
import type { SessionDialog } from '../sessionPage.ts'
import { focusInto, formPlace, isOnPage } from './places.ts'
import { type BorrowedPart, SessionBorrowed } from './sessionBorrowed.tsx'
import { dayHeld, type RunnerProps } from './sessionDraft.ts'
import { SessionFinish } from './sessionFinish.tsx'
import { SessionStep } from './sessionStep.tsx'
import type { Signing } from './useSigning.ts'
import type { Steps } from './useSteps.ts'

type SessionSheetProps = RunnerProps & {
  steps: Steps
  borrowed: BorrowedPart | undefined
  signing: Signing
  onOpenDialog(dialog: SessionDialog): void
}

/** The middle of the session's page: what was borrowed from the manual, else the step, else the last page. */
export function SessionSheet({ steps, borrowed, signing, onOpenDialog, ...session }: SessionSheetProps) {
  const { chapter, onChange } = session
  const { current } = steps

  function showForm(form: string) {
    if (isOnPage(formPlace(form))) focusInto(formPlace(form))
    else onChange({ borrowed: { form } })
  }

  /** What the manual's text links to opens in the session, which is not left for it. */
  function openInSession(event: MouseEvent) {
    const pressed = manualPlaceOf(event.target)
    if (pressed === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if ('procedure' in pressed) onOpenDialog({ name: 'procedure', first: pressed.procedure })
    else if ('form' in pressed) showForm(pressed.form)
    else if (pressed.chapter !== chapter.session) onOpenDialog({ name: 'chapter', first: pressed.chapter })
  }

  return (
    <div className="runner-sheet card" onClickCapture={openInSession}>
      {borrowed !== undefined ? (
        <SessionBorrowed
          key={`${borrowed.chapter?.session} ${borrowed.title}`}
          {...session}
          shown={borrowed}
          onBack={() => onChange({ borrowed: undefined })}
        />
      ) : current === undefined ? (
        <SessionFinish {...session} />
      ) : (
        <SessionStep key={current.id} {...session} step={current} />
      )}
      <ErrorNotice error={signing.error} />
      <HeldBack />
      {borrowed === undefined && <StepButtons {...session} steps={steps} signing={signing} />}
    </div>
  )
}

/** To the step before and the step after; on the last page to sign. */
function StepButtons({ steps, signing, value, slot, today }: RunnerProps & { steps: Steps; signing: Signing }) {
  const isLast = steps.current === undefined
  const day = dayHeld(value, { slot, today })
  return (
    <>
      {isLast && isDay(day) && <p className="small soft day-to-sign">Träffen hölls {wholeDay(day, today)}.</p>}
      <div className="form-buttons">
        {!steps.isFirst && (
          <Button variant="default" onClick={steps.showPrevious}>
            Föregående
          </Button>
        )}
        {isLast ? (
          <Button loading={signing.isUnderWay} rightSection={<kbd>Ctrl Enter</kbd>} onClick={signing.sign}>
            Signera träffen
          </Button>
        ) : (
          <Button rightSection={<kbd>Alt ↓</kbd>} onClick={steps.showNext}>
            Nästa
          </Button>
        )}
      </div>
    </>
  )
}
