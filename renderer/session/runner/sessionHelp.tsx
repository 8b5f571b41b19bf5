import { IconMessageCircle } from '@tabler/icons-react'
import type { Chapter, ManualStep } from '../../../main/contract/manual.ts'
import { rulerQuestions } from '../../../main/contract/sessionWords.ts'
import { longestOf } from '../../../main/contract/textLimit.ts'
import { ScaleInput } from '../../ui/scaleInput.tsx'
import { Keys } from '../../ui/shortcuts.tsx'
import { TextField } from '../../ui/textFields.tsx'
import type { SessionDialog } from '../sessionPage.ts'
import { PLACES } from './places.ts'
import type { RunnerProps } from './sessionDraft.ts'
import { SessionProcedures } from './sessionProcedures.tsx'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'

type SessionHelpProps = Pick<RunnerProps, 'chapter' | 'earlier' | 'value' | 'onChange'> & {
  /** The chapter of the step that is shown: another than the session's own, when it is borrowed. */
  shown: Chapter
  step: ManualStep | undefined
  onOpenDialog(dialog: SessionDialog): void
}

/** At the right of the step: MI for just this step, what has been done today, craving, rulers and the client's own words. */
export function SessionHelp({ chapter, earlier, shown, step, value, onChange, onOpenDialog }: SessionHelpProps) {
  const prompts = shown.prompts.filter(each => each.step === step?.id)
  const avoid = shown.avoid.filter(each => each.step === step?.id)
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
      <SessionProcedures
        chapter={chapter}
        earlier={earlier}
        value={value}
        onChange={onChange}
        onAdd={() => onOpenDialog({ name: 'procedure' })}
      />
      <section className="card stack" aria-label="Klienten just nu">
        <div id={PLACES.craving}>
          <ScaleInput
            label="Sug just nu"
            min={0}
            max={10}
            low="inget"
            high="starkast"
            value={value.craving}
            onChange={craving => onChange({ craving })}
          />
        </div>
        <TextField
          longest={longestOf('session.record', 'changeTalk')}
          id={PLACES.changeTalk}
          label="Klientens egna ord"
          description="Det bästa förändringsprat du hört."
          minRows={2}
          value={value.changeTalk}
          onChange={event => onChange({ changeTalk: event.currentTarget.value })}
        />
        <div id={PLACES.rulers} className="stack rulers">
          {(['importance', 'confidence', 'readiness'] as const).map(each => (
            <ScaleInput
              key={each}
              {...rulerQuestions[each]}
              min={0}
              max={10}
              value={value[each]}
              onChange={mark => onChange({ [each]: mark })}
            />
          ))}
        </div>
      </section>
      <ShortcutHints
        onShortcuts={() => onOpenDialog({ name: 'shortcuts' })}
        onNumbers={() => onOpenDialog({ name: 'numbers' })}
      />
    </aside>
  )
}

/** The keys that are used most, where the eye rests; the rest behind the button. */
function ShortcutHints({ onShortcuts, onNumbers }: { onShortcuts(): void; onNumbers(): void }) {
  const { next, procedure, craving, numbers, help } = SESSION_SHORTCUTS
  return (
    <section className="shortcut-hints small soft" aria-label="Kortkommandon">
      <span>
        <Keys keys={next.keys} /> nästa steg
      </span>
      <span>
        <Keys keys={procedure.keys} /> procedur
      </span>
      <span>
        <Keys keys={craving.keys} /> sug
      </span>
      <button type="button" className="link-button" onClick={onNumbers}>
        <Keys keys={numbers.keys} /> nödnummer
      </button>
      <button type="button" className="link-button" onClick={onShortcuts}>
        <Keys keys={help.keys} /> alla kortkommandon
      </button>
    </section>
  )
}
