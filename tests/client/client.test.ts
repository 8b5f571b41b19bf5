import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../main/contract/index.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, missedSession, newClient, newGoal, slotFor, testNumber } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
beforeEach(() => {
  core = coreInMemory()
})

describe('adding a client', () => {
  test('gives a record held here, a masked number and eighteen slots in three phases', async () => {
    const clientId = await addedClient(core, { name: '  Åsa Öberg Exempel ', caseNumber: '2026-17' })
    const { unit, user } = await core.ask('user.me', {})
    expect(await core.ask('client.get', { clientId })).toEqual({
      id: clientId,
      name: 'Åsa Öberg Exempel',
      maskedNumber: '1985 •• •• – ••••',
      caseNumber: '2026-17',
      listedAs: '2026-17',
      numberKind: 'personalIdentityNumber',
      sex: 'woman',
      homeMunicipality: { code: '1880', name: 'Örebro', county: 'Örebro län' },
      protectedIdentity: false,
      therapist: 'Berit Exempel',
      therapistId: user.id,
      coordinator: 'Sara Samordnare',
      phase: 'A',
      custody: { epoch: 1, unit, sinceOn: '2026-11-21', own: true },
      mayWrite: true,
      mayTreat: true,
    })
    const plan = await core.ask('plan.ofClient', { clientId })
    expect(plan.map(each => `${each.number}${each.phase}`).join(' ')).toBe(
      '1A 2A 3A 4A 5A 6A 7A 8A 9A 10B 11B 12B 13C 14C 15C 16C 17C 18C',
    )
    expect(new Set(plan.map(each => each.attempts))).toEqual(new Set([0]))
  })

  test('takes the placement with it, all or nothing', async () => {
    const placement = {
      legalGround: 'lvm27',
      unit: { name: 'Villan', kind: 'section27Home' },
      fromOn: '2026-11-01',
    } as const
    const clientId = await addedClient(core, { placement })
    expect(await core.ask('client.get', { clientId })).toMatchObject({ phase: 'B' })
    const before = everyRecord(core)
    const wrong = { ...placement, legalGround: 'lvu' }
    expect(await core.refusalCode('client.add', newClient({ number: '', placement: wrong }))).toBe('not-found')
    expect(everyRecord(core)).toEqual(before)
  })

  test.each([
    ['ten digits', testNumber().slice(2), 'personalIdentityNumber'],
    ['a hyphen', `850312-${testNumber().slice(8)}`, 'personalIdentityNumber'],
    ['a coordination number', testNumber('1985-03-72'), 'coordinationNumber'],
    ['no number', '', 'none'],
  ])('takes %s', async (_how, number, numberKind) => {
    const clientId = await addedClient(core, { number })
    const maskedNumber = number === '' ? '' : '1985 •• •• – ••••'
    expect(await core.ask('client.get', { clientId })).toMatchObject({ numberKind, maskedNumber })
  })

  test('refuses a number that cannot be anyone’s, without saying it back', async () => {
    expect(await core.refusal('client.add', newClient({ number: '198503129805' }))).toEqual({
      code: 'number-invalid',
      details: { part: 'checkDigit' },
    })
  })

  test('asks for something to find the client by: a number, or a case number', async () => {
    expect(await core.refusal('client.add', newClient({ number: '', caseNumber: '' }))).toEqual({
      code: 'number-missing',
    })
  })

  test('refuses a number that someone has, however it is written; without numbers two may share a name', async () => {
    await addedClient(core)
    const before = everyRecord(core)
    expect(await core.refusal('client.add', newClient({ name: 'Bo', number: testNumber().slice(2) }))).toEqual({
      code: 'number-taken',
    })
    expect(everyRecord(core)).toEqual(before)
    await addedClient(core, { number: '' })
    await addedClient(core, { number: '' })
    expect((await core.ask('client.list', { words: 'anna' })).total).toBe(3)
  })
})

