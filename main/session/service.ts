import { custodyOf } from '../../db/repositories/client.ts'
import { lifetimeOf } from '../../db/repositories/identity.ts'
import { allReasons } from '../../db/repositories/list.ts'
import type { Which } from '../../db/repositories/mistake.ts'
import { scheduleSlot, slotOf } from '../../db/repositories/plan.ts'
import { remarksOf } from '../../db/repositories/remark.ts'
import {
  homeworkOf,
  insertHomework,
  insertSession,
  nextAttempt,
  reviewHomework,
  type SessionRow,
  sessionsOf,
} from '../../db/repositories/session.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import { fieldFeeding } from '../contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../contract/form.ts'
import type { Checked } from '../contract/index.ts'
import type { SlotId } from '../contract/plan.ts'
import type { HeldInput, Homework, RecordInput, Session, SessionId, WordsFound } from '../contract/session.ts'
import type { ClientId } from '../contract/values.ts'
import { refuseOutsideLife } from '../identity/lifetime.ts'
import { inForce } from '../list/inForce.ts'
import { findWords } from './findWords.ts'
import { noteText } from './noteText.ts'

export function sessionsOfClient({ db }: Context, { clientId }: { clientId: ClientId }, which?: Which): Session[] {
  return sessionsOf(db, clientId, which).map(({ authorId: _author, authorName, ...row }) => ({
    ...withoutNulls(row),
    author: authorName,
  }))
}

export function searchSessions(context: Context, { clientId, words }: Checked<'session.search'>): WordsFound[] {
  return findWords(sessionsOfClient(context, { clientId }), remarksOf(context.db, clientId), words)
}

export function homeworkOfClient({ db }: Context, { clientId }: { clientId: ClientId }, which?: Which): Homework[] {
  return homeworkOf(db, clientId, which).map(row =>
    withoutNulls({
      id: row.id,
      what: row.what,
      when: row.when,
      where: row.where,
      withWhom: row.withWhom,
      givenOn: row.givenOn,
      reviewedOn: row.reviewedOn,
      reviewedIn: row.reviewedIn,
      done: row.done,
    }),
  )
}

/**
 * Signs one attempt at a slot. Earlier attempts stay as they are; a session that was held whole is
 * closed, one held in part may be continued, and one that was not held may be offered again. The rest of a
 * session that is split is planned in the same breath.
 *
 * Returns the session's id; worksheets are kept by the caller in the same transaction.
 */
export function recordSession(context: Context, input: RecordInput): SessionId {
  const { db, user } = context
  if (input.on > context.today()) refuse('day-in-future')
  refuseOutsideLife(lifetimeOf(db, input.clientId), input.on)
  const { latest } = slotOf(db, input.clientId, input.slotId) ?? refuse('not-found')
  if (latest?.outcome === 'held') refuse('already-held')
  if (isHeld(input)) checkHeld(input)
  else checkReason(context, input)

  const row: SessionRow = {
    ...contentOf(input),
    id: context.newId<SessionId>(),
    slotId: input.slotId,
    clientId: input.clientId,
    epoch: custodyOf(db, input.clientId)?.epoch ?? refuse('not-found'),
    attempt: nextAttempt(db, input.slotId),
    outcome: input.outcome,
    on: input.on,
    note: input.note,
    manualVersion: `${context.manual.version.id} ${context.manual.version.version}`,
    authorId: user.id,
    authorName: user.name,
    signedAt: context.now(),
  }
  insertSession(db, row, isHeld(input) ? input.procedures : [])
  if (isHeld(input)) {
    recordHomework(context, input, row)
    const { restOn: plannedOn, restAt: plannedAt = null } = input
    if (plannedOn !== undefined) scheduleSlot(db, input.clientId, input.slotId, { plannedOn, plannedAt })
  }
  return row.id
}

function isHeld(input: RecordInput): input is HeldInput {
  return input.outcome === 'held' || input.outcome === 'partlyHeld'
}

