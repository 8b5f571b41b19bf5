import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fillClientKeys } from '../../db/clientKeys.ts'
import { coreInMemory, type SharedCore, type TestCore } from '../support/core.ts'
import { AFTERCARE, addedClient, consentFor, testNumber, toSeal } from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf } from '../support/tables.ts'

let core: SharedCore
beforeEach(() => {
  core = coreInMemory()
})
const found = async (words: string, at: TestCore = core) =>
  (await at.ask('client.list', { words })).clients.map(each => each.name)
const total = async (words: string) => {
  databaseOf(core).$client.exec('DELETE FROM questions') // the eleventh would wait
  return (await core.ask('client.list', { words })).total
}

/** Name, and how it may be sought. All people are invented. */
const FORMS: readonly (readonly [string, string])[] = [
  ['Håkan Müller', 'Muller'],
  ['Hakan Muller', 'MÜLLER håkan'],
  ['Håkan Müller', 'mueller'],
  ['Greta Mueller', 'Müller'],
  ['Siobhán O’Brien', "O'Brien"],
  ['Siobhán O’Brien', 'obrien'],
  ['Siobhan OBrien', 'O`Brien Siobhán'],
  ['Siobhan O Brien', "o'brien"],
  ['André Exempel', 'andre'],
  ['Andre Exempel', 'ANDRÉ'],
  ['Anna\u2011Karin Exempel', 'anna-karin'],
  ['Anna-Karin Exempel', 'Anna Karin'],
  ['Anna-Karin Exempel', 'annakarin'],
  ['Annakarin Exempel', 'Anna–Karin'],
  ['Sören Östlund', 'Ostlund soren'],
  ['Søren Kjær', 'Sören Kjär'],
  ['Søren Kjær', 'Soren Kjaer'],
  ['Lars Kjaer', 'Kjær'],
  ['Björn Großmann', 'grossmann'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Lukasz Zolc', 'ŁUKASZ'],
  ['İpek Işık', 'ipek isik'],
  ['Ipek Isik', 'İPEK IŞIK'],
  ['Åsa Öberg'.normalize('NFD'), 'åsa öberg'],
  ['Åsa Öberg', 'Öberg Åsa'.normalize('NFD')],
  ['Åsa Öberg', 'Öberg, Åsa'],
  ['Anna\u00A0Berg\u200B', 'anna berg'],
  ['Anna Berg', 'Anna\u202FBe\u00ADrg\u200E'],
  ['Ivan Ёлкин', 'ЁЛКИН'],
]

describe('a client is found by the name', () => {
  let shared: SharedCore
  let hidden: SharedCore
  beforeAll(async () => {
    shared = coreInMemory()
    hidden = coreInMemory()
    for (const name of ['Berit Nilsson', ...new Set(FORMS.map(([each]) => each))]) {
      await addedClient(shared, { name, number: '' })
      await addedClient(hidden, { name, number: '', protectedIdentity: true })
    }
  })

  test.each(FORMS)('%s sought as %s', async (name, words) => {
    const names = await found(words, shared)
    expect(names).toContain(name)
    expect(names).not.toContain('Berit Nilsson')
  })

  test.each(FORMS)('%s sought as %s, also when protected and the name is whole', async (name, words) => {
    databaseOf(hidden).$client.exec('DELETE FROM questions') // the eleventh would wait
    const { clients } = await hidden.ask('client.list', { words })
    const isWhole = words.split(/[ ,\u00A0\u202F]+/).length > 1 && !/^(o.brien|anna.karin)$/i.test(words)
    expect(clients.some(each => each.caseNumber.startsWith(`Ä ${name}`))).toBe(isWhole)
  })

  test.each([
    ['Siobhan O’Brien', 'o brien siobhan'],
    ['Anna-Karin Exempel', 'exempel annakarin'],
    ['Anna-Karin Exempel', 'Exempel, Anna Karin'],
  ])('%s, who is protected, by the whole name as %s', async (name, words) => {
    await addedClient(core, { name, protectedIdentity: true })
    expect(await total(words)).toBe(1)
  })

  test('a protected one not by a part of the name, nor by the signs between what is stored', async () => {
    await addedClient(core, { name: 'Maja Hemlig', protectedIdentity: true, caseNumber: 'S-1' })
    const parts = ['Maja', 'Hemlig', 'Maja Hem', 'Maja Hemlig Å', 'a', '|', 'S', '#s-1', '#s-1|', 'maja hemlig|#s-1']
    for (const words of parts) expect([words, await total(words)]).toEqual([words, 0])
  })

  test('and not by letters of two names', async () => {
    await addedClient(core, { name: 'Lo Berg' })
    for (const words of ['ob', 'loberg', 'n', 'Berg-Nilsson']) expect([words, await total(words)]).toEqual([words, 0])
  })
})

describe('former names', () => {
  const rename = (clientId: string, name: string) =>
    core.ask('client.changeDetails', { clientId, name, reason: 'Har gift sig' })

  test('find the client, whole or in part, however often the name has changed', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund' })
    await rename(clientId, 'Anna Müller')
    await rename(clientId, 'Anna Berg')
    for (const words of ['ostlund', 'Muller', 'anna berg', 'Östlund anna'])
      expect(await found(words)).toEqual(['Anna Berg'])
  })

  test('are told when they are what was found, to whose client it is; to others only that there is one', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund' })
    await rename(clientId, 'Anna Müller')
    await rename(clientId, 'Anna Berg')
    const told = async (words: string) =>
      (await core.ask('client.list', { words })).clients.map(each => each.formerName)
    expect(await told('ostlund')).toEqual(['Anna Östlund'])
    expect(await told('Anna mueller')).toEqual(['Anna Müller'])
    for (const words of ['', 'anna', 'Berg Anna']) expect(await told(words)).toEqual([undefined])
    core.signIn({ roles: ['therapist'] })
    expect(await told('ostlund')).toEqual([''])
  })

  test('are told of no protected client, whoever asks', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund', protectedIdentity: true })
    await rename(clientId, 'Anna Berg')
    const [line] = (await core.ask('client.list', { words: 'Anna Östlund' })).clients
    expect([line?.id, line?.formerName]).toEqual([clientId, undefined])
  })

  test('find a protected client only when they are whole', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund', protectedIdentity: true })
    await rename(clientId, 'Anna Berg')
    expect([await total('Ostlund Anna'), await total('Ostlund'), await total('Berg')]).toEqual([1, 0, 0])
  })

  test('are hidden with the name when the client becomes protected, and back when not', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund' })
    await rename(clientId, 'Anna Berg')
    const protect = (protectedIdentity: boolean) =>
      core.ask('client.changeDetails', { clientId, protectedIdentity, reason: 'Beslut' })
    await protect(true)
    expect([await total('Berg'), await total('Östlund'), await total('Anna Östlund')]).toEqual([0, 0, 1])
    await protect(false)
    expect([await total('Berg'), await total('Östlund')]).toEqual([1, 1])
  })

  test('of one who was merged find the one who is kept', async () => {
    const clientId = await addedClient(core, { name: 'Anna Berg' })
    const otherId = await addedClient(core, { name: 'Anna Öst', number: '', caseNumber: 'Ä–9' })
    await rename(otherId, 'Anna Väst')
    const { other } = await core.ask('client.compare', { clientId, otherId })
    await core.ask('client.merge', { clientId, otherId, take: [], reason: 'Samma person', reference: other.reference })
    for (const words of ['ost', 'Väst', 'ä-9']) expect(await found(words)).toEqual(['Anna Berg'])
  })

  test('travel with the record', async () => {
    const clientId = await addedClient(core, { name: 'Anna Östlund' })
    await rename(clientId, 'Anna Berg')
    const receiver = coreInMemory({ seed: 'town', unit: AFTERCARE })
    const sealed = await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId)))
    await receiver.ask('handover.accept', { ...sentFile(core, sealed), readBack: 'Jag tar vid.' })
    expect(await found('ostlund', receiver)).toEqual(['Anna Berg'])
  })
})

