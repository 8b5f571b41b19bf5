import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Procedure } from '../../../main/contract/manual.ts'
import type { ProcedureDone } from '../../../main/contract/session.ts'
import { Keys } from '../../ui/shortcuts.tsx'
import { MOST_ROLE_PLAYS, toggleProcedure, useProcedures, withProcedure } from './procedureTicks.ts'
import type { RunnerProps } from './sessionDraft.ts'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'

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
              <Extent
                procedure={procedure}
                done={done}
                onChange={part => onChange(withProcedure(value, code, { ...done, ...part }))}
              />
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

type ExtentProps = { procedure: Procedure; done: ProcedureDone; onChange(part: Partial<ProcedureDone>): void }

/** How much of a ticked procedure was done. */
function Extent({ procedure: { title }, done: { extent, rolePlays }, onChange }: ExtentProps) {
  return (
    <div className="row small procedure-extent">
      <button
        type="button"
        className="chip"
        aria-pressed={extent === 'part'}
        aria-label={`${title}: gjord delvis`}
        onClick={() => onChange({ extent: extent === 'part' ? 'whole' : 'part' })}
      >
        delvis
      </button>
      <span className="role-plays">
        <button
          type="button"
          className="chip"
          aria-label={`Ett rollspel mindre i ${title}`}
          disabled={rolePlays === 0}
          onClick={() => onChange({ rolePlays: rolePlays - 1 })}
        >
          −
        </button>
        <span>rollspel ×{rolePlays}</span>
        <button
          type="button"
          className="chip"
          aria-label={`Rollspel i ${title}: ${rolePlays}. Tryck för ett till.`}
          disabled={rolePlays === MOST_ROLE_PLAYS}
          onClick={() => onChange({ rolePlays: rolePlays + 1 })}
        >
          +
        </button>
      </span>
    </div>
  )
}
