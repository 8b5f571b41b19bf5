import type { FormAnswers, FormColumn, FormDefinition, FormField } from '../../main/contract/form.ts'
import { type Answer, listOf, partsOf } from './answers.ts'
import { answerText, optionLabel, rawText } from './answerText.ts'

/** What became of one answer from the first sheet to the second. */
export type Change = 'same' | 'changed' | 'added' | 'removed'

export type ComparedLine = {
  /** The row of the table, where its columns are several. */
  readonly part?: string
  /** Which part of the field; empty for a field with one answer. */
  readonly label: string
  readonly before: string
  readonly after: string
  readonly change: Change
  /** Steps on the scale, where both are numbers on one. */
  readonly by?: number
}

export type ComparedField = { readonly id: string; readonly label: string; readonly lines: readonly ComparedLine[] }

/**
 * Two answers to one form beside each other, field by field. What neither answered is left out; what only a form of
 * another version asked for comes last, so that nothing written is out of sight. Nothing is summed or judged.
 */
export function compareAnswers(form: FormDefinition, one: FormAnswers, other: FormAnswers): ComparedField[] {
  const known = new Set(form.fields.flatMap(each => (each.kind === 'ratings' ? [each.id, each.wordsId] : [each.id])))
  const rest = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(each => !known.has(each))
  return [
    ...form.fields.map(field => ({ id: field.id, label: field.label, lines: linesOf(field, one, other) })),
    ...rest.map(id => ({ id, label: id, lines: [compareTexts('', rawText(one[id]), rawText(other[id]))] })),
  ].filter(each => each.lines.length > 0)
}

function linesOf(field: FormField, one: FormAnswers, other: FormAnswers): ComparedLine[] {
  const [before, after] = [one[field.id], other[field.id]]
  switch (field.kind) {
    case 'choices': {
      const said = (value: Answer) => listOf(value).map(each => optionLabel(field.options, rawText(each)))
      return compareLists(said(before), said(after))
    }
    case 'list':
      return compareLists(listOf(before).map(rawText), listOf(after).map(rawText))
    case 'ratings': {
      const words = field.wordsId ?? ''
      return onlyAnswered(
        field.items.flatMap(({ value, label }) => [
          compareNumbers(label, partsOf(before)[value], partsOf(after)[value]),
          compareTexts(
            `${label}: egna ord`,
            rawText(partsOf(one[words])[value]),
            rawText(partsOf(other[words])[value]),
          ),
        ]),
      )
    }
    case 'table':
      return onlyAnswered(tableLines(field, listOf(before).map(partsOf), listOf(after).map(partsOf)))
    default:
      return onlyAnswered([compareCells(field, '', before, after)])
  }
}

function compareTexts(label: string, before: string, after: string): ComparedLine {
  const change = before === after ? 'same' : before === '' ? 'added' : after === '' ? 'removed' : 'changed'
  return { label, before, after, change }
}

function compareNumbers(label: string, before: Answer, after: Answer): ComparedLine {
  const compared = compareTexts(label, rawText(before), rawText(after))
  return typeof before === 'number' && typeof after === 'number' && before !== after
    ? { ...compared, by: after - before }
    : compared
}

function compareCells(field: FormColumn, label: string, before: Answer, after: Answer): ComparedLine {
  return field.kind === 'scale' || (field.kind === 'number' && field.unit === undefined)
    ? compareNumbers(label, before, after)
    : compareTexts(label, answerText(field, before), answerText(field, after))
}

const onlyAnswered = (lines: readonly ComparedLine[]) => lines.filter(each => each.before !== '' || each.after !== '')

/** Short lines without an order of their own: what stayed, what came, what went. */
function compareLists(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const [was, is] = [before.filter(Boolean), after.filter(Boolean)]
  return [
    ...was.map(each => compareTexts('', each, is.includes(each) ? each : '')),
    ...is.filter(each => !was.includes(each)).map(each => compareTexts('', '', each)),
  ]
}

type TableField = Extract<FormField, { kind: 'table' }>

function tableLines(field: TableField, before: readonly FormAnswers[], after: readonly FormAnswers[]): ComparedLine[] {
  const pairs = field.rows.length > 0 ? byName(field, before, after) : byWords(field, before, after)
  return pairs.flatMap(({ name, was, is }) =>
    field.columns.map(each =>
      field.columns.length === 1
        ? compareCells(each, name, was[each.id], is[each.id])
        : { part: name, ...compareCells(each, each.label, was[each.id], is[each.id]) },
    ),
  )
}

type Pair = { name: string; was: FormAnswers; is: FormAnswers }

function byName({ rows }: TableField, before: readonly FormAnswers[], after: readonly FormAnswers[]): Pair[] {
  const named = (list: readonly FormAnswers[], row: string) => list.find(each => each['row'] === row) ?? {}
  return rows.map(({ value, label }) => ({ name: label, was: named(before, value), is: named(after, value) }))
}

/** Free rows belong together when they begin with the same words; the rest pair off in their order. */
function byWords({ columns }: TableField, before: readonly FormAnswers[], after: readonly FormAnswers[]): Pair[] {
  const first = columns[0]?.id ?? ''
  const key = (row: FormAnswers) => rawText(row[first])
  const partners = new Map<FormAnswers, FormAnswers>()
  for (const was of before) {
    const is = after.find(each => key(each) !== '' && key(each) === key(was) && ![...partners.values()].includes(each))
    if (is !== undefined) partners.set(was, is)
  }
  const left = after.filter(each => ![...partners.values()].includes(each))
  for (const was of before) {
    const is = partners.has(was) ? undefined : left.shift()
    if (is !== undefined) partners.set(was, is)
  }
  return [...before.map(was => ({ was, is: partners.get(was) ?? {} })), ...left.map(is => ({ was: {}, is }))].map(
    (pair, index) => ({ name: `Rad ${index + 1}`, ...pair }),
  )
}
