import { inflateSync } from 'node:zlib'

/** A piece of text as it stands on a page: its size and where its line begins, in points from the lower left corner. */
type Run = { readonly text: string; readonly size: number; readonly x: number; readonly y: number }

export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  /** Where lines are drawn across the page, in points from its foot. */
  readonly lines: readonly number[]
  /** All words in the order they were set, without any space between or within them. */
  readonly letters: string
}

type PdfObject = { readonly head: string; readonly stream: string }

/** What a reader sees on each page of a PDF from our own typesetter; other programs write theirs otherwise. */
export function pdfPages(bytes: Uint8Array): PdfPage[] {
  const objects = objectsIn(Buffer.from(bytes).toString('latin1'))
  const object = (id: string | undefined): PdfObject => {
    const found = objects.get(id ?? '')
    if (found === undefined) throw new Error(`no object ${id} in the PDF`)
    return found
  }
  const root = [...objects.values()].find(each => each.head.includes('/Type /Pages'))
  const kids = /\/Kids \[([^\]]*)\]/.exec(root?.head ?? '')?.[1] ?? ''
  const alphabets = new Map<string, ReadonlyMap<string, string>>()
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const { head } = object(id)
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
    const fonts = new Map<string, ReadonlyMap<string, string>>()
    const resources = object(/\/Resources (\d+) 0 R/.exec(head)?.[1]).head
    for (const [, name = '', font = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const alphabet =
        alphabets.get(font) ?? alphabetIn(object(/\/ToUnicode (\d+) 0 R/.exec(object(font).head)?.[1]).stream)
      alphabets.set(font, alphabet)
      fonts.set(name, alphabet)
    }
    const drawn = object(/\/Contents (\d+) 0 R/.exec(head)?.[1]).stream
    const runs = runsIn(drawn, fonts)
    const letters = lettersOf(runs.map(each => each.text).join(''))
    return { width: Number(width), height: Number(height), runs, lines: linesIn(drawn, Number(height)), letters }
  })
}

/** A text as `PdfPage.letters` has it. */
export function lettersOf(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function objectsIn(file: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  const start = /(\d+) 0 obj\n/g
  for (let found = start.exec(file); found !== null; found = start.exec(file)) {
    const end = file.indexOf('endobj', start.lastIndex)
    const opens = file.indexOf('stream\n', start.lastIndex)
    const [, id = ''] = found
    if (opens === -1 || opens > end) {
      objects.set(id, { head: file.slice(start.lastIndex, end), stream: '' })
      start.lastIndex = end
      continue
    }
    const head = file.slice(start.lastIndex, opens)
    const from = opens + 'stream\n'.length
    const to = from + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const packed = Buffer.from(file.slice(from, to), 'latin1')
    const stream = head.includes('/FlateDecode') ? inflateSync(packed).toString('latin1') : packed.toString('latin1')
    objects.set(id, { head, stream })
    start.lastIndex = to
  }
  return objects
}

/** The letter of each glyph number, four hexadecimal digits. */
function alphabetIn(cmap: string): Map<string, string> {
  const alphabet = new Map<string, string>()
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    const letters = [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = '']) => hex)
    for (const [index, hex] of letters.entries()) {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? []
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0')
      alphabet.set(glyph, String.fromCharCode(...units.map(each => Number.parseInt(each, 16))))
    }
  }
  return alphabet
}

/** Level lines; the page is drawn from its top down. */
function linesIn(stream: string, height: number): number[] {
  const drawn = [...stream.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l\n/g)]
  return drawn.filter(([, , from, , to]) => from === to).map(([, , from]) => height - Number(from))
}

function runsIn(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): Run[] {
  const runs: Run[] = []
  let [x, y, size] = [0, 0, 0]
  let alphabet: ReadonlyMap<string, string> | undefined
  const marks = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g
  for (const [, left, bottom, font, points, shown] of stream.matchAll(marks)) {
    if (left !== undefined) [x, y] = [Number(left), Number(bottom)]
    else if (font !== undefined) [alphabet, size] = [fonts.get(font), Number(points)]
    else if (shown !== undefined) {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      runs.push({ text: glyphs.map(each => alphabet?.get(each) ?? '\ufffd').join(''), size, x, y })
    }
  }
  return runs
}
