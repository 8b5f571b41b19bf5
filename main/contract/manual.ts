import { z } from 'zod'
import { formDefinition, formId } from './form.ts'
import { query } from './operation.ts'
import { phase, procedureCode, sessionNumber } from './values.ts'

/** What a prompt does in the conversation. Source: method.md section 10. */
export const promptKind = z.enum(['open', 'evoke', 'affirm', 'reflect', 'summarise', 'ruler', 'rollWith', 'autonomy'])
export type PromptKind = z.infer<typeof promptKind>

const words = z.string().trim().min(1)

/** The settings at the head of a chapter file. */
export const chapterHead = z.strictObject({
  session: sessionNumber,
  title: words,
  phase,
  purpose: words,
  /** Whole minutes; the steps add up to it. */
  minutes: z.literal(60),
  steps: z
    .array(
      z.strictObject({
        id: formId,
        title: words,
        minutes: z.int().min(1).max(60),
        /** The worksheet or exercise filled in at this step. */
        worksheet: formId.optional(),
        exercise: formId.optional(),
      }),
    )
    .min(4),
  procedures: z.array(procedureCode).min(1),
  worksheets: z.array(formId).min(1),
  exercises: z.array(formId),
  prompts: z.array(z.strictObject({ step: formId, kind: promptKind, words })).min(4),
  /** What to avoid, and at which step. */
  avoid: z.array(z.strictObject({ step: formId, words })).min(1),
  homework: z.array(z.strictObject({ what: words, when: words, where: words, withWhom: words })).min(1),
  materials: z.array(words).min(1),
  /** Items beside F1–F8 that a supervisor looks for. Source: method.md section 7, F+. */
  fidelity: z.array(words).min(2),
  locked: words,
  municipal: words,
  /** The 30-minute version: which steps to keep, and for how long; adds up to 30. */
  short: z.array(z.strictObject({ step: formId, minutes: z.int().min(1).max(30) })).min(2),
})
export type ChapterHead = z.infer<typeof chapterHead>

const step = chapterHead.shape.steps.element.extend({
  /** What the therapist does: Markdown with numbered actions. */
  text: words,
  why: words,
  /** How it can sound: Markdown block quotes. */
  sounds: words,
  /** What to do when it goes another way: a Markdown list. */
  otherwise: words,
})
export type ManualStep = z.infer<typeof step>

export const chapter = chapterHead.extend({
  steps: z.array(step),
  before: words,
  shortText: words,
  safety: words.optional(),
  /** The client's page: Markdown in plain Swedish. */
  clientSheet: words,
})
export type Chapter = z.infer<typeof chapter>

export const procedure = z.strictObject({
  code: procedureCode,
  title: words,
  english: words,
  core: z.boolean(),
  /** False only for P17, which runs through every session and is not counted as exposure. */
  counted: z.boolean(),
  purpose: words,
  components: z.array(words).min(3),
})
export type Procedure = z.infer<typeof procedure>

export const manualVersion = z.strictObject({
  /** Names the text: our own, or an organisation's content pack. */
  id: formId,
  title: words,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  origin: words,
  changes: z.array(z.strictObject({ version: z.string(), on: z.iso.date(), what: words })).min(1),
})
export type ManualVersion = z.infer<typeof manualVersion>

/** A prompt of the general bank, for any session; `avoid` is what to leave out. */
export const bankPrompt = z.strictObject({ kind: z.enum([...promptKind.options, 'avoid']), words })
export type BankPrompt = z.infer<typeof bankPrompt>

const entry = chapterHead.pick({ session: true, title: true, phase: true, purpose: true, procedures: true })

export const manualContract = {
  'manual.contents': query(
    z.strictObject({}),
    z.strictObject({
      version: manualVersion,
      chapters: z.array(entry),
      procedures: z.array(procedure),
      pages: z.array(z.strictObject({ id: formId, title: words })),
    }),
  ),
  'manual.chapter': query(z.strictObject({ session: sessionNumber }), chapter),
  'manual.page': query(z.strictObject({ id: formId }), z.strictObject({ id: formId, title: words, text: words })),
  'manual.form': query(z.strictObject({ id: formId }), formDefinition),
}
