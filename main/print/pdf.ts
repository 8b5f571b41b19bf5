import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js'
import type { Printed } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { lettersOfFont } from './fontLetters.ts'
import { documentOf, type Imprint, type Part, SANS, SERIF, typography } from './pageFrame.ts'
import { planOf } from './printPlan.ts'
import { type FaceOf, setTypefaces } from './typefaces.ts'
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
  setTypefaces(document.content, faceOf)
  return pdfmake.createPdf(document)
}

/** The other alphabets that our typeface is drawn in, each a font of its own. */
const ALPHABETS = ['latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'] as const

let letters: { own: ReadonlySet<number>; others: { font: string; has: ReadonlySet<number> }[] } | undefined

/** The typeface that has a letter; what is seldom needed is read when it first is. */
function faceOf(letter: number): ReturnType<FaceOf> {
  letters ??= {
    own: lettersOfFont(fontFile('source-serif-4', 'latin', 400, 'normal')),
    others: [],
  }
  if (letters.own.has(letter)) return 'own'
  if (letters.others.length === 0)
    letters.others = ALPHABETS.map(each => ({
      font: each,
      has: lettersOfFont(fontFile('source-serif-4', each, 400, 'normal')),
    }))
  const found = letters.others.find(each => each.has.has(letter))
  return found === undefined ? 'none' : { font: found.font }
}

let fonts: TFontDictionary | undefined

function loadedFonts(): TFontDictionary {
  const faces = (family: string, alphabet: string) => ({
    normal: loaded(family, alphabet, 400, 'normal'),
    bold: loaded(family, alphabet, 600, 'normal'),
    italics: loaded(family, alphabet, 400, 'italic'),
    bolditalics: loaded(family, alphabet, 600, 'italic'),
  })
  const others = ALPHABETS.map(each => [each, faces('source-serif-4', each)] as const)
  return {
    [SERIF]: faces('source-serif-4', 'latin'),
    [SANS]: faces('source-sans-3', 'latin'),
    ...Object.fromEntries(others),
  }
}

const resolve = createRequire(import.meta.url).resolve

/** Its files in memory, which the package's types leave out. */
type WithFiles = { readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void } }

/** Puts a font where the typesetter finds it, and says its name. */
function loaded(family: string, alphabet: string, weight: 400 | 600, style: 'normal' | 'italic'): string {
  const name = `${family}-${alphabet}-${weight}-${style}`
  const { virtualfs } = pdfmake as unknown as WithFiles
  virtualfs.writeFileSync(name, fontFile(family, alphabet, weight, style))
  return name
}

/** Reads a font where npm put it: the same from the source, from out/main and within the package. */
function fontFile(family: string, alphabet: string, weight: 400 | 600, style: 'normal' | 'italic'): Buffer {
  const file = `@fontsource/${family}/files/${family}-${alphabet}-${weight}-${style}.woff`
  return plainFont(readFileSync(resolve(file)), inflateSync)
}
