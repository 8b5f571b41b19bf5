import type { Chapter } from '../../main/contract/manual.ts'
import type { Struck } from '../../main/contract/mistake.ts'
import type { HomeworkAgreed, HomeworkReview, Session } from '../../main/contract/session.ts'
import { isHeld, type OutcomeDraft } from './outcomeDraft.ts'
import { FINISH, isEmptyHomework, type SessionDraft } from './runner/sessionDraft.ts'

/** What was struck with the session, and what it said of homework. */
type SignedWith = { readonly along: readonly Struck[]; readonly reviews: readonly HomeworkReview[] }

/** Where the words go: the place of a draft, and what it begins with. */
export type Carried = { readonly place: string; readonly content: SessionDraft | OutcomeDraft }

/** A signed session as a draft of another: every word of it, to be read through and signed where it belongs. */
export function carriedSession(
  session: Session,
  to: { slotId: string; chapter: Chapter },
  signed: SignedWith,
): Carried {
  const { outcome } = session
  if (isHeld(outcome))
    return { place: `session:${to.slotId}`, content: sessionDraft({ ...session, outcome }, to.chapter, signed) }
  const { on, reasonCode = '', offerAgainOn = '', note } = session
  return {
    place: `outcome:${to.slotId}`,
    content: { outcome, on, minutes: 60, reasonCode, offerAgainOn, note },
  }
}

const HOMEWORK_PARTS = ['what', 'when', 'where', 'withWhom'] as const

/** A session's draft with homework that belongs to it, at the page where it stands; once, however often it is carried there. */
export function withHomework(draft: SessionDraft, { what, when, where, withWhom }: HomeworkAgreed): SessionDraft {
  const carried = { what, when, where, withWhom }
  const given = draft.homeworkGiven.filter(each => !isEmptyHomework(each))
  const isThere = given.some(each => HOMEWORK_PARTS.every(part => each[part] === carried[part]))
  return { ...draft, step: FINISH, borrowed: undefined, homeworkGiven: isThere ? given : [...given, carried] }
}

function sessionDraft(
  session: Session & Pick<SessionDraft, 'outcome'>,
  chapter: Chapter,
  { along, reviews }: SignedWith,
): SessionDraft {
  const { procedures, steps, craving, importance, confidence, readiness } = session
  const own = new Set(chapter.steps.map(each => each.id))
  const taken = steps.filter(each => own.has(each.step))
  const sheets = along.flatMap(({ record }) => (record.kind === 'worksheet' ? [record.worksheet] : []))
  const given = along.flatMap(({ record }) => (record.kind === 'homework' ? [record.homework] : []))
  return {
    step: FINISH,
    done: taken.filter(each => each.done).map(each => each.step),
    spent: Object.fromEntries(taken.map(each => [each.step, each.minutes * 60_000])),
    worksheets: Object.fromEntries(sheets.map(each => [each.formId, each.answers])),
    began: Object.fromEntries(sheets.map(each => [each.formId, ''])),
    procedures: Object.fromEntries(procedures.map(each => [each.code, each])),
    added: procedures.map(each => each.code).filter(each => !chapter.procedures.includes(each)),
    homeworkReviewed: Object.fromEntries(reviews.map(each => [each.homeworkId, each.done])),
    homeworkGiven: given.map(({ what, when, where, withWhom }) => ({ what, when, where, withWhom })),
    craving,
    importance,
    confidence,
    readiness,
    changeTalk: session.changeTalk,
    takesAlong: session.takesAlong,
    wouldChange: session.wouldChange,
    howItWas: session.howItWas,
    outcome: session.outcome,
    on: session.on,
    minutes: session.minutes,
    setting: session.setting ?? 'municipality',
    attendance: session.attendance ?? 'whole',
    present: session.present,
    coTherapists: session.coTherapists.join(', '),
    restOn: '',
    restAt: '',
    note: session.note,
    noteEdited: true,
  }
}
