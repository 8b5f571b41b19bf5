import type { Client } from '../../main/contract/client.ts'
import type { FormAnswers } from '../../main/contract/form.ts'
import type { Input } from '../../main/contract/index.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import type {
  Attendance,
  Companion,
  HomeworkAgreed,
  HomeworkDone,
  Outcome,
  ProcedureDone,
  Setting,
  SlotState,
} from '../../main/contract/session.ts'

/** Everything typed during a session and not yet signed. */
export type SessionDraft = {
  /** The step shown; `finish` is the last page, where the session is signed. */
  step: string
  /** Steps gone through, and actions done as `step:index`. */
  done: string[]
  worksheets: Record<string, FormAnswers>
  procedures: Record<string, ProcedureDone>
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
  attendance: Attendance
  present: Companion[]
  coTherapists: string[]
  outcome: Extract<Outcome, 'held' | 'partlyHeld'>
  on: string
  minutes: number
  setting: Setting
  note: string
  /** True once someone has written in the note: from then on it is theirs, and is not written over. */
  noteEdited: boolean
}

export const FINISH = 'finish'

/** A new session: today, sixty minutes, in the place the holder usually meets in. */
export function newSessionDraft(client: Client, chapter: Chapter, today: string): SessionDraft {
  const setting: Setting =
    client.custody.unit.kind === 'lvmHome'
      ? 'locked'
      : client.custody.unit.kind === 'section27Home'
        ? 'section27'
        : 'municipality'
  return {
    step: chapter.steps[0]?.id ?? FINISH,
    done: [],
    worksheets: {},
    procedures: {},
    homeworkReviewed: {},
    homeworkGiven: [],
    changeTalk: '',
    takesAlong: '',
    wouldChange: '',
    howItWas: '',
    attendance: 'whole',
    present: [],
    coTherapists: [],
    outcome: 'held',
    on: today,
    minutes: chapter.minutes,
    setting,
    note: '',
    noteEdited: false,
  }
}

/** What is told of the session but for the note: empty worksheets and empty homework lines are left out. */
export function heldOf(draft: SessionDraft, clientId: string, slot: SlotState): Input<'session.noteText'> {
  return {
    clientId,
    slotId: slot.id,
    outcome: draft.outcome,
    on: draft.on,
    minutes: draft.minutes,
    setting: draft.setting,
    procedures: Object.values(draft.procedures),
    homeworkReviewed: Object.entries(draft.homeworkReviewed).map(([homeworkId, done]) => ({ homeworkId, done })),
    homeworkGiven: draft.homeworkGiven.filter(each => each.what.trim() !== ''),
    worksheets: Object.entries(draft.worksheets)
      .filter(([, answers]) => Object.keys(answers).length > 0)
      .map(([formId, answers]) => ({ formId, answers })),
    ...(draft.craving === undefined ? {} : { craving: draft.craving }),
    ...(draft.importance === undefined ? {} : { importance: draft.importance }),
    ...(draft.confidence === undefined ? {} : { confidence: draft.confidence }),
    ...(draft.readiness === undefined ? {} : { readiness: draft.readiness }),
    changeTalk: draft.changeTalk,
    takesAlong: draft.takesAlong,
    wouldChange: draft.wouldChange,
    howItWas: draft.howItWas,
    attendance: draft.attendance,
    present: draft.present,
    coTherapists: draft.coTherapists.map(each => each.trim()).filter(Boolean),
    steps: [],
  }
}

/** What is signed. */
export function recordOf(draft: SessionDraft, clientId: string, slot: SlotState): Input<'session.record'> {
  return { ...heldOf(draft, clientId, slot), note: draft.note }
}
