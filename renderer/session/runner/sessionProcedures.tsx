import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Procedure } from '../../../main/contract/manual.ts'
import type { ProcedureDone } from '../../../main/contract/session.ts'
import { useCore } from '../../core/core.ts'
import { Keys } from '../../ui/shortcuts.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import type { Change, RunnerProps, SessionDraft } from './sessionDraft.ts'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'

/** The session's own procedures and those brought in, in the order of their keys. */
export function useProcedures({ chapter, value }: Pick<RunnerProps, 'chapter' | 'value'>): Procedure[] {
  const manual = useCore('manual.contents', {})
  const all = manual.data?.procedures ?? []
  const own = all.filter(each => chapter.procedures.includes(each.code))
  return [...own, ...all.filter(each => value.added.includes(each.code) && !own.includes(each))]
}

/** The procedures with one of them ticked, changed or unticked. The one touched last comes last. */
function withProcedure(value: SessionDraft, code: string, done: ProcedureDone | undefined): Partial<SessionDraft> {
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
    onChange(withProcedure(value, last.code, { ...last, rolePlays: Math.min(20, last.rolePlays + 1) }))
}

type ProceduresProps = Pick<RunnerProps, 'chapter' | 'earlier' | 'value' | 'onChange'> & { onAdd(): void }

/** What has been done today, each with its key: whole, in part, and with how many role-plays. */
export function SessionProcedures({ chapter, earlier, value, onChange, onAdd }: ProceduresProps) {
  const procedures = useProcedures({ chapter, value })
  const before = new Set(earlier.flatMap(each => each.procedures.map(done => done.code)))
  return (
    <section className="card" aria-label="Gjort i dag">
      <h3>Gjort i dag</h3>
      {procedures.map((procedure, index) => {
        const { code, title } = procedure
        const done = value.procedures[code]
        const set = (part: Partial<ProcedureDone>) =>
          done !== undefined && onChange(withProcedure(value, code, { ...done, ...part }))
        return (
          <div key={code} className="procedure-row">
            <div className="procedure-tick">
              <Checkbox
                size="sm"
                label={`${code} ${title}`}
                description={before.has(code) ? 'också i förra delen' : undefined}
                checked={done !== undefined}
                onChange={() => toggleProcedure(procedure, done?.extent ?? 'whole', value, onChange)}
              />
              {index < 9 && <kbd aria-hidden>{index + 1}</kbd>}
            </div>
            {done !== undefined && (
              <div className="row small procedure-extent">
                <button
                  type="button"
                  className="chip"
                  aria-pressed={done.extent === 'part'}
                  aria-label={`${title}: gjord delvis`}
                  onClick={() => set({ extent: done.extent === 'part' ? 'whole' : 'part' })}
                >
                  delvis
                </button>
                <span className="role-plays">
                  <button
                    type="button"
                    className="chip"
                    aria-label={`Ett rollspel mindre i ${title}`}
                    disabled={done.rolePlays === 0}
                    onClick={() => set({ rolePlays: done.rolePlays - 1 })}
                  >
                    −
                  </button>
                  <span>rollspel ×{done.rolePlays}</span>
                  <button
                    type="button"
                    className="chip"
                    aria-label={`Rollspel i ${title}: ${done.rolePlays}. Tryck för ett till.`}
                    disabled={done.rolePlays === 20}
                    onClick={() => set({ rolePlays: done.rolePlays + 1 })}
                  >
                    +
                  </button>
                </span>
              </div>
            )}
          </div>
        )
      })}
      <Button
        variant="subtle"
        size="compact-md"
        className="procedure-add"
        leftSection={<IconPlus size={15} aria-hidden />}
        rightSection={<Keys keys={SESSION_SHORTCUTS.addProcedure.keys} />}
        onClick={onAdd}
      >
        Lägg till procedur
      </Button>
    </section>
  )
}
