import type { Chapter } from '../../main/contract/manual.ts'
import type { NamedUnit, UnitKind } from '../../main/contract/unit.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { type Ask, daysAfter, inventedNumber } from '../support/invented.ts'
import { municipalityCode } from '../support/municipalityCode.ts'
import type { DemoPerson } from './demoFormat.ts'
import { goalEvents } from './demoGoals.ts'
import {
  type DemoEvent,
  type DemoRecord,
  idOf,
  inOrder,
  looseAnswers,
  schedule,
  sessionEvents,
} from './demoSessions.ts'

/** The day the demo lives in. */
export const DEMO_DAY = '2026-11-21'

/** Units of the demo by name; a name that is not here is a municipality. */
const DEMO_UNITS: Readonly<Record<string, UnitKind>> = {
  Exempelgården: 'lvmHome',
  Provgården: 'lvmHome',
  'Solbacken, 27 §-hem': 'section27Home',
  'Lillåns stödboende': 'section27Home',
  'Familjevården i Mällby': 'other',
  'Öppenvården Norrbacka': 'outpatient',
  'Öppenvården Kvarnen': 'outpatient',
  'Boendeteamet Bryggan': 'outpatient',
}
/** Whose binder the demo is. */
export const DEMO_HOME = 'Exempelgården'

export function demoUnit(name: string): NamedUnit {
  return { name, kind: DEMO_UNITS[name] ?? 'municipality' }
}

/** A person's whole history as events in the order they were written, each on its day. */
export function eventsOf(person: DemoPerson, record: DemoRecord, chapters: readonly Chapter[]): DemoEvent[] {
  const addedOn = person.placements[0]?.from ?? DEMO_DAY
  return inOrder([
    { on: addedOn, run: (ask: Ask) => add(ask, person, record) },
    ...person.placements.flatMap(each => placed(each, record)),
    ...person.offers.map(each => ({ on: each.on, run: (ask: Ask) => ask('offer.record', offer(each, idOf(record))) })),
    ...person.consents.flatMap(each => consented(each, record)),
    ...person.sessions.flatMap((each, nth) => sessionEvents(person, nth, each, record, chapters, addedOn)),
    ...person.planned.map(({ nr, on }) => ({
      on: earliest(DEMO_DAY, latest(addedOn, daysAfter(on, -7))),
      run: (ask: Ask) => schedule(ask, idOf(record), nr, on, person.at),
    })),
    ...looseAnswers(person).map(({ on, form, answers }) => ({
      on,
      run: (ask: Ask) => ask('worksheet.answer', { clientId: idOf(record), formId: form, answeredOn: on, answers }),
    })),
    ...person.goals.flatMap(each => goalEvents(each, record)),
  ])
}

const latest = (one: string, other: string) => (one > other ? one : other)
const earliest = (one: string, other: string) => (one < other ? one : other)

async function add(ask: Ask, person: DemoPerson, record: DemoRecord): Promise<void> {
  const { clientId } = await ask('client.add', {
    name: person.name,
    number: person.numberless ? '' : inventedNumber(person.born, person.sex, 0),
    caseNumber: person.case,
    sex: person.sex,
    homeMunicipality: municipalityCode(person.home),
    protectedIdentity: person.protected,
    coordinator: person.coordinator,
  })
  record.clientId = clientId
}

/** Entered when the judgment is known, and ended on its last day. */
function placed(given: DemoPerson['placements'][number], record: DemoRecord): DemoEvent[] {
  const { ground, unit, by, from, judged, planned, to, why } = given
  let placementId = ''
  const enter = async (ask: Ask) => {
    const placement = await ask('placement.add', {
      clientId: idOf(record),
      legalGround: ground,
      unit: demoUnit(unit),
      ...(by === undefined ? {} : { appliedBy: demoUnit(by) }),
      fromOn: from,
      ...(judged === undefined ? {} : { judgedOn: judged }),
      ...(planned === undefined ? {} : { plannedToOn: planned }),
    })
    placementId = placement.id
  }
  const end = (ask: Ask, toOn: string) =>
    ask('placement.end', { clientId: idOf(record), placementId, toOn, endReason: why })
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
  const { on, withdrawnOn, withdrawnWords: words, ...input } = given
  let consentId = ''
  const give = async (ask: Ask) => {
    consentId = (await ask('consent.give', { ...input, clientId: idOf(record) })).id
  }
  const withdraw = (ask: Ask) => ask('consent.withdraw', { clientId: idOf(record), consentId, words })
  return [{ on, run: give }, ...(withdrawnOn === undefined ? [] : [{ on: withdrawnOn, run: withdraw }])]
}
