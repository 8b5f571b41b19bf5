import type { Content, DynamicContent, TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** Everything printed is A4, black on white; lengths are in points, 72 to the inch. */
const SHORT_SIDE = 595.28
const LONG_SIDE = 841.89

export const MILLIMETRE = 72 / 25.4
export const SERIF = 'Serif'
export const SANS = 'Sans'
export const SOFT = '#444'
export const RULE = '#777'
export const HAIR = '#bbb'

/** A kind of page: which way it is turned and its margins, left, top, right, bottom. */
const FRAMES = {
  /** The therapist's text, with labels in a column of their own to the left of it. */
  reading: { landscape: false, margins: [57, 54, 66, 60] },
  /** What a client takes home. */
  handout: { landscape: false, margins: [20 * MILLIMETRE, 48, 20 * MILLIMETRE, 56] },
  form: { landscape: false, margins: [51, 34, 51, 46] },
  wideForm: { landscape: true, margins: [48, 38, 48, 46] },
} as const

export type FrameName = keyof typeof FRAMES

/** The width and height that a frame leaves for what is on the page. */
export function roomOf(name: FrameName): { width: number; height: number } {
  const { landscape, margins } = FRAMES[name]
  const [left, top, right, bottom] = margins
  const [width, height] = landscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE]
  return { width: width - left - right, height: height - top - bottom }
}

/** A run of pages of one kind, beginning on a new page. */
export type Part = {
  readonly frame: FrameName
  readonly content: Content
  /** The title page bears no number. */
  readonly unnumbered?: boolean
}

/** A piece of text that stands under the one before it. */
export type Block = {
  readonly content: Content
  /** The space above it, unless it is first on its page. */
  readonly gap: number
  /** A heading never stands alone at the foot of a page. */
  readonly heading?: boolean
}

/** Sets the blocks under each other, each heading on the same page as what it heads. */
export function set(blocks: readonly Block[]): Content[] {
  return glued(blocks).map(spaced)
}

function spaced({ gap, content }: Block): Content {
  return gap === 0 ? content : { stack: [content], marginTop: gap }
}

function glued(blocks: readonly Block[]): Block[] {
  const done: Block[] = []
  let headings: Block[] = []
  for (const block of blocks) {
    if (block.heading) headings.push(block)
    else if (headings.length === 0) done.push(block)
    else {
      const [first = block, ...rest] = [...headings, block]
      done.push({ gap: first.gap, content: keepTogether([first.content, ...rest.map(spaced)]) })
      headings = []
    }
  }
  return [...done, ...headings]
}

/** These stay on one page. Together they must be lower than a page: what is higher would be cut. */
export function keepTogether(contents: Content[]): Content {
  return { stack: contents, unbreakable: true }
}

const LABEL_WIDTH = 82
const LABEL_GAP = 10

/** The width of the text beside the labels: about 72 characters a line. */
export const TEXT_WIDTH = roomOf('reading').width - LABEL_WIDTH - LABEL_GAP

/** Sets the blocks in the text column, with a label to the left of the first; the label takes no height of its own. */
export function beside(label: string, blocks: readonly Block[], gap?: number): Block[] {
  return blocks.map((block, index) => ({
    ...block,
    gap: index === 0 ? (gap ?? block.gap) : block.gap,
    content: {
      columns: [
        {
          width: LABEL_WIDTH,
          stack: index === 0 ? [{ text: label, style: 'label', relativePosition: { x: 0, y: 1.5 } }] : [],
        },
        { width: TEXT_WIDTH, stack: [block.content] },
      ],
      columnGap: LABEL_GAP,
      unbreakable: true,
    },
  }))
}

/** A title that almost fits on one line is set smaller until it does, rather than leave a word alone on the next. */
export function titleSize(text: string, width: number): number {
  const fits = [25, 24, 23, 22, 21, 20].find(size => text.length * size * 0.485 <= width)
  return fits ?? 23
}

/** How a title is found from elsewhere in the same document, and what it is called among the bookmarks. */
export type Bookmark = { readonly id: string; readonly outline: true; readonly outlineText: string }

export function bookmark(id: string, outlineText: string): Bookmark {
  return { id, outline: true, outlineText }
}

export type Imprint = {
  readonly title: string
  /** At the foot of every page: which manual this is, never whose. */
  readonly foot: string
  /** An instant in UTC, ISO 8601. */
  readonly madeAt: string
}

/** The whole document, ready to be laid out. */
export function documentOf(parts: readonly Part[], { title, foot, madeAt }: Imprint): TDocumentDefinitions {
  return {
    content: parts.map(({ frame, content, unnumbered }) => ({
      section: content,
      pageOrientation: FRAMES[frame].landscape ? 'landscape' : 'portrait',
      pageMargins: [...FRAMES[frame].margins],
      footer: unnumbered === true ? null : footer(frame, foot),
    })),
    pageSize: 'A4',
    language: 'sv-SE',
    displayTitle: true,
    info: { title, creator: 'Arton', producer: 'Arton', creationDate: new Date(madeAt) },
    ...typography,
  }
}

function footer(frame: FrameName, foot: string): DynamicContent {
  const [left, , right, bottom] = FRAMES[frame].margins
  return (page, pages) => ({
    columns: [
      { width: '*', text: foot },
      { width: 'auto', text: `sida ${page} (${pages})` },
    ],
    columnGap: 20,
    style: 'foot',
    margin: [left, bottom - 30, right, 0],
  })
}

/** Serif to read, sans to fill in and to find one's way by. */
export const typography: Pick<TDocumentDefinitions, 'defaultStyle' | 'styles'> = {
  defaultStyle: { font: SERIF, fontSize: 11, lineHeight: 1 },
  styles: {
    eyebrow: { font: SANS, fontSize: 10, bold: true, color: SOFT, lineHeight: 0.9 },
    title: { fontSize: 25, bold: true, lineHeight: 0.9 },
    purpose: { fontSize: 13, italics: true, lineHeight: 0.95 },
    step: { fontSize: 16, bold: true, lineHeight: 0.9 },
    label: { font: SANS, fontSize: 9, bold: true, color: SOFT, lineHeight: 0.9 },
    meta: { font: SANS, fontSize: 9.5, lineHeight: 0.92 },
    foot: { font: SANS, fontSize: 8, color: SOFT, lineHeight: 1 },
    formTitle: { fontSize: 20, bold: true, lineHeight: 0.9 },
    formPurpose: { fontSize: 11, italics: true, lineHeight: 0.9 },
    field: { font: SANS, fontSize: 10.5, bold: true, lineHeight: 0.9 },
    help: { font: SANS, fontSize: 9, color: SOFT, lineHeight: 0.9 },
    cell: { font: SANS, fontSize: 9.5, lineHeight: 0.9 },
    cellHead: { font: SANS, fontSize: 9, bold: true, lineHeight: 0.9 },
    choice: { font: SANS, fontSize: 10.5, lineHeight: 0.9 },
  },
}
