import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Phase } from '../contract/values.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { formsInOrder } from './formOrder.ts'
import { typographic } from './markdownContent.ts'
import { HAIR } from './pageFrame.ts'

/** A line of the contents: its words, and the title it leads to. */
type Line = { readonly id: string; readonly text: string }

/** What the book has to look things up in, beside the manual's own pages. */
export const REFERENCE = {
  procedures: { id: 'procedures', text: 'Procedurerna' },
  exercises: { id: 'exercises', text: 'Övningarna i återfallsprevention' },
  prompts: { id: 'prompts', text: 'MI-bank' },
} as const satisfies Record<string, Line>

const PHASES: readonly (readonly [Phase, string])[] = [
  ['A', 'Fas A: på LVM-hemmet'],
  ['B', 'Fas B: övergången'],
  ['C', 'Fas C: i kommunen'],
]

/** What there is to read, then what there is to hand out: each on a page. */
export function tableOfContents(manual: Manual): Content[] {
  const pages = manual.pages.map(({ id, title }): Line => ({ id: `page/${id}`, text: title }))
  const sheets = manual.chapters.map(
    ({ session, sheetTitle }): Line => ({ id: `sheet/${session}`, text: `${session}. ${sheetTitle}` }),
  )
  const exercises = new Set(manual.chapters.flatMap(each => each.exercises))
  const forms = formsInOrder(manual)
  const formLines = (some: typeof forms) => some.map(({ id, title }): Line => ({ id: `form/${id}`, text: title }))
  return [
    { text: 'Innehåll', style: 'title' },
    ...group('Att läsa först', pages),
    ...PHASES.flatMap(([phase, title]) =>
      group(
        title,
        manual.chapters
          .filter(each => each.phase === phase)
          .map(each => ({ id: `chapter/${each.session}`, text: `${each.session}. ${each.title}` })),
      ),
    ),
    ...group('Att slå upp i', Object.values(REFERENCE)),
    {
      columns: [
        group('Klientblad', sheets),
        [
          ...group('Arbetsblad', formLines(forms.filter(each => !exercises.has(each.id)))),
          ...group('Övningar', formLines(forms.filter(each => exercises.has(each.id)))),
        ],
      ],
      columnGap: 26,
      pageBreak: 'before',
    },
  ]
}

function group(title: string, lines: readonly Line[]): Content[] {
  if (lines.length === 0) return []
  const body = lines.map(({ id, text }): TableCell[] => [
    { text: typographic(text), linkToDestination: id, fontSize: 10.5, lineHeight: 0.9 },
    { pageReference: id, alignment: 'right', fontSize: 10.5, lineHeight: 0.9 },
  ])
  return [
    { text: title, style: 'field', marginTop: 14, marginBottom: 3 },
    {
      table: { widths: ['*', 38], body, dontBreakRows: true },
      layout: {
        hLineWidth: at => (at === 0 ? 0.5 : 0),
        vLineWidth: () => 0,
        hLineColor: () => HAIR,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
    },
  ]
}
