import { z } from 'zod'
import { formAnswers, formId } from './form.ts'
import { command, query } from './operation.ts'
import { outcome, slotId } from './plan.ts'
import {
  clientId,
  day,
  epoch,
  instant,
  line,
  lineOrNone,
  listCode,
  note,
  procedureCode,
  sessionNumber,
  timeOfDay,
  words,
} from './values.ts'

export const sessionId = z.uuid().brand('SessionId')
export type SessionId = z.infer<typeof sessionId>

/** Where a session was held. Any session may be held in any setting: method.md section 5. */
export const setting = z.enum(['locked', 'section27', 'municipality', 'home', 'telephone'])
export type Setting = z.infer<typeof setting>

/** How much of the session the client was there for. */
export const attendance = z.enum(['whole', 'late', 'leftEarly'])
export type Attendance = z.infer<typeof attendance>

/** Who was there beside the client and the therapists: by role only, never by name (L35). */
export const companion = z.enum([
  'relative',
  'contactPerson',
  'coordinator',
  'socialWorker',
  'nextTherapist',
  'interpreter',
  'other',
])
export type Companion = z.infer<typeof companion>

/** A step of the chapter that was begun: the time it took, and whether it was gone through. */
const stepTaken = z.strictObject({
  step: formId,
  /** Whole minutes. */
  minutes: z.int().min(0).max(240),
  done: z.boolean(),
})
export type StepTaken = z.infer<typeof stepTaken>

/** A procedure as it was given; role-plays are counted, 0 when none. */
export const procedureDone = z.strictObject({
  code: procedureCode,
  extent: z.enum(['whole', 'part']),
  rolePlays: z.int().min(0).max(20),
})
export type ProcedureDone = z.infer<typeof procedureDone>

/** Homework as agreed: what, when, where, with whom (P17). */
const homeworkAgreed = z.strictObject({
  what: words.min(1),
  when: words,
  where: words,
  withWhom: words,
})
export type HomeworkAgreed = z.infer<typeof homeworkAgreed>

export const homeworkDone = z.enum(['yes', 'partly', 'no'])
export type HomeworkDone = z.infer<typeof homeworkDone>

/** What came of homework given before. */
export const homeworkReview = z.strictObject({ homeworkId: z.uuid(), done: homeworkDone })

export type HomeworkReview = z.infer<typeof homeworkReview>

export const homework = homeworkAgreed.extend({
  id: z.uuid(),
  givenOn: day,
  reviewedOn: day.optional(),
  /** The session it was followed up in; missing where only its day came along from another unit. */
  reviewedIn: sessionId.optional(),
  done: homeworkDone.optional(),
})
export type Homework = z.infer<typeof homework>

const companions = z.array(companion).max(companion.options.length)
const coTherapists = z.array(line).max(10)
const stepsTaken = z.array(stepTaken).max(40)

const slot = { clientId, slotId }

/** How long a session took: whole minutes. */
const minutes = z.int().min(5).max(240)

/** A mark on a ruler, 0 not at all to 10 wholly. Source: method.md section 10. */
const ruler = z.int().min(0).max(10)

const heldInput = z.strictObject({
  ...slot,
  outcome: outcome.extract(['held', 'partlyHeld']),
  on: day,
  /** Whole minutes. */
  minutes,
  setting,
  attendance,
  present: companions,
  /** Therapists who held it together with the one who signs. */
  coTherapists,
  /** In the order of the chapter; of a continued session only what was done this time. */
  steps: stepsTaken,
  /** Also from other chapters than the session's own. */
  procedures: z.array(procedureDone).max(19),
  homeworkReviewed: z.array(homeworkReview).max(20),
  homeworkGiven: z.array(homeworkAgreed).max(10),
  worksheets: z.array(z.strictObject({ formId, answers: formAnswers })).max(10),
  /** Craving right now, 0 none to 10 strongest. */
  craving: ruler.optional(),
  /** How much the change matters, how far the client trusts to manage it, and how ready they are. */
  importance: ruler.optional(),
  confidence: ruler.optional(),
  readiness: ruler.optional(),
  /** The best change talk heard, in the client's own words. */
  changeTalk: words,
  /** The client's answers to the three questions at the end; empty when not asked. */
  takesAlong: words,
  wouldChange: words,
  howItWas: words,
  /** Of a session held in part: when the rest of it is planned. */
  restOn: day.optional(),
  restAt: timeOfDay.optional(),
  note,
})
export type HeldInput = z.infer<typeof heldInput>

