import type { Chapter } from '../../main/contract/manual.ts'
import type { SlotId } from '../../main/contract/plan.ts'
import type { Setting, StepTaken } from '../../main/contract/session.ts'
import type { ClientId, Phase } from '../../main/contract/values.ts'
import { type Ask, daysAfter } from '../support/invented.ts'
import type { DemoHeld, DemoPerson, DemoSession } from './demoFormat.ts'

/** Something that happens to a client's record on a day, through the contract of the binder that is asked. */
export type DemoEvent = {
  readonly on: string
  /** HH:MM in UTC; without it in the morning, before anything else of the day. */
  readonly at?: string
  run(ask: Ask): Promise<unknown>
}

/** By day and hour; what happens at the same time keeps its order. */
export function inOrder(events: readonly DemoEvent[]): DemoEvent[] {
  const moment = ({ on, at = MORNING }: DemoEvent) => `${on} ${at}`
  return events.toSorted((one, other) => moment(one).localeCompare(moment(other)))
}
export const MORNING = '07:00'
/** When tomorrow's and next week's times are booked. */
const AFTERNOON = '15:30'

/** What is known of the client once the record exists. */
export type DemoRecord = { clientId?: ClientId }

export function idOf(record: DemoRecord): ClientId {
  if (record.clientId === undefined) throw new Error('the client has not been added yet')
  return record.clientId
}

/** The scales and worksheets that were filled in outside a held session. */
export function looseAnswers(person: DemoPerson) {
  const days = new Set(person.sessions.filter(isHeld).map(each => each.on))
  return answersOf(person).filter(each => !days.has(each.on))
}

/** Tillfredsskalan and the other sheets alike. */
function answersOf(person: DemoPerson): DemoPerson['worksheets'] {
  const AREAS = ['alcoholAndDrugs', 'housing', 'work', 'money', 'leisure', 'friends', 'family', 'health', 'feelings']
  const ids = [...AREAS, 'habits', 'authorities', 'wholeLife']
  const scales = person.scales.map(({ on, areas, by, ...words }) => ({
    on,
    form: 'satisfactionScale',
    answers: {
      areas: Object.fromEntries(
        areas.flatMap((score, nth) => (score === '-' ? [] : [[ids[nth] ?? '', Number(score)]])),
      ),
      ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)),
      filledInBy: by,
      filledInOn: on,
    },
  }))
  return [...scales, ...person.worksheets]
}

function isHeld(session: DemoSession): session is DemoHeld {
  return !('outcome' in session)
}

async function slotOf(ask: Ask, clientId: ClientId, number: number): Promise<SlotId> {
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.number === number)
  if (slot === undefined) throw new Error(`no slot ${number}`)
  return slot.id
}

export async function schedule(ask: Ask, clientId: ClientId, nr: number, plannedOn: string, plannedAt: string) {
  await ask('plan.schedule', { clientId, slotId: await slotOf(ask, clientId, nr), plannedOn, plannedAt })
}

/** Planned a week ahead, but not before an earlier attempt at the same session was settled. */
export function sessionEvents(
  person: DemoPerson,
  nth: number,
  session: DemoSession,
  record: DemoRecord,
  chapters: readonly Chapter[],
  addedOn: string,
): DemoEvent[] {
  const before = person.sessions.slice(0, nth).findLast(each => each.nr === session.nr)
  const plannedOn = [addedOn, daysAfter(session.on, -7), before?.on ?? ''].toSorted().at(-1) ?? addedOn
  const chapter = chapters.find(each => each.session === session.nr)
  if (chapter === undefined) throw new Error(`no chapter ${session.nr}`)
  return [
    { on: plannedOn, at: AFTERNOON, run: ask => schedule(ask, idOf(record), session.nr, session.on, person.at) },
    {
      on: session.on,
      at: signingHour(session.on, person.at),
      run: async ask => {
        const clientId = idOf(record)
        const slotId = await slotOf(ask, clientId, session.nr)
        if (isHeld(session)) return recordHeld(ask, person, session, chapter, { clientId, slotId })
        const { on, outcome, why, again, note } = session
        const offerAgain = again === undefined ? {} : { offerAgainOn: again }
        return ask('session.record', { clientId, slotId, outcome, on, reasonCode: why, note, ...offerAgain })
      },
    },
    ...('added' in session ? session.added.map(each => remarkEvent(session, each, record)) : []),
  ]
}

function remarkEvent(
  { nr, on: heldOn }: DemoHeld,
  { on, kind, words }: DemoHeld['added'][number],
  record: DemoRecord,
): DemoEvent {
  const run = async (ask: Ask) => {
    const clientId = idOf(record)
    const id =
      (await ask('session.ofClient', { clientId })).find(each => each.number === nr && each.on === heldOn)?.id ?? ''
    const about = { kind: 'session', id } as const
    if (kind === 'addition') return ask('remark.add', { clientId, about, kind, words })
    return ask('remark.add', { clientId, about, on, ...(kind === 'informed' ? { kind } : { kind, words }) })
  }
  return { on, at: AFTERNOON, run }
}

