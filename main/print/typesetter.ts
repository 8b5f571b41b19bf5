import type { Content } from 'pdfmake/interfaces.js'
import type { Part } from './pageFrame.ts'

/** How high a content is when it is set so wide, in points. */
export type Measure = (content: Content, width: number) => Promise<number>

/** What only one who has the fonts can tell; asked from outside, so that all layout is decided by pure functions. */
export type Typesetter = {
  readonly height: Measure
  /** How many pages a part takes, and how much of the last one is filled: a share between 0 and 1. */
  end(part: Part): Promise<{ pages: number; filled: number }>
}
