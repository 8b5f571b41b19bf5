import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Chapter, ManualStep } from '../contract/manual.ts'
import { promptWords } from '../contract/manualWords.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { type Look, markdownContent, typographic } from './markdownContent.ts'
import {
  type Block,
  type Bookmark,
  beside,
  HAIR,
  keepTogether,
  roomOf,
  SANS,
  SOFT,
  set,
  TEXT_WIDTH,
  titleSize,
} from './pageFrame.ts'

/** A chapter as the therapist reads it the evening before. */
export function chapterContent(manual: Manual, chapter: Chapter, look: Look, bookmark?: Bookmark): Content[] {
  const text = (label: string, markdown: string) => beside(label, markdownContent(markdown, look), 13)
  return set([
    { content: chapterHead(chapter, bookmark), gap: 0 },
    ...beside('Agenda', [{ content: agenda(manual, chapter), gap: 0 }], 16),
    ...beside('Procedurer', procedureLines(manual, chapter), 12),
    ...text('Inför träffen', chapter.before),
    ...(chapter.safety === undefined ? [] : text('Säkerhet', chapter.safety)),
    ...chapter.steps.flatMap((step, index) => stepBlocks(manual, chapter, step, index + 1, look)),
    { content: { text: 'Runt träffen', style: 'step' }, gap: 26, heading: true },
    ...text('Om tiden är kort', chapter.shortText),
    ...text('På LVM-hemmet', chapter.locked),
    ...text('I kommunen', chapter.municipal),
    ...beside('Det handledaren tittar efter', points(chapter.fidelity, look.size), 13),
    ...beside('Hemuppgift', [{ content: homework(chapter), gap: 0 }], 13),
    ...beside('Ta med', points(chapter.materials, look.size), 13),
  ])
}

function chapterHead(chapter: Chapter, bookmark: Bookmark | undefined): Content {
  const title = `${chapter.session}. ${chapter.title}`
  return keepTogether([
    { text: `Träff ${chapter.session} · Fas ${chapter.phase} · ${chapter.minutes} minuter`, style: 'eyebrow' },
    {
      text: typographic(title),
      style: 'title',
      fontSize: titleSize(title, roomOf('reading').width),
      marginTop: 3,
      ...bookmark,
    },
    { text: typographic(chapter.purpose), style: 'purpose', marginTop: 8 },
  ])
}

/** The steps with their minutes, whole and in the half-hour version, and the form each is done with. */
function agenda(manual: Manual, chapter: Chapter): Content {
  const short = new Map(chapter.short.map(each => [each.step, each.minutes]))
  const number = (text: string, bold = false): TableCell => ({ text, style: 'meta', alignment: 'right', bold })
  const rows = chapter.steps.map((step, index): TableCell[] => [
    { text: typographic(`${index + 1}. ${step.title}`), style: 'meta' },
    { text: typographic(formTitles(manual, step).join(', ')), style: 'meta', color: SOFT },
    number(String(step.minutes)),
    number(String(short.get(step.id) ?? '–')),
  ])
  const sum = chapter.short.reduce((total, each) => total + each.minutes, 0)
  const head = ['Steg', 'Blad', 'Min', 'Kort'].map(
    (text, at): TableCell => ({
      text,
      style: 'label',
      alignment: at > 1 ? 'right' : 'left',
    }),
  )
  const total: TableCell[] = [
    { text: 'I allt', style: 'meta', bold: true },
    '',
    number(String(chapter.minutes), true),
    number(String(sum), true),
  ]
  return ruledTable(['*', TEXT_WIDTH * 0.36, 26, 28], [head, ...rows, total])
}

function formTitles(manual: Manual, step: ManualStep): string[] {
  return [step.worksheet, step.exercise].flatMap(id => (id === undefined ? [] : [manual.forms.get(id)?.title ?? id]))
}

function procedureLines(manual: Manual, chapter: Chapter): Block[] {
  return chapter.procedures.map((code, index) => {
    const procedure = manual.procedures.find(each => each.code === code)
    return {
      content: { text: typographic(`${code} ${procedure?.title ?? ''}`), style: 'meta' },
      gap: index === 0 ? 0 : 1,
    }
  })
}

function stepBlocks(manual: Manual, chapter: Chapter, step: ManualStep, number: number, look: Look): Block[] {
  const titles = formTitles(manual, step)
  const text = (label: string, markdown: string) => beside(label, markdownContent(markdown, look), 11)
  return [
    { content: stepHead(step, number), gap: 24, heading: true },
    ...beside(titles.length === 0 ? '' : `Blad: ${titles.join(', ')}`, withNext(markdownContent(step.text, look)), 7),
    ...text('Varför', step.why),
    ...text('Så kan det låta', step.sounds),
    ...beside('Du kan säga', promptLines(chapter, step, look.size), 11),
    ...beside(
      promptWords.avoid,
      points(
        chapter.avoid.filter(each => each.step === step.id).map(each => each.words),
        look.size,
      ),
      11,
    ),
    ...text('Om det går annorlunda', step.otherwise),
  ]
}

/** The lead of a step stays with its first action. */
function withNext([lead, ...rest]: readonly Block[]): Block[] {
  return lead === undefined ? [] : [{ ...lead, heading: rest.length > 0 }, ...rest]
}

function stepHead(step: ManualStep, number: number): Content {
  return {
    columns: [
      { width: '*', text: typographic(`${number}. ${step.title}`), style: 'step' },
      { width: 'auto', text: `${step.minutes} min`, style: 'eyebrow', marginTop: 4 },
    ],
    columnGap: 12,
  }
}

function promptLines(chapter: Chapter, step: ManualStep, size: number): Block[] {
  return chapter.prompts
    .filter(each => each.step === step.id)
    .map(({ kind, words }, index) => ({
      content: {
        text: [
          { text: `${promptWords[kind]}  `, font: SANS, fontSize: 9, bold: true, color: SOFT },
          typographic(`”${words}”`),
        ],
        fontSize: size,
      },
      gap: index === 0 ? 0 : 4,
    }))
}

export function points(texts: readonly string[], size: number): Block[] {
  return texts.map((text, index) => ({
    content: {
      columns: [
        { width: size * 1.5, text: '•' },
        { width: '*', text: typographic(text) },
      ],
      fontSize: size,
    },
    gap: index === 0 ? 0 : 3,
  }))
}

function homework(chapter: Chapter): Content {
  const head = ['Vad', 'När', 'Var', 'Med vem'].map((text): TableCell => ({ text, style: 'label' }))
  const rows = chapter.homework.map(({ what, when, where, withWhom }) =>
    [what, when, where, withWhom].map((text): TableCell => ({ text: typographic(text), style: 'meta' })),
  )
  return ruledTable(['*', '*', '*', '*'], [head, ...rows])
}

/** A table with a hair line under each row. */
function ruledTable(widths: (number | '*')[], body: TableCell[][]): Content {
  return {
    table: { widths, body, headerRows: 1, dontBreakRows: true },
    layout: {
      hLineWidth: at => (at === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => HAIR,
      paddingLeft: at => (at === 0 ? 0 : 4),
      paddingRight: () => 4,
      paddingTop: () => 2.5,
      paddingBottom: () => 2.5,
    },
    unbreakable: true,
  }
}
