import type { FormAnswers } from '../../main/contract/form.ts'

export type Answer = FormAnswers[string] | undefined

/** The answers with one changed; nothing and the empty text are no answer. */
export function withAnswer(answers: FormAnswers, id: string, value: Answer): FormAnswers {
  const { [id]: _, ...rest } = answers
  return value === undefined || value === '' ? rest : { ...rest, [id]: value }
}

function isRow(value: Answer): value is FormAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The answer's part under that name, where the answer has parts. */
export function partsOf(value: Answer): FormAnswers {
  return isRow(value) ? value : {}
}

/** The rows of a table, or the lines of a list. */
export function listOf(value: Answer): readonly Answer[] {
  return Array.isArray(value) ? value : []
}
