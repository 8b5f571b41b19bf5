import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { FormColumn, FormDefinition, FormField } from '../contract/form.ts'
import type { Density, MeasuredBlock } from './density.ts'
import { typographic } from './markdownContent.ts'
import { HAIR, RULE } from './pageFrame.ts'
import { box, textWidth, wholeNumbers } from './ruled.ts'

type TableField = Extract<FormField, { kind: 'table' }>
type RatingsField = Extract<FormField, { kind: 'ratings' }>

/** Options with more letters than this are listed under the table instead of in each of its cells. */
const mostInCell = (share: number) => (share < 0.7 ? 24 : 48)
const PADDING = 3
const HALVES_GAP = 16
/** The narrowest column one can write words in, in points. */
const LEAST_FOR_WORDS = 105

/** A table to fill in by hand: one row for each of its rows, or as many free ones as there is room for. */
export function drawnTable(field: TableField, density: Density): MeasuredBlock {
  const { width, line, share } = density
  const rows =
    field.rows.length > 0
      ? field.rows.map(each => each.label)
      : Array.from({ length: freeRows(field.atMost, share) }, () => '')
  const units = rowUnits(field.columns, share)
  const below = share < 1 ? [keys(field, share).join(' ')].filter(each => each !== '') : keys(field, share)
  const half = (width - HALVES_GAP) / 2
  const halved = share < 1 && rows.length > 3 && fitsInHalf(field, half, share)
  const inFirst = halved ? Math.ceil(rows.length / 2) : rows.length
  const height = units * line - 2 * PADDING - 0.5
  const tables: Content = halved
    ? {
        columns: [rows.slice(0, inFirst), rows.slice(inFirst)].map(each => ({
          width: half,
          stack: [ruledTable(field, each, rows, { width: half, height, share })],
        })),
        columnGap: HALVES_GAP,
      }
    : ruledTable(field, rows, rows, { width, height, share })
  return {
    content: {
      stack: [
        tables,
        ...below.map((each, at): Content => ({ text: typographic(each), style: 'help', marginTop: at === 0 ? 3 : 1 })),
      ],
    },
    lines: inFirst * units,
  }
}

/** Some of the rows under their column heads; the labels are as wide as if all were there. */
function ruledTable(
  field: TableField,
  rows: readonly string[],
  all: readonly string[],
  { width, height, share }: { width: number; height: number; share: number },
): Content {
  const named = field.rows.length > 0
  const head = field.columns.map(
    (each): TableCell => ({ text: each.label.replace(/ (?=\d+–\d+$)/, '\n'), style: 'cellHead' }),
  )
  const body = rows.map((label): TableCell[] => [
    ...(named ? [{ text: label, style: 'cell' }] : []),
    ...field.columns.map(each => emptyCell(each, share)),
  ])
  return {
    table: {
      widths: widthsOf(field, all, width, share),
      heights: index => (index === 0 ? 'auto' : height),
      headerRows: 1,
      keepWithHeaderRows: Math.min(2, rows.length),
      dontBreakRows: true,
      body: [[...(named ? [EMPTY] : []), ...head], ...body],
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
}

/** The table is as wide as the page: where no column is for words, the labels or all columns share what is left over. */
function widthsOf(field: TableField, labels: readonly string[], width: number, share: number): (number | '*')[] {
  const columns = field.columns.map(each => columnWidth(each, share))
  const named = field.rows.length > 0
  if (columns.includes('*')) return named ? [labelWidth(labels, width), ...columns] : columns
  return named ? ['*', ...columns] : columns.map(() => '*')
}

/** True when the rows can stand in two tables beside each other: at most one column of words, and that not narrow. */
function fitsInHalf(field: TableField, half: number, share: number): boolean {
  return field.columns.filter(each => each.kind === 'text').length <= 1 && neededWidth(field, half * 1.4, share) <= half
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

/** An empty text is as high as a line of its size. */
const EMPTY: TableCell = { text: '', fontSize: 1 }

function emptyCell(column: FormColumn, share: number): TableCell {
  if (column.kind === 'tick') return { canvas: [box(0, 10)], alignment: 'center' }
  if (column.kind !== 'choice' || !inCell(column, share)) return EMPTY
  return {
    text: column.options.map(each => each.label.replaceAll(' ', '\u00a0')).join('   '),
    style: 'cell',
    fontSize: 8.5,
  }
}

function inCell(column: Extract<FormColumn, { kind: 'choice' }>, share: number): boolean {
  return column.options.reduce((sum, each) => sum + each.label.length, 0) <= mostInCell(share)
}

/** What the columns mean, under the table: the ends of scales, options that did not fit, advice. */
function keys(field: TableField, share: number): string[] {
  const scales = new Map<string, string[]>()
  const others: string[] = []
  for (const each of field.columns) {
    if (each.kind === 'scale') {
      const ends = `${each.min} = ${each.low}, ${each.max} = ${each.high}.`
      scales.set(ends, [...(scales.get(ends) ?? []), each.label.replace(/ \d+–\d+$/, '')])
    }
    if (each.kind === 'choice' && !inCell(each, share))
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
  return Math.max(longestWord + 8, Math.min(longest + 6, width * 0.27))
}

/** Words get what is left over; all else as much as it takes to write it. */
function columnWidth(column: FormColumn, share: number): number | '*' {
  const word = Math.max(...column.label.split(' ').map(each => textWidth(each, 10.5))) + 4
  const head = Math.max(word, textWidth(column.label, 10.5) / 3 + 8) // three lines are enough for any head
  switch (column.kind) {
    case 'text':
      return '*'
    case 'day':
      return Math.max(head, 52)
    case 'time':
      return Math.max(head, 42)
    case 'choice':
      return inCell(column, share)
        ? Math.max(head, choiceWidth(column.options.map(each => each.label)))
        : Math.max(head, 74)
    case 'number':
    case 'scale':
      return Math.max(head, 40)
    case 'tick':
      return Math.max(head, 30)
  }
}

/** All options on one line if they are short, otherwise two on a line. */
function choiceWidth(labels: readonly string[]): number {
  const widths = labels.map(each => textWidth(each, 8.5) + 8)
  const all = widths.reduce((sum, each) => sum + each, 0)
  const [first = 0, second = 0] = widths.sort((a, b) => b - a)
  return all <= 112 ? all : first + second
}

/** Each item with its own row of numbers to put a ring around. */
export function drawnRatings(field: RatingsField, { line, width }: Density): MeasuredBlock {
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
  return form.fields.some(
    field =>
      field.kind === 'table' &&
      field.columns.length + Math.min(1, field.rows.length) > 5 &&
      neededWidth(field, width, 1) > width,
  )
}

function neededWidth(field: TableField, width: number, share: number): number {
  const labels = field.rows.map(each => each.label)
  const columns = field.columns
    .map(each => columnWidth(each, share))
    .map(each => (each === '*' ? LEAST_FOR_WORDS : each))
  const all = labels.length === 0 ? columns : [labelWidth(labels, width), ...columns]
  return all.reduce((sum, each) => sum + each + 8.5, 0)
}
