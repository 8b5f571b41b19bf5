import type { ManualStep } from '../../../main/contract/manual.ts'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { undoLatest } from '../../ui/undo.tsx'
import { LAPSE_SESSION } from '../lapse.tsx'
import type { SessionDialog } from '../sessionPage.ts'
import { actionMarks } from './actionMarks.ts'
import { focusInto, PLACES } from './places.ts'
import { addRolePlay, toggleProcedure, useProcedures } from './procedureTicks.ts'
import { FINISH, type RunnerProps } from './sessionDraft.ts'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'
import type { Steps } from './useSteps.ts'

type SessionKeysParts = RunnerProps & {
  steps: Steps
  /** The step on the screen, and the chapter it was borrowed from, if any. */
  step: ManualStep | undefined
  borrowedFrom: number | undefined
  split(): void
  sign(): void
  openDialog(dialog: SessionDialog): void
}

/** Lets the keys of the session do what its buttons do. */
export function useSessionKeys({ steps, step, borrowedFrom, split, sign, openDialog, ...session }: SessionKeysParts) {
  const { slot, chapter, value, onChange } = session
  const procedures = useProcedures(session)

  function tickNext() {
    if (step === undefined) return
    const next = actionMarks(step, borrowedFrom).find(each => !value.done.includes(each))
    if (next !== undefined) onChange(({ done }) => ({ done: [...done, next] }))
  }

  function tickProcedure(digit: number, extent: 'whole' | 'part') {
    const procedure = procedures[digit - 1]
    if (procedure !== undefined) toggleProcedure(procedure, extent, value, onChange)
  }

  useShortcuts(SESSION_SHORTCUTS, {
    next: steps.showNext,
    previous: steps.showPrevious,
    tick: tickNext,
    otherChapter: () => openDialog({ name: 'chapter' }),
    procedure: digit => tickProcedure(digit, 'whole'),
    part: digit => tickProcedure(digit, 'part'),
    rolePlay: () => addRolePlay(value, onChange),
    addProcedure: () => openDialog({ name: 'procedure' }),
    craving: () => focusInto(PLACES.craving),
    rulers: () => focusInto(PLACES.rulers),
    changeTalk: () => focusInto(PLACES.changeTalk),
    homework: () =>
      steps.focus(PLACES.homework, chapter.steps.some(each => each.id === 'newHomework') ? 'newHomework' : FINISH),
    note: () => steps.focus(PLACES.note, FINISH),
    split,
    lapse: () => slot.number !== LAPSE_SESSION && openDialog({ name: 'lapse' }),
    numbers: () => openDialog({ name: 'numbers' }),
    notHeld: () => openDialog({ name: 'notHeld' }),
    finish: () => (value.step !== FINISH || value.borrowed !== undefined ? steps.show(FINISH) : sign()),
    undo: undoLatest,
    help: () => openDialog({ name: 'shortcuts' }),
  })
}
