import { z } from 'zod'
import { formAnswers, formId } from './form.ts'
import { command, query } from './operation.ts'
import { sessionId } from './session.ts'
import { clientId, day, line } from './values.ts'

/** A filled-in worksheet or exercise. A living document's newest answer is what counts; all are kept. */
export const worksheetAnswer = z.strictObject({
  id: z.uuid(),
  clientId,
  formId,
  /** The version of the form that was answered. */
  version: z.int().min(1),
  answeredOn: day,
  sessionId: sessionId.optional(),
  answers: formAnswers,
  author: line,
})
export type WorksheetAnswer = z.infer<typeof worksheetAnswer>

/** One life area's scores over time; a missing score is a gap, never a zero. */
export const areaSeries = z.strictObject({
  area: formId,
  label: line,
  points: z.array(z.strictObject({ on: day, score: z.int().min(1).max(10).optional() })),
})
export type AreaSeries = z.infer<typeof areaSeries>

export const worksheetContract = {
  'worksheet.answer': command(
    z.strictObject({ clientId, formId, answeredOn: day, answers: formAnswers }),
    worksheetAnswer,
  ),
  /** From first to last. */
  'worksheet.ofClient': query(z.strictObject({ clientId }), z.array(worksheetAnswer)),
  /** Tillfredsskalan: twelve areas, 1 to 10, never summed (method.md section 4). */
  'scale.ofClient': query(
    z.strictObject({ clientId }),
    z.strictObject({ areas: z.array(areaSeries), latest: z.strictObject({ on: day, words: z.string() }).optional() }),
  ),
}
