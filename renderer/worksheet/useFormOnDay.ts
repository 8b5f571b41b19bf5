import { offerOnSheet } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import { isInForce } from '../../main/contract/validity.ts'
import type { Day } from '../../main/contract/values.ts'
import { useCore } from '../core/core.ts'

/** The form with only those reasons to choose that can be recorded on the day of the answer: the sheet's own, or `on`. */
export function useFormOnDay(form: FormDefinition, answers: FormAnswers, on: Day): FormDefinition {
  const asks = form.fields.some(each => each.kind === 'choice' && each.feeds === 'offerReason')
  const { reasons = [] } = useCore('unit.lists', {}).data ?? {}
  if (!asks) return form
  const day = offerOnSheet(form, answers)?.on ?? on
  const ended = new Set(reasons.filter(each => !isInForce(each, day)).map(each => each.code))
  return {
    ...form,
    fields: form.fields.map(field =>
      field.kind === 'choice' && field.feeds === 'offerReason'
        ? { ...field, options: field.options.filter(each => !ended.has(each.value)) }
        : field,
    ),
  }
}
