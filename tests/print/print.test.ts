import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FormDefinition, FormField } from '../../main/contract/form.ts'
import type { Printed } from '../../main/contract/manual.ts'
import { withNumbers } from '../../main/emergencyNumber/withNumbers.ts'
import { fileName } from '../../main/print/fileName.ts'
import { markdownContent } from '../../main/print/markdownContent.ts'
import { plainFont } from '../../main/print/woff.ts'
import { coreInMemory, ourManual } from '../support/core.ts'
import { lettersOf, type PdfPage, pdfPages } from '../support/pdfPages.ts'

const core = coreInMemory()
/** As it is in a binder where nobody has added a number. */
const manual = withNumbers(ourManual(), [])
const NUMBERS = Array.from({ length: 18 }, (_, index) => index + 1)

async function print(what: Printed): Promise<PdfPage[]> {
  const { fileName: name } = await core.ask('manual.print', what)
  return pdfPages(core.platform.files.get(name) ?? new Uint8Array())
}

const together = (pages: readonly PdfPage[]) => pages.map(each => each.letters).join('')

/** The words of Markdown as a reader sees them: line by line, without marks, a speaker without the colon. */
function seen(markdown: string): string[] {
  const lines = markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('\n')
  return lines
    .map(line => line.replace(/^> \*\*([^*]+):\*\* /, '$1 ').replace(/^(?:>|#+|-|\d+\.)\s+/, ''))
    .map(line => lettersOf(line.replaceAll(/\*\*|(?<!\p{L})_|_(?!\p{L})/gu, '')))
    .filter(line => line !== '' && line !== '>')
}

describe.each(NUMBERS)('the client’s sheet of session %i', session => {
  let pages: PdfPage[]
  beforeAll(async () => {
    pages = await print({ what: 'sheet', session })
  })

  test('says all it has to say on one page, in large type, with room for the next time', () => {
    const chapter = manual.chapters[session - 1]
    const [front, ...back] = pages
    for (const line of seen(chapter?.clientSheet ?? '')) expect(front?.letters).toContain(line)
    expect(front?.letters).toContain(lettersOf(chapter?.sheetTitle ?? ''))
    expect(front?.letters).toMatch(/Nästaträff:dagklockanplats/)
    expect(front?.runs.some(each => each.size === 14 || each.size === 13.5)).toBe(true)
    expect(together(back)).not.toContain('Detärbraför')
  })

  test('is followed by its form on the same paper, or by nothing', () => {
    const form = manual.forms.get(manual.chapters[session - 1]?.sheetForm ?? '')
    expect(pages.length).toBeLessThanOrEqual(form === undefined ? 1 : 2)
    if (form !== undefined) for (const label of labelsOf(form)) expect(together(pages)).toContain(label)
  })

  test('is never an empty half page: words or lines to write on go down to its foot', () => {
    for (const page of pages) {
      const lowest = Math.min(...page.runs.filter(each => each.size > 8).map(each => each.y))
      expect(Math.min(lowest, lowestLine(page))).toBeLessThan(page.height * 0.2)
    }
  })
})

/** Every word a form asks with, as letters. */
function labelsOf(form: FormDefinition): string[] {
  const ofField = (field: FormField): string[] => [
    field.label,
    ...('options' in field ? field.options.map(each => each.label) : []),
    ...('items' in field ? field.items.map(each => each.label) : []),
    ...('low' in field ? [field.low, field.high] : []),
    ...(field.kind === 'table' ? [...field.rows.map(each => each.label), ...field.columns.flatMap(ofField)] : []),
  ]
  return [form.title, ...form.fields.flatMap(ofField)].map(lettersOf)
}

/** The y of the lowest line that is drawn to write on, in points. */
function lowestLine(page: PdfPage): number {
  return Math.min(page.height, ...page.lines)
}

describe('a form to fill in by hand', () => {
  test('the wallet card is two cards of two sides on one page', async () => {
    const pages = await print({ what: 'form', id: 'stopCard' })
    expect(pages).toHaveLength(1)
    expect(pages[0]?.letters.split('Stanna.Såstannarjag')).toHaveLength(4) // twice on the cards, once in the advice
    expect(pages[0]?.letters).toContain('Klipplängsdenstreckadelinjen')
  })

  test.each([
    ['riskMap', 842],
    ['first72HoursPlan', 595],
  ])('%s is one page, %i points wide, with every one of its rows', async (id, width) => {
    const pages = await print({ what: 'form', id })
    expect(pages.map(each => Math.round(each.width))).toEqual([width])
    for (const label of labelsOf(manual.forms.get(id) as FormDefinition)) expect(pages[0]?.letters).toContain(label)
  })
})

describe('the book', () => {
  let pages: PdfPage[]
  let text: string
  beforeAll(async () => {
    pages = await print({ what: 'book' })
    text = together(pages.map(page => ({ ...page, letters: lettersOf(bodyOf(page)) })))
  }, 60_000)

  test('has every line of every chapter, page and sheet, cut nowhere', () => {
    const texts = [
      ...manual.pages.map(each => each.text),
      ...manual.chapters.flatMap(({ steps, before, shortText, safety, clientSheet }) => [
        ...steps.flatMap(each => [each.text, each.why, each.sounds, each.otherwise]),
        before,
        shortText,
        safety ?? '',
        clientSheet,
      ]),
    ]
    const missing = texts.flatMap(seen).filter(line => !text.includes(line))
    expect(missing).toEqual([])
  })

  test('has every procedure, prompt, homework and item for the supervisor', () => {
    const lines = [
      ...manual.procedures.flatMap(each => [each.title, each.purpose, ...each.components]),
      ...manual.bank.map(each => each.words),
      ...manual.chapters.flatMap(each => [
        each.purpose,
        each.locked,
        each.municipal,
        ...each.fidelity,
        ...each.materials,
      ]),
      ...manual.chapters.flatMap(each => each.prompts.map(prompt => prompt.words)),
      ...manual.chapters.flatMap(each => each.homework.map(task => task.what)),
    ]
    expect(lines.filter(line => !text.includes(lettersOf(line)))).toEqual([])
  })

  test('has every form with all its words', () => {
    const missing = [...manual.forms.values()].flatMap(labelsOf).filter(label => !text.includes(label))
    expect(missing).toEqual([])
  })

  test('leads from its contents to the page where each thing is', () => {
    const begins = (mark: string) => pages.findIndex(page => lettersOf(bodyOf(page)).startsWith(lettersOf(mark))) + 1
    const wanted = [
      ...manual.pages.map(({ title }) => [title, begins(title)]),
      ...manual.chapters.map(each => [
        `${each.session}. ${each.title}`,
        begins(`Träff ${each.session} · Fas ${each.phase}`),
      ]),
      ...manual.chapters.map(each => [
        `${each.session}. ${each.sheetTitle}`,
        begins(`Klientblad · träff ${each.session}${each.sheetTitle}`),
      ]),
      ...[...manual.forms.values()].map(each => [
        each.title,
        pages.findIndex(
          page => page.letters.includes(lettersOf(each.purpose)) && page.runs.some(run => run.size === 20),
        ) + 1,
      ]),
    ]
    const contents = pages.slice(1, 3).flatMap(page => page.runs)
    for (const [title, page] of wanted) {
      expect(page, String(title)).toBeGreaterThan(3)
      expect(numbersAfter(String(title), contents), String(title)).toContain(page)
    }
  })

  test('numbers every page but the first, and leaves nothing half made', () => {
    for (const [index, page] of pages.entries()) {
      if (index > 0) expect(page.letters).toContain(`sida${index + 1}(${pages.length})`)
      expect(page.letters).not.toMatch(/00000|undefined|NaN|\*\*|\]\(|\ufffd/)
    }
  })

  test('has no letter that its type lacks', () => {
    const resolve = createRequire(import.meta.url).resolve
    const { latin } = JSON.parse(readFileSync(resolve('@fontsource/source-serif-4/unicode.json'), 'utf8')) as {
      latin: string
    }
    const ranges = latin.split(',').map(each =>
      each
        .replace('U+', '')
        .split('-')
        .map(hex => Number.parseInt(hex, 16)),
    )
    const known = (code: number) => ranges.some(([from = 0, to = from]) => code >= from && code <= to)
    expect([...new Set(text)].filter(letter => !known(letter.codePointAt(0) ?? 0))).toEqual([])
  })
})

/** What stands on a page above its foot. */
function bodyOf(page: PdfPage): string {
  return page.runs
    .filter(each => each.y > 36)
    .map(each => each.text)
    .join('')
}

/** The numbers that follow a line of the contents, wherever it stands. */
function numbersAfter(title: string, runs: PdfPage['runs']): number[] {
  const wanted = lettersOf(title)
  return runs.flatMap((_, from) => {
    let letters = ''
    for (let at = from; at < runs.length && letters.length < wanted.length; at++) {
      letters += lettersOf(runs[at]?.text ?? '')
      if (letters === wanted) return [Number(runs[at + 1]?.text)]
    }
    return []
  })
}

describe('printing', () => {
  test.each<[Printed, string]>([
    [{ what: 'chapter', session: 9 }, 'kapitel-09-tacka-nej.pdf'],
    [{ what: 'sheet', session: 9 }, 'klientblad-09.pdf'],
    [{ what: 'form', id: 'stopCard' }, 'stoppkort.pdf'],
    [{ what: 'page', id: 'whatIsCra' }, 'vad-ar-cra.pdf'],
  ])('%o is saved as %s', async (what, name) => {
    expect(await core.ask('manual.print', what)).toEqual({ fileName: name, saved: true })
  })

  test('a user who closes the dialog has saved nothing, and is told so', async () => {
    core.platform.refusesToSave = true
    expect(await core.ask('manual.print', { what: 'sheet', session: 1 })).toMatchObject({ saved: false })
    core.platform.refusesToSave = false
  })

  test('what does not exist is not found', async () => {
    expect(await core.refusalCode('manual.print', { what: 'form', id: 'noSuchForm' })).toBe('not-found')
    expect(await core.refusalCode('manual.print', { what: 'page', id: 'noSuchPage' })).toBe('not-found')
    expect(await core.refusalCode('manual.print', { what: 'sheet', session: 19 })).toBe('invalid-input')
  })

  test('the page for the client about CRA is one A4 in type of 13 points or more', async () => {
    const pages = await print({ what: 'page', id: 'whatIsCra' })
    expect(pages).toHaveLength(1)
    expect(
      Math.min(...(pages[0]?.runs.filter(each => each.y > 36) ?? []).map(each => each.size)),
    ).toBeGreaterThanOrEqual(13)
  })

  test('a file name has no letter that a system might refuse', () => {
    expect(fileName('Kapitel', '09', 'Åka – & ”ät” på café?')).toBe('kapitel-09-aka-at-pa-cafe.pdf')
    expect(fileName('../..')).toBe('.pdf')
  })
})

describe('the manual’s text on paper', () => {
  const look = { size: 11, linked: false }

  test('marks of HTML stay text, and a reply has its speaker beside it', () => {
    const [html, dialogue] = markdownContent('<b>Hej</b>\n\n> **Du:** Hur är det?\n> **Klienten:** Bra.', look)
    expect(JSON.stringify(html?.content)).toContain('<b>')
    const said = JSON.stringify(dialogue?.content)
    for (const words of ['"Du"', '"Hur är det?"', '"Klienten"', '"Bra."']) expect(said).toContain(words)
  })

  test('a heading stays with what it heads', () => {
    expect(markdownContent('## Rubrik\n\nText.', look).map(each => each.heading ?? false)).toEqual([true, false])
  })

  test('a font that is not WOFF is refused', () => {
    expect(() => plainFont(Buffer.from('OTTO, an OpenType font'), each => each)).toThrow('not a WOFF font')
  })
})
