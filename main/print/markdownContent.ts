import MarkdownIt, { type Token } from 'markdown-it'
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { type Block, RULE, SANS, SOFT } from './pageFrame.ts'
import { textWidth } from './ruled.ts'

/** How the text is set: its size in points, and whether its links lead anywhere in this document. */
export type Look = { readonly size: number; readonly linked: boolean }

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false })

/** A longer paragraph may be divided between two pages; a shorter one is moved whole. In characters. */
const LONGEST_KEPT = 1_200

/** The manual's own text, block by block, as on screen: unknown marks become plain text. */
export function markdownContent(text: string, look: Look): Block[] {
  return blocksOf(treeOf(reader.parse(text, {})), look)
}

/** A token with what stands between its opening and its closing. */
type Branch = { readonly token: Token; readonly within: Branch[] }

function treeOf(tokens: readonly Token[]): Branch[] {
  const trunk: Branch[] = []
  const open = [trunk]
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop()
      continue
    }
    const branch: Branch = { token, within: [] }
    open.at(-1)?.push(branch)
    if (token.nesting === 1) open.push(branch.within)
  }
  return trunk
}

function blocksOf(branches: readonly Branch[], look: Look): Block[] {
  return branches.flatMap((branch, index): Block[] => {
    const gap = index === 0 ? 0 : look.size * 0.55
    switch (branch.token.tag) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
        return [{ content: heading(branch, look), gap: index === 0 ? 0 : look.size * 1.3, heading: true }]
      case 'ul':
      case 'ol':
        return listItems(branch, look).map((item, at) => ({ content: item, gap: at === 0 ? gap : look.size * 0.3 }))
      case 'blockquote':
        return [{ content: dialogue(repliesIn(branch), look), gap: index === 0 ? 0 : look.size * 0.8 }]
      case 'table':
        return [{ content: table(branch, look), gap }]
      case 'hr':
        return []
      default:
        return [{ content: paragraph(branch, look), gap }]
    }
  })
}

function heading(branch: Branch, { size, linked }: Look): Content {
  const larger = branch.token.tag === 'h2' ? 1.22 : 1.05
  return { text: inlines(inlineOf(branch), linked), bold: true, fontSize: size * larger, lineHeight: 0.92 }
}

function paragraph(branch: Branch, { size, linked }: Look): Content {
  const text = branch.token.type === 'inline' ? branch.token : branch.within[0]?.token
  const written = text?.content ?? branch.token.content
  return {
    text: text?.type === 'inline' ? inlines(text.children ?? [], linked) : typographic(written),
    fontSize: size,
    unbreakable: written.length <= LONGEST_KEPT,
  }
}

function listItems(list: Branch, look: Look): Content[] {
  const start = Number(list.token.attrGet('start') ?? 1)
  return list.within.map((item, index) => ({
    columns: [
      { width: look.size * 1.5, text: list.token.tag === 'ol' ? `${start + index}.` : '•', fontSize: look.size },
      {
        width: '*',
        stack: blocksOf(item.within, look).map(({ content, gap }) => ({ stack: [content], marginTop: gap })),
      },
    ],
    unbreakable: true,
  }))
}

/** What is said in a block quote: each line one reply, with its speaker if it begins with one in bold. */
type Reply = { readonly speaker: string; readonly words: readonly Token[] }

function repliesIn(quote: Branch): Reply[] {
  const lines = quote.within.flatMap(each => linesOf(inlineOf(each)))
  return lines.map(line => {
    const [open, name, close, ...rest] = line
    const named = open?.type === 'strong_open' && close?.type === 'strong_close' && name?.content.endsWith(':') === true
    return named ? { speaker: name.content.slice(0, -1), words: rest } : { speaker: '', words: line }
  })
}

function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([])
    else if (token.type !== 'text' || token.content !== '') lines.at(-1)?.push(token)
  }
  return lines.filter(line => line.length > 0)
}

/** A dialogue is set off by a line to its left, the speakers in a column of their own. */
function dialogue(replies: readonly Reply[], { size, linked }: Look): Content {
  const body = replies.map(({ speaker, words }): TableCell[] => [
    { text: speaker, font: SANS, fontSize: size * 0.82, bold: true, color: SOFT, marginTop: size * 0.12 },
    { text: inlines(words, linked, true), fontSize: size * 0.97 },
  ])
  return {
    table: { widths: [speakerWidth(replies, size), '*'], body, dontBreakRows: true },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: at => (at === 0 ? 1 : 0),
      vLineColor: () => RULE,
      paddingLeft: at => (at === 0 ? 9 : 4),
      paddingRight: () => 0,
      paddingTop: at => (at === 0 ? 0 : size * 0.12),
      paddingBottom: () => size * 0.08,
    },
    unbreakable: true,
  }
}

/** As wide as the longest name, within reason: a longer one goes on two lines. */
function speakerWidth(replies: readonly Reply[], size: number): number {
  const longest = Math.max(...replies.map(each => textWidth(each.speaker, size)))
  return Math.min(size * 7.5, Math.max(size * 4, longest))
}

function table(branch: Branch, { size, linked }: Look): Content {
  const rows = branch.within.flatMap(group => group.within.map(row => row.within))
  const body = rows.map(row =>
    row.map(
      (cell): TableCell => ({
        text: inlines(inlineOf(cell), linked),
        bold: cell.token.tag === 'th',
        fontSize: size * 0.9,
      }),
    ),
  )
  return body.length === 0
    ? { text: '' }
    : { table: { headerRows: 1, dontBreakRows: true, body }, layout: 'lightHorizontalLines' }
}

function inlineOf(branch: Branch): readonly Token[] {
  if (branch.token.type === 'inline') return branch.token.children ?? []
  return branch.within.flatMap(each => [...inlineOf(each)])
}

/** Text in one line after another, bold, italic and linked as marked. The first space goes when `trimmed`. */
function inlines(tokens: readonly Token[], linked: boolean, trimmed = false): Content[] {
  let bold = false
  let italics = false
  let place: string | undefined
  const contents: Content[] = []
  for (const token of tokens) {
    const opens = token.nesting === 1
    if (token.tag === 'strong') bold = opens
    else if (token.tag === 'em') italics = opens
    else if (token.tag === 'a') place = opens && linked ? String(token.attrGet('href')) : undefined
    else {
      const written = token.type === 'softbreak' ? ' ' : token.type === 'hardbreak' ? '\n' : typographic(token.content)
      const text = trimmed && contents.length === 0 ? written.trimStart() : written
      contents.push({
        text,
        ...(bold ? { bold } : {}), // a plain word in a bold heading stays bold
        ...(italics ? { italics } : {}),
        ...(place === undefined ? {} : { linkToDestination: place }),
      })
    }
  }
  return contents
}

/** A dash or three dots never begin a line: they hold on to the word before them. */
export function typographic(text: string): string {
  return text.replaceAll(/ (?=[–…])/g, '\u00a0')
}
