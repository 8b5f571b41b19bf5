import type { Content } from 'pdfmake/interfaces.js'
import type { FormDefinition, FormField } from '../contract/form.ts'
import type { Density, MeasuredBlock } from './density.ts'
import { drawnRatings, drawnTable } from './formTable.ts'
import { typographic } from './markdownContent.ts'
import { type Bookmark, keepTogether } from './pageFrame.ts'
import { boxes, numberedLines, numbersToCircle, ruledLines, shortLine, textWidth, tickBox } from './ruled.ts'

const BETWEEN_FIELDS = 11
const COLUMN_GAP = 18
/** What is drawn this high or lower is never divided between two pages. */
const MOST_KEPT = 420

/** The fields of a form as a paper to fill in by hand. */
export function formFields(form: FormDefinition, density: Density): MeasuredBlock {
  const between = BETWEEN_FIELDS * (0.25 + 0.75 * density.share)
  const { numbers = [] } = form
  const rows = rowsOf(form.fields, density).map(row => drawnRow(row, density))
  if (numbers.length > 0) rows.push({ content: numbersToRing(numbers), lines: 0 })
  return {
    content: { stack: rows.map((row, at): Content => ({ stack: [row.content], marginTop: at === 0 ? 0 : between })) },
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
  }
}

/** The numbers to ring, in one paragraph of small type. */
function numbersToRing(numbers: NonNullable<FormDefinition['numbers']>): Content {
  return {
    text: [
      { text: 'Nummer  ', style: 'field' },
      ...numbers.map(
        ({ words, number }, at): Content => ({
          text: [{ text: number, bold: true }, ` ${typographic(words)}${at < numbers.length - 1 ? '  ·  ' : ''}`],
          style: 'meta',
        }),
      ),
    ],
  }
}

/** Where a form belongs, in the words above its title. */
export type FormPlace = { readonly eyebrow: string; readonly bookmark?: Bookmark }

/** What stands above the fields. A form that does not ask for the day gets a line for it. */
export function formHead(form: FormDefinition, { eyebrow, bookmark }: FormPlace): Content {
  const asksForDay = form.fields.some(each => each.kind === 'day')
  return {
    stack: [
      {
        columns: [
          { width: '*', text: eyebrow, style: 'eyebrow' },
          { width: 'auto', stack: asksForDay ? [] : [shortLine('Dag', '', 90, 13)] },
        ],
      },
      { text: typographic(form.title), style: 'formTitle', marginTop: 2, ...bookmark },
      { text: typographic(form.purpose), style: 'formPurpose', marginTop: 3 },
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
    each =>
      each.kind === 'text' &&
      each.rows === first.rows &&
      each.rows <= (share < 0.7 ? 3 : 2) &&
      textWidth(each.label, 10.5) <= half,
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

function drawnRow(row: Row, density: Density): MeasuredBlock {
  const [only] = row
  if (row.length === 1 && only !== undefined) return drawnField(only, density)
  if (row.every(isShort)) return shortFields(row, density)
  const width = (density.width - COLUMN_GAP * (row.length - 1)) / row.length
  const answers = row.filter(isTall).map(each => drawnAnswer(each, { ...density, width }))
  const heads = row.map(each => fieldHead(each, true))
  return {
    content: keepTogether([
      abreast(heads, width),
      {
        stack: [
          abreast(
            answers.map(each => each.content),
            width,
          ),
        ],
        marginTop: 3,
      },
    ]),
    lines: Math.max(...answers.map(each => each.lines)),
  }
}

/** Side by side, so that lines to write on stand level although one has more words above it. */
function abreast(contents: readonly Content[], width: number): Content {
  return { columns: contents.map(each => ({ width, stack: [each] })), columnGap: COLUMN_GAP }
}

function shortFields(fields: readonly ShortField[], density: Density): MeasuredBlock {
  return {
    content: {
      columns: fields.map(each => ({ width: shortWidth(each), stack: [drawnField(each, density).content] })),
      columnGap: COLUMN_GAP,
      unbreakable: true,
    },
    lines: 1,
  }
}

/** A field with its label and advice above it. */
function drawnField(field: FormField, density: Density): MeasuredBlock {
  const { width, line } = density
  if (isShort(field)) {
    const unit = field.kind === 'number' ? (field.unit ?? '') : ''
    const content = shortLine(typographic(field.label), unit, lengthOf(field), line)
    return { content: field.help === undefined ? content : keepTogether([content, help(field.help)]), lines: 1 }
  }
  if (field.kind === 'tick') {
    const ticked = tickBox(typographic(field.label), 'field')
    return {
      content:
        field.help === undefined ? ticked : keepTogether([ticked, { stack: [help(field.help)], marginLeft: 15 }]),
      lines: 0,
    }
  }
  const answer = drawnAnswer(field, density)
  const contents: Content[] = [fieldHead(field, density.share < 1), { stack: [answer.content], marginTop: 3 }]
  const low = answer.lines * line <= MOST_KEPT || width < 300
  return { content: low ? keepTogether(contents) : { stack: contents }, lines: answer.lines }
}

/** A label and the advice about it: under it, or after it where room is scarce. */
function fieldHead(field: FormField, runIn: boolean): Content {
  const { label, help: given = '' } = field
  const advice = field.kind === 'choices' ? `${given} Flera kryss går bra.`.trim() : given
  if (advice === '') return { text: typographic(label), style: 'field' }
  if (!runIn) return { stack: [{ text: typographic(label), style: 'field' }, help(advice)] }
  return {
    text: [
      { text: `${typographic(label)}  `, style: 'field' },
      { text: typographic(advice), style: 'help' },
    ],
    lineHeight: 0.9,
  }
}

function help(text: string): Content {
  return { text: typographic(text), style: 'help', marginTop: 1 }
}

type TallField = Exclude<FormField, ShortField | { kind: 'tick' }>

function isTall(field: FormField): field is TallField {
  return !isShort(field) && field.kind !== 'tick'
}

function drawnAnswer(field: TallField, density: Density): MeasuredBlock {
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
          field.options.map(each => typographic(each.label)),
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
