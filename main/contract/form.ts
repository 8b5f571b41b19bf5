import { z } from 'zod'
import { day, LONGEST, line, timeOfDay, words } from './values.ts'

/**
 * Forms as data: a worksheet or exercise is a list of typed fields, written in `manual/` as YAML.
 * The form on screen, the check of the answers, the print and the handover all follow from it.
 */
const fieldId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{1,39}$/)
  .refine(id => !(id in {}), 'är ett ord som programmet självt använder') // an answer is looked up by it

/** A name for a thing in the manual: worksheet, exercise or step; an identifier in English. */
export const formId = fieldId

const option = z.strictObject({ value: fieldId, label: line })

const labelled = { id: fieldId, label: line, help: z.string().max(1_000).optional() }
/** Options, items or rows of one field; fields of one form. */
const MOST = 60

/** The ends of a scale, in words, as the client sees them. */
const ends = { min: z.int().min(0).max(1), max: z.int().min(2).max(10), low: line, high: line }

const textField = z.strictObject({
  kind: z.literal('text'),
  ...labelled,
  rows: z.int().min(1).max(12).default(1),
  /** Characters: fewer where little is to be written, as about someone else than the client (L35). */
  atMost: z.int().min(10).max(LONGEST.words).default(LONGEST.words),
})
const dayField = z.strictObject({ kind: z.literal('day'), ...labelled })
const timeField = z.strictObject({ kind: z.literal('time'), ...labelled })
const numberField = z.strictObject({
  kind: z.literal('number'),
  ...labelled,
  min: z.int().min(-1_000_000).max(1_000_000),
  max: z.int().min(-1_000_000).max(1_000_000),
  unit: z.string().max(40).optional(),
})
const scaleField = z.strictObject({ kind: z.literal('scale'), ...labelled, ...ends })
const choiceField = z.strictObject({
  kind: z.literal('choice'),
  ...labelled,
  options: z.array(option).min(2).max(MOST),
})
const tickField = z.strictObject({ kind: z.literal('tick'), ...labelled })
const column = z.discriminatedUnion('kind', [
  textField,
  dayField,
  timeField,
  numberField,
  scaleField,
  choiceField,
  tickField,
])

/**
 * A field may say that its answer is needed elsewhere too, so that nothing is asked twice and no code knows a sheet
 * by its name. What becomes of it stands in `feeds.ts`; that the field can carry it, in the manual's rules.
 */
const formField = z.discriminatedUnion('kind', [
  textField,
  /** `answeredOn`: the day the sheet was filled in. The others belong to the answer to the offer of CRA. */
  dayField.extend({ feeds: z.enum(['answeredOn', 'offeredOn', 'askAgainOn']).optional() }),
  timeField,
  numberField,
  /** `craving`: the same as the session's craving right now, 0 to 10. */
  scaleField.extend({ feeds: z.literal('craving').optional() }),
  /** The client's answer to the offer of CRA, and the reason for another answer than yes: to the ledger of offers. */
  choiceField.extend({ feeds: z.enum(['offerAnswer', 'offerReason']).optional() }),
  tickField,
  /** Several of the options. */
  z.strictObject({ kind: z.literal('choices'), ...labelled, options: z.array(option).min(2).max(MOST) }),
  /** Short lines, one thing each. `atLeast` is the method's wish, shown but never forced. */
  z.strictObject({
    kind: z.literal('list'),
    ...labelled,
    atLeast: z.int().min(1).max(20).default(1),
    atMost: z.int().min(1).max(20).default(10),
  }),
  /** One whole number on the same scale for each item; an item may be left out. */
  z.strictObject({
    kind: z.literal('ratings'),
    ...labelled,
    ...ends,
    items: z.array(option).min(2).max(MOST),
    /** The answer that holds the client's own words about each item, beside the numbers. Without it none are asked for. */
    wordsId: fieldId.optional(),
  }),
  /** Rows of small fields: free rows, or one row for each of `rows`. */
  z.strictObject({
    kind: z.literal('table'),
    ...labelled,
    columns: z.array(column).min(1).max(8),
    rows: z.array(option).max(MOST).default([]),
    /** Columns `first`, `between` and `latest` may be filled in from the scores of Tillfredsskalan, a row an area. */
    filledFrom: z.literal('scores').optional(),
    /** Another form about the same: what was last written on it is shown beside the table. */
    recalls: formId.optional(),
    atMost: z.int().min(1).max(60).default(12),
  }),
])
export type FormField = z.infer<typeof formField>
export type FormColumn = z.infer<typeof column>

