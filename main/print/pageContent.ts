import type { Content } from 'pdfmake/interfaces.js'
import type { ManualPage } from '../manual/manualFormat.ts'
import { markdownContent, typographic } from './markdownContent.ts'
import { type Block, type Bookmark, beside, type Part, roomOf, set } from './pageFrame.ts'
import { readingPart } from './readingPart.ts'
import type { Typesetter } from './typesetter.ts'

/** In points. A page short enough for one of these is for a client too, and is set large on one A4. */
const LARGE = [14, 13.5, 13] as const
const SLACK = 3

/** A page of the manual: one A4 in large type if it fits, otherwise set as the chapters are. */
export async function pagePart(
  page: ManualPage,
  linked: boolean,
  typesetter: Typesetter,
  found?: Bookmark,
): Promise<Part> {
  const { width, height } = roomOf('handout')
  for (const size of LARGE) {
    const content = (): Content[] =>
      set([title(page, found), ...markdownContent(page.text, { size, linked }).map(first(9))])
    if ((await typesetter.height(content(), width)) <= height - SLACK) return { frame: 'handout', content: content() }
  }
  const text = (size: number) => beside('', markdownContent(page.text, { size, linked }), 14)
  return readingPart(size => set([title(page, found), ...text(size)]), typesetter)
}

function title({ title: text }: ManualPage, found: Bookmark | undefined): Block {
  return {
    content: { text: typographic(text), style: 'title', ...found },
    gap: 0,
  }
}

const first = (gap: number) => (block: Block, index: number) => (index === 0 ? { ...block, gap } : block)
