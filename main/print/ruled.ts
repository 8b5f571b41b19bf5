import type { CanvasElement, Column, Content } from 'pdfmake/interfaces.js'
import { RULE, SANS } from './pageFrame.ts'

/** What a pen needs: lines, boxes, numbers to circle. Lengths in points. */

const LINE = { lineWidth: 0.6, lineColor: RULE } as const

/** Lines to write on, each with `line` points of room above it. */
export function ruledLines(count: number, width: number, line: number): Content {
  const canvas = Array.from({ length: count }, (_, index): CanvasElement => {
    const y = line * (index + 1)
    return { type: 'line', x1: 0, y1: y, x2: width, y2: y, ...LINE }
  })
  return { canvas }
}

/** Lines with a number before each, in one column or in two. */
export function numberedLines(count: number, width: number, line: number, columns: 1 | 2): Content {
  const inFirst = Math.ceil(count / columns)
  const gap = 18
  const each = (width - gap * (columns - 1)) / columns
  const column = (from: number, to: number): Column => ({
    width: each,
    stack: Array.from({ length: to - from }, (_, index) => numberedLine(from + index + 1, each, line)),
  })
  return {
    columns: columns === 1 ? [column(0, count)] : [column(0, inFirst), column(inFirst, count)],
    columnGap: gap,
  }
}

function numberedLine(number: number, width: number, line: number): Content {
  const indent = 18
  return {
    stack: [
      { canvas: [{ type: 'line', x1: indent, y1: line, x2: width, y2: line, ...LINE }] },
      { text: `${number}.`, font: SANS, fontSize: 10, lineHeight: 1, relativePosition: { x: 0, y: -12 } },
    ],
  }
}

/** A label and a short line after it, for a day, a time or a number. */
export function shortLine(label: string, after: string, length: number, line: number): Content {
  return {
    columns: [
      { width: 'auto', text: label, style: 'field' },
      { width: length, canvas: [{ type: 'line', x1: 0, y1: 11, x2: length, y2: 11, ...LINE }] },
      ...(after === '' ? [] : [{ width: 'auto', text: after, style: 'choice' }]),
    ],
    columnGap: 5,
    marginTop: Math.max(0, line - 13),
  }
}

/** A box to tick and what it stands for. */
export function tickBox(label: string, style: string): Content {
  return {
    columns: [
      { width: 10, canvas: [box(1.2)] },
      { width: '*', text: label, style },
    ],
    columnGap: 5,
  }
}

export function box(y: number, size = 9): CanvasElement {
  return { type: 'rect', x: 0, y, w: size, h: size, lineWidth: 0.8, lineColor: 'black' }
}

/** Boxes side by side, in as many columns as their words leave room for. */
export function boxes(labels: readonly string[], width: number): Content {
  const widest = Math.max(...labels.map(each => textWidth(each, 10.5))) + 24
  const across = Math.max(1, Math.min(4, labels.length, Math.floor(width / widest)))
  const rows: Content[] = []
  for (let from = 0; from < labels.length; from += across) {
    const row = labels.slice(from, from + across).map(each => tickBox(each, 'choice'))
    while (row.length < across) row.push('')
    rows.push({
      columns: row.map(each => ({ width: '*', stack: [each] })),
      columnGap: 8,
      marginTop: from === 0 ? 0 : 3,
    })
  }
  return { stack: rows }
}

/** A row of whole numbers to put a ring around, with what its ends mean. */
export function numbersToCircle(min: number, max: number, low: string, high: string): Content {
  const ends = Math.min(110, Math.max(textWidth(low, 9.5), textWidth(high, 9.5)) + 6)
  return {
    columns: [
      { width: ends, text: low, style: 'cell', marginTop: 2 },
      ...wholeNumbers(min, max).map(each => ({
        width: '*',
        text: String(each),
        style: 'choice',
        alignment: 'center' as const,
      })),
      { width: ends, text: high, style: 'cell', alignment: 'right', marginTop: 2 },
    ],
    columnGap: 2,
  }
}

export function wholeNumbers(min: number, max: number): number[] {
  return Array.from({ length: max - min + 1 }, (_, index) => min + index)
}

/** About how wide a text is in the sans, in points: enough to choose a layout by, not to set type. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.44
}
