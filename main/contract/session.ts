import { z } from 'zod'
import { formAnswers, formId } from './form.ts'
import { command, query } from './operation.ts'
import {
  clientId,
  day,
  instant,
  line,
  listCode,
  phase,
  procedureCode,
  prose,
  sessionNumber,
  timeOfDay,
} from './values.ts'

/** How a planned session ended. Exhaustive: product.md section 4. */
export const outcome = z.enum(['held', 'partlyHeld', 'declined', 'noShow', 'cancelledByUs', 'notOffered'])
export type Outcome = z.infer<typeof outcome>

export const slotId = z.uuid().brand('SlotId')
export type SlotId = z.infer<typeof slotId>
export const sessionId = z.uuid().brand('SessionId')
export type SessionId = z.infer<typeof sessionId>

/** Where a session was held. Any session may be held in any setting: method.md section 5. */
export const setting = z.enum(['locked', 'section27', 'municipality', 'home', 'telephone'])
export type Setting = z.infer<typeof setting>

/** A procedure as it was given; role-plays are counted, 0 when none. */
export const procedureDone = z.strictObject({
  code: procedureCode,
  extent: z.enum(['whole', 'part']),
  rolePlays: z.int().min(0).max(20),
})
export type ProcedureDone = z.infer<typeof procedureDone>

/** Homework as agreed: what, when, where, with whom (P17). */
export const homeworkAgreed = z.strictObject({
  what: line,
  when: z.string().trim().max(200),
  where: z.string().trim().max(200),
  withWhom: z.string().trim().max(200),
})
export type HomeworkAgreed = z.infer<typeof homeworkAgreed>

export const homeworkDone = z.enum(['yes', 'partly', 'no'])
export type HomeworkDone = z.infer<typeof homeworkDone>

export const homework = homeworkAgreed.extend({
  id: z.uuid(),
  givenOn: day,
  reviewedOn: day.optional(),
  done: homeworkDone.optional(),
})
export type Homework = z.infer<typeof homework>

const slot = { clientId, slotId }

const heldInput = z.strictObject({
  ...slot,
  outcome: outcome.extract(['held', 'partlyHeld']),
  on: day,
  /** Whole minutes. */
  minutes: z.int().min(5).max(240),
  setting,
  procedures: z.array(procedureDone).max(19),
  homeworkReviewed: z.array(z.strictObject({ homeworkId: z.uuid(), done: homeworkDone })).max(20),
  homeworkGiven: z.array(homeworkAgreed).max(10),
  worksheets: z.array(z.strictObject({ formId, answers: formAnswers })).max(10),
  /** Craving right now, 0 none to 10 strongest. */
  craving: z.int().min(0).max(10).optional(),
  /** The best change talk heard, in the client's own words. */
  changeTalk: z.string().trim().max(200),
  /** What the client takes along and would change. */
  feedback: z.string().trim().max(1_000),
  note: prose,
})
export type HeldInput = z.infer<typeof heldInput>

const notHeldInput = z.strictObject({
  ...slot,
  outcome: outcome.extract(['declined', 'noShow', 'cancelledByUs', 'notOffered']),
  on: day,
  reasonCode: listCode,
  offerAgainOn: day.optional(),
  note: prose,
})

/** An outcome with what it needs: time when the session was held, a reason when it was not. */
export const recordInput = z.discriminatedUnion('outcome', [heldInput, notHeldInput])
export type RecordInput = z.infer<typeof recordInput>

/** A settled session: one attempt at a slot, signed when it is recorded. */
export const session = z.strictObject({
  id: sessionId,
  slotId,
  clientId,
  number: sessionNumber,
  epoch: z.int().min(1),
  /** 1 for the first attempt at the slot; a declined session may be offered again. */
  attempt: z.int().min(1),
  outcome,
  on: day,
  minutes: z.int().optional(),
  setting: setting.optional(),
  reasonCode: listCode.optional(),
  reasonWords: line.optional(),
  offerAgainOn: day.optional(),
  procedures: z.array(procedureDone),
  craving: z.int().optional(),
  changeTalk: z.string(),
  feedback: z.string(),
  note: z.string(),
  manualVersion: z.string(),
  author: line,
  signedAt: instant,
})
export type Session = z.infer<typeof session>

/** A place in the client's plan: eighteen by default, in any order. */
export const slotState = z.strictObject({
  id: slotId,
  number: sessionNumber,
  phase,
  plannedOn: day.optional(),
  plannedAt: timeOfDay.optional(),
  /** Of the latest attempt; undefined until the slot has been settled. */
  outcome: outcome.optional(),
  settledOn: day.optional(),
  reasonWords: line.optional(),
  offerAgainOn: day.optional(),
  attempts: z.int().min(0),
})
export type SlotState = z.infer<typeof slotState>

export const sessionContract = {
  'plan.ofClient': query(z.strictObject({ clientId }), z.array(slotState)),
  'plan.schedule': command(z.strictObject({ ...slot, plannedOn: day, plannedAt: timeOfDay.optional() }), slotState),
  'session.record': command(recordInput, z.strictObject({ sessionId })),
  /** The note that a held session writes of itself, from what was ticked: a proposal that may be edited. */
  'session.noteText': query(heldInput.omit({ note: true }), z.strictObject({ text: prose })),
  /** Every attempt, in the order they were signed. */
  'session.ofClient': query(z.strictObject({ clientId }), z.array(session)),
  /** Homework given and not yet reviewed first, then the latest reviewed. */
  'homework.ofClient': query(z.strictObject({ clientId }), z.array(homework)),
}
