import { beforeEach, expect, test } from 'vitest'
import { isInForce } from '../../main/consent/inForce.ts'
import type { Input } from '../../main/contract/index.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { AFTERCARE, addedClient, consentFor } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})

test('a consent says to whom, what, how, before whom and until when, and keeps its day when withdrawn', async () => {
  const given: Input<'consent.give'> = {
    ...{ clientId, receiver: AFTERCARE.name, parts: ['goals', 'notes'], manner: 'orally' },
    ...{ witness: 'Kim Kollega', validUntil: '2026-12-01' },
  }
  const consent = await core.ask('consent.give', given)
  expect(consent).toEqual({ ...given, id: expect.any(String), givenOn: '2026-11-21' })
  core.world.setToday('2026-11-25')
  const withdrawn = await core.ask('consent.withdraw', { clientId, consentId: consent.id })
  expect(withdrawn).toEqual({ ...consent, withdrawnOn: '2026-11-25' })
  core.world.setToday('2026-11-26')
  expect(await core.ask('consent.withdraw', { clientId, consentId: consent.id })).toEqual(withdrawn)
  expect(await core.ask('consent.ofClient', { clientId })).toEqual([withdrawn])
})

test('consents stand newest first', async () => {
  const older = await consentFor(core, clientId)
  core.world.setToday('2026-11-25')
  const newer = await consentFor(core, clientId)
  expect((await core.ask('consent.ofClient', { clientId })).map(each => each.id)).toEqual([newer, older])
})

test('a consent that would already have expired is refused; one for today alone is not', async () => {
  const input = { ...{ clientId, receiver: 'X', parts: ['goals'], manner: 'orally', witness: '' } }
  const before = everyRecord(core)
  expect(await core.refusalCode('consent.give', { ...input, validUntil: '2026-11-20' })).toBe('days-reversed')
  expect(everyRecord(core)).toEqual(before)
  expect(await core.call('consent.give', { ...input, validUntil: '2026-11-21' })).toMatchObject({ ok: true })
})

test('another client’s consent is not found, and stays in force', async () => {
  const other = await addedClient(core, { number: '' })
  const consentId = await consentFor(core, other)
  const before = everyRecord(core)
  expect(await core.refusalCode('consent.withdraw', { clientId, consentId })).toBe('not-found')
  expect(everyRecord(core)).toEqual(before)
})

test.each([
  ['the day before it was given', '2026-11-20', undefined, false],
  ['the day it was given', '2026-11-21', undefined, true],
  ['its last day', '2026-12-21', undefined, true],
  ['the day after', '2026-12-22', undefined, false],
  ['the day it was withdrawn', '2026-12-01', '2026-12-01', false],
  ['any day after that', '2026-12-05', '2026-12-01', false],
])('whether a consent holds %s', async (_when, today, withdrawnOn, holds) => {
  await consentFor(core, clientId)
  const [consent] = await core.ask('consent.ofClient', { clientId })
  if (consent === undefined) throw new Error('no consent')
  expect(isInForce(withdrawnOn === undefined ? consent : { ...consent, withdrawnOn }, today)).toBe(holds)
})
