import { beforeEach, describe, expect, test } from 'vitest'
import { isInForce, wordsOn } from '../../main/contract/validity.ts'
import { codeFrom } from '../../main/list/codeFrom.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { pdfPages } from '../support/pdfPages.ts'
import { AFTERCARE, addedClient, consentFor, missedSession, newClient, toSeal } from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf } from '../support/tables.ts'

// today is 2026-11-21
let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})

const reasonNamed = async (words: string) =>
  (await core.ask('unit.lists', {})).reasons.find(each => each.words === words)
const offerFor = (reasonCode: string, on: string) =>
  ({ clientId, offered: 'cra', on, answer: 'no', manner: 'meeting', reasonCode }) as const
const stay = { unit: { name: 'Runnagården', kind: 'lvmHome' }, fromOn: '2026-09-01' } as const

describe('a row that someone adds', () => {
  test('can be chosen from its first day on and not before', async () => {
    const added = await core.ask('list.add', {
      list: 'reasons',
      side: 'client',
      words: 'Bussen gick inte',
      fromOn: '2026-11-10',
    })
    expect(added).toMatchObject({ words: 'Bussen gick inte', side: 'client', fromOn: '2026-11-10', earlier: [] })
    expect(added.code).toMatch(/^ownBussenGickInte[0-9a-f]{6}$/)
    expect(await core.ask('offer.record', offerFor(added.code, '2026-11-10'))).toMatchObject({
      reasonWords: 'Bussen gick inte',
    })
    expect(await core.refusalCode('offer.record', offerFor(added.code, '2026-11-09'))).toBe('choice-not-in-force')
  })

  test.each([
    ['Bussen gick inte', 'ownBussenGickInte0a1b2c'],
    ['Åkte till ÖREBRO (é, ß)', 'ownAkteTillOrebroESs0a1b2c'],
    ['§ 12', 'own120a1b2c'],
    ['—', 'own0a1b2c'],
    ['Хочу домой', 'own0a1b2c'],
    [`${'lång '.repeat(39)}`, 'ownLangLangLangLangLangLangLang0a1b2c'],
  ])('“%s” gets the code %s', (words, code) => {
    expect(codeFrom(words, '0a1b2c3d-0000')).toBe(code)
  })

  test('needs words that tell it from every other that can be chosen on the same side', async () => {
    const same = { list: 'reasons', words: ' sjuk ', fromOn: '2026-11-10' } as const
    expect(await core.refusalCode('list.add', { ...same, side: 'client' })).toBe('list-words-taken')
    expect((await core.ask('list.add', { ...same, side: 'service' })).words).toBe('sjuk')
  })

  test('may be a legal ground or why a stay ended', async () => {
    const ground = await core.ask('list.add', {
      list: 'legalGrounds',
      words: '2 kap. 1 § nya lagen',
      phase: 'A',
      fromOn: '2026-08-01',
    })
    const ended = await core.ask('list.add', { list: 'endReasons', words: 'Hemmet stängde', fromOn: '2026-08-01' })
    const entered = { clientId, ...stay, legalGround: ground.code, toOn: '2026-11-20', endReason: ended.code }
    expect(await core.ask('placement.add', entered)).toMatchObject({
      groundWords: '2 kap. 1 § nya lagen',
      phase: 'A',
      endReasonWords: 'Hemmet stängde',
    })
  })
})

