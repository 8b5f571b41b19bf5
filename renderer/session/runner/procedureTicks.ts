import type { Procedure } from '../../../main/contract/manual.ts'
import type { ProcedureDone } from '../../../main/contract/session.ts'
import { useCore } from '../../core/core.ts'
import { offerUndo } from '../../ui/undo.tsx'
import type { Change, RunnerProps, SessionDraft } from './sessionDraft.ts'

/** As many as the contract takes. */
export const MOST_ROLE_PLAYS = 20

/** The session's own procedures and those brought in, in the order of their keys. */
export function useProcedures({ chapter, value }: Pick<RunnerProps, 'chapter' | 'value'>): Procedure[] {
  const manual = useCore('manual.contents', {})
  const all = manual.data?.procedures ?? []
  const own = all.filter(each => chapter.procedures.includes(each.code))
  return [...own, ...all.filter(each => value.added.includes(each.code) && !own.includes(each))]
}

/** The procedures with one of them ticked, changed or unticked. The one touched last comes last. */
export function withProcedure(
  value: SessionDraft,
  code: string,
  done: ProcedureDone | undefined,
): Partial<SessionDraft> {
  const { [code]: _, ...others } = value.procedures
  return { procedures: done === undefined ? others : { ...others, [code]: done } }
}

/** Ticks a procedure to that extent, or unticks it when it has it already; role-plays that go with it can be had back. */
export function toggleProcedure(
  { code, title }: Procedure,
  extent: ProcedureDone['extent'],
  value: SessionDraft,
  onChange: Change,
): void {
  const done = value.procedures[code]
  if (done?.extent !== extent) {
    onChange(withProcedure(value, code, { code, extent, rolePlays: done?.rolePlays ?? 0 }))
    return
  }
  onChange(withProcedure(value, code, undefined))
  if (done.rolePlays > 0)
    offerUndo(`${title} är inte längre kryssad.`, () => onChange(current => withProcedure(current, code, done)))
}

/** One more role-play in the procedure that was touched last. */
export function addRolePlay(value: SessionDraft, onChange: Change): void {
  const last = Object.values(value.procedures).at(-1)
  if (last !== undefined)
    onChange(withProcedure(value, last.code, { ...last, rolePlays: Math.min(MOST_ROLE_PLAYS, last.rolePlays + 1) }))
}
