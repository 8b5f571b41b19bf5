import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { FormColumn, FormDefinition, FormField } from '../contract/form.ts'
import type { Density, Drawn } from './formContent.ts'
import { HAIR, RULE } from './pageFrame.ts'
import { box, textWidth, wholeNumbers } from './ruled.ts'

type TableField = Extract<FormField, { kind: 'table' }>
type RatingsField = Extract<FormField, { kind: 'ratings' }>

/** Options with more letters than this are listed under the table instead of in each of its cells. */
const MOST_IN_CELL = 48
const PADDING = 3
/** The narrowest column one can write words in, in points. */
const LEAST_FOR_WORDS = 105

/** A table to fill in by hand: one row for each of its rows, or as many free ones as there is room for. */
export function drawnTable(field: TableField, { width, line, share }: Density): Drawn {
  const named = field.rows.length > 0
  const rows = named
    ? field.rows.map(each => each.label)
    : Array.from({ length: freeRows(field.atMost, share) }, () => '')
  const units = rowUnits(field.columns, share)
  const head = field.columns.map(
    (each): TableCell => ({ text: each.label.replace(/ (?=\d+–\d+$)/, '\n'), style: 'cellHead' }),
  )
  const body = rows.map((label): TableCell[] => [
    ...(named ? [{ text: label, style: 'cell' }] : []),
    ...field.columns.map(emptyCell),
  ])
  const content: Content = {
    table: {
      widths: [...(named ? [labelWidth(rows, width)] : []), ...field.columns.map(columnWidth)],
      heights: index => (index === 0 ? 'auto' : units * line - 2 * PADDING - 0.5),
      headerRows: 1,
      keepWithHeaderRows: Math.min(2, rows.length),
      dontBreakRows: true,
      body: [[...(named ? [''] : []), ...head], ...body],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => RULE,
      vLineColor: () => RULE,
      paddingTop: () => PADDING,
      paddingBottom: () => PADDING,
    },
  }
  const below = keys(field)
  return {
    content: {
      stack: [
        content,
        ...below.map((each, at): Content => ({ text: each, style: 'help', marginTop: at === 0 ? 3 : 1 })),
      ],
    },
    lines: rows.length * units,
  }
}

function freeRows(atMost: number, share: number): number {
  if (share === 1 || atMost <= 3) return Math.min(atMost, 16)
  return Math.max(3, Math.min(12, Math.ceil(atMost * share)))
}

/** How many lines high a row is, at most as many as its tallest text asks for. */
function rowUnits(columns: readonly FormColumn[], share: number): number {
  const tallest = Math.max(...columns.map(each => (each.kind === 'text' ? each.rows : 1)))
  return 1 + (tallest - 1) * share
}

function emptyCell(column: FormColumn): TableCell {
  if (column.kind === 'tick') return { canvas: [box(0, 10)], alignment: 'center' }
  if (column.kind !== 'choice' || !inCell(column)) return ''
  return {
    text: column.options.map(each => each.label.replaceAll(' ', '\u00a0')).join('   '),
    style: 'cell',
    fontSize: 8.5,
  }
}

function inCell(column: Extract<FormColumn, { kind: 'choice' }>): boolean {
  return column.options.reduce((sum, each) => sum + each.label.length, 0) <= MOST_IN_CELL
}

/** What the columns mean, under the table: the ends of scales, options that did not fit, advice. */
function keys(field: TableField): string[] {
  const scales = new Map<string, string[]>()
  const others: string[] = []
  for (const each of field.columns) {
    if (each.kind === 'scale') {
      const ends = `${each.min} = ${each.low}, ${each.max} = ${each.high}.`
      scales.set(ends, [...(scales.get(ends) ?? []), each.label.replace(/ \d+–\d+$/, '')])
    }
    if (each.kind === 'choice' && !inCell(each))
      others.push(`${each.label}: ${each.options.map(option => option.label).join(' · ')}.`)
    if (each.help !== undefined) others.push(`${each.label}: ${each.help}`)
  }
  const said = (field.help ?? '').toLowerCase()
  const known = (ends: string) => ends.split(/\d+ = |[,.] ?/).every(words => said.includes(words.toLowerCase()))
  const ends = [...scales].filter(([each]) => !known(each)).map(([each, labels]) => `${labels.join(', ')}: ${each}`)
  return [...ends, ...others]
}

function labelWidth(labels: readonly string[], width: number): number {
  const longestWord = Math.max(...labels.flatMap(each => each.split(' ')).map(each => textWidth(each, 9.5)))
  const longest = Math.max(...labels.map(each => textWidth(each, 9.5)))
  return Math.max(longestWord + 4, Math.min(longest + 4, width * 0.27))
}

/** Words get what is left over; all else as much as it takes to write it. */
function columnWidth(column: FormColumn): number | '*' {
  const head = Math.max(...column.label.split(' ').map(each => textWidth(each, 9.6))) + 2
  switch (column.kind) {
    case 'text':
      return '*'
    case 'day':
      return Math.max(head, 52)
    case 'time':
      return Math.max(head, 42)
    case 'choice':
      return inCell(column) ? Math.max(head, choiceWidth(column.options.map(each => each.label))) : Math.max(head, 74)
    case 'number':
    case 'scale':
      return Math.max(head, 40)
    case 'tick':
      return Math.max(head, 30)
  }
}

/** Two options on a line. */
function choiceWidth(labels: readonly string[]): number {
  const widest = labels.map(each => textWidth(each, 8.5)).sort((a, b) => b - a)
  return (widest[0] ?? 0) + (widest[1] ?? 0) + 16
}

/** Each item with its own row of numbers to put a ring around. */
export function drawnRatings(field: RatingsField, { line, width }: Density): Drawn {
  const numbers = wholeNumbers(field.min, field.max)
  const low = Math.ceil(numbers.length / 2)
  const high = numbers.length - low
  const blank = (count: number): TableCell[] => Array.from({ length: count }, () => ({}))
  const head: TableCell[] = [
    '',
    { text: field.low, style: 'cell', colSpan: low },
    ...blank(low - 1),
    { text: field.high, style: 'cell', alignment: 'right', colSpan: high },
    ...blank(high - 1),
  ]
  const body = field.items.map((item): TableCell[] => [
    { text: item.label, style: 'choice' },
    ...numbers.map((each): TableCell => ({ text: String(each), style: 'choice', alignment: 'center' })),
  ])
  const labels = Math.min(width * 0.42, Math.max(...field.items.map(each => textWidth(each.label, 10.5))) + 6)
  return {
    content: {
      table: {
        widths: [labels, ...numbers.map((): '*' => '*')],
        heights: index => (index === 0 ? 'auto' : line * 0.9 - 4.5),
        headerRows: 1,
        dontBreakRows: true,
        body: [head, ...body],
      },
      layout: {
        hLineWidth: at => (at === 0 ? 0 : 0.5),
        vLineWidth: () => 0,
        hLineColor: () => HAIR,
        paddingLeft: () => 1,
        paddingRight: () => 1,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
    },
    lines: field.items.length * 0.9,
  }
}

/** True when a table of more than five columns needs more width than there is: then the page is turned. */
export function isWide(form: FormDefinition, width: number): boolean {
  return form.fields.some(field => {
    if (field.kind !== 'table') return false
    const labels = field.rows.map(each => each.label)
    const columns = field.columns.map(each => columnWidth(each)).map(each => (each === '*' ? LEAST_FOR_WORDS : each))
    const all = labels.length === 0 ? columns : [labelWidth(labels, width), ...columns]
    return all.length > 5 && all.reduce((sum, each) => sum + each + 8, 0) > width
  })
}
