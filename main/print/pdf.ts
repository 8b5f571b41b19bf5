import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js'
import type { Printed } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
import type { Measure } from './fitForm.ts'
import { documentOf, SANS, SERIF, typography } from './pageFrame.ts'
import { planOf } from './printPlan.ts'

/** A part of the manual as a PDF. The same manual, part and instant give the same bytes. */
export async function printManual(
  manual: Manual,
  what: Printed,
  madeAt: string,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { fileName, title, parts } = await planOf(manual, what, measurer())
  const foot = `${manual.version.title} · version ${manual.version.version}`
  return { fileName, bytes: await laidOut(documentOf(parts, { title, foot, madeAt })).getBuffer() }
}

const TALL = 200_000

/** Measures whatever is asked for at the same time in one go: starting the typesetter costs more than the setting. */
export function measurer(): Measure {
  type Asked = { content: Content; width: number; answer(height: number): void; fail(error: unknown): void }
  let waiting: Asked[] = []
  async function measureAll(): Promise<void> {
    const asked = waiting
    waiting = []
    try {
      const heights = await heightsOf(asked)
      for (const [index, each] of asked.entries()) each.answer(heights[index] ?? 0)
    } catch (error) {
      for (const each of asked) each.fail(error)
    }
  }
  return (content, width) =>
    new Promise((answer, fail) => {
      if (waiting.push({ content, width, answer, fail }) === 1) setImmediate(() => void measureAll())
    })
}

/** Sets each content on an endless page, between two marks, and sees how far apart the marks came. */
async function heightsOf(asked: readonly { content: Content; width: number }[]): Promise<number[]> {
  const mark = () => ({ canvas: [{ type: 'line' as const, x1: 0, y1: 0, x2: 1, y2: 0 }] })
  const marked = asked.map(({ content, width }) => ({ from: mark(), to: mark(), content, width }))
  const widest = Math.max(...asked.map(each => each.width))
  await laidOut({
    content: marked.map(({ from, to, content, width }) => ({
      stack: [from, { stack: [content] }, to],
      marginRight: widest - width,
    })),
    pageSize: { width: widest, height: TALL },
    pageMargins: 0,
    ...typography,
  }).getStream()
  return marked.map(({ from, to }) => topOf(to) - topOf(from))
}

/** Where the typesetter put a node: it writes that on the node itself, which its types do not say. */
function topOf(node: object): number {
  const { positions } = node as { positions?: readonly { top: number; pageNumber: number }[] }
  const [position] = positions ?? []
  if (position === undefined) throw new Error('a mark was not laid out')
  return position.top + (position.pageNumber - 1) * TALL
}

export function laidOut(document: TDocumentDefinitions) {
  pdfmake.setFonts(FONTS)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(path => FONT_FILES.includes(path))
  return pdfmake.createPdf(document)
}

const resolve = createRequire(import.meta.url).resolve

/** A font file where npm put it: the same from the source, from out/main and within the package. */
function fontFile(family: string, weight: 400 | 600 | 700, style: 'normal' | 'italic'): string {
  return resolve(`@fontsource/${family}/files/${family}-latin-${weight}-${style}.woff`)
}

const FONTS: TFontDictionary = {
  [SERIF]: {
    normal: fontFile('source-serif-4', 400, 'normal'),
    bold: fontFile('source-serif-4', 600, 'normal'),
    italics: fontFile('source-serif-4', 400, 'italic'),
    bolditalics: fontFile('source-serif-4', 600, 'italic'),
  },
  [SANS]: {
    normal: fontFile('source-sans-3', 400, 'normal'),
    bold: fontFile('source-sans-3', 600, 'normal'),
    italics: fontFile('source-sans-3', 400, 'italic'),
    bolditalics: fontFile('source-sans-3', 600, 'italic'),
  },
}
const FONT_FILES = Object.values(FONTS).flatMap(family => Object.values(family))
