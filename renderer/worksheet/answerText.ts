import type { FormColumn } from '../../main/contract/form.ts'
import { clock, dayAndYear } from '../ui/format.ts'
import { isDay } from '../ui/readDay.ts'
import type { Answer } from './answers.ts'

/** An answer to a small field as a person reads it; empty where there is none. An option that the form no longer has stands as it was stored. */
export function answerText(field: FormColumn, value: Answer): string {
  if (value === undefined || value === null || value === '') return ''
  switch (field.kind) {
    case 'text':
      return String(value)
    case 'day':
      return isDay(String(value)) ? dayAndYear(String(value)) : String(value)
    case 'time':
      return clock(String(value))
    case 'number':
      return field.unit === undefined ? String(value) : `${String(value)} ${field.unit}`
    case 'scale':
      return String(value)
    case 'tick':
      return value === true ? 'Ja' : ''
    case 'choice':
      return optionLabel(field.options, String(value))
  }
}

export function optionLabel(options: readonly { value: string; label: string }[], value: string): string {
  return options.find(each => each.value === value)?.label ?? value
}

/** Every word and number of an answer whose form is not known here, so that nothing written is out of sight. */
export function rawText(value: Answer): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(rawText).filter(Boolean).join('; ')
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${rawText(part)}`)
    .join(', ')
}
