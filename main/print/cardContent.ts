import type { Column, Content, TableCell } from 'pdfmake/interfaces.js'
import type { FormDefinition, FormField } from '../contract/form.ts'
import { type FormPlace, formHead } from './formContent.ts'
import { typographic } from './markdownContent.ts'
import { MILLIMETRE, type Part, RULE, roomOf, SANS } from './pageFrame.ts'
import { ruledLines, textWidth } from './ruled.ts'

/** A card for the wallet, of the size that wallets are made for. */
const CARD_WIDTH = 85 * MILLIMETRE
const CARD_HEIGHT = 54 * MILLIMETRE
const PADDING = 9
const INNER_WIDTH = CARD_WIDTH - 2 * PADDING
/** The most room above a line, in points. */
const MOST_BETWEEN = 20

/** The card twice: one to carry and one to give away or to start over with. */
export function cardPage(form: FormDefinition, place: FormPlace): Part {
  const advice = form.fields.flatMap(each => (each.help === undefined ? [] : [{ label: each.label, help: each.help }]))
  return {
    frame: 'handout',
    content: [
      formHead(form, place),
      { text: CUT, style: 'meta', marginBottom: 10 },
      card(form),
      { stack: [card(form)], marginTop: 36 },
      {
        stack: [
          { text: 'Så fyller du i det', style: 'field', marginBottom: 3 },
          ...advice.map(
            ({ label, help }): Content => ({
              text: [{ text: `${typographic(label)}  `, bold: true }, typographic(help)],
              style: 'meta',
              marginTop: 4,
            }),
          ),
        ],
        marginTop: 36,
      },
    ],
  }
}

const CUT = 'Klipp längs den streckade linjen och vik på mitten. Då får kortet plats i plånboken.'

/** How high one card is with what is said above it, in points. */
export const CARD_ROOM = CARD_HEIGHT + 40

export function cardBelow(form: FormDefinition): Content {
  const above: Content = {
    text: [
      { text: `${typographic(form.title)}  `, style: 'field' },
      { text: CUT, style: 'help' },
    ],
    lineHeight: 0.9,
  }
  return { stack: [{ stack: [above], marginTop: 14, marginBottom: 8 }, card(form)] }
}

/** Both sides beside each other: the first half of the fields on the front, the rest on the back. */
function card(form: FormDefinition): Content {
  const half = Math.ceil(form.fields.length / 2)
  const sides = [form.fields.slice(0, half), form.fields.slice(half)]
  const height = CARD_HEIGHT - 2 * PADDING
  const indent = Math.max(0, (roomOf('handout').width - 2 * CARD_WIDTH) / 2)
  return {
    table: {
      widths: [INNER_WIDTH, INNER_WIDTH],
      heights: height,
      body: [sides.map((fields, at): TableCell => ({ stack: side(fields, at === 1 ? numbersOnCard(form) : []) }))],
    },
    layout: {
      hLineWidth: () => 0.7,
      vLineWidth: () => 0.7,
      hLineColor: () => RULE,
      vLineColor: () => RULE,
      hLineStyle: () => ({ dash: { length: 5, space: 4 } }),
      vLineStyle: at => ({ dash: at === 1 ? { length: 1, space: 4 } : { length: 5, space: 4 } }),
      paddingLeft: () => PADDING - 0.35,
      paddingRight: () => PADDING - 0.35,
      paddingTop: () => PADDING - 0.35,
      paddingBottom: () => PADDING - 0.35,
    },
    marginLeft: indent,
    unbreakable: true,
  }
}

const LABEL_HEIGHT = 10 * 1.424 * 0.85
const LABEL_GAP = 5

const NUMBER_SIZE = 7.5
const NUMBER_LINE = 9
/** The most lines of numbers that leave room to write. */
const MOST_NUMBER_LINES = 3

/** The numbers to ring that have room, each with what it is for: those of the whole country first. */
function numbersOnCard({ numbers = [] }: FormDefinition): string[] {
  const texts = numbers.map(each => `${each.number}\u00A0${typographic(each.words)}`)
  const room = MOST_NUMBER_LINES * INNER_WIDTH * 0.92 // lines are never quite filled
  return texts.filter((_, at) => textWidth(texts.slice(0, at + 1).join('  ·  '), NUMBER_SIZE) <= room)
}

/** The fields of one side, their lines as far apart as the card allows, and below them whom to ring. */
function side(fields: readonly FormField[], numbers: readonly string[]): Content[] {
  const lines = fields.reduce((sum, each) => sum + (each.kind === 'table' ? each.rows.length : 1), 0)
  const text = numbers.join('  ·  ')
  const numberLines = Math.ceil(textWidth(text, NUMBER_SIZE) / (INNER_WIDTH * 0.92))
  const below = numberLines === 0 ? 0 : numberLines * NUMBER_LINE + LABEL_GAP
  const words = fields.length * (LABEL_HEIGHT + LABEL_GAP) + below
  const line = Math.min(MOST_BETWEEN, (CARD_HEIGHT - 2 * PADDING - words) / Math.max(1, lines))
  const ring: Content = { text, font: SANS, fontSize: NUMBER_SIZE, lineHeight: 0.85, marginTop: LABEL_GAP }
  const drawn = fields.flatMap((each, at): Content[] => [
    { stack: [labelOnCard(each)], marginTop: at === 0 ? 0 : LABEL_GAP },
    ...(each.kind === 'table'
      ? each.rows.map(row => cardRow(row.label, each, line))
      : [ruledLines(1, INNER_WIDTH, line)]),
  ])
  return numberLines === 0 ? drawn : [...drawn, ring]
}

type TableField = Extract<FormField, { kind: 'table' }>

const MARK = 22
const GAP = 8

/** A label; the columns of a table are named on the same line. */
function labelOnCard(field: FormField): Content {
  const label: Content = { text: typographic(field.label), font: SANS, fontSize: 10, bold: true, lineHeight: 0.85 }
  if (field.kind !== 'table') return label
  const heads = field.columns.map(
    (each): Column => ({
      width: '*',
      text: each.label,
      font: SANS,
      fontSize: 8,
      lineHeight: 0.85,
      marginTop: 2,
    }),
  )
  return { columns: [{ width: MARK, stack: [label] }, ...heads], columnGap: GAP }
}

function cardRow(mark: string, { columns }: TableField, line: number): Content {
  const width = (INNER_WIDTH - MARK - GAP * columns.length) / columns.length
  return {
    columns: [
      { width: MARK, text: mark, font: SANS, fontSize: 11, bold: true, lineHeight: 0.8, marginTop: line - 12 },
      ...columns.map((): Column => ({ width, stack: [ruledLines(1, width, line)] })),
    ],
    columnGap: GAP,
  }
}
