import type { Column, Content } from 'pdfmake/interfaces.js'
import type { FormDefinition } from '../contract/form.ts'
import type { Chapter } from '../contract/manual.ts'
import { sectionsOf } from '../manual/manualFormat.ts'
import { CARD_ROOM, cardBelow } from './cardContent.ts'
import { fitBelow, fitForm, notes } from './fitForm.ts'
import type { FormPlace } from './formContent.ts'
import { markdownContent, typographic } from './markdownContent.ts'
import { type Block, type Bookmark, type Part, roomOf, SANS, set, titleSize } from './pageFrame.ts'
import { ruledLines } from './ruled.ts'
import type { Measure, Typesetter } from './typesetter.ts'

/** In points, the largest that fits: 14 is easy to read, and below 13.5 only a pack's own long text comes. */
const SIZES = [14, 13.5, 13, 12.5, 12] as const
const SLACK = 3

export type SheetForm = { readonly form: FormDefinition; readonly place: FormPlace }

/**
 * What the client takes home: one page, with the form below if there is room for it, otherwise lines to write on
 * and the form on the back.
 */
export async function sheetParts(
  chapter: Chapter,
  printed: SheetForm | undefined,
  typesetter: Typesetter,
  found?: Bookmark,
): Promise<Part[]> {
  const measure = typesetter.height
  const room = roomOf('handout')
  const size = await sizeThatFits(chapter, measure)
  const above = (title?: Bookmark): Content[] => sheetTop(chapter, size, title)
  const below = (): Content[] => sheetEnd(chapter, size)
  const heights = await Promise.all([measure(above(), room.width), measure(below(), room.width)])
  const rest = room.height - SLACK - heights[0] - heights[1]

  const form = printed && (await formBelow(printed, rest, measure))
  if (form !== undefined) return [{ frame: 'handout', content: [...above(found), ...below(), form] }]
  const front: Part = {
    frame: 'handout',
    content: [...above(found), ...notes('Det här vill jag skriva upp', rest, room.width, 12), ...below()],
  }
  return printed === undefined ? [front] : [front, await fitForm(printed.form, printed.place, typesetter, true)]
}

async function sizeThatFits(chapter: Chapter, measure: Measure): Promise<number> {
  const { width, height } = roomOf('handout')
  for (const size of SIZES) {
    const whole = [...sheetTop(chapter, size), ...sheetEnd(chapter, size)]
    if ((await measure(whole, width)) <= height - SLACK) return size
  }
  return SIZES[SIZES.length - 1] ?? 12
}

async function formBelow({ form }: SheetForm, rest: number, measure: Measure): Promise<Content | undefined> {
  if (form.paper === 'card') return rest >= CARD_ROOM ? cardBelow(form) : undefined
  const head: Content = {
    stack: [
      { text: typographic(form.title), style: 'formTitle', fontSize: 15 },
      { text: typographic(form.purpose), style: 'formPurpose', marginTop: 2 },
    ],
    marginTop: 16,
    marginBottom: 8,
  }
  return fitBelow(form, head, { width: roomOf('handout').width, height: rest }, measure)
}

function sheetTop(chapter: Chapter, size: number, found?: Bookmark): Content[] {
  const title: Content = {
    stack: [
      { text: `Klientblad · träff ${chapter.session}`, style: 'eyebrow' },
      {
        text: typographic(chapter.sheetTitle),
        style: 'title',
        fontSize: titleSize(chapter.sheetTitle, roomOf('handout').width),
        marginTop: 3,
        ...found,
      },
    ],
  }
  return [title, ...set(sections(chapter, size).slice(0, -1).flat())]
}

/** What comes next, and room for when. */
function sheetEnd(chapter: Chapter, size: number): Content[] {
  const { width } = roomOf('handout')
  const blanks = [
    { label: 'Nästa träff: dag', length: 92 },
    { label: 'klockan', length: 62 },
    { label: 'plats', length: width - 92 - 62 - 174 },
  ]
  const line: Content = {
    columns: blanks.flatMap(({ label, length }): Column[] => [
      { width: 'auto', text: label, font: SANS, fontSize: 12, lineHeight: 0.9 },
      { width: length, stack: [ruledLines(1, length, 13)] },
    ]),
    columnGap: 6,
    marginTop: 16,
  }
  return [...set(sections(chapter, size).at(-1) ?? []), line]
}

/** The four headings, each with its text; every section begins with its heading. */
function sections(chapter: Chapter, size: number): Block[][] {
  return sectionsOf(chapter.clientSheet, 1).map(({ title, text }) => [
    {
      content: { text: typographic(title), fontSize: size * 1.16, bold: true, lineHeight: 0.95 },
      gap: size * 1.05,
      heading: true,
    },
    ...markdownContent(text, { size, linked: false }).map((each, at) =>
      at === 0 ? { ...each, gap: size * 0.2 } : each,
    ),
  ])
}
