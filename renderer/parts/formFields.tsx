import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { FormAnswers, FormColumn, FormDefinition, FormField } from '../../main/contract/form.ts'
import { ClockInput } from './clockInput.tsx'
import { DayInput } from './dayInput.tsx'
import { ScaleInput } from './scaleInput.tsx'

type Answer = FormAnswers[string] | undefined
type FieldProps<F> = { field: F; value: Answer; onChange(value: Answer): void; hideLabel?: boolean }
type FormFieldsProps = {
  form: FormDefinition
  answers: FormAnswers
  onChange(answers: FormAnswers): void
}

/** Renders any worksheet or exercise from its definition: the one form of its kind. */
export function FormFields({ form, answers, onChange }: FormFieldsProps) {
  return (
    <div className="form-fields">
      {form.fields.map(field => (
        <Field
          key={field.id}
          field={field}
          value={answers[field.id]}
          onChange={value => onChange(withAnswer(answers, field.id, value))}
        />
      ))}
    </div>
  )
}

function withAnswer(answers: FormAnswers, id: string, value: Answer): FormAnswers {
  const { [id]: _, ...rest } = answers
  return value === undefined || value === '' ? rest : { ...rest, [id]: value }
}

function Field({ field, value, onChange }: FieldProps<FormField>) {
  switch (field.kind) {
    case 'choices':
      return <Choices field={field} value={value} onChange={onChange} />
    case 'list':
      return <Lines field={field} value={value} onChange={onChange} />
    case 'ratings':
      return <Ratings field={field} value={value} onChange={onChange} />
    case 'table':
      return <Table field={field} value={value} onChange={onChange} />
    default:
      return <SmallField field={field} value={value} onChange={onChange} />
  }
}

/** The fields that also fit in a column of a table. */
function SmallField({ field, value, onChange, hideLabel = false }: FieldProps<FormColumn>) {
  const label = hideLabel ? undefined : field.label
  const named = { 'aria-label': field.label, description: hideLabel ? undefined : field.help }
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return (
        <Textarea
          {...named}
          label={label}
          value={text}
          minRows={field.rows}
          maxRows={12}
          maxLength={2000}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'day':
      return <DayInput label={field.label} hideLabel={hideLabel} value={text} onChange={onChange} />
    case 'time':
      return <ClockInput label={field.label} hideLabel={hideLabel} value={text} onChange={onChange} />
    case 'number':
      return (
        <NumberInput
          {...named}
          size="md"
          label={label}
          min={field.min}
          max={field.max}
          allowDecimal={false}
          hideControls
          suffix={field.unit === undefined ? '' : ` ${field.unit}`}
          value={typeof value === 'number' ? value : ''}
          onChange={next => onChange(typeof next === 'number' ? next : undefined)}
        />
      )
    case 'scale': {
      const number = typeof value === 'number' ? value : undefined
      return <ScaleInput {...field} hideLabel={hideLabel} value={number} onChange={onChange} />
    }
    case 'choice':
      return (
        <Select
          {...named}
          label={label}
          data={field.options.map(each => ({ value: each.value, label: each.label }))}
          value={text === '' ? null : text}
          clearable
          placeholder="Välj"
          onChange={next => onChange(next ?? undefined)}
        />
      )
    case 'tick':
      return (
        <Checkbox
          size="md"
          aria-label={field.label}
          label={label}
          description={named.description}
          checked={value === true}
          onChange={event => onChange(event.currentTarget.checked)}
        />
      )
  }
}

function Choices({ field, value, onChange }: FieldProps<Extract<FormField, { kind: 'choices' }>>) {
  const chosen = Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
  return (
    <Checkbox.Group
      size="md"
      label={field.label}
      description={field.help}
      value={chosen}
      onChange={next => onChange(next)}
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
function Lines({ field, value, onChange }: FieldProps<Extract<FormField, { kind: 'list' }>>) {
  const lines = Array.isArray(value) ? value.map(each => (typeof each === 'string' ? each : '')) : []
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
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={index}
            aria-label={`${field.label} ${index + 1}`}
            leftSection={<span className="soft small">{index + 1}</span>}
            value={lines[index] ?? ''}
            maxLength={2000}
            onChange={event => set(index, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Ratings({ field, value, onChange }: FieldProps<Extract<FormField, { kind: 'ratings' }>>) {
  const scores = isRow(value) ? value : {}
  return (
    <fieldset className="form-group ratings">
      <legend className="field-label">{field.label}</legend>
      <p className="small soft">
        {field.min} {field.low} – {field.max} {field.high}. Skriv siffran, Tabb till nästa.
      </p>
      {field.items.map(item => {
        const score = scores[item.value]
        return (
          <div key={item.value} className="ratings-row">
            <span aria-hidden>{item.label}</span>
            <ScaleInput
              {...field}
              label={item.label}
              hideLabel
              value={typeof score === 'number' ? score : undefined}
              onChange={next => onChange(withAnswer(scores, item.value, next))}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

function Table({ field, value, onChange }: FieldProps<Extract<FormField, { kind: 'table' }>>) {
  const given = Array.isArray(value) ? value.map(each => (isRow(each) ? each : {})) : []
  const fixed = field.rows.length > 0
  const rows = fixed
    ? field.rows.map(({ value: row }) => given.find(each => each['row'] === row) ?? { row })
    : given.length === 0
      ? [{}]
      : given
  const keep = (next: FormAnswers[]) => onChange(next.filter(each => !fixed || Object.keys(each).length > 1))
  return (
    <fieldset className="form-group form-table">
      <legend className="field-label">{field.label}</legend>
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      {rows.map((row, index) => {
        const name = field.rows[index]?.label ?? `${index + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the row's grid
          <div key={index} className="form-row" role="group" aria-label={`${field.label}: ${name}`}>
            <div className="form-row-head">
              <strong>{name}</strong>
              {!fixed && given.length > 0 && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="gray"
                  leftSection={<IconX size={15} aria-hidden />}
                  aria-label={`Ta bort rad ${index + 1}`}
                  onClick={() => keep(given.filter((_, at) => at !== index))}
                >
                  Ta bort
                </Button>
              )}
            </div>
            <div className="form-row-cells">
              {field.columns.map(each => (
                <SmallField
                  key={each.id}
                  field={each}
                  value={row[each.id]}
                  onChange={next =>
                    keep(rows.map((other, at) => (at === index ? withAnswer(other, each.id, next) : other)))
                  }
                />
              ))}
            </div>
          </div>
        )
      })}
      {!fixed && given.length > 0 && given.length < field.atMost && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => keep([...given, {}])}
        >
          En rad till
        </Button>
      )}
    </fieldset>
  )
}

function isRow(value: Answer): value is FormAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