/** The columns that only a session that was held fills, and the two that only one that was not. */
function contentOf(input: RecordInput) {
  if (!isHeld(input)) return { ...NOT_HELD, reasonCode: input.reasonCode, offerAgainOn: input.offerAgainOn ?? null }
  return {
    minutes: input.minutes,
    setting: input.setting,
    attendance: input.attendance,
    present: input.present,
    coTherapists: input.coTherapists,
    steps: input.steps,
    reasonCode: null,
    offerAgainOn: null,
    craving: input.craving ?? null,
    importance: input.importance ?? null,
    confidence: input.confidence ?? null,
    readiness: input.readiness ?? null,
    changeTalk: input.changeTalk,
    takesAlong: input.takesAlong,
    wouldChange: input.wouldChange,
    howItWas: input.howItWas,
  }
}

const NOT_HELD = {
  minutes: null,
  setting: null,
  attendance: null,
  present: [],
  coTherapists: [],
  steps: [],
  craving: null,
  importance: null,
  confidence: null,
  readiness: null,
  changeTalk: '',
  takesAlong: '',
  wouldChange: '',
  howItWas: '',
}

/** Each procedure, step and companion stands once; only of a session held in part is there a rest to plan. */
function checkHeld({ procedures, steps, present, outcome, on, restOn, restAt }: HeldInput): void {
  const once = (field: string, all: readonly string[]) =>
    new Set(all).size === all.length || refuse('invalid-input', { field })
  once(
    'procedures',
    procedures.map(each => each.code),
  )
  once(
    'steps',
    steps.map(each => each.step),
  )
  once('present', present)
  if (restOn === undefined ? restAt !== undefined : outcome === 'held') refuse('invalid-input', { field: 'restOn' })
  if (restOn !== undefined && restOn < on) refuse('days-reversed')
}

/** A client's reason for what the client did, ours for what we did. */
function checkReason(context: Context, input: Exclude<RecordInput, HeldInput>): void {
  const reason = inForce(allReasons(context.db), input.reasonCode, input.on)
  const ours = input.outcome === 'cancelledByUs' || input.outcome === 'notOffered'
  if ((reason.side === 'service') !== ours) refuse('reason-does-not-fit')
  if (input.offerAgainOn !== undefined && input.offerAgainOn < input.on) refuse('days-reversed')
}

function recordHomework(context: Context, input: HeldInput, { id, epoch }: SessionRow): void {
  for (const { homeworkId, done } of input.homeworkReviewed) {
    const review = { reviewedIn: id, reviewedOn: input.on, done }
    if (!reviewHomework(context.db, input.clientId, homeworkId, review)) refuse('not-found')
  }
  insertHomework(
    context.db,
    input.homeworkGiven.map((each, index) => ({
      id: context.newId<string>(),
      clientId: input.clientId satisfies ClientId,
      epoch,
      givenIn: id,
      givenOn: input.on,
      position: index + 1,
      ...each,
      reviewedIn: null,
      reviewedOn: null,
      done: null,
    })),
  )
}

/** The note as it stands when nobody has written in it. */
export function proposeNote(context: Context, held: Checked<'session.noteText'>): { text: string } {
  const { db, manual } = context
  const { slot, latest } = slotOf(db, held.clientId, held.slotId) ?? refuse('not-found')
  const given = homeworkOf(db, held.clientId)
  const chapter = manual.chapters.find(each => each.session === slot.number)
  const text = noteText({
    number: slot.number,
    chapter: chapter ?? { title: '', steps: [], procedures: [] },
    earlier: latest === null ? [] : earlierParts(context, held), // asked while someone types
    held: {
      ...held,
      worksheets: held.worksheets.filter(each => !isFedOnly(manual.forms.get(each.formId), each.answers)),
    },
    procedureTitle: code => manual.procedures.find(each => each.code === code)?.title ?? code,
    formTitle: id => manual.forms.get(id)?.title ?? id,
    homeworkWords: id => given.find(each => each.id === id)?.what ?? '',
  })
  return { text }
}

/** True of a sheet that says no more than the session's craving: nobody sat down and filled it in. */
function isFedOnly(form: FormDefinition | undefined, answers: FormAnswers): boolean {
  const fed = form === undefined ? undefined : fieldFeeding(form, 'craving')
  return fed !== undefined && Object.keys(answers).every(each => each === fed)
}

/** The parts of the session that were held before, in their order. */
function earlierParts({ db }: Context, { clientId, slotId }: { clientId: ClientId; slotId: SlotId }) {
  return sessionsOf(db, clientId).filter(each => each.slotId === slotId && each.outcome === 'partlyHeld')
}
