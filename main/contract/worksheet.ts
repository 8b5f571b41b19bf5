import { z } from 'zod'
import { formAnswers, formId } from './form.ts'
import { command, query } from './operation.ts'
import { sessionId } from './session.ts'
import { clientId, day, line, sessionNumber } from './values.ts'

/** A filled-in worksheet or exercise. A living document's newest answer is what counts; all are kept. */
export const worksheetAnswer = z.strictObject({
  id: z.uuid(),
  clientId,
  formId,
  /** The version of the form that was answered. */
  version: z.int().min(1),
  answeredOn: day,
  sessionId: sessionId.optional(),
  /** The number of the session it was filled in at. */
  sessionNumber: sessionNumber.optional(),
  answers: formAnswers,
  author: line,
})
export type WorksheetAnswer = z.infer<typeof worksheetAnswer>

/** The form whose numbers are drawn over time, and its field of twelve areas. */
export const SATISFACTION = { formId: 'satisfactionScale', areas: 'areas' } as const

/** One life area's scores over time; a missing score is a gap, never a zero. */
const areaSeries = z.strictObject({
  area: formId,
  label: line,
  points: z.array(
    z.strictObject({
      on: day,
      score: z.int().min(1).max(10).optional(),
      /** The client's own words about the area that day. */
      words: z.string().optional(),
    }),
  ),
})
export type AreaSeries = z.infer<typeof areaSeries>

/** A form with a history here: how often it has been filled in, and when. */
const formHistory = z.strictObject({
  formId,
  /** The form's id where the manual in use does not have it. */
  title: line,
  living: z.boolean(),
  /** 0 for a living document that is still waited for. */
  times: z.int().min(0),
  firstOn: day.optional(),
  latestOn: day.optional(),
})
export type FormHistory = z.infer<typeof formHistory>

export const worksheetContract = {
  /**
   * Keeps a filled-in form. The day on the sheet itself counts before `answeredOn`; the client's answer to the offer
   * of CRA goes to the ledger of offers too, once.
   */
  'worksheet.answer': command(
    z.strictObject({ clientId, formId, answeredOn: day, answers: formAnswers }),
    worksheetAnswer,
  ),
  /** From first to last. */
  'worksheet.ofClient': query(z.strictObject({ clientId }), z.array(worksheetAnswer)),
  /** Every answer to one form, from first to last. */
  'worksheet.ofForm': query(z.strictObject({ clientId, formId }), z.array(worksheetAnswer)),
  /** The living documents in the manual's order, also those still to be made; then what else has been filled in, the latest first. */
  'worksheet.formsOfClient': query(z.strictObject({ clientId }), z.array(formHistory)),
  /** Tillfredsskalan: twelve areas, 1 to 10, never summed (method.md section 4). */
  'scale.ofClient': query(
    z.strictObject({ clientId }),
    z.strictObject({
      areas: z.array(areaSeries),
      /** What 1 and 10 mean, in the form's words. */
      ends: z.strictObject({ low: line, high: line }).optional(),
      /** The client's latest own words: the comment on the sheet, else what was said about an area of it. */
      latest: z.strictObject({ on: day, words: z.string(), area: line.optional() }).optional(),
    }),
  ),
}
