import type { Database } from 'better-sqlite3'
import type { Visit } from '../../main/binder/vault.ts'
import { realWorld } from '../../main/context/world.ts'
import type { Manual } from '../../main/manual/manualFormat.ts'
import { chanceFrom, daysAfter, inventedName } from '../support/invented.ts'

/** The day the measured binder lives in. */
export const BENCH_DAY = '2026-11-21'
const SLOTS = 18
/** Slots 17 and 18 still lie ahead; 4 and 9 were offered twice, so that a client has 18 sessions. */
const SETTLED_SLOTS = 16
const OFFERED_TWICE = [4, 9]
/** One client in so many has a session that nobody has documented, and as many have one planned today. */
const ONE_IN_SO_MANY_UNDOCUMENTED = 100
/** One client in so many has goals whose review is due. */
const ONE_IN_SO_MANY_DUE = 50
/** The next sessions are spread over so many days. */
const DAYS_AHEAD = 60
const CLIENTS_IN_A_TRANSACTION = 500
/** KiB of page cache while filling: ids are random, so every page is touched all the time. */
const CACHE_WHILE_FILLING = 400_000

/** The steps of a session as the runner keeps them. */
export const TAKEN = ['checkIn', 'homework', 'who', 'order', 'practise', 'innerNo', 'newHomework', 'feedback'].map(
  (step, nth) => ({ step, minutes: 3 + nth, done: true }),
)

/** A note half-way, as the runner keeps it. */
export const DRAFT = JSON.stringify({ steps: TAKEN, note: 'Vi gick igenom hemuppgiften. '.repeat(20) })

/** Where it is kept, the day a session is moved to, and a worksheet filled in: what is saved in every round. */
export const PLACE = 'note'
export const PLANNED = daysAfter(BENCH_DAY, 30)
export const ANSWERS = { areas: { housing: 5 } }

type Row = Readonly<Record<string, string | number | null>>

const { newId } = realWorld(BENCH_DAY)
const id = () => newId<string>()

type Filling = {
  insert(table: string, row: Row): void
  readonly chance: () => number
  readonly author: Row
  readonly userId: string
  readonly unitId: string
  /** The areas of Tillfredsskalan. */
  readonly areas: readonly string[]
}

/** Fills the binder with `clients` invented clients, past the contract, since only the size matters here. */
export function fill({ db, user, unit }: Visit, manual: Manual, clients: number): void {
  const sqlite = db.$client
  const fields = manual.forms.get('satisfactionScale')?.fields ?? []
  const filling: Filling = {
    insert: inserting(sqlite),
    chance: chanceFrom('bench'),
    author: { author_id: user.id, author_name: user.name },
    userId: user.id,
    unitId: unit.id,
    areas: fields.flatMap(each => (each.kind === 'ratings' ? each.items.map(item => item.value) : [])),
  }
  const some = sqlite.transaction((from: number, to: number) => {
    for (let nth = from; nth < to; nth++) addClient(filling, nth)
  })
  const cache = sqlite.pragma('cache_size', { simple: true })
  sqlite.pragma(`cache_size = -${CACHE_WHILE_FILLING}`)
  for (let from = 0; from < clients; from += CLIENTS_IN_A_TRANSACTION) {
    some(from, Math.min(from + CLIENTS_IN_A_TRANSACTION, clients))
  }
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.pragma(`cache_size = ${cache}`)
}

/** A statement for each table, made from the first row that it is given. */
function inserting(sqlite: Database): Filling['insert'] {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  return (table, row) => {
    let statement = statements.get(table)
    if (statement === undefined) {
      const columns = Object.keys(row)
      const values = columns.map(each => `@${each}`)
      statement = sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`)
      statements.set(table, statement)
    }
    statement.run(row)
  }
}

function addClient(filling: Filling, nth: number): void {
  const { insert, userId, unitId, chance } = filling
  const client_id = id()
  const sex = nth % 3 === 0 ? 'man' : 'woman'
  const name = `${inventedName(sex, nth % 600)} ${nth}`
  insert('clients', {
    id: client_id,
    name,
    name_key: name.toLocaleLowerCase('sv'),
    name_words: name.toLocaleLowerCase('sv'),
    known_as: `|b-${nth}|`,
    serial: nth + 1,
    reference: `B-${nth}`,
    listed_as: `B-${nth}`,
    case_key: `#b-${nth}`,
    number: '',
    number_kind: 'none',
    case_number: `B-${nth}`,
    sex,
    home_municipality: '1880',
    protected_identity: 0,
    therapist_id: userId,
    coordinator: '',
    added_on: '2025-11-01',
  })
  insert('custodies', { client_id, epoch: 1, unit_id: unitId, since_on: '2025-11-01', package_id: null })
  const began = daysAfter('2025-06-01', Math.floor(chance() * 200))
  addStay(filling, client_id, 'lvm13', began, 1)
  addStay(filling, client_id, 'lvm27', daysAfter(began, 120), 2)
  for (let number = 1; number <= SLOTS; number++)
    addSlot(filling, client_id, nth, number, daysAfter(began, number * 14))
  for (const [index, area] of ['housing', 'work'].entries()) addGoal(filling, client_id, nth, index + 1, area, began)
}

