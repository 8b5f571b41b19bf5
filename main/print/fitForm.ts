import type { Content } from 'pdfmake/interfaces.js'
import type { FormDefinition } from '../contract/form.ts'
import { cardPage } from './cardContent.ts'
import type { MeasuredBlock } from './density.ts'
import { type FormPlace, formFields, formHead } from './formContent.ts'
import { isWide } from './formTable.ts'
import { type FrameName, keepTogether, type Part, roomOf } from './pageFrame.ts'
import { ruledLines } from './ruled.ts'
import type { Measure, Typesetter } from './typesetter.ts'

/** From roomy to close: how much is drawn, and the room above each line, in points. */
const LEVELS = [
  { share: 1, least: 20.5, most: 28 },
  { share: 0.8, least: 18.5, most: 26 },
  { share: 0.45, least: 16.4, most: 24 },
] as const

/** The room above a line that most hands need. */
const COMFORTABLE = 18.5
/** A form of tables alone may have rows this high. */
const MOST_IN_TABLES = 46

type Level = { readonly share: number; readonly least: number; readonly most: number }

/** Measuring and setting may differ by less than this. */
const SLACK = 3

/**
 * The form on a page of its own, as roomy as it can be; what is left of the page gets lines for notes.
 *
 * A form that would be cramped takes more pages, unless it `mustBeOnePage`: then it is drawn with fewer free rows.
 */
export async function fitForm(
  form: FormDefinition,
  place: FormPlace,
  typesetter: Typesetter,
  mustBeOnePage: boolean,
): Promise<Part> {
  if (form.paper === 'card') return cardPage(form, place)
  const frames: readonly FrameName[] = isWide(form, roomOf('form').width) ? ['wideForm', 'form'] : ['form']
  for (const frame of frames) {
    for (const level of LEVELS) {
      const closest = mustBeOnePage ? level.least : Math.max(level.least, COMFORTABLE)
      const fields = await fieldsFilling(
        roomOf(frame),
        form,
        headWithoutBookmark(form, place),
        { ...level, least: closest },
        typesetter.height,
      )
      if (fields !== undefined) return { frame, content: [formHead(form, place), fields] }
    }
  }
  return overPages(form, place, frames[0] ?? 'form', typesetter)
}

/** The head as it is measured: what leads to it may stand only once in a document. */
function headWithoutBookmark(form: FormDefinition, { eyebrow }: FormPlace): Content {
  return formHead(form, { eyebrow })
}

/** The room above each line that is tried on several pages, roomiest first, in points. */
const OVER_PAGES = [27, 25.5, 24, 22.5] as const

/** The form on as few pages as it takes, its lines as far apart as those pages allow. */
async function overPages(form: FormDefinition, place: FormPlace, frame: FrameName, { end }: Typesetter): Promise<Part> {
  const { width } = roomOf(frame)
  const part = (head: Content, share: number, line: number): Part => ({
    frame,
    content: [head, formFields(form, { width, line, share }).content],
  })
  const pagesAt = async (share: number, line: number) =>
    (await end(part(headWithoutBookmark(form, place), share, line))).pages
  const [full, close] = LEVELS
  const [pages, fewer] = await Promise.all([pagesAt(full.share, full.least), pagesAt(close.share, close.least)])
  const { share, least } = fewer < pages ? close : full
  const grown = await Promise.all(OVER_PAGES.map(line => pagesAt(share, line)))
  const line = OVER_PAGES.find((_, at) => grown[at] === Math.min(pages, fewer)) ?? least
  return part(formHead(form, place), share, line)
}

/** The form below something else, if there is room for all of it there. */
export async function fitBelow(
  form: FormDefinition,
  head: Content,
  room: { width: number; height: number },
  measure: Measure,
): Promise<Content | undefined> {
  for (const level of LEVELS.slice(0, 2)) {
    const fields = await fieldsFilling(room, form, head, level, measure)
    if (fields !== undefined) return [head, fields]
  }
  return undefined
}

/** The fields with lines so far apart that they fill the room; undefined when they do not fit at the level's closest. */
async function fieldsFilling(
  room: { width: number; height: number },
  form: FormDefinition,
  head: Content,
  { share, least, most }: Level,
  measure: Measure,
): Promise<Content | undefined> {
  const draw = (line: number): MeasuredBlock => formFields(form, { width: room.width, line, share })
  const { content, lines } = draw(least)
  const left = room.height - SLACK - (await measure([head, content], room.width))
  if (left < 0) return undefined
  const furthest = form.fields.every(each => each.kind === 'table' || each.kind === 'scale') ? MOST_IN_TABLES : most
  const line = lines === 0 ? least : Math.min(furthest, least + left / lines)
  const rest = left - (line - least) * lines
  return { stack: [draw(line).content, ...notes('Egna anteckningar', rest, room.width)] }
}

/** The least room that is worth lines of its own, and how far apart they stand. */
const LEAST_FOR_NOTES = 84
const NOTE_LINE = 26
const NOTE_HEAD = 30

/** Lines to write on that fill the rest of a page, under their heading; nothing where the rest is small. */
export function notes(heading: string, height: number, width: number, size = 10.5): Content[] {
  if (height < LEAST_FOR_NOTES) return []
  const count = Math.floor((height - NOTE_HEAD) / NOTE_LINE)
  const line = (height - NOTE_HEAD) / count
  return [
    keepTogether([{ text: heading, style: 'field', fontSize: size, marginTop: 13 }, ruledLines(count, width, line)]),
  ]
}
