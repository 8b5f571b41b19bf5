import { describe, expect, test } from 'vitest'
import { accessTo, entriesFrom } from '../../db/repositories/accessLog.ts'
import type { LogKind } from '../../main/contract/accessLog.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, clientWithRecord, consentFor, goalWithHistory, heldSession, slotFor } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const logOf = (core: TestCore) => [...entriesFrom(databaseOf(core), 1)]

/** What leaves no row: it tells nothing of a client, or is the user's own typing before it is signed. */
const UNLOGGED: Method[] = [
  ...(['binder.keyState', 'binder.changeKey'] as const), // the second logs itself, in the new file: see changeKey.test.ts
  ...(['user.active', 'user.list', 'user.keychain', 'recoverySheet.latest'] as const),
  ...(['retention.authority', 'retention.others'] as const),
  ...([
    'user.me',
    'user.colleagues',
    'unit.list',
    'unit.lists',
    'unit.register',
    'list.secrecyDefaults',
    'session.noteText',
  ] as const),
  ...(['municipality.list', 'unit.interimNumbers'] as const),
  'emergencyNumber.list',
  'list.researchAreas',
  ...(['draft.save', 'draft.get', 'draft.discard', 'draft.setAside', 'draft.drop', 'draft.restore'] as const),
  ...(['draft.earlier', 'draft.watch', 'draft.lastPlace', 'draft.keepPlace'] as const),
  ...(['accessLog.state', 'accessLog.verify', 'accessLog.users', 'logReview.list'] as const),
  ...(['training.methods', 'training.own', 'training.craStaff', 'typing.kept', 'typing.keep'] as const),
  ...(['mistake.undoable', 'valueChange.undoable'] as const), // which of one's own may be struck, and not a word of it
  ...([
    'manual.contents',
    'manual.chapter',
    'manual.page',
    'manual.form',
    'manual.print',
    'manual.search',
    'manual.list',
  ] as const),
]

/** What is more than a reading. */
const MORE_THAN_A_VIEW: Partial<Record<Method, LogKind>> = {
  'unit.add': 'create',
  'unit.setInterimNumbers': 'change',
  'binder.setIdleMinutes': 'change',
  'user.add': 'create',
  'user.leaveKeychain': 'change',
  'recoverySheet.renew': 'change',
  'client.add': 'create',
  'client.assign': 'change',
  'client.changeDetails': 'change',
  'client.recordDeath': 'change',
  'client.takeBackDeath': 'change',
  'breakGlass.open': 'breakGlass',
  'placement.add': 'create',
  'chainEvent.record': 'create',
  'offer.record': 'create',
  'plan.schedule': 'change',
  'session.record': 'create',
  'worksheet.answer': 'create',
  'emergencyNumber.add': 'create',
  'list.add': 'create',
  'list.end': 'change',
  'list.reword': 'change',
  'list.setSecrecyDefault': 'change',
  'list.addResearchArea': 'create',
  'list.endResearchArea': 'change',
  'goal.set': 'create',
  'goal.reword': 'change',
  'goal.setStatus': 'change',
  'goal.markStep': 'change',
  'goal.review': 'create',
  'goal.takeBack': 'change',
  'remark.add': 'create',
  'secrecy.decide': 'change',
  'mistake.mark': 'change',
  'consent.give': 'create',
  'consent.withdraw': 'change',
  'handover.seal': 'export',
  'client.extract': 'export',
  'retention.setAuthority': 'change',
  'accessLog.extract': 'export',
  'accessLog.printed': 'print',
  'logReview.begin': 'create',
  'training.add': 'create',
  'manual.importPack': 'import',
  'manual.use': 'change',
}

