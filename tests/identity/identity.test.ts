import { beforeEach, describe, expect, test } from 'vitest'
import { insertCustody } from '../../db/repositories/client.ts'
import { unitNamed } from '../../db/repositories/unit.ts'
import type { Input } from '../../main/contract/index.ts'
import type { ClientId, UnitId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore, type TestCore } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  clientWithRecord,
  consentFor,
  heldSession,
  missedSession,
  newClient,
  newGoal,
  slotFor,
  testNumber,
  toSeal,
} from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const COORDINATION = testNumber('1985-03-72')
const NUMBER = testNumber('1985-03-12')
const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const

let core: SharedCore
let clientId: ClientId
beforeEach(async () => {
  core = coreInMemory({ seed: 'home', unit: HOME })
  clientId = await addedClient(core, { number: COORDINATION, caseNumber: 'R-12' })
})

const change = (to: Partial<Input<'client.changeDetails'>>) =>
  core.ask('client.changeDetails', { clientId, reason: 'Nytt personbevis', ...to })
const found = async (words: string, at: TestCore = core) =>
  (await at.ask('client.list', { words })).clients.map(each => each.id)

describe('changed details', () => {
  test('stand on the client’s page, with what they were, who changed them, when and why', async () => {
    await change({
      name: 'Anna Exempelsson',
      homeMunicipality: '1881',
      protectedIdentity: true,
      reason: 'Har gift sig',
    })
    expect(await core.ask('client.get', { clientId })).toMatchObject({
      name: 'Anna Exempelsson',
      homeMunicipality: { code: '1881', name: 'Kumla', county: 'Örebro län' },
      protectedIdentity: true,
      caseNumber: 'R-12',
    })
    expect(await core.ask('client.history', { clientId })).toEqual([
      {
        id: expect.any(String),
        changes: [
          { detail: 'name', was: '•••', became: '•••' }, // a protected name stays on the client’s own page
          { detail: 'homeMunicipality', was: 'Örebro', became: 'Kumla' },
          { detail: 'protectedIdentity', was: 'no', became: 'yes' },
        ],
        reason: 'Har gift sig',
        author: 'Berit Exempel',
        at: expect.stringMatching(/^2026-11-21T/),
      },
    ])
    expect(await found('anna exempelsson')).toEqual([clientId])
    await change({ protectedIdentity: false, reason: 'Skyddet har upphört' })
    expect((await core.ask('client.history', { clientId })).at(-1)?.changes[0]).toEqual({
      detail: 'name',
      was: 'Anna Exempel',
      became: 'Anna Exempelsson',
    })
  })

  test('a personnummer takes the place of the samordnummer, and both find the client; neither is shown whole', async () => {
    await change({ number: NUMBER, sex: 'woman' })
    expect(await core.ask('client.get', { clientId })).toMatchObject({ numberKind: 'personalIdentityNumber' })
    for (const words of [NUMBER, NUMBER.slice(2), COORDINATION, COORDINATION.slice(2)])
      expect([words, await found(words)]).toEqual([words, [clientId]])
    const history = JSON.stringify(await core.ask('client.history', { clientId }))
    expect(history).not.toMatch(new RegExp(`${NUMBER.slice(4)}|${COORDINATION.slice(4)}`))
  })

  test('a number that never was the client’s finds nobody afterwards, and is free for the one it belongs to', async () => {
    await change({ number: NUMBER, earlierNumber: 'wrong', reason: 'Två siffror hade bytt plats' })
    expect(await found(COORDINATION)).toEqual([])
    await addedClient(core, { name: 'Eva Annan', number: COORDINATION })
  })

  test('the earlier case number finds the client too', async () => {
    await change({ caseNumber: 'R-44' })
    expect(await found('R-12')).toEqual([clientId])
    expect(await found('R-44')).toEqual([clientId])
  })

  test('a client without a number gets one', async () => {
    clientId = await addedClient(core, { number: '', caseNumber: 'R-13' })
    await change({ number: NUMBER })
    expect(await core.ask('client.get', { clientId })).toMatchObject({ maskedNumber: '1985 •• •• – ••••' })
  })

  test.each<[string, string, Partial<Input<'client.changeDetails'>>]>([
    ['a wrong check digit', 'number-invalid', { number: `${NUMBER.slice(0, 11)}${(Number(NUMBER[11]) + 1) % 10}` }],
    ['a number that another client has', 'number-of-another', { number: NUMBER }],
    ['a number that another client had', 'number-of-another', { number: testNumber('1985-03-75') }],
    ['neither number nor case number', 'number-missing', { number: '', caseNumber: '' }],
    ['what it already was', 'nothing-changed', { name: 'Anna Exempel' }],
    ['no reason', 'invalid-input', { reason: ' ', name: 'Bo' }],
  ])('%s is refused and nothing is changed', async (_what, code, to) => {
    const other = await addedClient(core, { name: 'Eva Annan', number: testNumber('1985-03-75') })
    await core.ask('client.changeDetails', { clientId: other, number: NUMBER, reason: 'Fick personnummer' })
    const before = everyRecord(core)
    expect(await core.refusal('client.changeDetails', { clientId, reason: 'Så här är det', ...to })).toEqual({
      code,
      ...(code === 'number-invalid' ? { details: { part: 'checkDigit' } } : {}),
      ...(code === 'invalid-input' ? { details: { field: 'reason' } } : {}),
    })
    expect(everyRecord(core)).toEqual(before)
  })

  test('a number that somebody had before is not given to a new client', async () => {
    await change({ number: NUMBER })
    expect(await core.refusalCode('client.add', newClient({ number: COORDINATION }))).toBe('number-taken')
  })

  test('only by the client’s own therapist or coordinator, and only where the record is held', async () => {
    const db = databaseOf(core)
    const berit = core.binder.opened()?.user.id ?? ''
    core.signIn({ roles: ['therapist'] })
    const before = everyRecord(core)
    const to = { clientId, name: 'Någon Annan', reason: 'Fel' }
    expect(await core.refusalCode('client.changeDetails', to)).toBe('not-own-client')
    expect(await core.refusalCode('client.history', { clientId })).toBe('not-own-client')
    expect(everyRecord(core)).toEqual(before)
    core.signIn({ id: berit as never, roles: ['therapist'] })
    const unitId = unitNamed(db, AFTERCARE, core.world.newId<UnitId>()).id
    insertCustody(db, { clientId, epoch: 2, unitId, sinceOn: core.world.today(), packageId: null })
    expect(await core.refusalCode('client.changeDetails', to)).toBe('not-holder')
    expect(await core.refusalCode('client.recordDeath', { clientId, diedOn: '2026-11-03', source: 'X' })).toBe(
      'not-holder',
    )
  })

  test('what a client was called before cannot be changed or removed, not even by SQL', async () => {
    await change({ name: 'Anna Ny' })
    for (const sql of [
      "UPDATE client_changes SET reason = 'x'",
      'DELETE FROM client_changes',
      'INSERT OR REPLACE INTO client_changes SELECT * FROM client_changes',
    ])
      expect(() => databaseOf(core).$client.exec(sql)).toThrow(/what a client was called before is never/)
  })
})