describe('a row that ends', () => {
  test('is refused after its last day, in every record that takes it, and stands where it was recorded', async () => {
    await core.ask('offer.record', offerFor('tired', '2026-11-19'))
    const before = await core.ask('placement.add', { clientId, ...stay, legalGround: 'lvm4' })
    await core.ask('list.end', { list: 'reasons', code: 'tired', toOn: '2026-11-19' })
    await core.ask('list.end', { list: 'legalGrounds', code: 'lvm4', toOn: '2026-08-31' })
    await core.ask('list.end', { list: 'endReasons', code: 'ownWish', toOn: '2026-10-31' })

    const missed = await missedSession(core, clientId, 1, { reasonCode: 'tired', on: '2026-11-20' })
    expect(await core.refusalCode('session.record', missed)).toBe('choice-not-in-force')
    expect(await core.refusalCode('offer.record', offerFor('tired', '2026-11-20'))).toBe('choice-not-in-force')
    expect(await core.refusalCode('placement.add', { clientId, ...stay, legalGround: 'lvm4' })).toBe(
      'choice-not-in-force',
    )
    const end = { clientId, placementId: before.id, toOn: '2026-11-01', endReason: 'ownWish' }
    expect(await core.refusalCode('placement.end', end)).toBe('choice-not-in-force')
    const newPlaced = newClient({ number: '', placement: { ...stay, legalGround: 'lvm4' } })
    expect(await core.refusalCode('client.add', newPlaced)).toBe('choice-not-in-force')

    const [offer] = await core.ask('offer.ofClient', { clientId })
    expect(offer).toMatchObject({ reasonCode: 'tired', reasonWords: 'Orkar inte i dag' })
    const { placements } = await core.ask('careChain.ofClient', { clientId })
    expect(placements).toMatchObject([{ legalGround: 'lvm4', groundWords: '4 § LVM' }])
  })

  test('stays in a record that is changed, as long as its day stands', async () => {
    const { id: placementId } = await core.ask('placement.add', { clientId, ...stay, legalGround: 'lvm4' })
    await core.ask('list.end', { list: 'legalGrounds', code: 'lvm4', toOn: '2026-08-31' })
    const change = { clientId, placementId, ...stay, legalGround: 'lvm4' }
    expect(await core.ask('placement.change', { ...change, plannedToOn: '2027-02-01' })).toMatchObject({
      legalGround: 'lvm4',
    })
    expect(await core.refusalCode('placement.change', { ...change, fromOn: '2026-09-02' })).toBe('choice-not-in-force')
  })

  test('is refused on a sheet too, and the sheet is not kept without it', async () => {
    await core.ask('list.end', { list: 'reasons', code: 'tired', toOn: '2026-10-31' })
    const sheet = (answeredOn: string) => ({
      clientId,
      formId: 'craMap',
      answeredOn: '2026-11-20',
      answers: { answer: 'no', reason: 'tired', answeredOn },
    })
    expect(await core.refusalCode('worksheet.answer', sheet('2026-11-01'))).toBe('choice-not-in-force')
    await core.ask('worksheet.answer', sheet('2026-10-31'))
    expect(await core.ask('offer.ofClient', { clientId })).toMatchObject([{ on: '2026-10-31', reasonCode: 'tired' }])
  })

  test('can be chosen again when its end is taken back', async () => {
    const ended = { list: 'reasons', code: 'tired' } as const
    await core.ask('list.end', { ...ended, toOn: '2026-11-01' })
    expect(await core.ask('list.end', ended)).not.toHaveProperty('toOn')
    expect(await core.ask('offer.record', offerFor('tired', '2026-11-20'))).toMatchObject({ reasonCode: 'tired' })
  })

  test('is never the last that can be chosen, nor the one that Arton writes itself', async () => {
    const unknown = { list: 'reasons', code: 'clientReasonUnknown', toOn: '2026-11-01' } as const
    expect(await core.refusalCode('list.end', unknown)).toBe('list-entry-needed')
    const { legalGrounds } = await core.ask('unit.lists', {})
    const [last, ...others] = legalGrounds.map(
      ({ code }) => ({ list: 'legalGrounds', code, toOn: '2026-11-01' }) as const,
    )
    for (const each of others) await core.ask('list.end', each)
    expect(await core.refusalCode('list.end', last)).toBe('list-would-be-empty')
  })

  test('is never removed from the tables, and keeps its code', () => {
    const { $client } = databaseOf(core)
    for (const table of ['reasons', 'legal_grounds', 'end_reasons']) {
      expect(() => $client.exec(`DELETE FROM ${table}`)).toThrow(/never removed/)
      expect(() => $client.exec(`UPDATE ${table} SET code = code || 'x'`)).toThrow(/keeps its code/)
    }
  })
})

