import type { Content } from 'pdfmake/interfaces.js'
import type { FormDefinition } from '../contract/form.ts'
import { cardPage } from './cardContent.ts'
import { type Drawn, formFields, formHead } from './formContent.ts'
import { isWide } from './formTable.ts'
import { type FrameName, kept, type Part, roomOf } from './pageFrame.ts'
import { ruledLines } from './ruled.ts'

/** How high a content is when it is set so wide, in points. Asked from outside: it takes fonts to know. */
export type Measure = (content: Content, width: number) => Promise<number>

/** From roomy to close: how much is drawn, and the room above each line, in points. */
export const LEVELS = [
  { share: 1, least: 20.5, most: 28 },
  { share: 0.8, least: 18.5, most: 26 },
  { share: 0.55, least: 17, most: 23 },
] as const

type Level = (typeof LEVELS)[number]

/** Measuring and setting may differ by less than this. */
const SLACK = 3

/**
 * The form on a page of its own, as roomy as it can be; what is left of the page gets lines for notes.
 *
 * A form that would be cramped takes more pages, unless it `mustBeOnePage`: then it is drawn with fewer free rows.
 */
export async function fitForm(
  form: FormDefinition,
  eyebrow: string,
  measure: Measure,
  mustBeOnePage: boolean,
): Promise<Part> {
  if (form.paper === 'card') return cardPage(form, eyebrow)
  const frames: readonly FrameName[] = isWide(form, roomOf('form').width) ? ['wideForm', 'form'] : ['form']
  const levels = mustBeOnePage ? LEVELS : LEVELS.slice(0, 2)
  for (const frame of frames) {
    for (const level of levels) {
      const fields = await grownTo(roomOf(frame), form, formHead(form, eyebrow), level, measure)
      if (fields !== undefined) return { frame, content: [formHead(form, eyebrow), fields] }
    }
  }
  const frame = frames[0] ?? 'form'
  const { content } = formFields(form, { width: roomOf(frame).width, line: 21, share: 1 })
  return { frame, content: [formHead(form, eyebrow), content] }
}

/** The form below something else, if there is room for all of it there. */
export async function fitBelow(
  form: FormDefinition,
  head: Content,
  room: { width: number; height: number },
  measure: Measure,
): Promise<Content | undefined> {
  for (const level of LEVELS.slice(0, 2)) {
    const fields = await grownTo(room, form, head, level, measure)
    if (fields !== undefined) return [head, fields]
  }
  return undefined
}

/** The fields with lines so far apart that they fill the room; undefined when they do not fit at the level's closest. */
async function grownTo(
  room: { width: number; height: number },
  form: FormDefinition,
  head: Content,
  { share, least, most }: Level,
  measure: Measure,
): Promise<Content | undefined> {
  const draw = (line: number): Drawn => formFields(form, { width: room.width, line, share })
  const { content, lines } = draw(least)
  const left = room.height - SLACK - (await measure([head, content], room.width))
  if (left < 0) return undefined
  const line = lines === 0 ? least : Math.min(most, least + left / lines)
  const rest = left - (line - least) * lines
  return { stack: [draw(line).content, ...notes('Egna anteckningar', rest, room.width)] }
}

/** The least room that is worth lines of its own, and how far apart they stand. */
const LEAST_FOR_NOTES = 84
const NOTE_LINE = 26
const NOTE_HEAD = 30

/** Lines to write on that fill the rest of a page, under their heading; nothing where the rest is small. */
export function notes(heading: string, height: number, width: number): Content[] {
  if (height < LEAST_FOR_NOTES) return []
  const count = Math.floor((height - NOTE_HEAD) / NOTE_LINE)
  const line = (height - NOTE_HEAD) / count
  return [kept([{ text: heading, style: 'field', marginTop: 14 }, ruledLines(count, width, line)])]
}
