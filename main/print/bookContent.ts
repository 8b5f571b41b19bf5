import type { Content } from 'pdfmake/interfaces.js'
import type { FormDefinition } from '../contract/form.ts'
import type { Chapter } from '../contract/manual.ts'
import { promptWords } from '../contract/manualWords.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { chapterContent, points } from './chapterContent.ts'
import { fitForm } from './fitForm.ts'
import type { FormPlace } from './formContent.ts'
import { eyebrowOf, formsInOrder, sessionsWith, sessionsWords } from './formOrder.ts'
import { typographic } from './markdownContent.ts'
import { pagePart } from './pageContent.ts'
import { type Block, beside, bookmark, type Part, set } from './pageFrame.ts'
import { readingPart } from './readingPart.ts'
import { sheetParts } from './sheetContent.ts'
import { REFERENCE, tableOfContents } from './tableOfContents.ts'
import type { Typesetter } from './typesetter.ts'

/** The whole manual, from the title page to the last form. */
export async function bookParts(manual: Manual, typesetter: Typesetter): Promise<Part[]> {
  const read = (make: (size: number) => Content[]) => readingPart(make, typesetter)
  const [pages, chapters, reference, sheets, forms] = await Promise.all([
    Promise.all(manual.pages.map(page => pagePart(page, true, typesetter, bookmark(`page/${page.id}`, page.title)))),
    Promise.all(
      manual.chapters.map(chapter =>
        read(size => chapterContent(manual, chapter, { size, linked: true }, chapterBookmark(chapter))),
      ),
    ),
    Promise.all([procedureCatalogue, exerciseOverview, promptBank].map(make => read(size => make(manual, size)))),
    Promise.all(manual.chapters.map(each => sheetParts(each, undefined, typesetter, sheetBookmark(each)))),
    Promise.all(formsInOrder(manual).map(each => fitForm(each, formPlace(manual, each), typesetter, false))),
  ])
  const contents: Part = { frame: 'reading', content: tableOfContents(manual) }
  return [titlePage(manual), contents, ...pages, ...chapters, ...reference, ...sheets.flat(), ...forms]
}

const chapterBookmark = ({ session, title }: Chapter) => bookmark(`chapter/${session}`, `${session}. ${title}`)
const sheetBookmark = ({ session, sheetTitle }: Chapter) =>
  bookmark(`sheet/${session}`, `Klientblad ${session}: ${sheetTitle}`)

function formPlace(manual: Manual, form: FormDefinition): FormPlace {
  return { eyebrow: eyebrowOf(manual, form.id), bookmark: bookmark(`form/${form.id}`, form.title) }
}

function titlePage({ version }: Manual): Part {
  return {
    frame: 'reading',
    unnumbered: true,
    content: [
      { text: typographic(version.title), fontSize: 34, bold: true, lineHeight: 0.92, marginTop: 190 },
      { text: `Version ${version.version}`, style: 'eyebrow', fontSize: 13, marginTop: 18 },
      { text: typographic(version.origin), fontSize: 11, marginTop: 250 },
    ],
  }
}

function reference({ id, text }: { id: string; text: string }): Block {
  return { content: { text, style: 'title', ...bookmark(id, text) }, gap: 0 }
}

function procedureCatalogue(manual: Manual, size: number): Content[] {
  const intro =
    'De arton räknade procedurerna och P17, som löper genom alla träffar. Delarna är det som handledaren skattar.'
  return set([
    reference(REFERENCE.procedures),
    ...beside('', [{ content: { text: typographic(intro), fontSize: size }, gap: 0 }], 10),
    ...manual.procedures.flatMap(each => {
      const where = sessionsWith(manual, chapter => chapter.procedures.includes(each.code))
      const kind = each.core ? 'kärna' : each.counted ? '' : 'räknas inte'
      const head: Block[] = [
        {
          content: { text: typographic(each.title), style: 'step', fontSize: 14, id: `procedure/${each.code}` },
          gap: 0,
          heading: true,
        },
        { content: { text: `${each.english} · ${sessionsWords(where)}`, style: 'meta' }, gap: 1, heading: true },
        { content: { text: typographic(each.purpose), fontSize: size }, gap: 4 },
        ...points(each.components, size).map(first(5)),
      ]
      return beside([each.code, kind].filter(word => word !== '').join(' · '), head, 22)
    }),
  ])
}

function exerciseOverview(manual: Manual, size: number): Content[] {
  const exercises = formsInOrder(manual).filter(form =>
    manual.chapters.some(chapter => chapter.exercises.includes(form.id)),
  )
  return set([
    reference(REFERENCE.exercises),
    ...exercises.flatMap(form => {
      const where = sessionsWith(manual, chapter => chapter.exercises.includes(form.id))
      return beside(
        capital(sessionsWords(where)),
        [
          {
            content: {
              text: typographic(form.title),
              style: 'step',
              fontSize: 14,
              linkToDestination: `form/${form.id}`,
            },
            gap: 0,
            heading: true,
          },
          { content: { text: typographic(form.purpose), fontSize: size }, gap: 2 },
        ],
        12,
      )
    }),
  ])
}

function promptBank(manual: Manual, size: number): Content[] {
  const kinds = [...new Set(manual.bank.map(each => each.kind))]
  return set([
    reference(REFERENCE.prompts),
    ...kinds.flatMap(kind =>
      beside(
        promptWords[kind],
        points(
          manual.bank.filter(each => each.kind === kind).map(each => each.words),
          size,
        ),
        14,
      ),
    ),
  ])
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
const first = (gap: number) => (block: Block, index: number) => (index === 0 ? { ...block, gap } : block)