/** What the method alone does not say. */
const DETAIL: Partial<Record<Method, unknown>> = {
  'accessLog.printed': 'client',
  'retention.setAuthority': 'authority state,->municipality',
  'user.add': expect.stringMatching(/^[0-9a-f-]{36}$/),
  'mistake.mark': 'goal other',
  'list.add': 'reasons Bussen gick inte',
  'list.end': 'reasons Orkar inte i dag',
  'list.reword': 'endReasons Ville sluta',
  'list.setSecrecyDefault': 'outpatient goal',
  'list.addResearchArea': 'researchAreas Kumla',
  'list.endResearchArea': 'researchAreas Östergötlands län',
}

/** Needs a sealed file, a placement, an event, a second user or a passphrase: see handover, placement and users.test.ts. */
const ELSEWHERE: Method[] = [
  ...(['handover.preview', 'handover.accept', 'handover.confirm'] as const),
  ...(['placement.change', 'placement.end', 'chainEvent.end'] as const),
  ...(['chainEvent.strike', 'chainEvent.restore'] as const),
  ...(['user.changePassphrase', 'user.keepInKeychain', 'user.rename', 'user.setRoles'] as const),
  ...(['user.renewAccess', 'user.disable', 'user.remove'] as const),
  ...(['unit.change', 'unit.merge'] as const), // units that are there: see unit.test.ts
  ...(['retention.decide', 'retention.carryOut'] as const), // a record past its time: see retention.test.ts
  ...(['client.compare', 'client.merge'] as const), // two clients, each with a row: see merge.test.ts
  ...(['breakGlass.see', 'assignment.see'] as const), // told of what another did: see breakGlass and assignment.test.ts
  ...(['emergencyNumber.change', 'emergencyNumber.setValid', 'emergencyNumber.moveUp'] as const), // a number
  'draft.restore', // an earlier text: see draft.test.ts
  ...(['mistake.takeBack', 'valueChange.undo'] as const), // a mark and a change: see mistake and valueChange.test.ts
  'accessLog.answerFault', // a fault: see logChain.test.ts
  ...(['logReview.get', 'logReview.decide', 'logReview.sign', 'logReview.breakOff', 'logReview.add'] as const),
  ...(['training.register', 'training.notOffered', 'training.takeBack'] as const), // a supervisor: see training.test.ts
]

const clinic = coreInMemory()
const anna = await clientWithRecord(clinic)
const goal = await goalWithHistory(clinic, anna)

const inputs = wellFormed({
  writerId: clinic.binder.opened()?.user.id ?? '',
  clientId: anna,
  slotId: await slotFor(clinic, anna, 5),
  goalId: goal.id,
  goalStepId: goal.steps[0]?.id ?? '',
  goalEventId: goal.history.at(-1)?.id ?? '',
  consentId: await consentFor(clinic, anna),
  userId: (await clinic.ask('user.me', {})).user.id,
})

