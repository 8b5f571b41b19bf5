import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FormAnswers, FormDefinition, FormField } from '../../main/contract/form.ts'
import { LONGEST } from '../../main/contract/values.ts'
import { NumbersLine } from '../emergencyNumber/numbersLine.tsx'
import { LineField } from '../ui/textFields.tsx'
import { offerUndo } from '../ui/undo.tsx'
import { type Answer, listOf, partsOf, withAnswer } from './answers.ts'
import { RatingsField } from './ratingsField.tsx'
import { isLost, SmallField } from './smallField.tsx'
import { TableField } from './tableField.tsx'

type FormFieldsProps = {
  form: FormDefinition
  answers: FormAnswers
  /** Changes the answers as they are by then. */
  onChange(change: (answers: FormAnswers) => FormAnswers): void
  /** What stands under a field, by the field's id: where else its answer goes. */
  notes?: Readonly<Record<string, ReactNode>>
  /** The first field takes the focus: the form is all that the user came for. */
  autoFocus?: boolean
}

/** Renders any worksheet or exercise from its definition: the one form of its kind. What one click takes away can be undone. */
export function FormFields({ form, answers, onChange, notes = {}, autoFocus = false }: FormFieldsProps) {
  return (
    <div className="form-fields">
      {form.fields.map((field, index) => (
        <div key={field.id}>
          <Field field={field} answers={answers} onChange={onChange} autoFocus={autoFocus && index === 0} />
          {notes[field.id]}
        </div>
      ))}
      <NumbersLine numbers={form.numbers} />
    </div>
  )
}

type FieldProps = Pick<FormFieldsProps, 'answers' | 'onChange'> & { field: FormField; autoFocus: boolean }

function Field({ field, answers, onChange, autoFocus }: FieldProps) {
  const value = answers[field.id]
  const set = (next: Answer) => onChange(current => withAnswer(current, field.id, next))
  const lose = (what: string, restore: (value: Answer) => Answer) =>
    offerUndo(what, () => onChange(current => withAnswer(current, field.id, restore(current[field.id]))))
  switch (field.kind) {
    case 'choices':
      return <Choices field={field} value={value} onChange={set} />
    case 'list':
      return <Lines field={field} value={value} onChange={set} />
    case 'ratings': {
      const { wordsId = '' } = field
      return (
        <RatingsField
          field={field}
          scores={partsOf(value)}
          words={partsOf(answers[wordsId])}
          onScore={(item, score) => {
            const before = partsOf(value)[item.value]
            if (score === undefined && before !== undefined)
              lose(`Svaret för ”${item.label}” är borttaget.`, now => withAnswer(partsOf(now), item.value, before))
            onChange(current => withPart(current, field.id, item.value, score))
          }}
          onWords={(item, text) => onChange(current => withPart(current, wordsId, item.value, text))}
          autoFocus={autoFocus}
        />
      )
    }
    case 'table':
      return <TableField field={field} value={value} onChange={set} onLose={lose} />
    default:
      return (
        <SmallField
          field={field}
          value={value}
          autoFocus={autoFocus}
          onChange={next => {
            if (isLost(field, value, next)) lose(`Svaret på ”${field.label}” är borttaget.`, () => value)
            set(next)
          }}
        />
      )
  }
}

/** The answers with one part of one of them changed; an answer without parts is none. */
function withPart(answers: FormAnswers, id: string, part: string, value: Answer): FormAnswers {
  const parts = withAnswer(partsOf(answers[id]), part, value)
  return withAnswer(answers, id, Object.keys(parts).length === 0 ? undefined : parts)
}

type PartProps<F> = { field: F; value: Answer; onChange(value: Answer): void }

function Choices({ field, value, onChange }: PartProps<Extract<FormField, { kind: 'choices' }>>) {
  const chosen = listOf(value).filter(each => typeof each === 'string')
  return (
    <Checkbox.Group
      size="md"
      label={field.label}
      description={field.help}
      value={chosen}
      onChange={next => onChange(next.length === 0 ? undefined : next)}
    >
      <div className="stack-tight form-choices">
        {field.options.map(each => (
          <Checkbox key={each.value} value={each.value} label={each.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** Short lines: one more empty line stands ready until there are as many as fit. */
function Lines({ field, value, onChange }: PartProps<Extract<FormField, { kind: 'list' }>>) {
  const lines = listOf(value).map(each => (typeof each === 'string' ? each : ''))
  const shown = Math.min(field.atMost, Math.max(field.atLeast, lines.length + 1))
  const set = (index: number, text: string) => {
    const next = Array.from({ length: Math.max(lines.length, index + 1) }, (_, at) =>
      at === index ? text : (lines[at] ?? ''),
    )
    while (next.at(-1) === '') next.pop()
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <fieldset className="form-group">
      <legend className="field-label">{field.label}</legend>
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      <div className="stack-tight">
        {Array.from({ length: shown }, (_, index) => (
          <LineField
            longest={LONGEST.words}
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={index}
            aria-label={`${field.label} ${index + 1}`}
            leftSection={<span className="soft small">{index + 1}</span>}
            value={lines[index] ?? ''}
            onChange={event => set(index, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