/** A held session of which nothing more is told than when, where and how long. */
export const NOTHING_TICKED: Omit<
  z.input<typeof heldInput>,
  'clientId' | 'slotId' | 'outcome' | 'on' | 'minutes' | 'setting' | 'note'
> = {
  attendance: 'whole',
  present: [],
  coTherapists: [],
  steps: [],
  procedures: [],
  homeworkReviewed: [],
  homeworkGiven: [],
  worksheets: [],
  changeTalk: '',
  takesAlong: '',
  wouldChange: '',
  howItWas: '',
}

const notHeldInput = z.strictObject({
  ...slot,
  outcome: outcome.extract(['declined', 'noShow', 'cancelledByUs', 'notOffered']),
  on: day,
  reasonCode: listCode,
  offerAgainOn: day.optional(),
  note,
})

/** An outcome with what it needs: time when the session was held, a reason when it was not. */
const recordInput = z.discriminatedUnion('outcome', [heldInput, notHeldInput])
export type RecordInput = z.infer<typeof recordInput>

/** A settled session: one attempt at a slot, signed when it is recorded. */
export const session = z.strictObject({
  id: sessionId,
  slotId,
  clientId,
  number: sessionNumber,
  epoch,
  /** 1 for the first attempt at the slot; a declined session may be offered again. */
  attempt: z.int().min(1).max(999),
  outcome,
  on: day,
  minutes: minutes.optional(),
  setting: setting.optional(),
  attendance: attendance.optional(),
  present: companions,
  coTherapists,
  steps: stepsTaken,
  reasonCode: listCode.optional(),
  reasonWords: line.optional(),
  offerAgainOn: day.optional(),
  procedures: z.array(procedureDone).max(19),
  craving: ruler.optional(),
  importance: ruler.optional(),
  confidence: ruler.optional(),
  readiness: ruler.optional(),
  changeTalk: words,
  takesAlong: words,
  wouldChange: words,
  howItWas: words,
  note,
  manualVersion: lineOrNone,
  author: line,
  signedAt: instant,
})
export type Session = z.infer<typeof session>

/** Words found in a client's record, with some of what stands around them. */
const wordsFound = z.strictObject({
  sessionId,
  slotId,
  number: sessionNumber,
  on: day,
  /** What they stand in: a text of the session, or what was added to it afterwards. */
  text: z.enum(['note', 'changeTalk', 'takesAlong', 'wouldChange', 'howItWas', 'addition', 'disagreement']),
  before: z.string(),
  match: z.string(),
  after: z.string(),
})
export type WordsFound = z.infer<typeof wordsFound>

export const sessionContract = {
  'session.record': command(recordInput, z.strictObject({ sessionId })),
  /** The note that a held session writes of itself, from what was ticked: a proposal that may be edited. It says nothing of minutes that nobody knows yet. */
  'session.noteText': query(
    heldInput.omit({ note: true }).extend({ minutes: heldInput.shape.minutes.optional() }),
    z.strictObject({ text: z.string() }),
  ),
  /** Every attempt, in the order they were signed. */
  'session.ofClient': query(z.strictObject({ clientId }), z.array(session)),
  /** Where the words stand in what has been written about the client's sessions, newest first; nowhere else is sought (L18). */
  'session.search': query(z.strictObject({ clientId, words: words.min(2) }), z.array(wordsFound)),
  /** Homework given and not yet reviewed first, then the latest reviewed. */
  'homework.ofClient': query(z.strictObject({ clientId }), z.array(homework)),
}