describe('searching', () => {
  beforeEach(async () => {
    await addedClient(core, {
      name: 'Anna Lind',
      caseNumber: 'IFO-2026/17',
      homeMunicipality: '1881',
      coordinator: 'Ulla',
    })
    await addedClient(core, {
      name: 'Örjan Ahl',
      number: testNumber('1971-09-30', 981),
      sex: 'man',
      homeMunicipality: '1880',
    })
    await addedClient(core, { name: 'Ärla  Ström', number: '' })
    await addedClient(core, { name: 'Åke 100%_Procent', number: '', sex: 'man', homeMunicipality: '1881' })
  })
  const found = async (words: string) => (await core.ask('client.list', { words })).clients.map(each => each.name)

  test.each([
    [
      'nothing: everyone, in the order of the alphabet',
      '',
      ['Anna Lind', 'Åke 100%_Procent', 'Ärla  Ström', 'Örjan Ahl'],
    ],
    ['a part of the name', 'lin', ['Anna Lind']],
    ['both names, in any order and case', 'LIND anna', ['Anna Lind']],
    ['Swedish capitals', 'ÖRJAN', ['Örjan Ahl']],
    ['a name from a keyboard that writes å as two signs', 'Åke'.normalize('NFD'), ['Åke 100%_Procent']],
    ['the whole number', testNumber(), ['Anna Lind']],
    ['the number as people write it', `850312-${testNumber().slice(8)}`, ['Anna Lind']],
    ['the beginning of the number', '7109', ['Örjan Ahl']],
    ['the case number', 'IFO-2026/17', ['Anna Lind']],
  ])('finds by %s', async (_what, words, names) => {
    expect(await found(words)).toEqual(names)
  })

  test.each([
    ['municipality', 'Kumla'],
    ['coordinator', 'Ulla'],
    ['therapist', 'Berit'],
    ['sex', 'woman'],
    ['half a case number', 'IFO-2026'],
    ['three digits', '850'],
    ['the last four digits', testNumber().slice(8)],
    ['a year of birth among other words', 'alkohol 1985'],
    ['a sign that means anything', '%'],
    ['a sign that means any letter', 'a_n_a'],
    ['a piece of SQL', "' OR 1=1 --"],
  ])('does not find by %s', async (_what, words) => {
    expect(await found(words)).toEqual([])
  })

  test.each([
    'Bosse', // in a note
    'syster', // said as change talk
    'blommig', // in a goal
    'ringklocka', // in a worksheet
    'Villan', // where the client is placed
    'permission', // of what happened in the care chain
    'orkar', // the reason for a missed session
  ])('finds nobody by the word “%s” of a record', async word => {
    const clientId = (await core.ask('client.list', { words: 'lind' })).clients[0]?.id ?? ''
    const unit = { name: 'Villan', kind: 'section27Home' } as const
    await core.ask('placement.add', { clientId, legalGround: 'lvm27', unit, fromOn: '2026-11-01' })
    await core.ask('chainEvent.record', { clientId, kind: 'absconded', fromOn: '2026-11-01', words: 'från permission' })
    await core.ask('session.record', await missedSession(core, clientId, 1))
    await core.ask(
      'session.record',
      await heldSession(core, clientId, 1, { note: 'Hunden Bosse', changeTalk: 'Min syster' }),
    )
    await core.ask('goal.set', newGoal(clientId, { words: 'En blommig soffa' }))
    const answers = { areas: {}, comment: 'En ringklocka' }
    await core.ask('worksheet.answer', { clientId, formId: 'satisfactionScale', answeredOn: '2026-11-20', answers })
    const text = JSON.stringify([
      await core.ask('careChain.ofClient', { clientId }),
      await core.ask('session.ofClient', { clientId }),
      await core.ask('goal.ofClient', { clientId }),
      await core.ask('worksheet.ofClient', { clientId }),
    ])
    expect(text.toLowerCase()).toContain(word.toLowerCase())
    expect(await found(word)).toEqual([])
  })

  test('shows what the list may show, and where the client is in the plan', async () => {
    const [row] = (await core.ask('client.list', { words: 'lind' })).clients
    const clientId = row?.id ?? ''
    await core.ask('session.record', await missedSession(core, clientId, 1))
    await core.ask('session.record', await heldSession(core, clientId, 1))
    await core.ask('session.record', await heldSession(core, clientId, 2, { outcome: 'partlyHeld' }))
    for (const [number, plannedOn] of [
      [3, '2026-12-08'],
      [4, '2026-12-01'],
    ] as const)
      await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, number), plannedOn })
    expect((await core.ask('client.list', { words: 'lind' })).clients).toEqual([
      {
        id: clientId,
        name: 'Anna Lind',
        maskedNumber: '1985 •• •• – ••••',
        caseNumber: 'IFO-2026/17',
        protectedIdentity: false,
        phase: 'A',
        holder: 'Runnagården',
        own: true,
        mine: true,
        therapist: 'Berit Exempel',
        held: 2,
        nextOn: '2026-12-01',
      },
    ])
  })
})

describe('a client with protected identity', () => {
  const hidden: Partial<Input<'client.add'>> = { name: 'Maja Hemlig', caseNumber: 'S-1', protectedIdentity: true }

  test('stands in lists and in today without name or number', async () => {
    const clientId = await addedClient(core, hidden)
    await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, 1), plannedOn: '2026-11-21' })
    const { clients } = await core.ask('client.list', { words: '' })
    const today = await core.ask('today.list', {})
    expect(clients).toMatchObject([{ name: '', maskedNumber: '', caseNumber: 'S-1', protectedIdentity: true }])
    expect(today.sessions).toMatchObject([{ clientName: '', number: 1 }])
    expect(JSON.stringify([clients, today])).not.toMatch(/Maja|Hemlig|1985/)
    expect(await core.ask('client.get', { clientId })).toMatchObject({ name: 'Maja Hemlig' })
  })

  test.each([
    ['found', 'the whole name', 'maja  HEMLIG', 1],
    ['found', 'the whole number', testNumber(), 1],
    ['found', 'the ten digits', testNumber().slice(2), 1],
    ['found', 'the case number', 'S-1', 1],
    ['not found', 'half the name', 'maja', 0],
    ['found', 'the name turned round', 'hemlig maja', 1],
    ['not found', 'the year of birth', '1985', 0],
    ['not found', 'all of the number but one digit', testNumber().slice(0, 11), 0],
  ])('is %s by %s', async (_found, _what, words, total) => {
    await addedClient(core, hidden)
    expect(await core.ask('client.list', { words })).toMatchObject({ total })
  })
})
