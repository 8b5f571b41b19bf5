import { beforeEach, describe, expect, test } from 'vitest'
import { accessTo } from '../../db/repositories/accessLog.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { addedClient, testNumber } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

let core: SharedCore
beforeEach(() => {
  core = coreInMemory()
})
const alike = async (name: string, number = '') =>
  (await core.ask('client.alike', { name, number })).map(each => [each.name || each.caseNumber, each.likeness])

describe('before a client is saved, likeness is asked', () => {
  test.each([
    ['name and birth day', 'HÅKAN MULLER', testNumber('1985-03-12', 982), 'sameNameAndBirth'],
    ['a name turned round', 'Müller, Hakan', testNumber('1985-03-12', 982), 'sameNameAndBirth'],
    ['a coordination number for the same day', 'Håkan Müller', testNumber('1985-03-72'), 'sameNameAndBirth'],
    ['a coordination number without a known day', 'Håkan Müller', '198503602396', 'sameNameAndBirth'],
    ['a name alone', 'Håkan Müller', '', 'sameName'],
    ['a number that is not yet whole', 'Håkan Müller', '1985', 'sameName'],
    ['a part of the name and the same day', 'Müller', testNumber('1985-03-12', 982), 'sameNameAndBirth'],
  ])('by %s', async (_what, name, number, likeness) => {
    await addedClient(core, { name: 'Håkan Müller' })
    expect(await alike(name, number)).toEqual([['Håkan Müller', likeness]])
  })

  test.each([
    ['another day of birth', 'Håkan Müller', testNumber('1985-03-13')],
    ['another month, the day not known', 'Håkan Müller', testNumber('1985-04-60')],
    ['a part of the name', 'Müller', ''],
    ['another name', 'Håkan Miller', ''],
  ])('and not by %s', async (_what, name, number) => {
    await addedClient(core, { name: 'Håkan Müller' })
    expect(await alike(name, number)).toEqual([])
  })

  test('by an earlier name, with what tells them apart', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund', caseNumber: 'IFO 7' })
    await core.ask('client.changeDetails', { clientId, name: 'Anna Berg', reason: 'Har gift sig' })
    expect(await core.ask('client.alike', { name: 'anna ostlund', number: '' })).toMatchObject([
      {
        id: clientId,
        name: 'Anna Berg',
        caseNumber: 'IFO 7',
        maskedNumber: expect.stringMatching(/^1985.*\d\d$/),
        mine: true,
      },
    ])
  })

  test('when a client gets a new name or number, of all but that client', async () => {
    const clientId = await addedClient(core, { name: 'Anna Berg', number: testNumber('1985-03-72') })
    const other = await addedClient(core, { name: 'Anna Lind' })
    expect(await core.ask('client.alike', { otherThan: clientId, name: 'Anna Lind', number: '' })).toMatchObject([
      { id: other, likeness: 'sameNameAndBirth' },
    ])
    expect(await core.ask('client.alike', { otherThan: clientId, name: 'Anna Berg', number: '' })).toEqual([])
  })
})

describe('likeness is no way to find out about others’ clients', () => {
  let theirs: ClientId
  let hidden: ClientId
  beforeEach(async () => {
    theirs = await addedClient(core, { name: 'Anna Berg' })
    hidden = await addedClient(core, { name: 'Maja Hemlig', number: testNumber('1985-03-13'), protectedIdentity: true })
    core.signIn({ roles: ['therapist'] })
  })

  test('they are shown as a search shows them, whatever day of birth is tried, and each has it on their log', async () => {
    const tried = []
    for (const number of ['', testNumber('1985-03-12', 982), testNumber('1985-07-01')])
      tried.push(await core.ask('client.alike', { name: 'Anna Berg', number }))
    const line = { id: theirs, likeness: 'sameName', maskedNumber: '1985 •• •• – ••••', mine: false, held: 0 }
    expect(tried).toMatchObject([[line], [line], [line]])
    const kim = (await core.ask('user.me', {})).user.id
    expect(accessTo(databaseOf(core), theirs).at(-1)).toMatchObject({ userId: kim, method: 'client.list' })
  })

  test('a protected one stands without name and number, and has it on the log too', async () => {
    expect(await core.ask('client.alike', { name: 'Hemlig maja', number: testNumber('1990-01-01') })).toMatchObject([
      { id: hidden, name: '', maskedNumber: '', likeness: 'sameName' },
    ])
    expect(accessTo(databaseOf(core), hidden).at(-1)).toMatchObject({ method: 'client.list' })
    expect(await alike('Maja')).toEqual([])
  })

  test('nor by the number of someone else’s client, which is not typed', async () => {
    const own = await addedClient(core, { name: 'Anna Lur', number: testNumber('1985-07-01') })
    expect(await core.ask('client.alike', { otherThan: theirs, name: 'Anna Lur', number: '' })).toMatchObject([
      { id: own, likeness: 'sameName' },
    ])
  })

  test('and the eleventh question of an hour has to wait', async () => {
    for (let nth = 0; nth < 10; nth++) await core.call('client.alike', { name: `Någon ${nth} Okänd`, number: '' })
    expect(await core.refusalCode('client.alike', { name: 'Anna Berg', number: '' })).toBe('asked-often')
  })
})