function addStay({ insert, unitId, author }: Filling, client_id: string, ground: string, from_on: string, nth: number) {
  const placement_id = id()
  insert('placements', {
    id: placement_id,
    client_id,
    epoch: 1,
    legal_ground: ground,
    unit_id: unitId,
    applied_by: null,
    from_on,
    judged_on: null,
    to_on: daysAfter(from_on, 110),
    end_reason: 'asPlanned',
  })
  insert('offers', {
    id: id(),
    client_id,
    epoch: 1,
    placement_id,
    offered: 'cra',
    made_on: from_on,
    answer: 'yes',
    manner: 'meeting',
    reason_code: null,
    ask_again_on: null,
    ...author,
    sequence: nth,
  })
}

function addSlot(filling: Filling, client_id: string, nth: number, number: number, day: string): void {
  const slot_id = id()
  const isNext = number === SETTLED_SLOTS + 1
  const ahead = isNext && nth % ONE_IN_SO_MANY_UNDOCUMENTED < 2 ? [-3, 0][nth % 2] : 1 + (nth % DAYS_AHEAD)
  const planned_on = number <= SETTLED_SLOTS ? day : daysAfter(BENCH_DAY, ahead ?? 0)
  filling.insert('slots', { id: slot_id, client_id, number, planned_on, planned_at: '09:00' })
  if (number > SETTLED_SLOTS) return
  const twice = OFFERED_TWICE.includes(number)
  if (twice) addSession(filling, { client_id, slot_id }, number, 1, day, false)
  addSession(filling, { client_id, slot_id }, number, twice ? 2 : 1, day, true)
}

function addSession(
  filling: Filling,
  { client_id, slot_id }: { client_id: string; slot_id: string },
  number: number,
  attempt: number,
  on: string,
  held: boolean,
): void {
  const session_id = id()
  filling.insert('sessions', {
    id: session_id,
    slot_id,
    client_id,
    epoch: 1,
    attempt,
    outcome: held ? 'held' : 'noShow',
    settled_on: on,
    minutes: held ? 60 : null,
    setting: held ? 'locked' : null,
    reason_code: held ? null : 'ill',
    attendance: held ? 'whole' : null,
    present: '[]',
    co_therapists: '[]',
    steps: held ? JSON.stringify(TAKEN) : '[]',
    offer_again_on: null,
    craving: held ? 4 : null,
    importance: held ? 7 : null,
    confidence: held ? 5 : null,
    readiness: null,
    change_talk: held ? 'Jag vill hem till mitt eget.' : '',
    takes_along: '',
    would_change: '',
    how_it_was: '',
    note: 'Vi gick igenom hemuppgiften och arbetade vidare med dagens tema. '.repeat(held ? 6 : 1),
    manual_version: 'arton 1.0.0',
    ...filling.author,
    signed_at: `${on}T1${attempt}:00:00.000Z`,
  })
  if (!held) return
  for (const code of ['P02', 'P09', 'P17']) {
    filling.insert('session_procedures', { session_id, code, extent: 'whole', role_plays: 0 })
  }
  const reviewed = number < SETTLED_SLOTS
  filling.insert('homework', {
    id: id(),
    client_id,
    epoch: 1,
    given_in: session_id,
    given_on: on,
    position: 1,
    what: 'Öva högt, tre gånger',
    at_when: 'kvällar',
    at_where: 'på rummet',
    with_whom: 'själv',
    reviewed_in: reviewed ? session_id : null,
    reviewed_on: reviewed ? daysAfter(on, 14) : null,
    done: reviewed ? 'yes' : null,
  })
  if (number % 3 === 1) addAnswers(filling, client_id, session_id, on, number)
}

function addAnswers(
  { insert, areas, author }: Filling,
  client_id: string,
  session_id: string,
  on: string,
  number: number,
) {
  const scores = Object.fromEntries(areas.map((area, nth) => [area, 1 + ((nth + number) % 10)]))
  insert('worksheet_answers', {
    id: id(),
    client_id,
    epoch: 1,
    form_id: 'satisfactionScale',
    form_version: 1,
    answered_on: on,
    session_id,
    answers: JSON.stringify({ areas: scores, comment: 'Det går åt rätt håll.' }),
    ...author,
    sequence: number,
  })
}

function addGoal(
  { insert, author }: Filling,
  client_id: string,
  nth: number,
  sequence: number,
  area: string,
  on: string,
): void {
  const goal_id = id()
  insert('goals', { id: goal_id, client_id, epoch: 1, sequence, review_on: null })
  const steps = [1, 2, 3].map(() => ({ id: id(), what: 'Ringa', by: BENCH_DAY, who: 'jag' }))
  const said = { words: 'Jag vill ha ett eget hem', area, wording: 'Jag bor hos mig i april.', obstacle: 'Skulder' }
  // one goal in so many is due, and the others lie ahead
  const reviewOn = daysAfter(BENCH_DAY, nth % ONE_IN_SO_MANY_DUE === 0 ? -1 : 1 + (nth % DAYS_AHEAD))
  const changes = [
    {
      kind: 'worded',
      ...said,
      plan: 'Ringa budgetrådgivaren',
      levels: ['', '', 'Nyckel', '', ''],
      reviewOn: on,
      steps,
    },
    { kind: 'step', stepId: steps[0]?.id, done: true },
    { kind: 'status', status: 'underWay', whatHelped: '' },
    { kind: 'review', level: 0, comment: 'Det går.', status: 'underWay', whatHelped: '', reviewOn },
  ]
  for (const [index, change] of changes.entries()) {
    insert('goal_events', {
      goal_id,
      position: index + 1,
      id: id(),
      epoch: 1,
      happened_on: on,
      written_at: `${on}T10:00:00.000Z`,
      ...author,
      change: JSON.stringify(change),
      taken_back_at: null,
      taken_back_by: null,
    })
  }
}