describe('a case number', () => {
  test.each(['VKP-2026/17', 'vkp–2026/17', ' VKP\u20112026/17\u200B', 'Vkp-2026/17\u00A0'])(
    'is found as %s',
    async words => {
      await addedClient(core, { caseNumber: 'VKP-2026/17' })
      expect(await total(words)).toBe(1)
    },
  )
})

test('lists have å ä ö last and é ü č under their letter; protected clients stand by their case number', async () => {
  const names = ['Čapek', 'Cecilia', 'Élise', 'Eva', 'Müller', 'Munk', 'Myr', 'Åke', 'Ärla', 'Öberg']
  for (const name of names.toReversed()) await addedClient(core, { name, number: '' })
  await addedClient(core, { name: 'Aaaa Hemlig', number: '', caseNumber: 'S-10', protectedIdentity: true })
  await addedClient(core, { name: 'Östen Hemlig', number: '', caseNumber: 'S-9', protectedIdentity: true })
  const { clients } = await core.ask('client.list', { words: '' })
  expect(clients.map(each => each.name || each.caseNumber)).toEqual([...names, 'S-9', 'S-10'])
})

test('a binder of an earlier version is found in as soon as it is opened', async () => {
  const clientId = await addedClient(core, { name: 'Håkan Müller', number: testNumber() })
  const db = databaseOf(core)
  const before = db.$client.prepare('SELECT * FROM clients WHERE id = ?').get(clientId)
  db.$client.exec("UPDATE clients SET name_key = 'håkan müller', name_words = '', known_as = ''")
  expect(await found('muller')).toEqual([])
  fillClientKeys(db)
  expect(await found('muller')).toEqual(['Håkan Müller'])
  expect(db.$client.prepare('SELECT * FROM clients WHERE id = ?').get(clientId)).toEqual(before)
})
