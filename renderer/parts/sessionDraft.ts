import type { Client } from '../../main/contract/client.ts'
import type { FormAnswers } from '../../main/contract/form.ts'
import type { Input } from '../../main/contract/index.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import type {
  Attendance,
  Companion,
  Homework,
  HomeworkAgreed,
  HomeworkDone,
  Outcome,
  ProcedureDone,
  Session,
  Setting,
  SlotState,
} from '../../main/contract/session.ts'
import { goneThrough, proposedMinutes, type Spent, stepsTaken } from './sessionTime.ts'

/** What is shown in the place of the step: a step of another chapter, or a form of the manual. */
export type Borrowed = { session: number; step: string } | { form: string }

/** Everything typed during a session and not yet signed. */
export type SessionDraft = {
  /** The step shown; `finish` is the last page, where the session is signed. */
  step: string
  borrowed?: Borrowed | undefined
  /** Steps gone through, and actions done as `step:index`. */
  done: string[]
  /** Milliseconds that each step has been shown. */
  spent: Spent
  worksheets: Record<string, FormAnswers>
  procedures: Record<string, ProcedureDone>
  /** Procedures brought in from other chapters, ticked or not. */
  added: string[]
  homeworkReviewed: Record<string, HomeworkDone>
  homeworkGiven: HomeworkAgreed[]
  craving?: number | undefined
  importance?: number | undefined
  confidence?: number | undefined
  readiness?: number | undefined
  changeTalk: string
  takesAlong: string
  wouldChange: string
  howItWas: string
  outcome: Extract<Outcome, 'held' | 'partlyHeld'>
  on: string
  /** As someone wrote them; until then they are proposed from the time taken. */
  minutes?: number | undefined
  setting: Setting
  attendance: Attendance
  present: Companion[]
  /** Names with commas between. */
  coTherapists: string
  /** When the rest of a split session is planned; empty when it is not. */
  restOn: string
  restAt: string
  note: string
  /** True once someone has written in the note: from then on it is theirs, and is not written over. */
  noteEdited: boolean
}

/** The session that is held, with what is known from before. */
export type Held = {
  readonly client: Client
  readonly slot: SlotState
  readonly chapter: Chapter
  /** Given before and not yet reviewed. */
  readonly homework: readonly Homework[]
  /** The parts of this session that are signed already, when it is continued. */
  readonly earlier: readonly Session[]
}

/** Changes parts of the draft; as a function where they follow from the draft as it is by then. */
export type Change = (part: Partial<SessionDraft> | ((current: SessionDraft) => Partial<SessionDraft>)) => void

/** What every part of the runner is given. */
export type RunnerProps = Held & { value: SessionDraft; onChange: Change }

export const FINISH = 'finish'

/** As many as the contract takes. */
const MOST_CO_THERAPISTS = 10

/** A new session: today, in the place the holder usually meets in, at the first step that has not been gone through. */
export function newSessionDraft({ client, chapter, earlier }: Held, today: string): SessionDraft {
  const gone = goneThrough(earlier)
  return {
    step: chapter.steps.find(each => !gone.has(each.id))?.id ?? FINISH,
    done: [],
    spent: {},
    worksheets: {},
    procedures: {},
    added: [],
    homeworkReviewed: {},
    homeworkGiven: [],
    changeTalk: '',
    takesAlong: '',
    wouldChange: '',
    howItWas: '',
    outcome: 'held',
    on: today,
    setting: settingAt(client),
    attendance: 'whole',
    present: [],
    coTherapists: '',
    restOn: '',
    restAt: '',
    note: '',
    noteEdited: false,
  }
}

function settingAt({ custody }: Client): Setting {
  if (custody.unit.kind === 'lvmHome') return 'locked'
  return custody.unit.kind === 'section27Home' ? 'section27' : 'municipality'
}

/** The draft with more time on the step that is shown; the last page is not a part of the session. */
export function withTime(draft: SessionDraft, milliseconds: number): SessionDraft {
  if (draft.step === FINISH || milliseconds === 0) return draft
  return { ...draft, spent: { ...draft.spent, [draft.step]: (draft.spent[draft.step] ?? 0) + milliseconds } }
}

