import { useEffect, useRef } from 'react'
import type { Chapter, ManualStep } from '../../../main/contract/manual.ts'
import type { Draft } from '../../draft/useDraft.ts'
import { focusInto, isOnPage } from './places.ts'
import { atStep, FINISH, type SessionDraft, withTime } from './sessionDraft.ts'
import { useStepClock } from './useStepClock.ts'

export type Steps = {
  /** The chapter's step that the session is at; undefined on the last page. */
  readonly current: ManualStep | undefined
  readonly isFirst: boolean
  /** Milliseconds on the step that is shown, beside those in the draft. */
  readonly waiting: number
  show(step: string): void
  showNext(): void
  showPrevious(): void
  /** Moves the focus into a part of the page, first going to the step that has it. */
  focus(place: string, step: string): void
}

/** Where the session is among the chapter's steps, and the ways to another. The time goes to the step that is left. */
export function useSteps(chapter: Chapter, draft: Draft<SessionDraft>): Steps {
  const { step, outcome, borrowed } = draft.value
  const { waiting, takeWaiting } = useStepClock(draft.savedAt !== undefined, milliseconds =>
    draft.set(current => withTime(current, milliseconds), 'byItself'),
  )
  const pages = [...chapter.steps.map(each => each.id), FINISH]
  const at = pages.indexOf(step)

  function show(next: string | undefined) {
    if (next === undefined) return
    const taken = takeWaiting()
    draft.set(current => atStep(withTime(current, taken), next, pages))
  }

  const focusNext = useRef<string>(undefined)
  function focus(place: string, page: string) {
    if (isOnPage(place)) return focusInto(place)
    focusNext.current = place
    show(page)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page has come, and only then
  useEffect(() => {
    if (focusNext.current !== undefined) focusInto(focusNext.current)
    focusNext.current = undefined
  }, [step, outcome, borrowed])

  return {
    current: chapter.steps.find(each => each.id === step),
    isFirst: at <= 0,
    waiting,
    show,
    showNext: () => show(pages[at + 1]),
    showPrevious: () => show(pages[at - 1]),
    focus,
  }
}
