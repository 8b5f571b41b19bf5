import { beforeEach, describe, expect, test } from 'vitest'
import { consentStatus } from '../../main/consent/consentStatus.ts'
import { consentPart } from '../../main/contract/consent.ts'
import { consentText } from '../../main/contract/consentText.ts'
import type { Input } from '../../main/contract/index.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { AFTERCARE, addedClient, consentFor, toSeal } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})

const WAIVER = { kind: 'waiver', receiver: AFTERCARE.name, manner: 'orally', witness: '' } as const
const PLAN = {
  kind: 'coordinatedPlan',
  receiver: 'Vårdcentralen Vasa',
  concerns: 'Boende och mediciner',
  manner: 'inWriting',
  witness: '',
  validUntil: '2026-12-01',
} as const

test('a consent says to whom, what, how, before whom and until when, and keeps its day when withdrawn', async () => {
  const given: Input<'consent.give'> = {
    ...WAIVER,
    clientId,
    parts: ['goals', 'notes'],
    witness: 'Kim Kollega',
    validUntil: '2026-12-01',
  }
  const consent = await core.ask('consent.give', given)
  expect(consent).toEqual({
    ...given,
    id: expect.any(String),
    givenOn: '2026-11-21',
    concerns: '',
    standing: 'inForce',
    text: consentText(given, 'Runnagården'),
    author: 'Berit Exempel',
    writtenAt: expect.stringMatching(/^2026/),
  })
  core.world.setToday('2026-11-25')
  const ids = { clientId, consentId: consent.id }
  const withdrawn = await core.ask('consent.withdraw', { ...ids, on: '2026-11-24', words: 'Jag berättar själv.' })
  expect(withdrawn).toEqual({
    ...consent,
    standing: 'withdrawn',
    withdrawal: {
      on: '2026-11-24',
      words: 'Jag berättar själv.',
      author: 'Berit Exempel',
      writtenAt: expect.stringMatching(/^2026-11-25/),
    },
  })
  core.world.setToday('2026-11-26')
  expect(await core.ask('consent.withdraw', { ...ids, words: 'En gång till' })).toEqual(withdrawn)
  expect(await core.ask('consent.ofClient', { clientId })).toEqual([withdrawn])
})

test('a consent to a coordinated plan is a record of its own: it names what the plan is about, and lets nothing out', async () => {
  const plan = await core.ask('consent.give', { ...PLAN, clientId, receiver: AFTERCARE.name })
  expect(plan).toMatchObject({ kind: 'coordinatedPlan', parts: [], concerns: 'Boende och mediciner' })
  const before = everyRecord(core)
  expect(await core.refusalCode('handover.seal', toSeal(clientId, plan.id))).toBe('consent-not-a-waiver')
  expect(everyRecord(core)).toEqual(before)
  const waiver = await consentFor(core, clientId)
  expect(await core.call('handover.seal', toSeal(clientId, waiver))).toMatchObject({ ok: true })
})

test.each([
  ['a plan that lets parts out', { ...PLAN, parts: ['goals'] }],
  ['a plan about nothing', { ...PLAN, concerns: ' ' }],
  ['a waiver that is about a plan', { ...WAIVER, parts: ['goals'], concerns: 'Boende', validUntil: '2026-12-01' }],
  ['a consent to nobody', { ...PLAN, receiver: '' }],
])('%s is refused', async (_what, input) => {
  const before = everyRecord(core)
  expect(await core.refusalCode('consent.give', { ...input, clientId })).toBe('invalid-input')
  expect(everyRecord(core)).toEqual(before)
})

