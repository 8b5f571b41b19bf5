import type { Phase } from '../../main/contract/values.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import type { Setting, SlotId } from '../../main/contract/session.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import type { DemoHeld, DemoPerson, DemoSession } from './demoFormat.ts'
import { type Ask, daysAfter, inventedNumber } from './invented.ts'

/** The day the demo lives in. */
export const DEMO_DAY = '2026-11-21'

/** Units of the demo by name; a name that is not here is a municipality. */
export const DEMO_UNITS: Readonly<Record<string, UnitKind>> = {
  Exempelgården: 'lvmHome',
  Provgården: 'lvmHome',
  'Solbacken, 27 §-hem': 'section27Home',
  'Lillåns stödboende': 'section27Home',
  'Familjevården i Mällby': 'other',
  'Öppenvården Norrbacka': 'outpatient',
  'Öppenvården Kvarnen': 'outpatient',
  'Boendeteamet Bryggan': 'outpatient',
}

export function unitNamed(name: string): { name: string; kind: UnitKind } {
  return { name, kind: DEMO_UNITS[name] ?? 'municipality' }
}

/** Something that happens to a client's record on a day, through the contract of the binder that is asked. */
export type DemoEvent = { readonly on: string; run(ask: Ask): Promise<unknown> }

/** What is known of the client once the record exists. */
export type DemoRecord = { clientId?: ClientId }

export function idOf(record: DemoRecord): ClientId {
  if (record.clientId === undefined) throw new Error('the client has not been added yet')
  return record.clientId
}

/** A person's whole history as events in the order they were written, each on its day. */
export function eventsOf(person: DemoPerson, record: DemoRecord, chapters: readonly Chapter[]): DemoEvent[] {
  const addedOn = person.placements[0]?.from ?? DEMO_DAY
  return [
    { on: addedOn, run: ask => add(ask, person, record) },
    ...person.placements.flatMap(each => placed(each, record)),
    ...person.offers.map(each => ({ on: each.on, run: (ask: Ask) => ask('offer.record', offer(each, idOf(record))) })),
    ...person.consents.flatMap(each => consented(each, record)),
    ...person.sessions.flatMap((each, nth) => sessionEvents(person, nth, each, record, chapters, addedOn)),
    ...person.planned.map(({ nr, on, at = person.at }) => ({
      on: earliest(DEMO_DAY, latest(addedOn, daysAfter(on, -7))),
      run: (ask: Ask) => schedule(ask, idOf(record), nr, on, at),
    })),
    ...loose(person).map(({ on, form, answers }) => ({
      on,
      run: (ask: Ask) => ask('worksheet.answer', { clientId: idOf(record), formId: form, answeredOn: on, answers }),
    })),
    ...person.goals.flatMap(each => goalEvents(each, record)),
  ].toSorted((one, other) => one.on.localeCompare(other.on))
}

const latest = (one: string, other: string) => (one > other ? one : other)
const earliest = (one: string, other: string) => (one < other ? one : other)

async function add(ask: Ask, person: DemoPerson, record: DemoRecord): Promise<void> {
  const { clientId } = await ask('client.add', {
    name: person.name,
    number: person.numberless ? '' : inventedNumber(person.born, person.sex, 0),
    caseNumber: person.case,
    sex: person.sex,
    homeMunicipality: person.home,
    protectedIdentity: person.protected,
    coordinator: person.coordinator,
  })
  record.clientId = clientId
}

/** Entered when the judgment is known, and ended on its last day. */
function placed(given: DemoPerson['placements'][number], record: DemoRecord): DemoEvent[] {
  const { ground, unit, by, from, judged, to } = given
  let placementId = ''
  const enter = async (ask: Ask) => {
    const placement = await ask('placement.add', {
      clientId: idOf(record),
      legalGround: ground,
      unit: unitNamed(unit),
      ...(by === undefined ? {} : { appliedBy: unitNamed(by) }),
      fromOn: from,
      ...(judged === undefined ? {} : { judgedOn: judged }),
    })
    placementId = placement.id
  }
  const end = (ask: Ask, toOn: string) => ask('placement.end', { clientId: idOf(record), placementId, toOn })
  return [
    { on: latest(from, judged ?? from), run: enter },
    ...(to === undefined ? [] : [{ on: to, run: (ask: Ask) => end(ask, to) }]),
  ]
}

function offer({ on, answer, about, manner, why, again }: DemoPerson['offers'][number], clientId: ClientId) {
  const shared = { clientId, offered: about, on, ...(again === undefined ? {} : { askAgainOn: again }) }
  const reasonCode = why ?? ''
  if (answer === 'yes' || answer === 'onTrial') return { ...shared, answer, manner }
  return answer === 'notOffered' ? { ...shared, answer, reasonCode } : { ...shared, answer, manner, reasonCode }
}

function consented(given: DemoPerson['consents'][number], record: DemoRecord): DemoEvent[] {
  const { on, withdrawnOn, ...input } = given
  let consentId = ''
  const give = async (ask: Ask) => {
    consentId = (await ask('consent.give', { ...input, clientId: idOf(record) })).id
  }
  const withdraw = (ask: Ask) => ask('consent.withdraw', { clientId: idOf(record), consentId })
  return [{ on, run: give }, ...(withdrawnOn === undefined ? [] : [{ on: withdrawnOn, run: withdraw }])]
}