describe('a row that gets other words', () => {
  test('is called so from its day on; what was recorded before keeps the old ones, everywhere it is shown', async () => {
    await core.ask('offer.record', { ...offerFor('tired', '2026-11-10'), askAgainOn: '2026-11-20' })
    const missed = { reasonCode: 'tired', on: '2026-11-10', offerAgainOn: '2026-11-20' }
    await core.ask('session.record', await missedSession(core, clientId, 1, missed))
    await core.ask('placement.add', {
      clientId,
      ...stay,
      legalGround: 'lvm4',
      toOn: '2026-11-10',
      endReason: 'ownWish',
    })
    const from = { fromOn: '2026-11-15' } as const
    await core.ask('list.reword', { list: 'reasons', code: 'tired', words: 'För trött', ...from })
    await core.ask('list.reword', { list: 'legalGrounds', code: 'lvm4', words: '4 § LVM (gamla)', ...from })
    await core.ask('list.reword', { list: 'endReasons', code: 'ownWish', words: 'Ville sluta', ...from })
    await core.ask('offer.record', { ...offerFor('tired', '2026-11-15'), offered: 'careChain' })

    const old = 'Orkar inte i dag'
    const offers = await core.ask('offer.ofClient', { clientId })
    expect(offers.map(each => each.reasonWords)).toEqual(['För trött', old])
    const [session] = await core.ask('session.ofClient', { clientId })
    expect(session?.reasonWords).toBe(old)
    const slots = await core.ask('plan.ofClient', { clientId })
    expect(slots.find(each => each.number === 1)).toMatchObject({ reasonWords: old })
    expect(JSON.stringify(await core.ask('today.list', {}))).toContain(old)
    const { placements } = await core.ask('careChain.ofClient', { clientId })
    expect(placements).toMatchObject([{ groundWords: '4 § LVM', endReasonWords: 'På klientens egen begäran' }])
    const row = await reasonNamed('För trött')
    expect([row && wordsOn(row, '2026-11-14'), row && wordsOn(row, '2026-11-15')]).toEqual([old, 'För trött'])
  })

  test('may get them a day that lies ahead, and be corrected until that day', async () => {
    const change = { list: 'reasons', code: 'tired', fromOn: '2027-01-01' } as const
    await core.ask('list.reword', { ...change, words: 'För tröt' })
    await core.ask('list.reword', { ...change, words: 'För trött' })
    expect(await reasonNamed('För trött')).toMatchObject({
      earlier: [{ words: 'Orkar inte i dag', toOn: '2026-12-31' }],
    })
  })

  test('never from a day when it has been recorded, or before an earlier change', async () => {
    await core.ask('offer.record', offerFor('tired', '2026-11-15'))
    const change = { list: 'reasons', code: 'tired', words: 'För trött' } as const
    expect(await core.refusalCode('list.reword', { ...change, fromOn: '2026-11-15' })).toBe('list-word-used')
    await core.ask('list.reword', { ...change, fromOn: '2026-11-16' })
    const again = { ...change, words: 'Trött', fromOn: '2026-11-10' }
    expect(await core.refusalCode('list.reword', again)).toBe('list-day-too-early')
  })

  test('is in the extract by the word it had', async () => {
    await core.ask('offer.record', offerFor('tired', '2026-11-10'))
    await core.ask('list.reword', { list: 'reasons', code: 'tired', words: 'Slutkörd', fromOn: '2026-11-15' })
    await core.ask('client.extract', { clientId, as: 'pdf' })
    const [pdf] = [...core.platform.files.values()]
    const read = pdfPages(pdf ?? new Uint8Array()).flatMap(page => page.runs.map(run => run.text))
    const text = read.join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('Orkar inte i dag')
    expect(text).not.toContain('Slutkörd')
  })
})

describe('which secrecy holds when no one has decided', () => {
  const goals = { unitKind: 'lvmHome', recordKind: 'offer' } as const

  test('may change from a day on; what is recorded before falls where it fell', async () => {
    await core.ask('offer.record', offerFor('tired', '2026-11-20'))
    await core.ask('list.setSecrecyDefault', { ...goals, branch: 'healthCare', fromOn: '2026-11-21' })
    await core.ask('offer.record', { ...offerFor('tired', '2026-11-21'), offered: 'careChain' })
    const branches = (await core.ask('secrecy.ofClient', { clientId })).filter(each => each.about.kind === 'offer')
    expect(branches.map(each => each.branch).toSorted()).toEqual(['healthCare', 'socialServices'])
    const changed = (await core.ask('list.secrecyDefaults', {})).find(
      each => each.unitKind === 'lvmHome' && each.recordKind === 'offer',
    )
    expect(changed).toEqual({
      ...goals,
      branch: 'healthCare',
      earlier: [{ branch: 'socialServices', toOn: '2026-11-20' }],
    })
  })

  test('never changes for what has been recorded', async () => {
    const back = { ...goals, branch: 'healthCare', fromOn: '2026-11-20' } as const
    expect(await core.refusalCode('list.setSecrecyDefault', back)).toBe('list-day-too-early')
  })
})