describe('what the client says yes to', () => {
  const text = consentText({ ...WAIVER, parts: ['goals', 'healthCare'], validUntil: '2026-12-21' }, 'Runnagården')

  test('names the unit, the receiver, the last day and the parts that were ticked, and no others', () => {
    expect(text).toMatch(/^Jag går med på att Runnagården lämnar uppgifter om mig till Örebro eftervård\./)
    expect(text).toContain('till och med 21 december 2026')
    expect(text.match(/^– .*/gm)).toEqual([
      '– mina mål och stegen dit',
      '– också sådant som hör till hälso- och sjukvården',
    ])
  })

  test('never says that the consent is why the record is kept', () => {
    expect(text).toContain('Att Runnagården antecknar om min vård beror på lagen, inte på mitt samtycke.')
  })

  test('to a plan does not lift secrecy, and says so', () => {
    const plan = consentText(PLAN, 'Runnagården')
    expect(plan).toContain('Det här häver inte sekretessen.')
    expect(plan).toContain('Planen handlar om: Boende och mediciner')
  })

  test('has words of its own for every part', () => {
    const all = consentText({ ...WAIVER, parts: consentPart.options, validUntil: '2026-12-21' }, 'Runnagården')
    expect(new Set(all.match(/^– .*/gm)).size).toBe(consentPart.options.length)
  })
})

test('what was agreed to is never changed in the tables, nor is a withdrawal, and both go with the client', async () => {
  const consentId = await consentFor(core, clientId)
  const { $client } = databaseOf(core)
  expect(() => $client.exec("UPDATE consents SET text = 'Allt'")).toThrow('a consent is never changed')
  expect(() => $client.exec("UPDATE consents SET valid_until = '2099-01-01'")).toThrow('a consent is never changed')
  await core.ask('consent.withdraw', { clientId, consentId })
  expect(() => $client.exec("UPDATE consents SET withdrawn_on = '2026-12-20'")).toThrow('never changed')
  $client.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
  expect($client.prepare('SELECT count(*) FROM consents').pluck().get()).toBe(0)
})

test('consents stand newest first, by the day the client gave them', async () => {
  const older = await consentFor(core, clientId)
  core.world.setToday('2026-11-25')
  const newer = await consentFor(core, clientId)
  const signedLastWeek = await consentFor(core, clientId, { givenOn: '2026-11-18' })
  expect((await core.ask('consent.ofClient', { clientId })).map(each => each.id)).toEqual([
    newer,
    older,
    signedLastWeek,
  ])
})

test('a consent that would already have expired is refused; one for today alone is not', async () => {
  const input = { ...WAIVER, clientId, parts: ['goals'] }
  const before = everyRecord(core)
  expect(await core.refusalCode('consent.give', { ...input, validUntil: '2026-11-20' })).toBe('days-reversed')
  expect(await core.refusalCode('consent.give', { ...input, givenOn: '2026-11-22', validUntil: '2026-12-01' })).toBe(
    'day-in-future',
  )
  expect(everyRecord(core)).toEqual(before)
  expect(await core.call('consent.give', { ...input, validUntil: '2026-11-21' })).toMatchObject({ ok: true })
})

test('a consent is not withdrawn before it was given, nor on a day to come', async () => {
  const consentId = await consentFor(core, clientId)
  const before = everyRecord(core)
  expect(await core.refusalCode('consent.withdraw', { clientId, consentId, on: '2026-11-20' })).toBe('days-reversed')
  expect(await core.refusalCode('consent.withdraw', { clientId, consentId, on: '2026-11-22' })).toBe('day-in-future')
  expect(everyRecord(core)).toEqual(before)
})

test('another client’s consent is not found, and stays in force', async () => {
  const other = await addedClient(core, { number: '' })
  const consentId = await consentFor(core, other)
  const before = everyRecord(core)
  expect(await core.refusalCode('consent.withdraw', { clientId, consentId })).toBe('not-found')
  expect(everyRecord(core)).toEqual(before)
})

test.each([
  ['the day it was given', '2026-11-21', 'inForce'],
  ['its last day', '2026-12-21', 'inForce'],
  ['the day after', '2026-12-22', 'expired'],
])('how a consent stands on %s', async (_when, today, standing) => {
  await consentFor(core, clientId)
  core.world.setToday(today)
  expect(await core.ask('consent.ofClient', { clientId })).toMatchObject([{ standing }])
})

test('a consent that was withdrawn and has run out is told as withdrawn', () => {
  const withdrawal = { on: '2026-12-01', words: '', author: 'Berit Exempel', writtenAt: '2026-12-01T08:00:00Z' }
  expect(consentStatus({ validUntil: '2026-12-21', withdrawal }, '2027-01-01')).toBe('withdrawn')
})