function goalEvents({ on, then, steps, review, ...input }: DemoPerson['goals'][number], record: DemoRecord): DemoEvent[] {
  let goalId: Awaited<ReturnType<typeof set>>['id']
  const set = (ask: Ask) =>
    ask('goal.set', {
      ...input,
      clientId: idOf(record),
      steps: steps.map(each => {
        const [what = '', by = '', who = ''] = each.split('|').map(part => part.trim())
        return { what, who, ...(by === '' ? {} : { by }) }
      }),
      ...(review === undefined ? {} : { reviewOn: review }),
    })
  return [
    {
      on,
      run: async ask => {
        goalId = (await set(ask)).id
      },
    },
    ...then.map(({ on: day, status }) => ({
      on: day,
      run: (ask: Ask) => ask('goal.setStatus', { clientId: idOf(record), goalId, status }),
    })),
  ]
}

/** The scales and worksheets that were filled in outside a held session. */
function loose(person: DemoPerson) {
  const days = new Set(person.sessions.filter(isHeld).map(each => each.on))
  return answersOf(person).filter(each => !days.has(each.on))
}

/** Tillfredsskalan and the other sheets alike. */
export function answersOf(person: DemoPerson): DemoPerson['worksheets'] {
  const AREAS = ['alcoholAndDrugs', 'housing', 'work', 'money', 'leisure', 'friends', 'family', 'health', 'feelings']
  const ids = [...AREAS, 'habits', 'authorities', 'wholeLife']
  const scales = person.scales.map(({ on, areas, by, ...words }) => ({
    on,
    form: 'satisfactionScale',
    answers: {
      areas: Object.fromEntries(areas.flatMap((score, nth) => (score === '-' ? [] : [[ids[nth] ?? '', Number(score)]]))),
      ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)),
      filledInBy: by,
      filledInOn: on,
    },
  }))
  return [...scales, ...person.worksheets]
}

export function isHeld(session: DemoSession): session is DemoHeld {
  return !('outcome' in session)
}

async function slotOf(ask: Ask, clientId: ClientId, number: number): Promise<SlotId> {
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.number === number)
  if (slot === undefined) throw new Error(`no slot ${number}`)
  return slot.id
}

async function schedule(ask: Ask, clientId: ClientId, nr: number, plannedOn: string, plannedAt: string) {
  await ask('plan.schedule', { clientId, slotId: await slotOf(ask, clientId, nr), plannedOn, plannedAt })
}

/** Planned a week ahead, but not before an earlier attempt at the same session was settled. */
function sessionEvents(
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
    { on: plannedOn, run: ask => schedule(ask, idOf(record), session.nr, session.on, person.at) },
    {
      on: session.on,
      run: async ask => {
        const clientId = idOf(record)
        const slotId = await slotOf(ask, clientId, session.nr)
        if (isHeld(session)) return record_(ask, person, session, chapter, { clientId, slotId })
        const { on, outcome, why, again, note } = session
        const offerAgain = again === undefined ? {} : { offerAgainOn: again }
        return ask('session.record', { clientId, slotId, outcome, on, reasonCode: why, note, ...offerAgain })
      },
    },
  ]
}

const MINUTES = [60, 55, 50, 60, 45, 60, 65]
const ROLE_PLAYS: Readonly<Record<string, number>> = { P08: 2, P10: 3, P11: 1, P14: 1 }

async function record_(
  ask: Ask,
  person: DemoPerson,
  session: DemoHeld,
  chapter: Chapter,
  slot: { clientId: ClientId; slotId: SlotId },
): Promise<unknown> {
  const { on, part, says, takes, note, reviewed } = session
  const waiting = (await ask('homework.ofClient', { clientId: slot.clientId })).filter(each => each.done === undefined)
  const given = session.homework ?? (part ? [] : chapter.homework.slice(0, 1))
  const codes = chapter.procedures.filter(each => !session.skip.includes(each))
  return ask('session.record', {
    ...slot,
    outcome: part ? 'partlyHeld' : 'held',
    on,
    minutes: session.minutes ?? (part ? 30 : (MINUTES[(session.nr + person.name.length) % MINUTES.length] ?? 60)),
    setting: session.setting ?? settingOn(person, on),
    procedures: codes.map((code, nth) => ({
      code,
      extent: part || nth > 1 ? 'part' : 'whole',
      rolePlays: part ? 0 : nth === 0 ? (session.rolePlays ?? ROLE_PLAYS[code] ?? 0) : 0,
    })),
    homeworkReviewed: reviewed === 'none' ? [] : waiting.map(({ id }) => ({ homeworkId: id, done: reviewed })),
    homeworkGiven: given,
    worksheets: answersOf(person)
      .filter(each => each.on === on)
      .map(({ form, answers }) => ({ formId: form, answers })),
    ...(session.craving === undefined ? {} : { craving: session.craving }),
    changeTalk: says,
    feedback: takes,
    note,
  })
}

const SETTING: Record<Phase, Setting> = { A: 'locked', B: 'section27', C: 'municipality' }
const PHASE: Readonly<Record<string, Phase>> = { lvm4: 'A', lvm13: 'A', lvm27: 'B', sol: 'C' }

function settingOn(person: DemoPerson, on: string): Setting {
  const there = person.placements.filter(each => each.from <= on).at(-1)
  return SETTING[PHASE[there?.ground ?? ''] ?? 'A']
}
