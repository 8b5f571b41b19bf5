import { describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient, clientWithRecord, newGoal } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

const REASON = 'Jour: klienten ringde akut'

/** Berit's client, and Kim, a therapist of the same unit, signed in. */
async function kimAtWork() {
  const core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const anna = await clientWithRecord(core)
  const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  const asBerit = () => core.signIn({ id: berit, roles: ['therapist'] })
  const asKim = () => core.signIn({ id: kim, roles: ['therapist'] })
  return { core, anna, asBerit, asKim }
}

describe('a client who is not one’s own', () => {
  test('is found by name and told only whose it is, and is not in the list', async () => {
    const { core } = await kimAtWork()
    expect(await core.ask('client.list', { words: '' })).toEqual({ clients: [], total: 0 })
    const { clients } = await core.ask('client.list', { words: 'anna' })
    expect(clients).toMatchObject([{ name: 'Anna Exempel', mine: false, therapist: 'Berit Exempel', held: 0 }])
    expect(clients[0]).not.toHaveProperty('nextOn')
  })

  test('stands nowhere under Idag or among the handovers', async () => {
    const { core } = await kimAtWork()
    const { sessions, undocumented, upcoming, waiting } = await core.ask('today.list', {})
    expect([sessions, undocumented, upcoming, waiting]).toEqual([[], [], [], []])
    expect(await core.ask('handover.list', {})).toEqual([])
  })

  test('is opened with a reason, to read and not to write, for eight hours', async () => {
    const { core, anna } = await kimAtWork()
    core.world.setToday('2026-11-21', '09:00')
    expect(await core.refusalCode('session.ofClient', { clientId: anna })).toBe('not-own-client')
    await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
    expect(await core.ask('client.get', { clientId: anna })).toMatchObject({
      mayWrite: false,
      glassUntil: /^2026-11-21T17:00/,
    })
    expect((await core.ask('session.ofClient', { clientId: anna })).length).toBeGreaterThan(0)
    expect(await core.refusalCode('goal.set', newGoal(anna))).toBe('not-own-client')
    core.world.setToday('2026-11-21', '16:59')
    await core.ask('goal.ofClient', { clientId: anna })
    core.world.setToday('2026-11-21', '17:01')
    expect(await core.refusalCode('goal.ofClient', { clientId: anna })).toBe('not-own-client')
  })

  test('needs a reason in words', async () => {
    const { core, anna } = await kimAtWork()
    expect(await core.refusal('breakGlass.open', { clientId: anna, reason: '   akut   ' })).toMatchObject({
      code: 'invalid-input',
      details: { field: 'reason' },
    })
  })

  test('opened for one client opens no other, and for no one else', async () => {
    const { core, anna, asBerit, asKim } = await kimAtWork()
    asBerit()
    const eva = await addedClient(core, { name: 'Eva Exempel', number: '' })
    asKim()
    await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
    expect(await core.refusalCode('client.get', { clientId: eva })).toBe('not-own-client')
    core.signIn({ name: 'Lo Lejd', roles: ['therapist'] })
    expect(await core.refusalCode('client.get', { clientId: anna })).toBe('not-own-client')
  })
})

describe('broken glass is told', () => {
  test('to the client’s own therapist: who, when and why, until they have taken note of it', async () => {
    const { core, anna, asBerit } = await kimAtWork()
    await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
    expect(await core.ask('breakGlass.unseen', {})).toEqual([])
    asBerit()
    const [told] = await core.ask('breakGlass.unseen', {})
    expect(told).toMatchObject({ clientId: anna, clientName: 'Anna Exempel', by: 'Kim Kollega', reason: REASON })
    await core.ask('breakGlass.see', { clientId: anna, id: told?.id ?? '' })
    expect(await core.ask('breakGlass.unseen', {})).toEqual([])
    expect(await core.ask('breakGlass.ofClient', { clientId: anna })).toMatchObject([
      { by: 'Kim Kollega', told: [{ name: 'Berit Exempel', seenAt: expect.stringMatching(/^2026/) }] },
    ])
    expect([...entriesFrom(databaseOf(core), 1)].findLast(each => each.method === 'breakGlass.see')).toMatchObject({
      clientId: anna,
      kind: 'change',
    })
  })

  test('to each of therapist and coordinator: what one has seen the other still has before them', async () => {
    const { core, anna, asBerit, asKim } = await kimAtWork()
    const sara = core.signIn({ name: 'Sara Samordnare', roles: ['coordinator'] })
    const berit = asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: berit, coordinatorId: sara })
    asKim()
    await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
    core.signIn({ id: sara, roles: ['coordinator'] })
    const [told] = await core.ask('breakGlass.unseen', {})
    await core.ask('breakGlass.see', { clientId: anna, id: told?.id ?? '' })
    expect(await core.ask('breakGlass.unseen', {})).toEqual([])
    asBerit()
    expect(await core.ask('breakGlass.unseen', {})).toMatchObject([{ id: told?.id, by: 'Kim Kollega' }])
  })

  test('never to the one who broke it, who cannot take note of it either, not even once the client is theirs', async () => {
    const { core, anna, asBerit, asKim } = await kimAtWork()
    await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
    const [glass] = await core.ask('breakGlass.ofClient', { clientId: anna })
    const see = { clientId: anna, id: glass?.id ?? '' }
    expect(await core.refusalCode('breakGlass.see', see)).toBe('not-found')
    const kim = asKim()
    asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: kim })
    asKim()
    expect(await core.ask('breakGlass.unseen', {})).toEqual([])
    expect(await core.refusalCode('breakGlass.see', see)).toBe('not-found')
    asBerit() // who has the client no longer, and was told all the same
    expect(await core.ask('breakGlass.unseen', {})).toMatchObject([{ id: glass?.id }])
  })

  test('to whoever gets the client, when nobody has taken note of it yet, and not what is seen already', async () => {
    const { core, anna, asBerit, asKim } = await kimAtWork()
    await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
    asBerit()
    const [first] = await core.ask('breakGlass.unseen', {})
    await core.ask('breakGlass.see', { clientId: anna, id: first?.id ?? '' })
    asKim()
    await core.ask('breakGlass.open', { clientId: anna, reason: 'Klienten ringde en gång till' })
    const lo = core.signIn({ name: 'Lo Lejd', roles: ['therapist'] })
    asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: lo })
    core.signIn({ id: lo, roles: ['therapist'] })
    expect(await core.ask('breakGlass.unseen', {})).toMatchObject([{ reason: 'Klienten ringde en gång till' }])
  })
})

test('broken glass makes no file and shows no other client', async () => {
  const { core, anna } = await kimAtWork()
  await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
  await core.ask('session.ofClient', { clientId: anna })
  expect(await core.refusalCode('client.extract', { clientId: anna, as: 'json' })).toBe('not-own-client')
  expect(core.platform.files.size).toBe(0)
  expect(await core.refusalCode('client.likenesses', { clientId: anna })).toBe('not-own-client')
})

test('what was told of broken glass cannot be written over', async () => {
  const { core, anna } = await kimAtWork()
  await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
  const { $client } = databaseOf(core)
  expect(() => $client.exec("UPDATE broken_glass SET reason = 'Ett helt annat skäl'")).toThrow('not mended')
  expect(() => $client.exec('DELETE FROM broken_glass')).not.toThrow() // with the client, when its record is removed
})
