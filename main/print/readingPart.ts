import type { Content } from 'pdfmake/interfaces.js'
import type { Part } from './pageFrame.ts'
import type { Typesetter } from './typesetter.ts'

/** In points, in the order they are tried: all but the first are for a text that would leave its last lines alone. */
const SIZES = [11, 10.8, 11.2, 10.6] as const
const LEAST_ON_LAST_PAGE = 0.2

/** A text for the therapist, set so that it does not end with a few lines on a page of their own. */
export async function readingPart(make: (size: number) => Content[], { end }: Typesetter): Promise<Part> {
  const part = (size: number): Part => ({ frame: 'reading', content: make(size) })
  for (const size of SIZES) {
    const { pages, filled } = await end(part(size))
    if (pages === 1 || filled >= LEAST_ON_LAST_PAGE) return part(size)
  }
  return part(SIZES[0])
}
