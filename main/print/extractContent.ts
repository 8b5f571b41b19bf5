import type { Content } from 'pdfmake/interfaces.js'
import type { Section } from '../extract/sections.ts'
import { typographic } from './markdownContent.ts'
import { HAIR, type Part, roomOf } from './pageFrame.ts'

const LABEL = 128
const GAP = 12

/** A register extract to be read by the one it is about: what it is, then all of it. No name on the first page's head. */
export function extractPart(sections: readonly Section[], told: { unit: string; madeOn: string }): Part {
  return { frame: 'reading', content: [...opening(sections, told), ...sections.flatMap(sectionContent)] }
}

function opening(sections: readonly Section[], { unit, madeOn }: { unit: string; madeOn: string }): Content[] {
  const counts = sections.filter(each => each.rows.length > 0).map(each => `${each.title} (${each.rows.length})`)
  return [
    { text: 'Registerutdrag', style: 'title' },
    { text: typographic(`${unit}, ${madeOn}`), style: 'purpose', marginTop: 6 },
    {
      marginTop: 14,
      text: typographic(
        'Det här är allt som finns om dig i Arton hos oss den här dagen, också vem som har läst det. Du har rätt att få det ' +
          'enligt dataskyddsförordningen, artikel 15. Arton är behandlarens arbetsverktyg: myndighetens egen journal eller ' +
          'personakt finns vid sidan av och begärs ut för sig. Ett tecken som inte går att trycka, som en emoji, står som sitt ' +
          'nummer i Unicode: [U+2764] är ett hjärta.',
      ),
    },
    {
      marginTop: 8,
      text: typographic(
        'Tycker du att något är fel säger du till din behandlare. Då antecknas det hos den uppgift det gäller ' +
          '(socialtjänstlagen 14 kap. 6 §). Att vi skriver ned uppgifter som behövs för vården går inte att säga nej till, ' +
          'men du bestämmer vad som får lämnas till andra. Klagomål lämnas till Integritetsskyddsmyndigheten.',
      ),
    },
    { text: 'Det här finns med', style: 'step', marginTop: 20 },
    { text: typographic(counts.join(', ')), marginTop: 6 },
  ]
}

function sectionContent({ title, rows }: Section): Content[] {
  const said = rows.filter(each => each.facts.length > 0 || title !== 'Planen') // a session not yet planned says nothing
  if (said.length === 0) return []
  const heading: Content = { text: typographic(title), style: 'step', marginTop: 24, marginBottom: 4 }
  return said.flatMap((row, index) => rowContent(row, index === 0 ? [heading] : []))
}

/** The head stays on the page of what comes first under it. */
function rowContent({ head, facts }: Section['rows'][number], before: Content[]): Content[] {
  const [first = [], ...rest] = facts.map(([label, text]) => factContent(label, text))
  const [opening, ...more] = first
  const top: Content[] = [
    ...before,
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: roomOf('reading').width, y2: 0, lineWidth: 0.5, lineColor: HAIR }],
      marginTop: 8,
    },
    { text: typographic(head), bold: true, marginTop: 5 },
    ...(opening === undefined ? [] : [opening]),
  ]
  return [{ stack: top, unbreakable: true }, ...more, ...rest.flat()]
}

/** More letters than this in one paragraph may go on over the page's foot. */
const LONG = 900

/** A paragraph at a time, so that a long note goes on from page to page. */
function factContent(label: string, text: string): Content[] {
  return text
    .split(/\n+/)
    .filter(each => each.trim() !== '')
    .flatMap(each => inPieces(each))
    .map((paragraph, index) => ({
      columns: [
        { width: LABEL, text: index === 0 ? typographic(label) : '', style: 'label', marginTop: 1.5 },
        { width: '*', text: typographic(paragraph) },
      ],
      columnGap: GAP,
      marginTop: 3,
      unbreakable: true,
    }))
}

/** What is unbroken must be lower than a page: a very long paragraph is set in pieces, cut between words. */
function inPieces(paragraph: string): string[] {
  if (paragraph.length <= LONG) return [paragraph]
  const at = paragraph.lastIndexOf(' ', LONG)
  const cut = at > 0 ? at : LONG
  return [paragraph.slice(0, cut), ...inPieces(paragraph.slice(cut).trimStart())]
}
