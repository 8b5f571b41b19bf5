import { NumberInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Client } from '../../main/contract/client.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import type { Homework, Setting, SlotState } from '../../main/contract/session.ts'
import { useCore } from '../core.ts'
import { choicesOf, settingText } from '../texts.ts'
import { DayInput } from './dayInput.tsx'
import { FeedbackFields } from './feedbackFields.tsx'
import { HomeworkGiven, HomeworkReview } from './homework.tsx'
import { heldOf, type SessionDraft } from './sessionDraft.ts'

type SessionFinishProps = {
  client: Client
  slot: SlotState
  chapter: Chapter
  homework: readonly Homework[]
  value: SessionDraft
  onChange(part: Partial<SessionDraft>): void
}

/** The last page: how it ended, the client's own feedback, and the note to sign. */
export function SessionFinish({ client, slot, chapter, homework, value, onChange }: SessionFinishProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const steps = chapter.steps.map(each => each.id)
  return (
    <article className="stack">
      <h2 ref={heading} tabIndex={-1} className="finish-title">
        Avsluta och signera
      </h2>
      <div className="form-grid">
        <div className="wide">
          <div className="field-label">Utfall</div>
          <SegmentedControl
            aria-label="Utfall"
            data={[
              { value: 'held', label: 'Genomförd' },
              { value: 'partlyHeld', label: 'Genomförd delvis' },
            ]}
            value={value.outcome}
            onChange={outcome => onChange({ outcome: outcome === 'held' ? 'held' : 'partlyHeld' })}
          />
        </div>
        <DayInput label="Dag" required value={value.on} onChange={on => onChange({ on })} />
        <NumberInput
          size="md"
          label="Minuter"
          min={5}
          max={240}
          hideControls
          value={value.minutes}
          onChange={minutes => onChange({ minutes: Number(minutes) })}
        />
        <Select
          label="Plats"
          data={choicesOf(settingText)}
          value={value.setting}
          onChange={setting => onChange({ setting: (setting ?? value.setting) as Setting })}
        />
      </div>
      {!steps.includes('homework') && homework.length > 0 && (
        <HomeworkReview homework={homework} value={value} onChange={onChange} />
      )}
      <HomeworkGiven chapter={chapter} value={value} onChange={onChange} />
      <FeedbackFields name={client.name.split(' ')[0] ?? ''} value={value} onChange={onChange} />
      <Note client={client} slot={slot} value={value} onChange={onChange} />
    </article>
  )
}

/** The note writes itself from what was ticked, until someone writes in it; then it is theirs. */
function Note({ client, slot, value, onChange }: Pick<SessionFinishProps, 'client' | 'slot' | 'value' | 'onChange'>) {
  const proposed = useCore('session.noteText', heldOf(value, client.id, slot), { enabled: !value.noteEdited })
  const text = proposed.data?.text
  useEffect(() => {
    if (!value.noteEdited && text !== undefined && text !== value.note) onChange({ note: text })
  }, [text, value.noteEdited, value.note, onChange])
  return (
    <Textarea
      label="Anteckning"
      description="Skriver sig själv från det som kryssats, tills du skriver i den. Töm den för att börja om. Klienten har rätt att läsa den."
      minRows={5}
      maxLength={20000}
      value={value.note}
      onChange={event => onChange({ note: event.currentTarget.value, noteEdited: event.currentTarget.value !== '' })}
    />
  )
}