describe('a handover', () => {
  async function sentTo(receiver: TestCore, of = clientId) {
    const sealed = await core.ask('handover.seal', toSeal(of, await consentFor(core, of)))
    return { ...sentFile(core, sealed), readBack: 'Jag tar vid.', receiver }
  }
  const aftercare = () => coreInMemory({ seed: 'aftercare', unit: AFTERCARE })

  test('takes along what the client’s details were, and the receiver finds the client by the earlier number', async () => {
    await change({ number: NUMBER, reason: 'Fick personnummer' })
    const receiver = aftercare()
    const { receiver: _, ...file } = await sentTo(receiver)
    await receiver.ask('handover.accept', file)
    expect(await found(COORDINATION, receiver)).toEqual([clientId])
    expect(await receiver.ask('client.history', { clientId })).toEqual(await core.ask('client.history', { clientId }))
  })

  test('of a client whom the receiver knows by the earlier number is not made a second client', async () => {
    await change({ number: NUMBER })
    const receiver = aftercare()
    await addedClient(receiver, { name: 'Anna E', number: COORDINATION })
    const before = everyRecord(receiver)
    const { receiver: _, ...file } = await sentTo(receiver)
    expect(await receiver.refusalCode('handover.accept', file)).toBe('client-already-here')
    expect(everyRecord(receiver)).toEqual(before)
  })

  test('nor of a client whose number at the sender is the earlier one here', async () => {
    const receiver = aftercare()
    const here = await addedClient(receiver, { name: 'Anna E', number: COORDINATION })
    await receiver.ask('client.changeDetails', { clientId: here, number: NUMBER, reason: 'Fick personnummer' })
    const { receiver: _, ...file } = await sentTo(receiver)
    expect(await receiver.refusalCode('handover.accept', file)).toBe('client-already-here')
  })

  test('tells the day of death', async () => {
    await core.ask('client.recordDeath', { clientId, diedOn: '2026-11-03', source: 'Folkbokföringen' })
    const receiver = aftercare()
    const { receiver: _, ...file } = await sentTo(receiver)
    await receiver.ask('handover.accept', file)
    expect(await receiver.ask('client.get', { clientId })).toMatchObject({ diedOn: '2026-11-03' })
  })
})

