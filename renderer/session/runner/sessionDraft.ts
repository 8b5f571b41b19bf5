import type { Client } from '../../../main/contract/client.ts'
import type { FormAnswers } from '../../../main/contract/form.ts'
import type { Input } from '../../../main/contract/index.ts'
import type { Chapter } from '../../../main/contract/manual.ts'
import type { Outcome, SlotState } from '../../../main/contract/plan.ts'
import type {
  Attendance,
  Companion,
  Homework,
  HomeworkAgreed,
  HomeworkDone,
  ProcedureDone,
  Session,
  Setting,
} from '../../../main/contract/session.ts'
import type { UnitKind } from '../../../main/contract/unit.ts'
import type { Day } from '../../../main/contract/values.ts'
import { isUndocumented } from '../../plan/planAhead.ts'
import { completedSteps, countedMinutes, type Spent, stepsTaken } from './sessionTime.ts'

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
  /** The answer that each sheet began from, by its form; empty when it had never been filled in. */
  began: Record<string, string>
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
  /** The day something was first written here; undefined in a draft from before Arton kept it. */
  begunOn?: Day | undefined
  /** As someone chose it; until then it is the planned day, or the day the draft was begun. Text is not yet read. */
  on?: string | undefined
  /** As someone wrote them; until then as the clock counted them. Text is not yet read. */
  minutes?: number | string | undefined
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
export type HeldSession = {
  readonly client: Client
  readonly slot: SlotState
  readonly chapter: Chapter
  /** Given before and not yet reviewed. */
  readonly homework: readonly Homework[]
  /** Given before, and followed up in a session that is signed. */
  readonly followedUp: readonly Homework[]
  /** The parts of this session that are signed already, when it is continued. */
  readonly earlier: readonly Session[]
  readonly today: Day
}

/** Changes parts of the draft; as a function where they follow from the draft as it is by then. */
export type Change = (part: Partial<SessionDraft> | ((current: SessionDraft) => Partial<SessionDraft>)) => void

/** What every part of the runner is given. */
export type RunnerProps = HeldSession & { value: SessionDraft; onChange: Change }

export const FINISH = 'finish'

/** A new session: in the place the holder usually meets in, at the first step that has not been gone through. */
export function newSessionDraft({
  client,
  chapter,
  earlier,
  today,
}: Pick<HeldSession, 'client' | 'chapter' | 'earlier' | 'today'>): SessionDraft {
  const gone = completedSteps(earlier)
  return {
    step: chapter.steps.find(each => !gone.has(each.id))?.id ?? FINISH,
    begunOn: today,
    done: [],
    spent: {},
    worksheets: {},
    began: {},
    procedures: {},
    added: [],
    homeworkReviewed: {},
    homeworkGiven: [],
    changeTalk: '',
    takesAlong: '',
    wouldChange: '',
    howItWas: '',
    outcome: 'held',
    setting: usualSetting(client.custody.unit.kind),
    attendance: 'whole',
    present: [],
    coTherapists: '',
    restOn: '',
    restAt: '',
    note: '',
    noteEdited: false,
  }
}

/** Where those who come to a unit usually meet. */
export function usualSetting(kind: UnitKind): Setting {
  if (kind === 'lvmHome') return 'locked'
  return kind === 'section27Home' ? 'section27' : 'municipality'
}

/** The day it was held: as chosen, else the planned day when that has come and lacks an outcome, else the day its draft was begun. */
export function dayHeld({ on, begunOn }: SessionDraft, { slot, today }: Pick<HeldSession, 'slot' | 'today'>): Day {
  if (on !== undefined) return on
  const hasCome = isUndocumented(slot, today) || (slot.awaited && slot.plannedOn === today)
  return hasCome ? (slot.plannedOn ?? today) : (begunOn ?? today)
}

/** How long it was: as someone wrote, else as the clock counted; undefined while nobody knows. */
export function minutesHeld(
  { minutes, spent, outcome }: SessionDraft,
  earlier: readonly Session[],
): number | string | undefined {
  return minutes ?? countedMinutes(spent, earlier, outcome)
}

/** A sheet filled in further; `from` is the answer that it begins with, should this be the first thing written on it. */
export function withSheet(
  { worksheets, began }: SessionDraft,
  formId: string,
  answers: FormAnswers,
  from: string,
): Pick<SessionDraft, 'worksheets' | 'began'> {
  return {
    worksheets: { ...worksheets, [formId]: answers },
    began: worksheets[formId] === undefined ? { ...began, [formId]: from } : began,
  }
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

/**
 * What is told of the session but for the note: empty worksheets and empty homework lines are left out, and so is
 * homework that another session has followed up since it was ticked here.
 */
export function toRecordInput(draft: SessionDraft, held: HeldSession): Input<'session.noteText'> {
  const { client, slot, chapter, homework, earlier } = held
  const { craving, importance, confidence, readiness, restOn, restAt } = draft
  const split = draft.outcome === 'partlyHeld' && restOn !== ''
  const minutes = minutesHeld(draft, earlier)
  return {
    clientId: client.id,
    slotId: slot.id,
    outcome: draft.outcome,
    on: dayHeld(draft, held),
    ...(typeof minutes === 'number' ? { minutes } : {}),
    setting: draft.setting,
    attendance: draft.attendance,
    present: draft.present,
    coTherapists: namesIn(draft.coTherapists),
    steps: stepsTaken(chapter, draft.spent, draft.done),
    procedures: proceduresIn(draft, chapter),
    homeworkReviewed: homework.flatMap(({ id: homeworkId }) => {
      const done = draft.homeworkReviewed[homeworkId]
      return done === undefined ? [] : [{ homeworkId, done }]
    }),
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
  return [...new Set(names.filter(Boolean))]
}

export function isEmptyHomework({ what, when, where, withWhom }: HomeworkAgreed): boolean {
  return [what, when, where, withWhom].every(each => each.trim() === '')
}

/** The session's own in the chapter's order, then what was brought in. */
function proceduresIn({ procedures }: SessionDraft, chapter: Chapter): ProcedureDone[] {
  const own = chapter.procedures.flatMap(each => procedures[each] ?? [])
  return [...own, ...Object.values(procedures).filter(each => !own.includes(each))]
}

/** What most sessions have and this one lacks, in a sentence each; told before signing, and never in the way. */
export function signWarnings(draft: SessionDraft, held: HeldSession): string[] {
  return [
    dayWarning(draft, held),
    draft.noteEdited && draft.note.trim() === '' ? 'Anteckningen är tom.' : '',
    Object.keys(draft.procedures).length === 0 ? 'Ingen procedur är kryssad.' : '',
    draft.homeworkGiven.every(isEmptyHomework) ? 'Ingen ny hemuppgift är given.' : '',
    draft.homeworkGiven.some(each => each.what.trim() === '' && !isEmptyHomework(each))
      ? 'En hemuppgift säger inte vad som ska göras, och kommer inte med.'
      : '',
  ].filter(Boolean)
}

/** A day that few sessions have: neither today nor the planned one, or the planned one though the clock has run here. */
function dayWarning(draft: SessionDraft, held: HeldSession): string {
  const { slot, today, earlier } = held
  const on = dayHeld(draft, held)
  if (on === today) return ''
  const planned = slot.awaited ? slot.plannedOn : undefined
  if (on !== planned) return `Dagen är ${planned === undefined ? 'inte i dag' : 'varken i dag eller den planerade'}.`
  const counted = countedMinutes(draft.spent, earlier, draft.outcome) !== undefined
  return draft.on === undefined && counted ? 'Dagen är den planerade. Ändra den om ni sågs i dag.' : ''
}
