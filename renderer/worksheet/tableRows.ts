import type { FormAnswers, FormField } from '../../main/contract/form.ts'
import { type Answer, listOf, partsOf } from './answers.ts'

export type TableDefinition = Extract<FormField, { kind: 'table' }>

/** The rows as they are shown: the form's own, or those that were written and at least one. */
export function shownRows({ rows }: TableDefinition, value: Answer): readonly FormAnswers[] {
  const given = listOf(value).map(partsOf)
  if (rows.length > 0) return rows.map(({ value: row }) => given.find(each => each['row'] === row) ?? { row })
  return given.length === 0 ? [{}] : given
}

/** The rows as an answer: of the form's own only those that say something, and no answer where none does. */
export function tableAnswer({ rows }: TableDefinition, shown: readonly FormAnswers[]): Answer {
  const filled = shown.filter(each => rows.length === 0 || Object.keys(each).length > 1)
  return filled.length === 0 ? undefined : filled
}

/** The table with one row changed: the row of that name, or the row at that place. */
export function withRow(
  table: Answer,
  index: number,
  name: Answer,
  change: (row: FormAnswers) => FormAnswers,
): FormAnswers[] {
  const rows = listOf(table).map(partsOf)
  const at = name === undefined ? index : rows.findIndex(each => each['row'] === name)
  if (at >= 0 && at < rows.length) return rows.map((row, place) => (place === at ? change(row) : row))
  return [...rows, change(name === undefined ? {} : { row: name })]
}