/**
 * The draft at another step. Leaving a step for a later one marks it as gone through; jumping to the last page from
 * the middle does not, since a session that is broken off goes on there next time.
 */
export function atStep(draft: SessionDraft, next: string, pages: readonly string[]): SessionDraft {
  const [from, to] = [pages.indexOf(draft.step), pages.indexOf(next)]
  const passed = to > from && (next !== FINISH || to === from + 1) && !draft.done.includes(draft.step)
  return { ...draft, step: next, borrowed: undefined, done: passed ? [...draft.done, draft.step] : draft.done }
}

/** What is told of the session but for the note: empty worksheets and empty homework lines are left out. */
export function heldOf(draft: SessionDraft, { client, slot, chapter, earlier }: Held): Input<'session.noteText'> {
  const { craving, importance, confidence, readiness, restOn, restAt } = draft
  const split = draft.outcome === 'partlyHeld' && restOn !== ''
  return {
    clientId: client.id,
    slotId: slot.id,
    outcome: draft.outcome,
    on: draft.on,
    minutes: draft.minutes ?? proposedMinutes(chapter, draft.spent, earlier, draft.outcome).minutes,
    setting: draft.setting,
    attendance: draft.attendance,
    present: draft.present,
    coTherapists: namesIn(draft.coTherapists),
    steps: stepsTaken(chapter, draft.spent, draft.done),
    procedures: proceduresIn(draft, chapter),
    homeworkReviewed: Object.entries(draft.homeworkReviewed).map(([homeworkId, done]) => ({ homeworkId, done })),
    homeworkGiven: draft.homeworkGiven.filter(each => each.what.trim() !== ''),
    worksheets: Object.entries(draft.worksheets)
      .filter(([, answers]) => Object.keys(answers).length > 0)
      .map(([formId, answers]) => ({ formId, answers })),
    ...(craving === undefined ? {} : { craving }),
    ...(importance === undefined ? {} : { importance }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(readiness === undefined ? {} : { readiness }),
    changeTalk: draft.changeTalk,
    takesAlong: draft.takesAlong,
    wouldChange: draft.wouldChange,
    howItWas: draft.howItWas,
    ...(split ? { restOn } : {}),
    ...(split && restAt !== '' ? { restAt } : {}),
  }
}

function namesIn(text: string): string[] {
  const names = text.split(',').map(each => each.trim())
  return [...new Set(names.filter(Boolean))].slice(0, MOST_CO_THERAPISTS)
}

export function isEmptyHomework({ what, when, where, withWhom }: HomeworkAgreed): boolean {
  return [what, when, where, withWhom].every(each => each.trim() === '')
}

/** The session's own in the chapter's order, then what was brought in. */
function proceduresIn({ procedures }: SessionDraft, chapter: Chapter): ProcedureDone[] {
  const own = chapter.procedures.flatMap(each => procedures[each] ?? [])
  return [...own, ...Object.values(procedures).filter(each => !own.includes(each))]
}

/** What is signed. */
export function recordOf(draft: SessionDraft, held: Held): Input<'session.record'> {
  return { ...heldOf(draft, held), note: draft.note }
}

/** What most sessions have and this one lacks, in a sentence each; told before signing, and never in the way. */
export function lacking(draft: SessionDraft): string[] {
  return [
    draft.note.trim() === '' ? 'Anteckningen är tom.' : '',
    Object.keys(draft.procedures).length === 0 ? 'Ingen procedur är kryssad.' : '',
    draft.homeworkGiven.every(isEmptyHomework) ? 'Ingen ny hemuppgift är given.' : '',
    draft.homeworkGiven.some(each => each.what.trim() === '' && !isEmptyHomework(each))
      ? 'En hemuppgift säger inte vad som ska göras, och kommer inte med.'
      : '',
  ].filter(Boolean)
}
