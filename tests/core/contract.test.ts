import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { unitNamed } from '../../db/repositories/unit.ts'
import type { Context } from '../../main/context/context.ts'
import type { Handlers } from '../../main/context/handlers.ts'
import { contract, type Input, type Method } from '../../main/contract/index.ts'
import { createDispatcher } from '../../main/core/dispatch.ts'
import { coreInMemory, ourManual } from '../support/core.ts'
import { AFTERCARE, COVER, clientWithRecord, consentFor, goalWithHistory, slotFor } from '../support/people.ts'
import { databaseOf, everyRow } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const METHODS = Object.keys(contract) as Method[]
const BEFORE_UNLOCK: readonly Method[] = [
  ...(['binder.state', 'binder.create', 'binder.keyProgress', 'user.unlock', 'user.unlockByKeychain'] as const),
  ...(['user.choosePassphrase', 'user.lock', 'user.judgePassphrase', 'recoverySheet.test'] as const),
]
const ID = '00000000-0000-4000-8000-000000000000'

const core = coreInMemory()
const clientId = await clientWithRecord(core)
const goal = await goalWithHistory(core, clientId)
const inputs = wellFormed({
  writerId: core.binder.opened()?.user.id ?? '',
  clientId,
  slotId: await slotFor(core, clientId, 5),
  goalId: goal.id,
  goalStepId: goal.steps[0]?.id ?? '',
  goalEventId: goal.history.at(-1)?.id ?? '',
  consentId: await consentFor(core, clientId),
})
const rows = () => everyRow(databaseOf(core).$client)

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'client',
  'client.List',
  'client.list ',
  'session.erase',
])('there is no operation called %o', async method => {
  const before = rows()
  expect(await core.call(method, {})).toEqual({ ok: false, refusal: { code: 'unknown-method' } })
  expect(rows()).toEqual(before)
})

describe('malformed input is refused and changes no row', () => {
  test.each(METHODS)('%s', async method => {
    const before = rows()
    const whole: Record<string, unknown> = { ...inputs[method] }
    const proto: unknown = JSON.parse('{ "__proto__": { "clientId": "x" } }')
    const malformed: unknown[] = [null, undefined, 'ja', 7, [], [whole], proto, { ...whole, extra: 1 }]
    for (const field of Object.keys(whole)) malformed.push({ ...whole, [field]: [null] }, { ...whole, [field]: null })
    for (const input of malformed) {
      expect([input, await core.call(method, input)]).toMatchObject([input, { refusal: { code: 'invalid-input' } }])
    }
    expect(rows()).toEqual(before)
  })

  test.each<[string, Method, object]>([
    ['a day that is not in the calendar', 'plan.schedule', { plannedOn: '2027-02-29' }],
    ['a time that is not on the clock', 'plan.schedule', { plannedAt: '24:00' }],
    ['an id that is no id', 'client.get', { clientId: '1 OR 1=1' }],
    ['a session of four minutes', 'session.record', { minutes: 4 }],
    ['a session of half a minute more', 'session.record', { minutes: 60.5 }],
    ['craving of eleven', 'session.record', { craving: 11 }],
    [
      'a procedure that CRA does not have',
      'session.record',
      { procedures: [{ code: 'P20', extent: 'whole', rolePlays: 0 }] },
    ],
    ['a held session with a reason why it was not', 'session.record', { reasonCode: 'tired' }],
    ['a missed session that lacks its reason', 'session.record', { outcome: 'noShow' }],
    ['an outcome of its own', 'session.record', { outcome: 'forgotten' }],
    ['a name of only blanks', 'client.add', { name: ' \t ' }],
    ['a goal without words', 'goal.set', { words: '' }],
    ['a goal in thirteen steps', 'goal.set', { steps: Array.from({ length: 13 }, () => ({ what: 'x', who: '' })) }],
    ['a review of three steps up', 'goal.review', { level: 3 }],
    ['a goal with four levels', 'goal.set', { levels: ['', '', '', ''] }],
    ['a yes with a reason', 'offer.record', { reasonCode: 'tired' }],
    ['a no without a reason', 'offer.record', { answer: 'no' }],
    ['a consent to nothing', 'consent.give', { parts: [] }],
    ['a handover without a situation', 'handover.seal', { cover: { ...COVER, situation: ' ' } }],
    ['no first appointment and no reason', 'handover.seal', { firstAppointment: { booked: false, reason: '' } }],
    ['a file that is not base64', 'handover.accept', { file: 'päron' }],
    ['a nineteenth chapter', 'manual.chapter', { session: 19 }],
  ])('%s', async (_what, method, change) => {
    const before = rows()
    expect(await core.refusalCode(method, { ...inputs[method], ...change })).toBe('invalid-input')
    expect(rows()).toEqual(before)
  })

  test('the refusal names the field, so that the screen can point at it', async () => {
    expect(await core.refusal('client.add', { ...inputs['client.add'], sex: 'x' })).toEqual({
      code: 'invalid-input',
      details: { field: 'sex' },
    })
  })
})

test('nothing but the door itself answers while the binder is locked', async () => {
  const locked = coreInMemory()
  locked.binder.lock()
  const answering: Method[] = []
  for (const method of METHODS.filter(each => !BEFORE_UNLOCK.includes(each))) {
    if ((await locked.refusalCode(method, inputs[method])) !== 'locked') answering.push(method)
    expect(await locked.refusalCode(method, { malformed: true })).toBe('locked')
  }
  expect(answering).toEqual([])
  expect(METHODS.filter(each => contract[each].door === 'open')).toEqual(BEFORE_UNLOCK)
  expect(await locked.ask('binder.state', {})).toMatchObject({ state: 'locked' })
})

test('a client who does not exist is not found, whatever is asked', async () => {
  const about = METHODS.filter(each => 'clientId' in inputs[each])
  for (const method of about) {
    expect([method, await core.refusalCode(method, { ...inputs[method], clientId: ID })]).toEqual([method, 'not-found'])
  }
  expect(about.length).toBeGreaterThan(20)
})

describe('what leaves the core', () => {
  /** Places in the schema where an object would let a field through that it does not name. */
  function looseObjects(schema: unknown, path = ''): string[] {
    if (typeof schema !== 'object' || schema === null) return []
    const loose = 'properties' in schema && !('additionalProperties' in schema && schema.additionalProperties === false)
    const below = Object.entries(schema).flatMap(([key, value]) => looseObjects(value, `${path}/${key}`))
    return loose ? [path, ...below] : below
  }

  test.each(METHODS)('%s takes and gives only the fields that the contract names', method => {
    const { input, output } = contract[method]
    expect(looseObjects(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }))).toEqual([])
    expect(looseObjects(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' }))).toEqual([])
  })

  test('a service that lets a column slip is stopped, and what its command did is undone', async () => {
    const faults: unknown[] = []
    const leaking = {
      'unit.add': ({ db, newId }: Context, named: Input<'unit.add'>) => ({
        ...unitNamed(db, named, newId()),
        number: '19850312',
      }),
    } as Partial<Handlers> as Handlers
    const { seat, world } = core
    const call = createDispatcher({
      seat,
      handlers: leaking,
      contextOf: visit => ({ ...world, ...visit, manual: ourManual() }),
      report: error => faults.push(error),
    })
    const before = rows()
    expect(await call('unit.add', AFTERCARE)).toEqual({ ok: false, refusal: { code: 'unexpected' } })
    expect(faults).toHaveLength(1)
    expect(rows()).toEqual(before)
  })
})