describe('every view and every change leaves one row, with who, when, whose, what and of which kind', () => {
  // sealing needs the consent that is withdrawn among the others, and planning a slot that is not yet held
  const first = (method: Method) => (['handover.seal', 'plan.schedule'].includes(method) ? 0 : 1)
  const methods = (Object.keys(contract) as Method[])
    .filter(each => contract[each].door === 'unlocked' && !ELSEWHERE.includes(each))
    .toSorted((one, other) => first(one) - first(other))

  test.each(methods)('%s', async method => {
    const before = logOf(clinic)
    const reply = await clinic.call(method, inputs[method])
    const concerned = { ...(reply.ok ? Object(reply.value) : {}), ...inputs[method] }.clientId
    expect(reply).toMatchObject({ ok: true })
    const row = {
      sequence: before.length + 1,
      at: expect.stringMatching(/^2026-11-21T\d\d:\d\d:\d\d\.000Z$/),
      userId: clinic.binder.opened()?.user.id,
      clientId: concerned ?? null,
      method,
      kind: MORE_THAN_A_VIEW[method] ?? 'view',
      detail: DETAIL[method] ?? '',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    }
    expect(logOf(clinic).slice(before.length)).toEqual(UNLOGGED.includes(method) ? [] : [row])
    if (method === 'client.add') expect(concerned).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('a client’s own log tells the whole story, from the day the client was added', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  await addedClient(core, { number: '' })
  await core.ask('client.get', { clientId })
  await core.ask('session.record', await heldSession(core, clientId, 1))
  const methods = accessTo(databaseOf(core), clientId).map(each => each.method)
  expect(methods).toEqual(['client.add', 'client.get', 'plan.ofClient', 'session.record'])
})

describe('a search', () => {
  /** Kim is in, and Berit has two clients; Kim has one. */
  async function withColleague() {
    const core = coreInMemory()
    const [anna, bo] = [
      await addedClient(core, { name: 'Anna Ek', number: '' }),
      await addedClient(core, { name: 'Anna Bok', number: '' }),
    ]
    const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
    const own = await addedClient(core, { name: 'Anna Egen', number: '' })
    return { core, anna, bo, kim, own }
  }
  const searches = (core: TestCore, clientId: ClientId) =>
    accessTo(databaseOf(core), clientId).filter(each => each.method === 'client.list')

  test('that shows someone else’s client stands in that client’s own log, with who searched', async () => {
    const { core, anna, bo, kim, own } = await withColleague()
    const { clients } = await core.ask('client.list', { words: 'anna' })
    expect(clients).toHaveLength(3)
    for (const each of [anna, bo])
      expect(searches(core, each)).toMatchObject([{ userId: kim, kind: 'view', method: 'client.list' }])
    expect(searches(core, own)).toEqual([])
    expect(logOf(core).at(-1)).toMatchObject({ clientId: null, method: 'client.list', detail: 'others' })
    core.signIn({ name: 'Sam Sakta', roles: ['supervisor'] })
    expect((await core.ask('accessLog.entries', { ...TODAY, clientId: anna, most: 10 })).entries.at(-1)).toMatchObject({
      userName: 'Kim Kollega',
      what: 'Läst: visad vid en sökning',
    })
  })

  test('of one’s own clients leaves the one row of the search', async () => {
    const { core, own } = await withColleague()
    await core.ask('client.list', { words: 'egen' })
    await core.ask('client.list', { words: '' })
    expect(searches(core, own)).toEqual([])
    expect(logOf(core).slice(-2)).toMatchObject([
      { method: 'client.list', clientId: null, detail: '' },
      { method: 'client.list', clientId: null, detail: '' },
    ])
  })

  test('typed letter by letter stands once in the client’s log, and again ten minutes later', async () => {
    const { core, anna } = await withColleague()
    for (const words of ['an', 'ann', 'anna', 'anna e']) await core.ask('client.list', { words })
    expect(searches(core, anna)).toHaveLength(1)
    core.world.setToday('2026-11-21', '08:30')
    await core.ask('client.list', { words: 'anna' })
    expect(searches(core, anna)).toHaveLength(2)
  })

  test('shows at most fifty, so that more of the name must be written', async () => {
    const { core } = await withColleague()
    for (let nth = 0; nth < 51; nth++) await addedClient(core, { name: `Anna Nr ${nth}`, number: '' })
    const { clients, total } = await core.ask('client.list', { words: 'anna' })
    expect([clients.length, total]).toEqual([50, 51])
    expect((await core.ask('client.list', { words: '' })).clients).toHaveLength(52)
  })
})

const TODAY = { fromOn: '2026-11-21', toOn: '2026-11-21' }

describe('what is done to a user', () => {
  test('stands with whom it was done to, and with the name they had', async () => {
    const core = coreInMemory()
    const { userId } = await core.ask('user.add', { name: 'Sara Öst', roles: ['therapist'] })
    await core.ask('user.setRoles', { userId, roles: ['supervisor'] })
    await core.ask('user.rename', { userId, name: 'Sara Väst' })
    await core.ask('user.renewAccess', { userId, roles: ['therapist'] })
    await core.ask('user.disable', { userId })
    const { userId: brief } = await core.ask('user.add', { name: 'Kort Tid', roles: ['therapist'] })
    await core.ask('user.remove', { userId: brief })
    const { entries } = await core.ask('accessLog.entries', { ...TODAY, most: 100 })
    expect(entries.filter(each => each.method.startsWith('user.')).map(each => [each.detail, each.what])).toEqual([
      ['', 'Låst upp'],
      [userId, 'Nytt: användaren Sara Väst'],
      [userId, 'Ändrat: behörigheterna för Sara Väst'],
      [`${userId} Sara Öst`, 'Ändrat: namnet på Sara Väst, som hette Sara Öst'],
      [userId, 'Ändrat: nya tillfälliga ord till Sara Väst'],
      [userId, 'Ändrat: Sara Väst kommer inte längre in'],
      [brief, 'Nytt: användaren Okänd användare'],
      [`${brief} Kort Tid`, 'Ändrat: Kort Tid är borttagen'],
    ])
  })

  test('with the longest of names the log still adds up', async () => {
    const core = coreInMemory()
    const { userId } = await core.ask('user.add', { name: 'Å'.repeat(200), roles: ['therapist'] })
    await core.ask('user.rename', { userId, name: 'Å' })
    const { entries } = await core.ask('accessLog.verify', { from: 1 })
    expect(await core.ask('accessLog.verify', { from: 1 })).toEqual({ checkedTo: entries, entries })
  })
})

test('what was refused leaves no row, unless it told of a client: see questions.test.ts', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const before = logOf(core)
  const held = await heldSession(core, clientId, 1)
  const after = logOf(core)
  expect(await core.refusalCode('client.get', { clientId: '00000000-0000-4000-8000-000000000000' })).toBe('not-found')
  expect(await core.refusalCode('client.get', {})).toBe('invalid-input')
  expect(await core.refusalCode('session.record', { ...held, on: '2026-11-22' })).toBe('day-in-future')
  expect(logOf(core)).toEqual(after)
  expect(after.length).toBe(before.length + 1)
})

test('where the row cannot be written nothing is changed, and nothing is shown', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const held = await heldSession(core, clientId, 1)
  databaseOf(core).$client.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON access_log BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
  )
  const before = everyRecord(core)
  await expect(core.call('session.record', held)).rejects.toThrow('the disk is full')
  await expect(core.call('client.get', { clientId })).rejects.toThrow('the disk is full')
  expect(everyRecord(core)).toEqual(before)
})

