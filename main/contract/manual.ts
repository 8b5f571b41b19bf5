import { z } from 'zod'
import { formDefinition, formId } from './form.ts'
import { command, query } from './operation.ts'
import { LONGEST, line, phase, procedureCode, sessionNumber } from './values.ts'

/** What a prompt does in the conversation. Source: method.md section 10. */
const promptKind = z.enum(['open', 'evoke', 'affirm', 'reflect', 'summarise', 'ruler', 'rollWith', 'autonomy'])

/** What is said in a paragraph at the most; a heading is a `line`, and a part of a chapter a `text`. */
const words = z.string().trim().min(1).max(2_000)
const text = z.string().trim().min(1).max(60_000)

/** The settings at the head of a chapter file. */
export const chapterHead = z.strictObject({
  session: sessionNumber,
  title: line,
  phase,
  purpose: words,
  /** Whole minutes; the steps add up to it. */
  minutes: z.literal(60),
  steps: z
    .array(
      z.strictObject({
        id: formId,
        title: line,
        minutes: z.int().min(1).max(60),
        /** The worksheet or exercise filled in at this step. */
        worksheet: formId.optional(),
        exercise: formId.optional(),
      }),
    )
    .min(4)
    .max(30),
  procedures: z.array(procedureCode).min(1).max(19),
  worksheets: z.array(formId).min(1).max(30),
  exercises: z.array(formId).max(30),
  prompts: z
    .array(z.strictObject({ step: formId, kind: promptKind, words }))
    .min(4)
    .max(60),
  /** What to avoid, and at which step. */
  avoid: z
    .array(z.strictObject({ step: formId, words }))
    .min(1)
    .max(60),
  homework: z
    .array(z.strictObject({ what: words, when: words, where: words, withWhom: words }))
    .min(1)
    .max(10),
  materials: z.array(words).min(1).max(30),
  /** Items beside F1–F8 that a supervisor looks for. Source: method.md section 7, F+. */
  fidelity: z.array(words).min(2).max(30),
  locked: words,
  municipal: words,
  /** The 30-minute version: which steps to keep, and for how long; adds up to 30. */
  short: z
    .array(z.strictObject({ step: formId, minutes: z.int().min(1).max(30) }))
    .min(2)
    .max(30),
})
export type ChapterHead = z.infer<typeof chapterHead>

const step = chapterHead.shape.steps.element.extend({
  /** What the therapist does: Markdown with numbered actions. */
  text,
  why: text,
  /** How it can sound: Markdown block quotes. */
  sounds: text,
  /** What to do when it goes another way: a Markdown list. */
  otherwise: text,
})
export type ManualStep = z.infer<typeof step>

const chapter = chapterHead.extend({
  steps: z.array(step),
  before: text,
  shortText: text,
  safety: text.optional(),
  /** The client's page: Markdown in plain Swedish, below its own title. */
  clientSheet: text,
  sheetTitle: line,
  /** The worksheet or exercise printed with the client's page. */
  sheetForm: formId.optional(),
})
export type Chapter = z.infer<typeof chapter>

export const procedure = z.strictObject({
  code: procedureCode,
  title: line,
  english: line,
  core: z.boolean(),
  /** False only for P17, which runs through every session and is not counted as exposure. */
  counted: z.boolean(),
  purpose: words,
  components: z.array(words).min(3).max(30),
})
export type Procedure = z.infer<typeof procedure>

export const manualVersion = z.strictObject({
  /** Names the text: our own, or an organisation's content pack. */
  id: formId,
  title: line,
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  origin: words,
  changes: z
    .array(z.strictObject({ version: line, on: z.iso.date(), what: words }))
    .min(1)
    .max(200),
})
export type ManualVersion = z.infer<typeof manualVersion>

/** A prompt of the general bank, for any session; `avoid` is what to leave out. */
export const bankPrompt = z.strictObject({ kind: z.enum([...promptKind.options, 'avoid']), words })
export type BankPrompt = z.infer<typeof bankPrompt>

/** What can be printed: the book with contents and page numbers, a chapter, a client sheet, a form to fill in by hand, a page. */
const printed = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('book') }),
  z.strictObject({ what: z.literal('chapter'), session: sessionNumber }),
  z.strictObject({ what: z.literal('sheet'), session: sessionNumber }),
  z.strictObject({ what: z.literal('form'), id: formId }),
  z.strictObject({ what: z.literal('page'), id: formId }),
])
export type Printed = z.infer<typeof printed>

/** A place in the manual where the words were found. */
const manualHit = z.strictObject({
  /** As in a link: `chapter/9`, `form/stopCard`, `procedure/P10`, `page/introduction`. */
  place: z.string(),
  /** The step within a chapter. */
  step: formId.optional(),
  title: line,
  before: z.string(),
  match: z.string(),
  after: z.string(),
})
export type ManualHit = z.infer<typeof manualHit>

const entry = chapterHead.pick({ session: true, title: true, phase: true, purpose: true, procedures: true })

const packKey = z.strictObject({ id: formId, version: manualVersion.shape.version })

/** The most characters a content pack may hold in all; our own manual has some 420,000. */
export const LARGEST_PACK = 900_000

/** A text of a content pack by its path within the pack's folder. */
const packFile = z.strictObject({
  path: z.string().regex(/^(?:[a-zA-Z]{1,60}\/)?[a-zA-Z0-9-]{1,100}\.(?:md|yaml)$/),
  text: z.string().max(LARGEST_PACK),
})

/** Something wrong in a manual, in a Swedish sentence, at its place. `line` counts from 1. */
const problem = z.strictObject({ file: z.string(), line: z.int(), what: z.string() })
export type Problem = z.infer<typeof problem>

export const manualContract = {
  'manual.contents': query(
    z.strictObject({}),
    z.strictObject({
      version: manualVersion,
      chapters: z.array(entry),
      procedures: z.array(procedure),
      /** The general bank of MI prompts. */
      bank: z.array(bankPrompt),
      pages: z.array(z.strictObject({ id: formId, title: line })),
      /** Worksheets and exercises, by title. */
      forms: z.array(z.strictObject({ id: formId, title: line, living: z.boolean() })),
    }),
  ),
  'manual.chapter': query(z.strictObject({ session: sessionNumber }), chapter),
  'manual.page': query(z.strictObject({ id: formId }), z.strictObject({ id: formId, title: line, text })),
  'manual.form': query(z.strictObject({ id: formId }), formDefinition),
  /** The manuals that can be used here: our own first, then every content pack ever imported. */
  'manual.list': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        version: manualVersion,
        own: z.boolean(),
        inUse: z.boolean(),
        importedOn: z.iso.date().optional(),
      }),
    ),
  ),
  /** Checks a content pack by the same rules as ours. With a problem nothing is stored; without, it is kept and put in use. */
  'manual.importPack': command(
    z.strictObject({ files: z.array(packFile).min(1).max(400) }),
    z.strictObject({ problems: z.array(problem), imported: z.boolean() }),
  ),
  /** Puts an imported pack in use, or our own manual when none is named. */
  'manual.use': command(z.strictObject({ pack: packKey.optional() }), z.strictObject({})),
  /** Makes a PDF of a part of the manual, or of all of it, and lets the user save it. */
  'manual.print': query(printed, z.strictObject({ fileName: z.string(), saved: z.boolean() })),
  /** Hits within the manual, the best first, each with its place and its words in context. */
  'manual.search': query(z.strictObject({ words: z.string().trim().min(2).max(LONGEST.words) }), z.array(manualHit)),
}
