import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { outcomeWords } from '../../../main/contract/planWords.ts'
import type { Attendance, Companion, Setting } from '../../../main/contract/session.ts'
import { attendanceWords, companionWords, settingWords } from '../../../main/contract/sessionWords.ts'
import { firstNameOf } from '../../core/clientName.ts'
import { choicesOf } from '../../ui/choices.ts'
import { ClockInput } from '../../ui/clockInput.tsx'
import { DayInput } from '../../ui/dayInput.tsx'
import { FeedbackFields } from './feedbackFields.tsx'
import { HomeworkGiven } from './homeworkGiven.tsx'
import { FollowedUpElsewhere, HomeworkReview } from './homeworkReview.tsx'
import { NewerAnswerInSession } from './newerAnswerNotice.tsx'
import { PLACES } from './places.ts'
import { dayHeld, type RunnerProps } from './sessionDraft.ts'
import { SessionNote } from './sessionNote.tsx'
import { completedSteps, proposedMinutes } from './sessionTime.ts'

/** The last page: how it ended, who was there, the client's own feedback, and the note to sign. */
export function SessionFinish(props: RunnerProps) {
  const { client, chapter, homework, value, onChange } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const steps = chapter.steps.map(each => each.id)
  return (
    <article className="stack finish">
      <h2 ref={heading} tabIndex={-1} className="finish-title">
        Avsluta och signera
      </h2>
      <Outcome {...props} />
      <WhenAndWhere {...props} />
      <WhoWasThere {...props} />
      {!steps.includes('homework') && homework.length > 0 && <HomeworkReview {...props} />}
      <FollowedUpElsewhere {...props} />
      <HomeworkGiven chapter={chapter} value={value} onChange={onChange} />
      <FeedbackFields client={client} value={value} onChange={onChange} />
      {Object.keys(props.value.worksheets).map(each => (
        <NewerAnswerInSession key={each} {...props} formId={each} />
      ))}
      <SessionNote {...props} />
    </article>
  )
}

/** Held whole or in part; a part tells what is left, and when the rest is to be held. */
function Outcome({ chapter, earlier, value, onChange }: RunnerProps) {
  const before = completedSteps(earlier)
  const left = chapter.steps.filter(({ id }) => !before.has(id) && !value.done.includes(id))
  return (
    <div className="stack">
      <div>
        <div className="field-label">Utfall</div>
        <SegmentedControl
          aria-label="Utfall"
          data={[
            { value: 'held', label: outcomeWords.held },
            { value: 'partlyHeld', label: outcomeWords.partlyHeld },
          ]}
          value={value.outcome}
          onChange={outcome => onChange({ outcome: outcome === 'held' ? 'held' : 'partlyHeld' })}
        />
        {value.outcome === 'held' && left.length > 0 && left.length < chapter.steps.length && (
          <p className="small soft under-field">
            {left.length === 1 ? 'Ett steg är' : `${left.length} steg är`} inte genomgångna. Välj delvis om ni ska
            fortsätta en annan dag.
          </p>
        )}
      </div>
      {value.outcome === 'partlyHeld' && (
        <section className="step-form stack" aria-label="Resten av träffen">
          <div className="form-grid" id={PLACES.rest}>
            <DayInput label="Resten hålls den" value={value.restOn} onChange={restOn => onChange({ restOn })} />
            <ClockInput label="Tid för resten" value={value.restAt} onChange={restAt => onChange({ restAt })} />
          </div>
          <p className="small soft">Dagen kan vänta: träffen kan planeras eller fortsättas när som helst.</p>
          <Checkbox.Group
            label="Genomgånget den här gången"
            description="Nästa gång börjar ni på det första som är kvar."
            value={value.done.filter(each => chapter.steps.some(step => step.id === each))}
            onChange={chosen =>
              onChange(({ done }) => ({
                done: [...done.filter(each => !chapter.steps.some(step => step.id === each)), ...chosen],
              }))
            }
          >
            <div className="tick-columns">
              {chapter.steps
                .filter(({ id }) => !before.has(id))
                .map(({ id, title }) => (
                  <Checkbox key={id} value={id} label={title} />
                ))}
            </div>
          </Checkbox.Group>
        </section>
      )}
    </div>
  )
}

function WhenAndWhere(props: RunnerProps) {
  const { chapter, earlier, value, onChange } = props
  const [isEmpty, setIsEmpty] = useState(false) // emptied to be written anew: nothing is proposed in the middle of it
  const proposed = proposedMinutes(chapter, value.spent, earlier, value.outcome)
  const whence = proposed.counted ? 'Räknat medan stegen visades.' : 'Ur manualen. Ändra om det blev annat.'
  return (
    <div className="form-grid form-grid-three">
      <DayInput label="Dag" required value={dayHeld(value, props)} onChange={on => onChange({ on })} />
      <Select
        label="Plats"
        data={choicesOf(settingWords)}
        value={value.setting}
        onChange={setting => onChange({ setting: (setting ?? value.setting) as Setting })}
      />
      <NumberInput
        size="md"
        label="Minuter"
        min={5}
        max={240}
        hideControls
        description={value.minutes === undefined ? whence : undefined}
        inputWrapperOrder={['label', 'input', 'description']}
        value={isEmpty ? '' : (value.minutes ?? proposed.minutes)}
        onBlur={() => setIsEmpty(false)}
        onChange={minutes => {
          setIsEmpty(minutes === '')
          if (minutes === '') onChange({ minutes: undefined })
          else if (Number(minutes) !== (value.minutes ?? proposed.minutes)) onChange({ minutes: Number(minutes) })
        }}
      />
    </div>
  )
}

function WhoWasThere({ client, value, onChange }: RunnerProps) {
  return (
    <div className="stack">
      <div>
        <div className="field-label">Var {firstNameOf(client)} med?</div>
        <SegmentedControl
          aria-label="Klientens närvaro"
          data={choicesOf(attendanceWords)}
          value={value.attendance}
          onChange={attendance => onChange({ attendance: attendance as Attendance })}
        />
      </div>
      <Checkbox.Group
        label="Fler som var med"
        description="Bara roller, inga namn."
        value={value.present}
        onChange={present => onChange({ present: present as Companion[] })}
      >
        <div className="tick-columns">
          {choicesOf(companionWords).map(each => (
            <Checkbox key={each.value} value={each.value} label={each.label} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label="Medbehandlare"
        description="Den som höll träffen tillsammans med dig. Flera namn skiljs med komma."
        maxLength={200}
        value={value.coTherapists}
        onChange={event => onChange({ coTherapists: event.currentTarget.value })}
      />
    </div>
  )
}
