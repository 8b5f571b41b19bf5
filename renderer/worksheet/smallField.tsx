import { Checkbox, Select } from '@mantine/core'
import type { FormColumn } from '../../main/contract/form.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { NumberInput } from '../ui/numberInput.tsx'
import { ScaleInput } from '../ui/scaleInput.tsx'
import { TextField } from '../ui/textFields.tsx'
import { aroundNow } from '../ui/usualDays.ts'
import type { Answer } from './answers.ts'

type SmallFieldProps = {
  field: FormColumn
  value: Answer
  onChange(value: Answer): void
  hideLabel?: boolean
  autoFocus?: boolean
}

/** The fields that also fit in a column of a table. */
export function SmallField({ field, value, onChange, hideLabel = false, autoFocus = false }: SmallFieldProps) {
  const label = hideLabel ? undefined : field.label
  const named = { 'aria-label': field.label, description: hideLabel ? undefined : field.help, autoFocus }
  const text = typeof value === 'string' ? value : ''
  const written = { label: field.label, hideLabel, description: named.description, autoFocus, value: text, onChange }
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          longest={field.atMost}
          {...named}
          label={label}
          value={text}
          minRows={field.rows}
          maxRows={12}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'day':
      return <DayInput {...written} usual={aroundNow()} />
    case 'time':
      return <ClockInput {...written} />
    case 'number':
      return (
        <NumberInput
          {...written}
          min={field.min}
          max={field.max}
          unit={field.unit}
          value={typeof value === 'number' ? value : text}
          onChange={onChange}
        />
      )
    case 'scale': {
      const number = typeof value === 'number' ? value : undefined
      return <ScaleInput {...field} hideLabel={hideLabel} autoFocus={autoFocus} value={number} onChange={onChange} />
    }
    case 'choice': {
      const known = text === '' || field.options.some(each => each.value === text)
      const options = field.options.map(each => ({ value: each.value, label: each.label }))
      return (
        <Select
          {...named}
          label={label}
          data={known ? options : [...options, { value: text, label: text }]}
          value={text === '' ? null : text}
          clearable
          allowDeselect={false}
          placeholder="Välj"
          onChange={next => onChange(next ?? undefined)}
        />
      )
    }
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

/** Whether one click or key took the answer away: what is typed is taken away letter by letter, and a tick is ticked again. */
export function isLost(field: FormColumn, before: Answer, after: Answer): boolean {
  const gone = after === undefined || after === ''
  return gone && before !== undefined && ['scale', 'choice'].includes(field.kind)
}
