import { describe, expect, test } from 'vitest'
import { tablesAboutClients } from '../../db/clientTables.ts'
import type { ConsentPart } from '../../main/contract/consent.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { AFTERCARE, clientWithRecord, consentFor, EVERY_PART, newGoal, toSeal } from '../support/people.ts'
import { sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf } from '../support/tables.ts'

type Has = (part: ConsentPart) => boolean

const frame = () => true
const of =
  (...parts: ConsentPart[]) =>
  (has: Has) =>
    parts.every(has)

/**
 * Where free words about a client stand, and with which parts of a consent they leave. `record` falls under the secrecy of the
 * unit that wrote it; the frame is who the client is, the stays and the plan. A new column with words belongs here or below.
 */
const LEAVES: Readonly<Record<string, { readonly when: (has: Has) => boolean; readonly record: boolean }>> = {
  'clients.name': { when: frame, record: false },
  'clients.case_number': { when: frame, record: false },
  'clients.unread_municipality': { when: frame, record: false },
  'clients.coordinator': { when: frame, record: false },
  'slots.planned_where': { when: frame, record: false },
  'slots.planned_with': { when: frame, record: false },
  'client_changes.changes': { when: frame, record: false },
  'client_changes.earlier_case_number': { when: frame, record: false },
  'client_changes.author_name': { when: frame, record: false },
  'client_changes.reason': { when: of('notes'), record: false },
  'chain_events.author_name': { when: frame, record: true },
  'chain_events.words': { when: of('notes'), record: true },
  'offers.author_name': { when: of('offers'), record: true },
  'sessions.author_name': { when: of('sessions'), record: true },
  'sessions.co_therapists': { when: of('sessions'), record: true },
  'sessions.manual_version': { when: of('sessions'), record: true },
  'sessions.note': { when: of('sessions', 'notes'), record: true },
  'sessions.change_talk': { when: of('sessions', 'notes'), record: true },
  'sessions.takes_along': { when: of('sessions', 'notes'), record: true },
  'sessions.would_change': { when: of('sessions', 'notes'), record: true },
  'sessions.how_it_was': { when: of('sessions', 'notes'), record: true },
  'homework.what': { when: of('sessions'), record: true },
  'homework.at_when': { when: of('sessions'), record: true },
  'homework.at_where': { when: of('sessions'), record: true },
  'homework.with_whom': { when: of('sessions'), record: true },
  'worksheet_answers.answers': { when: of('worksheets'), record: true },
  'worksheet_answers.author_name': { when: of('worksheets'), record: true },
  'goal_events.change': { when: of('goals'), record: true },
  'goal_events.author_name': { when: of('goals'), record: true },
  'goal_events.taken_back_by': { when: of('goals'), record: true },
  'remarks.words of session': { when: of('sessions', 'notes'), record: true },
  'remarks.words of plan': { when: of('notes'), record: true },
  'remarks.words of goal': { when: of('goals'), record: true },
  'remarks.author_name of session': { when: of('sessions', 'notes'), record: true },
  'remarks.author_name of plan': { when: of('notes'), record: true },
  'remarks.author_name of goal': { when: of('goals'), record: true },
  'mistakes.words': { when: of('goals', 'notes'), record: true },
  'mistakes.author_name': { when: of('goals'), record: true },
}

/** Words that leave in no handover: whose the client is here, who has read, what was consented to, what is not signed. */
const STAYS: readonly string[] = [
  'assignments.reason',
  'assignments.author_name',
  'consents.receiver',
  'consents.concerns',
  'consents.witness',
  'consents.text',
  'consents.author_name',
  'consents.withdrawn_words',
  'consents.withdrawn_by',
  'handovers.cover',
  'handovers.first_appointment',
  'handovers.read_back',
  'handovers.taken_on_because',
  'drafts.content',
  'earlier_drafts.content',
  'broken_glass.user_name',
  'broken_glass.reason',
  'client_merges.reference',
  'client_merges.kept_before',
  'client_merges.merged_before',
  'client_merges.folded',
  'client_merges.moved',
  'client_merges.reason',
  'client_merges.author_name',
  'access_log.detail',
  'value_changes.was',
  'value_changes.became',
  'value_changes.author_name',
  'log_fault_answers.words',
  'log_fault_answers.author_name',
  'secrecy_decisions.author_name',
  'mistakes.taken_back_by',
]

/** Columns with no words in them: an id, a code, a day, an instant, a number, or what is made of another column. */
const NO_WORDS =
  /(^|_)(id|on|at|by_id|key|hash|until)$|^(sex|home_municipality|number|number_kind|name_words|known_as|reference|listed_as|unit_id|legal_ground|applied_by|end_reason|kind|about_kind|offered|answer|manner|reason_code|settled_through|outcome|setting|attendance|present|steps|given_in|reviewed_in|done|branch|earlier_number|method|direction|other_unit|file_hash|receipt_secret|valid_until|parts|place|window_id|code|extent|reviews|reason of mistakes)$/

const columnsIn = (core: SharedCore, table: string) =>
  databaseOf(core)
    .$client.prepare("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'")
    .pluck()
    .all(table) as string[]

const undecided = (table: string, column: string) => {
  const name = `${table}.${column}`
  if (name === 'client_merges.reference') return false
  const isListed =
    Object.keys(LEAVES).some(each => each === name || each.startsWith(`${name} of `)) || STAYS.includes(name)
  return !isListed && !NO_WORDS.test(column) && name !== 'mistakes.reason'
}