describe('a client who has died', () => {
  const died = (diedOn = '2026-11-03') =>
    core.ask('client.recordDeath', { clientId, diedOn, source: 'Folkbokföringen' })

  test('stands as such, from whom it is known and who wrote it', async () => {
    await died()
    expect(await core.ask('client.get', { clientId })).toMatchObject({ diedOn: '2026-11-03' })
    expect(await core.ask('client.history', { clientId })).toMatchObject([
      { changes: [{ detail: 'diedOn', was: '', became: '2026-11-03' }], reason: 'Folkbokföringen' },
    ])
  })

  test('is no longer planned, offered again or reviewed; what lies before the death is still to be documented', async () => {
    const plan = async (number: number, plannedOn: string) =>
      core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, number), plannedOn })
    await plan(2, '2026-11-02')
    await plan(3, '2026-11-10')
    await plan(4, '2026-11-21')
    await plan(5, '2026-11-23')
    const again = { offerAgainOn: '2026-11-20', on: '2026-11-01' }
    await core.ask('session.record', await missedSession(core, clientId, 1, again))
    await core.ask('goal.set', newGoal(clientId, { reviewOn: '2026-11-21' }))
    const on = '2026-11-01'
    const asked = { clientId, offered: 'cra', on, answer: 'wait', manner: 'meeting', reasonCode: 'tired' } as const
    await core.ask('offer.record', { ...asked, askAgainOn: '2026-11-15' })
    const alive = await core.ask('today.list', {})
    expect([alive.sessions.length, alive.undocumented.length, alive.upcoming.length, alive.again.length]).toEqual([
      1, 2, 1, 2,
    ])
    expect(await core.ask('goal.due', {})).toHaveLength(1)

    await died()
    const after = await core.ask('today.list', {})
    expect(after).toMatchObject({ sessions: [], upcoming: [], again: [], awaited: [] })
    expect(after.undocumented.map(each => each.plannedOn)).toEqual(['2026-11-02'])
    expect(await core.ask('goal.due', {})).toEqual([])
    const [line] = (await core.ask('client.list', { words: '' })).clients
    expect(line).toMatchObject({ diedOn: '2026-11-03' })
    expect(line?.nextOn).toBeUndefined()

    await core.ask('client.takeBackDeath', { clientId, reason: 'Det var en annan person' })
    expect(await core.ask('today.list', {})).toEqual(alive)
  })

  test('has no session, sheet, offer, goal or appointment after that day, and can have what was before', async () => {
    await died()
    const before = everyRecord(core)
    const slotId = await slotFor(core, clientId, 4)
    const sheet = { clientId, formId: 'craMap', answers: {} }
    const offer = { clientId, offered: 'cra', answer: 'yes', manner: 'meeting' } as const
    const late = '2026-11-04'
    const refused = [
      await core.refusalCode('session.record', await heldSession(core, clientId, 4, { on: late })),
      await core.refusalCode('session.record', await missedSession(core, clientId, 4, { on: late })),
      await core.refusalCode('plan.schedule', { clientId, slotId, plannedOn: late }),
      await core.refusalCode('offer.record', { ...offer, on: late }),
      await core.refusalCode('worksheet.answer', { ...sheet, answeredOn: late }),
      await core.refusalCode('goal.set', newGoal(clientId)),
    ]
    expect(new Set(refused)).toEqual(new Set(['after-death']))
    expect(everyRecord(core)).toEqual(before)
    await core.ask('session.record', await heldSession(core, clientId, 4, { on: '2026-11-03' }))
    await core.ask('worksheet.answer', { ...sheet, answeredOn: '2026-11-02' })
    await core.ask('remark.add', {
      clientId,
      about: { kind: 'plan', id: clientId },
      kind: 'addition',
      words: 'Avslutat.',
    })
  })

  test.each([
    ['a number', testNumber('1985-03-13'), '1985-03-12', '1985-03-13'],
    ['a coordination number, whose day is 60 higher', testNumber('1985-03-74'), '1985-03-13', '1985-03-14'],
    ['one whose day is not known', testNumber('1985-03-60'), '1985-02-28', '1985-03-01'],
  ])(
    'nothing of what happens in a life can lie before the birth that %s tells',
    async (_what, number, early, first) => {
      clientId = await addedClient(core, { number })
      const before = everyRecord(core)
      const slotId = await slotFor(core, clientId, 4)
      const offer = { clientId, offered: 'cra', answer: 'yes', manner: 'meeting' } as const
      const stay = { clientId, legalGround: 'lvm4', unit: { name: 'Testhem', kind: 'lvmHome' } } as const
      const refused = [
        await core.refusalCode('session.record', await heldSession(core, clientId, 4, { on: early })),
        await core.refusalCode('session.record', await missedSession(core, clientId, 4, { on: early })),
        await core.refusalCode('plan.schedule', { clientId, slotId, plannedOn: early }),
        await core.refusalCode('offer.record', { ...offer, on: early }),
        await core.refusalCode('worksheet.answer', { clientId, formId: 'craMap', answers: {}, answeredOn: early }),
        await core.refusalCode('placement.add', { ...stay, fromOn: early }),
        await core.refusalCode('chainEvent.record', { clientId, kind: 'absconded', fromOn: early, words: '' }),
        await core.refusalCode('client.recordDeath', { clientId, diedOn: early, source: 'X' }),
      ]
      expect(new Set(refused)).toEqual(new Set(['before-birth']))
      expect(everyRecord(core)).toEqual(before)
      await core.ask('session.record', await heldSession(core, clientId, 4, { on: first }))
    },
  )

  test.each(['1899-12-31', '2201-01-01', '0206-11-08', '9999-12-31', '20261108', '2026-11-08 '])(
    'the day %j is none that the core takes',
    async on => {
      const day = { clientId, slotId: await slotFor(core, clientId, 4), plannedOn: on }
      expect(await core.refusalCode('plan.schedule', day)).toBe('invalid-input')
    },
  )

  test('the day can be put right, and what stood before is kept', async () => {
    await died()
    await died('2026-11-01')
    await core.ask('client.takeBackDeath', { clientId, reason: 'Det var en annan person' })
    expect((await core.ask('client.get', { clientId })).diedOn).toBeUndefined()
    const history = await core.ask('client.history', { clientId })
    expect(history.map(each => each.changes[0])).toEqual([
      { detail: 'diedOn', was: '2026-11-01', became: '' },
      { detail: 'diedOn', was: '2026-11-03', became: '2026-11-01' },
      { detail: 'diedOn', was: '', became: '2026-11-03' },
    ])
  })

  test.each([
    ['a day that has not been', 'day-in-future', '2026-11-22'],
    ['a day before a session that was held', 'held-after-death', '2026-11-19'],
  ])('%s is refused', async (_what, code, diedOn) => {
    await core.ask('session.record', await heldSession(core, clientId, 1, { on: '2026-11-20' }))
    const before = everyRecord(core)
    expect(await core.refusalCode('client.recordDeath', { clientId, diedOn, source: 'X' })).toBe(code)
    expect(await core.refusalCode('client.takeBackDeath', { clientId, reason: 'Y' })).toBe('nothing-changed')
    expect(everyRecord(core)).toEqual(before)
  })
})

test('the register extract tells what the details were, and why', async () => {
  clientId = await clientWithRecord(core, { number: NUMBER })
  await change({ name: 'Anna Exempelsson', reason: 'Har gift sig' })
  const { fileName } = await core.ask('client.extract', { clientId, as: 'json' })
  expect(new TextDecoder().decode(core.platform.files.get(fileName))).toMatch(/Anna Exempelsson[\s\S]*Har gift sig/)
})
