import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Chapter, ManualStep } from '../../../main/contract/manual.ts'
import { useCore } from '../../core/core.ts'
import { FormInPlace } from './formInPlace.tsx'
import type { RunnerProps, SessionDraft } from './sessionDraft.ts'
import { SessionStep } from './sessionStep.tsx'

/** What is shown in the place of the session's own step. */
export type BorrowedPart = { title: string; chapter?: Chapter; step?: ManualStep; form?: string }

/** Reads what was borrowed from the manual; undefined when nothing is, or while it is fetched. */
export function useBorrowed({ borrowed }: SessionDraft): BorrowedPart | undefined {
  const session = borrowed !== undefined && 'session' in borrowed ? borrowed : undefined
  const id = borrowed !== undefined && 'form' in borrowed ? borrowed.form : undefined
  const chapter = useCore('manual.chapter', { session: session?.session ?? 1 }, { enabled: session !== undefined })
  const form = useCore('manual.form', { id: id ?? 'craMap' }, { enabled: id !== undefined })
  if (id !== undefined) return form.data === undefined ? undefined : { title: form.data.title, form: id }
  const step = chapter.data?.steps.find(each => each.id === session?.step)
  if (session === undefined || chapter.data === undefined || step === undefined) return undefined
  return { title: step.title, chapter: chapter.data, step }
}

type SessionBorrowedProps = RunnerProps & { shown: BorrowedPart; onBack(): void }

/** A step or a form from elsewhere in the manual, in the middle of this session, and the way back. */
export function SessionBorrowed({ shown, onBack, ...props }: SessionBorrowedProps) {
  const { chapter, step, form, title } = shown
  const back = (
    <Button variant="default" size="compact-md" onClick={onBack}>
      Tillbaka till träff {props.chapter.session}
    </Button>
  )
  if (chapter !== undefined && step !== undefined) {
    return (
      <>
        <BorrowedFrom back={back}>
          Ur kapitel {chapter.session}, {chapter.title}: <b>{title}</b>
        </BorrowedFrom>
        <SessionStep {...props} step={step} from={chapter.session} />
      </>
    )
  }
  if (form === undefined) return null
  return (
    <>
      <BorrowedFrom back={back}>Ur manualen. Det ni fyller i sparas med träffen.</BorrowedFrom>
      <Focused title={title} />
      <FormInPlace {...props} formId={form} />
    </>
  )
}

function BorrowedFrom({ back, children }: { back: ReactNode; children: ReactNode }) {
  return (
    <div className="borrowed spread">
      <span>{children}</span>
      {back}
    </div>
  )
}

function Focused({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h2 ref={heading} tabIndex={-1} className="visually-hidden">
      {title}
    </h2>
  )
}
