import type { Content } from 'pdfmake/interfaces.js'
import type { FormDefinition, FormField } from '../contract/form.ts'
import { drawnRatings, drawnTable } from './formTable.ts'
import { fine } from './markdownContent.ts'
import { kept } from './pageFrame.ts'
import { boxes, numberedLines, numbersToCircle, ruledLines, shortLine, textWidth, tickBox } from './ruled.ts'

/** How closely a form is drawn. Lengths in points. */
export type Density = {
  readonly width: number
  /** The room above each line to write on. */
  readonly line: number
  /** The share of the free rows and lines that is drawn, above 0 and at most 1. Below 1 short fields share a row too. */
  readonly share: number
}

/** Something drawn, and how many lines to write on it is high: it grows by that when `line` does. */
export type Drawn = { readonly content: Content; readonly lines: number }

const BETWEEN_FIELDS = 11
const COLUMN_GAP = 18
/** What is drawn this high or lower is never divided between two pages. */
const MOST_KEPT = 420

/** The fields of a form as a paper to fill in by hand. */
export function formFields(form: FormDefinition, density: Density): Drawn {
  const between = density.share < 1 ? BETWEEN_FIELDS * 0.75 : BETWEEN_FIELDS
  const rows = rowsOf(form.fields, density).map(row => drawnRow(row, density))
  return {
    content: { stack: rows.map((row, at): Content => ({ stack: [row.content], marginTop: at === 0 ? 0 : between })) },
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
  }
}

export type FormHead = { readonly eyebrow: string; readonly title: string; readonly purpose: string }

/** What stands above the fields. A form that does not ask for the day gets a line for it. */
export function formHead(form: FormDefinition, eyebrow: string): Content {
  const asksForDay = form.fields.some(each => each.kind === 'day')
  return {
    stack: [
      {
        columns: [
          { width: '*', text: eyebrow, style: 'eyebrow' },
          { width: 'auto', stack: asksForDay ? [] : [shortLine('Dag', '', 90, 13)] },
        ],
      },
      { text: fine(form.title), style: 'formTitle', marginTop: 2 },
      { text: fine(form.purpose), style: 'formPurpose', marginTop: 3 },
    ],
    marginBottom: 13,
  }
}

/** Fields that stand side by side. */
type Row = readonly FormField[]

function rowsOf(fields: readonly FormField[], density: Density): Row[] {
  const rows: FormField[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    if (last !== undefined && mayShare([...last, field], density)) last.push(field)
    else rows.push([field])
  }
  return rows
}

function mayShare(fields: Row, { width, share }: Density): boolean {
  if (fields.every(isShort))
    return fields.reduce((sum, each) => sum + shortWidth(each) + COLUMN_GAP, 0) <= width + COLUMN_GAP
  if (share === 1 || fields.length > 2) return false
  const [first] = fields
  if (first?.kind !== 'text') return false
  const half = (width - COLUMN_GAP) / 2
  return fields.every(
    each => each.kind === 'text' && each.rows === first.rows && each.rows <= 2 && textWidth(each.label, 10.5) <= half,
  )
}

type ShortField = Extract<FormField, { kind: 'day' | 'time' | 'number' }>

function isShort(field: FormField): field is ShortField {
  return field.kind === 'day' || field.kind === 'time' || field.kind === 'number'
}

const lengthOf = (field: FormField) => (field.kind === 'day' ? 92 : 64)

function shortWidth(field: FormField): number {
  const unit = field.kind === 'number' ? (field.unit ?? '') : ''
  return textWidth(field.label, 11) + lengthOf(field) + textWidth(unit, 10.5) + 14
}

function drawnRow(row: Row, density: Density): Drawn {
  const [only] = row
  if (row.length === 1 && only !== undefined) return drawnField(only, density)
  const shorts = row.every(isShort)
  const width = shorts ? density.width : (density.width - COLUMN_GAP * (row.length - 1)) / row.length
  const drawn = row.map(each => drawnField(each, { ...density, width }))
  return {
    content: {
      columns: row.map((each, at) => ({
        width: shorts ? shortWidth(each) : width,
        stack: [drawn[at]?.content ?? ''],
      })),
      columnGap: COLUMN_GAP,
      unbreakable: true,
    },
    lines: Math.max(...drawn.map(each => each.lines)),
  }
}

/** A field with its label and advice above it. */
function drawnField(field: FormField, density: Density): Drawn {
  const { width, line } = density
  if (isShort(field)) {
    const unit = field.kind === 'number' ? (field.unit ?? '') : ''
    const content = shortLine(fine(field.label), unit, lengthOf(field), line)
    return { content: field.help === undefined ? content : kept([content, help(field.help)]), lines: 1 }
  }
  if (field.kind === 'tick') {
    const ticked = tickBox(fine(field.label), 'field')
    return {
      content: field.help === undefined ? ticked : kept([ticked, { stack: [help(field.help)], marginLeft: 15 }]),
      lines: 0,
    }
  }
  const answer = drawnAnswer(field, density)
  const head: Content[] = [{ text: fine(field.label), style: 'field' }]
  const advice = [field.help ?? '', field.kind === 'choices' ? 'Flera kryss går bra.' : ''].filter(each => each !== '')
  if (advice.length > 0) head.push(help(advice.join(' ')))
  const contents: Content[] = [...head, { stack: [answer.content], marginTop: 3, marginRight: 0 }]
  const low = answer.lines * line <= MOST_KEPT || width < 300
  return { content: low ? kept(contents) : { stack: contents }, lines: answer.lines }
}

function help(text: string): Content {
  return { text: fine(text), style: 'help', marginTop: 1 }
}

type TallField = Exclude<FormField, ShortField | { kind: 'tick' }>

function drawnAnswer(field: TallField, density: Density): Drawn {
  const { width, line, share } = density
  switch (field.kind) {
    case 'text': {
      const rows = field.rows <= 2 ? field.rows : Math.max(2, Math.round(field.rows * (0.4 + 0.6 * share)))
      return { content: ruledLines(rows, width, line), lines: rows }
    }
    case 'list': {
      const rows = Math.max(field.atLeast, Math.ceil(field.atMost * share))
      const columns = share < 1 && rows > 3 ? 2 : 1
      return { content: numberedLines(rows, width, line, columns), lines: Math.ceil(rows / columns) }
    }
    case 'scale':
      return { content: numbersToCircle(field.min, field.max, field.low, field.high), lines: 0 }
    case 'choice':
    case 'choices':
      return {
        content: boxes(
          field.options.map(each => fine(each.label)),
          width,
        ),
        lines: 0,
      }
    case 'ratings':
      return drawnRatings(field, density)
    case 'table':
      return drawnTable(field, density)
  }
}
