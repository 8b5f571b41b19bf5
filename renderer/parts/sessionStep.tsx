import { useEffect, useRef } from 'react'
import type { Chapter, ManualStep } from '../../main/contract/manual.ts'
import type { Homework } from '../../main/contract/session.ts'
import { useCore } from '../core.ts'
import { Markdown, splitActions } from '../markdown.tsx'
import { FormFields } from './formFields.tsx'
import { HomeworkGiven, HomeworkReview } from './homework.tsx'
import type { SessionDraft } from './sessionDraft.ts'

type SessionStepProps = {
  step: ManualStep
  chapter: Chapter
  homework: readonly Homework[]
  value: SessionDraft
  onChange(part: Partial<SessionDraft>): void
}

/** One step of the chapter as if it were the only thing: what to do, how it can sound, and the worksheet in place. */
export function SessionStep({ step, chapter, homework, value, onChange }: SessionStepProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { lead, actions, rest } = splitActions(step.text)
  const mark = (index: number) => `${step.id}:${index}`
  const isDone = (index: number) => value.done.includes(mark(index))
  const now = actions.findIndex((_, index) => !isDone(index))
  const toggle = (index: number) =>
    onChange({ done: isDone(index) ? value.done.filter(each => each !== mark(index)) : [...value.done, mark(index)] })

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
          <li key={mark(index)} className={isDone(index) ? 'action-done' : index === now ? 'action-now' : ''}>
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
      {step.id === 'homework' && <HomeworkReview homework={homework} value={value} onChange={onChange} />}
      {step.worksheet !== undefined && <FormInPlace formId={step.worksheet} value={value} onChange={onChange} />}
      {step.exercise !== undefined && <FormInPlace formId={step.exercise} value={value} onChange={onChange} />}
      {step.id === 'newHomework' && <HomeworkGiven chapter={chapter} value={value} onChange={onChange} />}
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

/** A worksheet or exercise in the step where it is filled in; the same form at two steps is one sheet. */
function FormInPlace({ formId, value, onChange }: { formId: string } & Pick<SessionStepProps, 'value' | 'onChange'>) {
  const form = useCore('manual.form', { id: formId })
  if (form.data === undefined) return null
  return (
    <section className="step-form" aria-label={form.data.title}>
      <div className="spread">
        <h3>{form.data.title}</h3>
        <span className="small soft">{form.data.living ? 'levande dokument' : 'arbetsblad'}</span>
      </div>
      <FormFields
        form={form.data}
        answers={value.worksheets[formId] ?? {}}
        onChange={answers => onChange({ worksheets: { ...value.worksheets, [formId]: answers } })}
      />
    </section>
  )
}
