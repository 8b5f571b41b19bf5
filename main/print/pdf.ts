import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js'
import type { Printed } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { documentOf, type Imprint, type Part, SANS, SERIF, typography } from './pageFrame.ts'
import { planOf } from './printPlan.ts'
import type { Typesetter } from './typesetter.ts'
import { plainFont } from './woff.ts'

/** A part of the manual as a PDF. The same manual, part and instant give the same bytes. */
export async function printManual(
  manual: Manual,
  what: Printed,
  madeAt: string,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { fileName, title, parts } = await planOf(manual, what, typesetter())
  const foot = `${manual.version.title} · version ${manual.version.version}`
  return { fileName, bytes: await laidOut(documentOf(parts, { title, foot, madeAt })).getBuffer() }
}

/** Pages of something else than the manual. */
export async function printParts(parts: readonly Part[], imprint: Imprint): Promise<Uint8Array> {
  return laidOut(documentOf(parts, imprint)).getBuffer()
}

const TALL = 200_000

/** Measures whatever is asked for at the same time in one go: starting anew costs more than the setting. */
function typesetter(): Typesetter {
  const heights = together(heightsOf)
  const ends = together(endsOf)
  return { height: (content, width) => heights({ content, width }), end: ends }
}

/** Gathers what is asked until everyone has asked, and answers all at once. */
function together<Question, Answer>(answerAll: (questions: readonly Question[]) => Promise<Answer[]>) {
  let waiting: Question[] = []
  let answers: Promise<Answer[]> | undefined
  return async (question: Question): Promise<Answer> => {
    answers ??= new Promise(go => setImmediate(go)).then(() => {
      const questions = waiting
      waiting = []
      answers = undefined
      return answerAll(questions)
    })
    const place = waiting.push(question) - 1
    const answer = (await answers)[place]
    if (answer === undefined) throw new Error('a question was not answered')
    return answer
  }
}

/** Sets each content on an endless page, between two marks, and sees how far apart the marks came. */
async function heightsOf(asked: readonly { content: Content; width: number }[]): Promise<number[]> {
  const marked = asked.map(({ content, width }) => ({ from: mark(), to: mark(), content, width }))
  const widest = Math.max(...asked.map(each => each.width))
  await laidOut({
    content: marked.map(({ from, to, content, width }) => ({
      stack: [from, { stack: [content] }, to],
      marginRight: widest - width,
    })),
    pageSize: { width: widest, height: TALL },
    pageMargins: 0,
    compress: false,
    ...typography,
  }).getStream()
  return marked.map(({ from, to }) => topOf(to) - topOf(from))
}

/** Sets each part on its own kind of pages, between two marks. */
async function endsOf(parts: readonly Part[]): Promise<{ pages: number; filled: number }[]> {
  const marked = parts.map(part => ({ from: mark(), to: mark(), part }))
  const between = marked.map(({ from, to, part }): Part => ({ ...part, content: [from, part.content, to] }))
  const document = documentOf(between, { title: '', foot: '', madeAt: new Date(0).toISOString() })
  await laidOut({ ...document, compress: false }).getStream()
  return marked.map(({ from, to }) => {
    const last = positionOf(to)
    return { pages: last.pageNumber - positionOf(from).pageNumber + 1, filled: last.verticalRatio }
  })
}

const mark = () => ({ canvas: [{ type: 'line' as const, x1: 0, y1: 0, x2: 1, y2: 0, lineWidth: 0 }] })

/** Where the typesetter put a node: it writes that on the node itself, which its types do not say. */
function positionOf(node: object): { top: number; pageNumber: number; verticalRatio: number } {
  const { positions } = node as { positions?: readonly ReturnType<typeof positionOf>[] }
  const [position] = positions ?? []
  if (position === undefined) throw new Error('a mark was not laid out')
  return position
}

function topOf(node: object): number {
  const { top, pageNumber } = positionOf(node)
  return top + (pageNumber - 1) * TALL
}

function laidOut(document: TDocumentDefinitions) {
  fonts ??= loadedFonts()
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false) // the fonts are in its memory; nothing else is needed
  return pdfmake.createPdf(document)
}

let fonts: TFontDictionary | undefined

function loadedFonts(): TFontDictionary {
  return {
    [SERIF]: {
      normal: loaded('source-serif-4', 400, 'normal'),
      bold: loaded('source-serif-4', 600, 'normal'),
      italics: loaded('source-serif-4', 400, 'italic'),
      bolditalics: loaded('source-serif-4', 600, 'italic'),
    },
    [SANS]: {
      normal: loaded('source-sans-3', 400, 'normal'),
      bold: loaded('source-sans-3', 600, 'normal'),
      italics: loaded('source-sans-3', 400, 'italic'),
      bolditalics: loaded('source-sans-3', 600, 'italic'),
    },
  }
}

const resolve = createRequire(import.meta.url).resolve

/** Its files in memory, which the package's types leave out. */
type WithFiles = { readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void } }

/** Reads a font where npm put it – the same from the source, from out/main and within the package – and says its name. */
function loaded(family: string, weight: 400 | 600, style: 'normal' | 'italic'): string {
  const name = `${family}-latin-${weight}-${style}.woff`
  const { virtualfs } = pdfmake as unknown as WithFiles
  virtualfs.writeFileSync(name, plainFont(readFileSync(resolve(`@fontsource/${family}/files/${name}`)), inflateSync))
  return name
}