/** Swedish summer time, near enough: from the last Sunday of March to that of October. */
const SUMMER = { from: '03-29', to: '10-25' }
/** From the beginning of a session to its signature. */
const MINUTES_TO_SIGNATURE = 75

/** The hour in UTC when a session that began at `at`, Swedish time, was signed. */
function signingHour(on: string, at: string): string {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const ahead = on.slice(5) >= SUMMER.from && on.slice(5) < SUMMER.to ? 120 : 60
  const signed = hours * 60 + minutes + MINUTES_TO_SIGNATURE - ahead
  return `${String(Math.floor(signed / 60)).padStart(2, '0')}:${String(signed % 60).padStart(2, '0')}`
}

const MINUTES = [60, 55, 50, 60, 45, 60, 65]
const ROLE_PLAYS: Readonly<Record<string, number>> = { P08: 2, P10: 3, P11: 1, P14: 1 }

async function recordHeld(
  ask: Ask,
  person: DemoPerson,
  session: DemoHeld,
  chapter: Chapter,
  slot: { clientId: ClientId; slotId: SlotId },
): Promise<unknown> {
  const { on, part, says, takes, note, reviewed } = session
  const waiting = (await ask('homework.ofClient', { clientId: slot.clientId })).filter(each => each.done === undefined)
  const given = session.homework ?? (part ? [] : chapter.homework.slice(0, 1))
  const codes = [...chapter.procedures.filter(each => !session.skip.includes(each)), ...session.also]
  const minutes = session.minutes ?? (part ? 30 : (MINUTES[(session.nr + person.name.length) % MINUTES.length] ?? 60))
  const [importance, confidence, readiness] = (session.rulers ?? []).map(each =>
    each === '-' ? undefined : Number(each),
  )
  const earlier = (await ask('session.ofClient', { clientId: slot.clientId })).filter(
    each => each.slotId === slot.slotId,
  )
  const gone = earlier.flatMap(each => each.steps.map(taken => taken.step))
  return ask('session.record', {
    ...slot,
    outcome: part ? 'partlyHeld' : 'held',
    on,
    minutes,
    setting: session.setting ?? settingOn(person, on),
    attendance: session.attendance,
    present: session.with,
    coTherapists: session.coTherapists,
    steps: stepsTaken(chapter, session, minutes, gone),
    procedures: codes.map((code, nth) => ({
      code,
      extent: part || BEGUN[session.nr] === code ? 'part' : 'whole',
      rolePlays: part ? 0 : nth === 0 ? (session.rolePlays ?? ROLE_PLAYS[code] ?? 0) : 0,
    })),
    homeworkReviewed: waiting.map(({ id }) => ({ homeworkId: id, done: reviewed })),
    homeworkGiven: given,
    worksheets: answersOf(person)
      .filter(each => each.on === on)
      .map(({ form, answers }) => ({ formId: form, answers })),
    ...(session.craving === undefined ? {} : { craving: session.craving }),
    ...(importance === undefined ? {} : { importance }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(readiness === undefined ? {} : { readiness }),
    changeTalk: says,
    takesAlong: takes,
    wouldChange: session.changes,
    howItWas: session.was,
    note,
  })
}

/** The steps with the session's minutes spread over them as the chapter would have it; the last one takes what is over. */
function stepsTaken(
  chapter: Chapter,
  { part, steps, nr }: DemoHeld,
  minutes: number,
  before: readonly string[],
): StepTaken[] {
  const half = chapter.steps.slice(0, Math.ceil(chapter.steps.length / 2)).map(each => each.id)
  const left = chapter.steps.map(each => each.id).filter(each => !before.includes(each))
  const done = steps ?? (part ? half : left)
  const gone = chapter.steps.filter(each => done.includes(each.id))
  const planned = gone.reduce((sum, each) => sum + each.minutes, 0)
  let over = minutes
  return gone.map((each, nth) => {
    const drift = ((nr + nth) % 3) - 1
    const took = nth === gone.length - 1 ? over : Math.round((each.minutes * minutes) / planned) + drift
    const held = Math.max(0, Math.min(over, took))
    over -= held
    return { step: each.id, minutes: held, done: true }
  })
}

/** Procedures that a session only begins. Source: method.md section 7. */
const BEGUN: Readonly<Record<number, string>> = { 3: 'P12', 6: 'P05', 9: 'P15' }

const SETTING: Record<Phase, Setting> = { A: 'locked', B: 'section27', C: 'municipality' }
const PHASE: Readonly<Record<string, Phase>> = { lvm4: 'A', lvm13: 'A', lvm27: 'B', sol: 'C' }

function settingOn(person: DemoPerson, on: string): Setting {
  const there = person.placements.filter(each => each.from <= on).at(-1)
  return SETTING[PHASE[there?.ground ?? ''] ?? 'A']
}