test.each([
  ['changed', "UPDATE access_log SET user_id = 'someone else'"],
  ['moved to another time', "UPDATE access_log SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 1"],
  ['deleted', 'DELETE FROM access_log WHERE sequence = 1'],
  ['emptied', 'DELETE FROM access_log'],
  [
    'replaced',
    "INSERT OR REPLACE INTO access_log VALUES (1, '2020', 'x', NULL, 'user.me', 'view', '', hex(zeroblob(32)))",
  ],
  [
    'overwritten by an upsert',
    "INSERT INTO access_log SELECT * FROM access_log WHERE true ON CONFLICT (sequence) DO UPDATE SET user_id = 'x'",
  ],
  ['passed over', "INSERT INTO access_log SELECT max(sequence) + 2, at, '', '', '', 'view', '', hash FROM access_log"],
])('a row of the log cannot be %s, not even by SQL', async (_how, sql) => {
  const core = coreInMemory()
  await addedClient(core)
  const before = logOf(core)
  expect(() => databaseOf(core).$client.exec(sql)).toThrow(/the access log is never/)
  expect(logOf(core)).toEqual(before)
})

test('a client’s rows outlive the client', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const before = logOf(core)
  databaseOf(core).$client.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
  expect(logOf(core)).toEqual(before)
})