test('every column of words about a client is decided about: with which part of a consent it leaves, or that it stays', () => {
  const core = coreInMemory()
  const left = [...tablesAboutClients(databaseOf(core)).keys()].flatMap(table =>
    columnsIn(core, table).flatMap(column => (undecided(table, column) ? [`${table}.${column}`] : [])),
  )
  expect(left).toEqual([])
  const known = [...tablesAboutClients(databaseOf(core)).keys()].flatMap(table =>
    columnsIn(core, table).map(each => `${table}.${each}`),
  )
  const named = [...Object.keys(LEAVES).map(each => each.split(' ')[0] ?? ''), ...STAYS]
  expect(named.filter(each => !known.includes(each))).toEqual([])
})

const canaryOf = (name: string) => `KANARIE${name.replaceAll(/[^a-z]/g, '')}X`

/** JSON where the column holds it. */
const FILLED: Readonly<Record<string, string>> = {
  'value_changes.was': 'json_quote(:canary)',
  'value_changes.became': 'json_quote(:canary)',
  'sessions.co_therapists': `json_array(:canary)`,
  'worksheet_answers.answers': `json_object('free', :canary)`,
  'goal_events.change': `iif(change ->> 'kind' = 'review', json_set(change, '$.comment', :canary), iif(change ->> 'kind' = 'worded', json_set(change, '$.words', :canary), change))`,
  'goal_events.taken_back_by': 'iif(taken_back_by IS NULL, NULL, :canary)',
  'client_changes.changes': `json_array(json_object('detail', 'name', 'was', :canary, 'became', :canary))`,
  'mistakes.taken_back_by': 'iif(taken_back_by IS NULL, NULL, :canary)',
  'consents.withdrawn_words': 'iif(withdrawn_words IS NULL, NULL, :canary)',
  'consents.withdrawn_by': 'iif(withdrawn_by IS NULL, NULL, :canary)',
  'consents.concerns': 'concerns',
  'drafts.content': 'json_object(:canary, 1)',
  'earlier_drafts.content': 'json_object(:canary, 1)',
}

/** A client with a row in every table that can leave, and in most that cannot, with words of its own in every column of words. */
async function filledClient(kind: 'lvmHome' | 'outpatient') {
  const core = coreInMemory({ unit: { name: 'Avsändaren', kind } })
  const berit = core.binder.opened()?.user.id as UserId
  const clientId = await clientWithRecord(core)
  await core.ask('client.changeDetails', { clientId, caseNumber: 'Ä 7', reason: 'Nytt ärende' })
  const [session] = await core.ask('session.ofClient', { clientId })
  const [goal] = await core.ask('goal.ofClient', { clientId })
  for (const about of [
    { kind: 'session', id: session?.id ?? '' },
    { kind: 'plan', id: clientId },
    { kind: 'goal', id: goal?.id ?? '' },
  ] as const)
    await core.ask('remark.add', { clientId, about, kind: 'addition', words: 'Tillägg' })
  const wrong = await core.ask('goal.set', newGoal(clientId, { words: 'Fel mål' }))
  await core.ask('mistake.mark', {
    clientId,
    about: { kind: 'goal', id: wrong.id },
    reason: 'other',
    words: 'Skrevs två gånger',
  })
  await consentFor(core, clientId, { witness: 'Vittnet' })
  const place = { clientId, place: 'session:5', content: '{}', writer: berit }
  await core.ask('draft.save', { ...place, window: berit, basedOn: 0, attempt: 1 })
  await core.ask('draft.setAside', { ...place, id: berit })
  fill(core, clientId)
  return { core, clientId }
}

function fill(core: SharedCore, clientId: ClientId): void {
  const { $client } = databaseOf(core)
  const triggers = $client.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const each of triggers) $client.exec(`DROP TRIGGER "${each}"`)
  const where = tablesAboutClients({ $client })
  for (const name of [...Object.keys(LEAVES), ...STAYS]) {
    const [column = '', about] = name.split(' of ')
    const [table = '', field = ''] = column.split('.')
    const isAbout = about === undefined ? '' : ` AND about_kind = '${about}'`
    $client
      .prepare(`UPDATE "${table}" SET "${field}" = ${FILLED[name] ?? ':canary'} WHERE ${where.get(table)}${isAbout}`)
      .run({ clientId, canary: canaryOf(name) })
  }
}

const SCOPES: ConsentPart[][] = [
  ...EVERY_PART.map(each => [each]),
  ['healthCare'],
  ['sessions', 'notes'],
  ['goals', 'notes'],
  ['notes', 'healthCare'],
  ['goals', 'healthCare'],
  EVERY_PART,
  [...EVERY_PART, 'healthCare'],
]

describe.each(['lvmHome', 'outpatient'] as const)('from %s leaves what the consent covers and nothing else', kind => {
  test('for each part, each few and all of them', async () => {
    const { core, clientId } = await filledClient(kind)
    for (const parts of SCOPES) {
      const consentId = await consentFor(core, clientId, { parts })
      const sealed = await core.ask('handover.seal', toSeal(clientId, consentId))
      const { file, words } = sentFile(core, sealed)
      const { content } = await takeApart(Buffer.from(file, 'base64'), words)
      const told = JSON.stringify(content)
      const has: Has = each => parts.includes(each)
      const isFree = (record: boolean) => !record || kind !== 'outpatient' || has('healthCare')
      const expected = Object.keys(LEAVES).filter(each => LEAVES[each]?.when(has) && isFree(LEAVES[each].record))
      const found = [...Object.keys(LEAVES), ...STAYS].filter(each => told.includes(canaryOf(each)))
      expect([parts, found.toSorted()]).toEqual([parts, expected.toSorted()])
      expect(content.receiver).toEqual(AFTERCARE)
      databaseOf(core).$client.prepare("DELETE FROM handovers WHERE direction = 'out'").run()
    }
  })
})
