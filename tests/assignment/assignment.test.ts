import { describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient, clientWithRecord } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

/** Berit's client Anna, Kim the therapist, and Ada, who founded the binder: therapist, coordinator and administrator. */
async function clinic() {
  const core = coreInMemory()
  const ada = core.binder.opened()?.user.id
  if (ada === undefined) throw new Error('nobody is in')
  const berit = core.signIn({ name: 'Berit Behandlare', roles: ['therapist'] })
  const anna = await clientWithRecord(core)
  const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  return {
    core,
    anna,
    ada,
    berit,
    kim,
    asAda: () => core.signIn({ id: ada, roles: ['therapist', 'coordinator', 'administrator'] }),
    asBerit: () => core.signIn({ id: berit, roles: ['therapist'] }),
    asKim: () => core.signIn({ id: kim, roles: ['therapist'] }),
  }
}

describe('a client is given to a colleague', () => {
  test('and is then theirs and no longer the giver’s', async () => {
    const { core, anna, kim, asBerit, asKim } = await clinic()
    asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: kim })
    expect(await core.refusalCode('client.get', { clientId: anna })).toBe('not-own-client')
    asKim()
    expect(await core.ask('client.get', { clientId: anna })).toMatchObject({ therapist: 'Kim Kollega', mayWrite: true })
  })

  test('only to one who is a therapist here, with a coordinator who coordinates here', async () => {
    const { core, anna, berit, kim, asBerit } = await clinic()
    const supervisor = core.signIn({ name: 'Sam Sakta', roles: ['supervisor'] })
    asBerit()
    expect(await core.refusalCode('client.assign', { clientId: anna, therapistId: supervisor })).toBe('not-a-therapist')
    expect(await core.refusalCode('client.assign', { clientId: anna, therapistId: berit, coordinatorId: kim })).toBe(
      'not-a-coordinator',
    )
  })

  test('by an administrator too, who sees whose they are by case number or initials, and not a word more', async () => {
    const { core, kim } = await clinic()
    core.signIn({ name: 'Ada Admin', roles: ['administrator'] })
    const [row] = await core.ask('client.assignments', {})
    expect(row).toMatchObject({ reference: 'A. E. 1985, nr 1', therapist: 'Berit Behandlare' })
    const clientId = row?.clientId ?? ''
    await core.ask('client.assign', { clientId, therapistId: kim, reason: 'Berit är tjänstledig' })
    expect(await core.refusalCode('client.get', { clientId })).toBe('not-permitted')
  })

  test('and who gave, from whom, to whom, when and why is kept with the client, and cannot be written over', async () => {
    const { core, anna, berit, kim, ada, asBerit } = await clinic()
    asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: berit, coordinatorId: ada })
    await core.ask('client.assign', { clientId: anna, therapistId: berit, coordinatorId: ada }) // nothing new
    await core.ask('client.assign', { clientId: anna, therapistId: kim, coordinatorId: ada, reason: 'Byter avdelning' })
    core.signIn({ id: kim, roles: ['therapist'] })
    const by = 'Berit Behandlare'
    const coordinator = 'Berit Exempel'
    expect(await core.ask('assignment.ofClient', { clientId: anna })).toMatchObject([
      { by, reason: 'Byter avdelning', from: { therapist: by, coordinator }, to: { therapist: 'Kim Kollega' } },
      { by, reason: '', from: { therapist: by }, to: { therapist: by, coordinator } },
    ])
    const { $client } = databaseOf(core)
    for (const each of ["UPDATE assignments SET reason = 'x'", 'DELETE FROM assignments'])
      expect(() => $client.exec(each)).toThrow(/an assignment is never/)
    const told = [...entriesFrom(databaseOf(core), 1)].filter(each => each.method === 'client.assign')
    expect(told.map(each => each.detail)).toEqual([
      `therapist ${berit}>${berit} coordinator ->${ada}`,
      '',
      `therapist ${berit}>${kim} coordinator ${ada}>${ada}`,
    ])
    core.signIn({ name: 'Sam Sakta', roles: ['supervisor'] })
    const day = core.world.today()
    const { entries } = await core.ask('accessLog.entries', { fromOn: day, toOn: day, clientId: anna, most: 500 })
    expect(entries.filter(each => each.method === 'client.assign').map(each => each.what)).toEqual([
      'Ändrat: samordnare från ingen här till Berit Exempel',
      'Ändrat: klientens ansvariga, till dem det redan var',
      'Ändrat: behandlare från Berit Behandlare till Kim Kollega',
    ])
  })
})

describe('whoever takes a client that is not theirs', () => {
  test('says why, and the one who had it is told until they have taken note of it', async () => {
    const { core, anna, ada, berit, asAda, asBerit } = await clinic()
    asAda()
    expect(await core.refusalCode('client.get', { clientId: anna })).toBe('not-own-client')
    const taken = { clientId: anna, therapistId: ada }
    expect(await core.refusalCode('client.assign', taken)).toBe('assign-reason-missing')
    expect(await core.refusalCode('client.assign', { ...taken, reason: '   ' })).toBe('assign-reason-missing')
    await core.ask('client.assign', { ...taken, reason: 'Berit är sjuk till jul' })
    expect(await core.ask('assignment.unseen', {})).toEqual([])
    asBerit()
    const [told, ...more] = await core.ask('assignment.unseen', {})
    expect([told, more]).toMatchObject([
      {
        clientId: anna,
        clientName: 'Anna Exempel',
        by: 'Berit Exempel',
        reason: 'Berit är sjuk till jul',
        from: { therapist: 'Berit Behandlare' },
        to: { therapist: 'Berit Exempel' },
      },
      [],
    ])
    const see = { clientId: anna, id: told?.id ?? '' }
    asAda()
    expect(await core.refusalCode('assignment.see', see)).toBe('not-found') // not for the one who took it
    asBerit()
    await core.ask('assignment.see', see)
    await core.ask('assignment.see', see)
    expect(await core.ask('assignment.unseen', {})).toEqual([])
    const seen = [...entriesFrom(databaseOf(core), 1)].filter(each => each.method === 'assignment.see')
    expect(seen).toMatchObject([
      { userId: berit, clientId: anna, kind: 'change' },
      { userId: berit, clientId: anna, kind: 'change' },
    ])
  })

  test('says why also as its coordinator, who would otherwise become its therapist in silence', async () => {
    const { core, anna, ada, berit, asAda, asBerit } = await clinic()
    asBerit()
    await core.ask('client.assign', { clientId: anna, therapistId: berit, coordinatorId: ada })
    asAda()
    expect(await core.refusalCode('client.assign', { clientId: anna, therapistId: ada, coordinatorId: ada })).toBe(
      'assign-reason-missing',
    )
  })

  test('gives no reason for a client of their own', async () => {
    const { core, ada, berit, asAda } = await clinic()
    asAda()
    const own = await addedClient(core, { name: 'Eva Exempel', number: '' })
    await core.ask('client.assign', { clientId: own, therapistId: ada, coordinatorId: ada })
    await core.ask('client.assign', { clientId: own, therapistId: berit, coordinatorId: ada })
    expect(await core.ask('assignment.ofClient', { clientId: own })).toMatchObject([{ reason: '' }, { reason: '' }])
  })
})
