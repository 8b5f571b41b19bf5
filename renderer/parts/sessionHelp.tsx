import { Checkbox, Textarea } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import type { Chapter, ManualStep } from '../../main/contract/manual.ts'
import type { ProcedureDone } from '../../main/contract/session.ts'
import { useCore } from '../core.ts'
import { ScaleInput } from './scaleInput.tsx'
import type { SessionDraft } from './sessionDraft.ts'

type SessionHelpProps = {
  chapter: Chapter
  step: ManualStep | undefined
  value: SessionDraft
  onChange(part: Partial<SessionDraft>): void
}

/** At the right of the step: MI for just this step, what has been done today, craving and the client's own words. */
export function SessionHelp({ chapter, step, value, onChange }: SessionHelpProps) {
  const prompts = chapter.prompts.filter(each => each.step === step?.id)
  const avoid = chapter.avoid.filter(each => each.step === step?.id)
  return (
    <aside className="runner-help stack" aria-label="Stöd">
      {prompts.length > 0 && (
        <section className="prompts" aria-label="MI just här">
          <h3 className="row">
            <IconMessageCircle size={18} stroke={1.7} aria-hidden /> MI just här
          </h3>
          {prompts.map(each => (
            <p key={each.words} className="serif">
              ”{each.words}”
            </p>
          ))}
          {avoid.map(each => (
            <p key={each.words} className="small soft">
              Undvik: {each.words}
            </p>
          ))}
        </section>
      )}
      <ProceduresDone chapter={chapter} value={value} onChange={onChange} />
      <section className="card stack" aria-label="Klienten just nu">
        <ScaleInput
          label="Sug just nu"
          min={0}
          max={10}
          low="inget"
          high="starkast"
          value={value.craving}
          onChange={craving => onChange({ craving })}
        />
        <Textarea
          label="Klientens egna ord"
          description="Det bästa förändringsprat du hört."
          maxLength={200}
          minRows={2}
          value={value.changeTalk}
          onChange={event => onChange({ changeTalk: event.currentTarget.value })}
        />
      </section>
    </aside>
  )
}

function ProceduresDone({ chapter, value, onChange }: Omit<SessionHelpProps, 'step'>) {
  const manual = useCore('manual.contents', {})
  const procedures = (manual.data?.procedures ?? []).filter(each => chapter.procedures.includes(each.code))
  function set(code: string, done: ProcedureDone | undefined) {
    const { [code]: _, ...others } = value.procedures
    onChange({ procedures: done === undefined ? others : { ...others, [code]: done } })
  }
  return (
    <section className="card" aria-label="Gjort i dag">
      <h3>Gjort i dag</h3>
      {procedures.map(({ code, title }) => {
        const done = value.procedures[code]
        return (
          <div key={code} className="procedure-row">
            <Checkbox
              size="sm"
              label={`${code} ${title}`}
              checked={done !== undefined}
              onChange={event =>
                set(code, event.currentTarget.checked ? { code, extent: 'whole', rolePlays: 0 } : undefined)
              }
            />
            {done !== undefined && (
              <div className="row smallest procedure-extent">
                <button
                  type="button"
                  className="chip"
                  aria-pressed={done.extent === 'part'}
                  onClick={() => set(code, { ...done, extent: done.extent === 'part' ? 'whole' : 'part' })}
                >
                  delvis
                </button>
                <button
                  type="button"
                  className="chip"
                  aria-label={`Rollspel i ${title}: ${done.rolePlays}. Tryck för ett till.`}
                  aria-pressed={done.rolePlays > 0}
                  onClick={() => set(code, { ...done, rolePlays: (done.rolePlays + 1) % 5 })}
                >
                  rollspel ×{done.rolePlays}
                </button>
              </div>
            )}
          </div>
        )
      })}
    </section>
  )
}
