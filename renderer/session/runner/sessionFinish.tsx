import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { outcomeWords } from '../../../main/contract/planWords.ts'
import type { Attendance, Companion, Setting } from '../../../main/contract/session.ts'
import { attendanceWords, companionWords, settingWords } from '../../../main/contract/sessionWords.ts'
import { longestOf } from '../../../main/contract/textLimit.ts'
import { firstNameOf } from '../../core/clientName.ts'
import { useStaysOf } from '../../core/useClientDays.ts'
import { choicesOf } from '../../ui/choices.ts'
import { ClockInput } from '../../ui/clockInput.tsx'
import { DayInput } from '../../ui/dayInput.tsx'
import { NumberInput } from '../../ui/numberInput.tsx'
import { LineField } from '../../ui/textFields.tsx'
import { fromNow, untilNow } from '../../ui/usualDays.ts'
import { LEAST_MINUTES, MOST_MINUTES } from '../outcomeDraft.ts'
import { FeedbackFields } from './feedbackFields.tsx'
import { HomeworkGiven } from './homeworkGiven.tsx'
import { FollowedUpElsewhere, HomeworkReview } from './homeworkReview.tsx'
import { NewerAnswerInSession } from './newerAnswerNotice.tsx'
import { PLACES } from './places.ts'
import { dayHeld, minutesHeld, type RunnerProps } from './sessionDraft.ts'
import { SessionNote } from './sessionNote.tsx'
import { completedSteps } from './sessionTime.ts'

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
            <DayInput
              label="Resten hålls den"
              usual={fromNow()}
              value={value.restOn}
              onChange={restOn => onChange({ restOn })}
            />
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
  const minutes = minutesHeld(value, earlier)
  const before = earlier.reduce((sum, each) => sum + (each.minutes ?? 0), 0)
  const whence =
    typeof value.minutes === 'number'
      ? undefined
      : typeof minutes === 'number'
        ? 'Räknat medan stegen visades.'
        : `Ingen har mätt. Manualen räknar med ${Math.max(LEAST_MINUTES, chapter.minutes - before)}.`
  return (
    <div className="form-grid form-grid-three">
      <DayInput
        label="Dag"
        usual={untilNow(useStaysOf(props.client.id))}
        required
        value={dayHeld(value, props)}
        onChange={on => onChange({ on })}
      />
      <Select
        label="Plats"
        data={choicesOf(settingWords)}
        value={value.setting}
        onChange={setting => onChange({ setting: (setting ?? value.setting) as Setting })}
      />
      <NumberInput
        label="Minuter"
        minutes
        required
        min={LEAST_MINUTES}
        max={MOST_MINUTES}
        help={whence}
        value={minutes}
        onChange={next => onChange({ minutes: next ?? '' })}
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
      <LineField
        longest={10 * longestOf('session.record', 'coTherapists')}
        label="Medbehandlare"
        description="Den som höll träffen tillsammans med dig. Flera namn skiljs med komma."
        value={value.coTherapists}
        onChange={event => onChange({ coTherapists: event.currentTarget.value })}
      />
    </div>
  )
}
