import { useEffect, useRef } from 'react'
import type { ManualStep } from '../../../main/contract/manual.ts'
import { Markdown, splitActions } from '../../manual/markdown.tsx'
import { actionMarks } from './actionMarks.ts'
import { FeedbackFields } from './feedbackFields.tsx'
import { FormInPlace } from './formInPlace.tsx'
import { HomeworkGiven } from './homeworkGiven.tsx'
import { FollowedUpElsewhere, HomeworkReview } from './homeworkReview.tsx'
import type { RunnerProps } from './sessionDraft.ts'

type SessionStepProps = RunnerProps & {
  step: ManualStep
  /** The number of the chapter that the step comes from, when it is not the session's own. */
  from?: number | undefined
}

/** One step of a chapter as if it were the only thing: what to do, how it can sound, and the worksheet in place. */
export function SessionStep({ step, from, ...props }: SessionStepProps) {
  const { client, chapter, homework, value, onChange } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { lead, actions, rest } = splitActions(step.text)
  const marks = actionMarks(step, from)
  const isDone = (index: number) => value.done.includes(marks[index] ?? '')
  const now = actions.findIndex((_, index) => !isDone(index))
  const toggle = (index: number) =>
    onChange(({ done }) => {
      const mark = marks[index] ?? ''
      return { done: done.includes(mark) ? done.filter(each => each !== mark) : [...done, mark] }
    })
  const own = from === undefined

  return (
    <article className="step">
      <h2 ref={heading} tabIndex={-1} className="visually-hidden">
        {step.title}
      </h2>
      <div className="step-lead serif">
        <Markdown text={lead} />
      </div>
      <ol className="step-actions">
        {actions.map((text, index) => (
          <li key={marks[index]} className={isDone(index) ? 'action-done' : index === now ? 'action-now' : ''}>
            <button
              type="button"
              className="action-tick"
              aria-pressed={isDone(index)}
              aria-label={`Steg ${index + 1} gjort`}
              onClick={() => toggle(index)}
            >
              {index + 1}
            </button>
            <div>
              <Markdown text={text} />
            </div>
          </li>
        ))}
      </ol>
      {rest !== '' && <Markdown text={rest} />}
      <section className="step-sounds" aria-label="Så kan det låta">
        <h3>Så kan det låta</h3>
        <div className="serif">
          <Markdown text={step.sounds} />
        </div>
      </section>
      {own && step.id === 'homework' && (
        <>
          <HomeworkReview homework={homework} value={value} onChange={onChange} />
          <FollowedUpElsewhere {...props} />
        </>
      )}
      {step.worksheet !== undefined && <FormInPlace {...props} formId={step.worksheet} />}
      {step.exercise !== undefined && <FormInPlace {...props} formId={step.exercise} />}
      {own && step.id === 'newHomework' && <HomeworkGiven chapter={chapter} value={value} onChange={onChange} />}
      {own && step.id === 'feedback' && <FeedbackFields client={client} value={value} onChange={onChange} />}
      <details className="step-more">
        <summary>Varför</summary>
        <Markdown text={step.why} />
      </details>
      <details className="step-more">
        <summary>Om det går annorlunda</summary>
        <Markdown text={step.otherwise} />
      </details>
    </article>
  )
}
