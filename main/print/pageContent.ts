import type { Content } from 'pdfmake/interfaces.js'
import type { ManualPage } from '../manual/manualFormat.ts'
import type { Measure } from './fitForm.ts'
import { fine, markdownContent } from './markdownContent.ts'
import { type Block, beside, type Found, type Part, roomOf, set } from './pageFrame.ts'

/** In points. A page short enough for one of these is for a client too, and is set large on one A4. */
const LARGE = [14, 13.5, 13] as const
const READING = 11
const SLACK = 3

/** A page of the manual: one A4 in large type if it fits, otherwise set as the chapters are. */
export async function pagePart(page: ManualPage, linked: boolean, measure: Measure, found?: Found): Promise<Part> {
  const { width, height } = roomOf('handout')
  for (const size of LARGE) {
    const content = (): Content[] =>
      set([title(page, found), ...markdownContent(page.text, { size, linked }).map(first(9))])
    if ((await measure(content(), width)) <= height - SLACK) return { frame: 'handout', content: content() }
  }
  const text = beside('', markdownContent(page.text, { size: READING, linked }), 14)
  return { frame: 'reading', content: set([title(page, found), ...text]) }
}

function title({ title: text }: ManualPage, found: Found | undefined): Block {
  return {
    content: { text: fine(text), style: 'title', ...found },
    gap: 0,
  }
}

const first = (gap: number) => (block: Block, index: number) => (index === 0 ? { ...block, gap } : block)
