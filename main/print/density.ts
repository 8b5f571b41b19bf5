import type { Content } from 'pdfmake/interfaces.js'

/** How closely a form is drawn. Lengths in points. */
export type Density = {
  readonly width: number
  /** The room above each line to write on. */
  readonly line: number
  /** The share of the free rows and lines that is drawn, above 0 and at most 1. Below 1 short fields share a row too. */
  readonly share: number
}

/** Something drawn, and how many lines to write on it is high: it grows by that when `line` does. */
export type MeasuredBlock = { readonly content: Content; readonly lines: number }