/** A worksheet or exercise. A changed meaning of a field gets a new id, never the old one. */
export const formDefinition = z.strictObject({
  id: formId,
  version: z.int().min(1).max(100_000),
  title: line,
  /** One sentence to the client: what the form is good for. */
  purpose: z.string().min(1).max(1_000),
  /** A living document: later sessions update it, and the newest version is what counts. */
  living: z.boolean().default(false),
  /** How it is printed: a page of A4, or a card of 85 × 54 mm for the wallet. */
  paper: z.enum(['page', 'card']).default('page'),
  /** The numbers to ring that stand on the sheet: an empty list in its file asks for them, and the core fills it. */
  numbers: z
    .array(z.strictObject({ words: z.string().max(200), number: z.string().max(40) }))
    .max(MOST)
    .optional(),
  fields: z.array(formField).min(1).max(MOST),
})
export type FormDefinition = z.infer<typeof formDefinition>

function answerTo(field: FormField | FormColumn): z.ZodType {
  switch (field.kind) {
    case 'text':
      return z.string().trim().max(field.atMost)
    case 'day':
      return day
    case 'time':
      return timeOfDay
    case 'number':
    case 'scale':
      return z.int().min(field.min).max(field.max)
    case 'tick':
      return z.boolean()
    case 'choice':
      return z.enum(field.options.map(each => each.value))
    case 'choices':
      return z.array(z.enum(field.options.map(each => each.value))).max(field.options.length)
    case 'list':
      return z.array(words).max(field.atMost)
    case 'ratings':
      return z.strictObject(optionalFor(field.items.map(each => [each.value, z.int().min(field.min).max(field.max)])))
    case 'table':
      return z.array(tableRow(field)).max(field.rows.length || field.atMost)
  }
}

function tableRow(field: Extract<FormField, { kind: 'table' }>): z.ZodType {
  const cells = optionalFor(field.columns.map(each => [each.id, answerTo(each)]))
  return field.rows.length === 0
    ? z.strictObject(cells)
    : z.strictObject({ row: z.enum(field.rows.map(each => each.value)), ...cells })
}

/** The client's own words about what is rated, kept beside the numbers under an id of their own. */
function wordsAbout(field: FormField): [string, z.ZodType][] {
  if (field.kind !== 'ratings' || field.wordsId === undefined) return []
  return [[field.wordsId, z.strictObject(optionalFor(field.items.map(each => [each.value, words])))]]
}

/** What a field of a form is called on screen, with the column or the item of it that a path leads to. */
export function labelAt(form: FormDefinition, [id, ...below]: readonly PropertyKey[]): string | undefined {
  const field = form.fields.find(each => each.id === id || (each.kind === 'ratings' && each.wordsId === id))
  if (field?.kind === 'table') return joined(field.label, field.columns.find(each => below.includes(each.id))?.label)
  if (field?.kind === 'ratings') return joined(field.label, field.items.find(each => below.includes(each.value))?.label)
  return field?.label
}

const joined = (whole: string, part: string | undefined) => (part === undefined ? whole : `${whole}, ${part}`)

function optionalFor(entries: [string, z.ZodType][]): Record<string, z.ZodOptional> {
  return Object.fromEntries(entries.map(([id, type]) => [id, type.optional()]))
}

const made = new WeakMap<FormDefinition, z.ZodType<FormAnswers>>()

/**
 * What may be answered to a form. Every field may be left out: a half-filled sheet is worth keeping.
 * Made once for each form, since making it costs ten times what checking by it does.
 */
export function answersTo(definition: FormDefinition): z.ZodType<FormAnswers> {
  const found = made.get(definition)
  if (found !== undefined) return found
  const fields = optionalFor(definition.fields.flatMap(each => [[each.id, answerTo(each)], ...wordsAbout(each)]))
  const fresh = z.strictObject(fields) as z.ZodType<FormAnswers>
  made.set(definition, fresh)
  return fresh
}

/** One answer or one cell, whatever its form: the most that any field can take. */
const anyCell = z.union([words, z.int().min(-100_000).max(100_000), z.boolean()])
const anyCells = z.record(fieldId, anyCell).refine(each => Object.keys(each).length <= 60)

/** Answers to a form that need not be known here, as another unit sends them: of the size and shape that a form can have. */
export const anyFormAnswers: z.ZodType<FormAnswers> = z
  .record(fieldId, z.union([anyCell, anyCells, z.array(z.union([anyCell, anyCells])).max(60)]))
  .refine(each => Object.keys(each).length <= 200)

/** Answers by field id, before they are checked against their form. */
export const formAnswers = z.record(fieldId, z.json())
export type FormAnswers = z.infer<typeof formAnswers>
