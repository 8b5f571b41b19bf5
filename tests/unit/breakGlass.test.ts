import { describe, expect, test } from 'vitest'
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

test('the client’s own therapist is told who, when and why, until they have taken note of it', async () => {
  const { core, anna, asBerit } = await kimAtWork()
  await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
  expect(await core.ask('breakGlass.unseen', {})).toEqual([])
  asBerit()
  const [told] = await core.ask('breakGlass.unseen', {})
  expect(told).toMatchObject({ clientId: anna, clientName: 'Anna Exempel', by: 'Kim Kollega', reason: REASON })
  await core.ask('breakGlass.see', { clientId: anna, id: told?.id ?? '' })
  expect(await core.ask('breakGlass.unseen', {})).toEqual([])
  expect(await core.ask('breakGlass.ofClient', { clientId: anna })).toMatchObject([
    { by: 'Kim Kollega', seenAt: /^2026/ },
  ])
})

test('what was told of broken glass cannot be written over', async () => {
  const { core, anna } = await kimAtWork()
  await core.ask('breakGlass.open', { clientId: anna, reason: REASON })
  const { $client } = databaseOf(core)
  expect(() => $client.exec("UPDATE broken_glass SET reason = 'Ett helt annat skäl'")).toThrow('not mended')
  expect(() => $client.exec('DELETE FROM broken_glass')).not.toThrow()
})

describe('a client is given to a colleague', () => {
  test('and is then theirs and no longer the giver’s', async () => {
    const { core, anna, asBerit, asKim } = await kimAtWork()
    const kim = asKim()
    asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: kim })
    expect(await core.refusalCode('client.get', { clientId: anna })).toBe('not-own-client')
    asKim()
    expect(await core.ask('client.get', { clientId: anna })).toMatchObject({ therapist: 'Kim Kollega', mayWrite: true })
  })

  test('only to one who is a therapist here, with a coordinator who coordinates here', async () => {
    const { core, anna, asBerit, asKim } = await kimAtWork()
    const kim = asKim()
    const supervisor = core.signIn({ name: 'Sam Sakta', roles: ['supervisor'] })
    const berit = asBerit()
    expect(await core.refusalCode('client.assign', { clientId: anna, therapistId: supervisor })).toBe('not-a-therapist')
    expect(await core.refusalCode('client.assign', { clientId: anna, therapistId: berit, coordinatorId: kim })).toBe(
      'not-a-coordinator',
    )
  })

  test('by an administrator too, who sees whose they are by case number or initials, and not a word more', async () => {
    const { core, asKim } = await kimAtWork()
    const kim = asKim()
    core.signIn({ name: 'Ada Admin', roles: ['administrator'] })
    const [row] = await core.ask('client.assignments', {})
    expect(row).toMatchObject({ reference: 'A. E. 1985', therapist: 'Berit Exempel' })
    const clientId = row?.clientId ?? ''
    await core.ask('client.assign', { clientId, therapistId: kim })
    expect(await core.refusalCode('client.get', { clientId })).toBe('not-permitted')
  })
})
