import type { Content } from 'pdfmake/interfaces.js'
import type { FormDefinition } from '../contract/form.ts'
import type { Phase } from '../contract/values.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { chapterContent, type Found, points } from './chapterContent.ts'
import { fitForm, type Measure } from './fitForm.ts'
import { eyebrowOf, formsInOrder, sessionsWith, sessionsWords } from './formOrder.ts'
import { fine } from './markdownContent.ts'
import { pagePart } from './pageContent.ts'
import { type Block, beside, type Part, set } from './pageFrame.ts'
import { PROMPT_WORDS } from './promptWords.ts'
import { sheetParts } from './sheetContent.ts'

/** The tables of contents, one for each part of the book. */
const CONTENTS = [
  { id: 'pages', title: 'Att läsa först' },
  { id: 'A', title: 'Fas A: på LVM-hemmet' },
  { id: 'B', title: 'Fas B: övergången' },
  { id: 'C', title: 'Fas C: i kommunen' },
  { id: 'reference', title: 'Att slå upp i' },
  { id: 'sheets', title: 'Klientblad' },
  { id: 'forms', title: 'Blad att fylla i' },
] as const satisfies readonly { id: 'pages' | 'reference' | 'sheets' | 'forms' | Phase; title: string }[]

type ContentsId = (typeof CONTENTS)[number]['id']

const found = (id: string, tocItem: ContentsId): Found => ({ id, tocItem, outline: true })

/** The whole manual, from the title page to the last form. */
export async function bookParts(manual: Manual, measure: Measure): Promise<Part[]> {
  const [pages, sheets, forms] = await Promise.all([
    Promise.all(manual.pages.map(page => pagePart(page, true, measure, found(`page/${page.id}`, 'pages')))),
    Promise.all(manual.chapters.map(chapter => sheetParts(chapter, undefined, measure))),
    Promise.all(formsInOrder(manual).map(form => formInBook(manual, form, measure))),
  ])
  const chapters = manual.chapters.map(
    (chapter): Part => ({
      frame: 'reading',
      content: chapterContent(manual, chapter, true, found(`chapter/${chapter.session}`, chapter.phase)),
    }),
  )
  return [
    titlePage(manual),
    contentsPage(),
    ...pages,
    ...chapters,
    { frame: 'reading', content: procedureCatalogue(manual) },
    { frame: 'reading', content: exerciseOverview(manual) },
    { frame: 'reading', content: promptBank(manual) },
    ...sheets.flatMap((parts, at) =>
      anchored(parts, `sheet/${manual.chapters[at]?.session}`, sheetTitle(manual, at), 'sheets'),
    ),
    ...forms,
  ]
}

function sheetTitle(manual: Manual, at: number): string {
  const chapter = manual.chapters[at]
  return `${chapter?.session}. ${chapter?.sheetTitle}`
}

async function formInBook(manual: Manual, form: FormDefinition, measure: Measure): Promise<Part> {
  const part = await fitForm(form, eyebrowOf(manual, form.id), measure, false)
  return anchored([part], `form/${form.id}`, form.title, 'forms')[0] ?? part
}

/** The parts with an invisible line at their beginning, which the contents and the bookmarks lead to. */
function anchored(parts: readonly Part[], id: string, title: string, tocItem: ContentsId): Part[] {
  const [first, ...rest] = parts
  if (first === undefined) return []
  const anchor: Content = {
    text: title,
    ...found(id, tocItem),
    fontSize: 1,
    color: 'white',
    lineHeight: 0.1,
    relativePosition: { x: 0, y: 0 },
  }
  return [{ ...first, content: [anchor, first.content] }, ...rest]
}

function titlePage({ version }: Manual): Part {
  return {
    frame: 'reading',
    unnumbered: true,
    content: [
      { text: fine(version.title), fontSize: 34, bold: true, lineHeight: 0.92, marginTop: 190 },
      { text: `Version ${version.version}`, style: 'eyebrow', fontSize: 13, marginTop: 18 },
      { text: fine(version.origin), fontSize: 11, marginTop: 250 },
    ],
  }
}

function contentsPage(): Part {
  const tables = CONTENTS.map(
    ({ id, title }): Content => ({
      toc: {
        id,
        title: { text: title, style: 'label', fontSize: 10, marginTop: 12, marginBottom: 2 },
        textStyle: { fontSize: 11, lineHeight: 0.9 },
        numberStyle: { fontSize: 11, lineHeight: 0.9 },
        hideEmpty: true,
      },
    }),
  )
  return { frame: 'reading', content: [{ text: 'Innehåll', style: 'title', marginBottom: 4 }, ...tables] }
}

function reference(title: string, id: string): Block {
  return { content: { text: title, style: 'title', ...found(id, 'reference'), outlineText: title }, gap: 0 }
}

function procedureCatalogue(manual: Manual): Content[] {
  const intro =
    'De arton räknade procedurerna och P17, som löper genom alla träffar. Delarna är det som handledaren skattar.'
  return set([
    reference('Procedurerna', 'procedures'),
    ...beside('', [{ content: { text: fine(intro) }, gap: 0 }], 10),
    ...manual.procedures.flatMap(each => {
      const where = sessionsWith(manual, chapter => chapter.procedures.includes(each.code))
      const kind = each.core ? 'kärna' : each.counted ? '' : 'räknas inte'
      const head: Block[] = [
        {
          content: { text: fine(each.title), style: 'step', fontSize: 14, id: `procedure/${each.code}` },
          gap: 0,
          heading: true,
        },
        { content: { text: `${each.english} · ${sessionsWords(where)}`, style: 'meta' }, gap: 1, heading: true },
        { content: { text: fine(each.purpose) }, gap: 4 },
        ...points(each.components).map(first(5)),
      ]
      return beside([each.code, kind].filter(word => word !== '').join(' · '), head, 22)
    }),
  ])
}

function exerciseOverview(manual: Manual): Content[] {
  const exercises = formsInOrder(manual).filter(form =>
    manual.chapters.some(chapter => chapter.exercises.includes(form.id)),
  )
  return set([
    reference('Övningarna i återfallsprevention', 'exercises'),
    ...exercises.flatMap(form => {
      const where = sessionsWith(manual, chapter => chapter.exercises.includes(form.id))
      return beside(
        sessionsWords(where),
        [
          {
            content: { text: fine(form.title), style: 'step', fontSize: 14, linkToDestination: `form/${form.id}` },
            gap: 0,
            heading: true,
          },
          { content: { text: fine(form.purpose) }, gap: 2 },
        ],
        16,
      )
    }),
  ])
}

function promptBank(manual: Manual): Content[] {
  const kinds = [...new Set(manual.bank.map(each => each.kind))]
  return set([
    reference('MI-bank', 'prompts'),
    ...kinds.flatMap(kind =>
      beside(PROMPT_WORDS[kind], points(manual.bank.filter(each => each.kind === kind).map(each => each.words)), 14),
    ),
  ])
}

const first = (gap: number) => (block: Block, index: number) => (index === 0 ? { ...block, gap } : block)