test('a row of another unit is shown with the word it had there, and is neither chosen nor changed here', async () => {
  const added = await core.ask('list.add', {
    list: 'reasons',
    side: 'client',
    words: 'Bussen gick inte',
    fromOn: '2026-11-01',
  })
  await core.ask('offer.record', offerFor(added.code, '2026-11-10'))
  await core.ask('list.reword', { list: 'reasons', code: added.code, words: 'Inställd buss', fromOn: '2026-11-15' })
  await core.ask('list.end', { list: 'reasons', code: added.code, toOn: '2026-11-20' })
  const sealed = await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId)))

  const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
  await receiver.ask('handover.accept', { ...sentFile(core, sealed), readBack: 'Jag tar vid.' })
  const [offer] = await receiver.ask('offer.ofClient', { clientId })
  expect(offer?.reasonWords).toBe('Bussen gick inte')
  const code = offer?.reasonCode ?? ''
  expect(code).toMatch(/^x:/)
  expect(await receiver.refusalCode('offer.record', offerFor(code, '2026-11-10'))).toBe('choice-not-in-force')
  expect(await receiver.refusalCode('list.end', { list: 'reasons', code })).toBe('not-found')
  const reword = { list: 'reasons', code, words: 'Annat', fromOn: '2026-12-01' }
  expect(await receiver.refusalCode('list.reword', reword)).toBe('not-found')
})

describe('what is kept for research', () => {
  const areas = async () => (await core.ask('list.researchAreas', {})).areas.map(each => [each.name, each.toOn])

  test('is three counties and a city, and days of birth that are not edited', async () => {
    expect(await areas()).toEqual([
      ['Östergötlands län', undefined],
      ['Gotlands län', undefined],
      ['Göteborg', undefined],
      ['Västernorrlands län', undefined],
    ])
    expect((await core.ask('list.researchAreas', {})).birthDays).toEqual([5, 15, 25])
  })

  test('may be more from a day, once, and ends on a day that has not been', async () => {
    const kumla = { code: '1881', fromOn: '2026-12-01' }
    expect(await core.ask('list.addResearchArea', kumla)).toEqual({ ...kumla, name: 'Kumla' })
    expect(await core.refusalCode('list.addResearchArea', { ...kumla, fromOn: '2027-01-01' })).toBe('list-words-taken')
    expect(await core.refusalCode('list.addResearchArea', { ...kumla, code: '9999' })).toBe('not-found')
    const gotland = { code: '09', fromOn: '1900-01-01' }
    expect(await core.refusalCode('list.endResearchArea', { ...gotland, toOn: '2026-11-20' })).toBe(
      'list-day-too-early',
    )
    await core.ask('list.endResearchArea', { ...gotland, toOn: '2026-12-31' })
    expect(await areas()).toContainEqual(['Gotlands län', '2026-12-31'])
    await core.ask('list.endResearchArea', gotland)
    expect(await areas()).toContainEqual(['Gotlands län', undefined])
  })
})

test('each change stands in the access log, by the list and the row', async () => {
  await core.ask('list.add', { list: 'reasons', side: 'client', words: 'Bussen gick inte', fromOn: '2026-11-01' })
  await core.ask('list.end', { list: 'endReasons', code: 'ownWish', toOn: '2026-11-30' })
  await core.ask('list.setSecrecyDefault', {
    unitKind: 'outpatient',
    recordKind: 'goal',
    branch: 'socialServices',
    fromOn: '2026-12-01',
  })
  const { entries } = await core.ask('accessLog.entries', { fromOn: '2026-11-21', toOn: '2026-11-21', most: 50 })
  expect(entries.map(each => each.what).filter(each => /lista|sekretess/.test(each))).toEqual([
    'Nytt: listan Skäl, ”Bussen gick inte”',
    'Ändrat: listan Varför en placering slutade, ”På klientens egen begäran”',
    'Ändrat: sekretess när ingen har bestämt, Mål, Öppenvård',
  ])
})

test('a row is in force on its first and on its last day', () => {
  const row = { fromOn: '2026-11-10', toOn: '2026-11-12' }
  expect(['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13'].map(on => isInForce(row, on))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isInForce({}, '1900-01-01')).toBe(true)
})
