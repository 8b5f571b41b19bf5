import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { readMunicipality } from '../../main/contract/readMunicipality.ts'
import type { PackageContent } from '../../main/contract/record.ts'
import { coreInMemory, MIGRATIONS } from '../support/core.ts'
import { BEFORE_CODES, CODES } from '../support/municipalityCode.ts'
import { AFTERCARE, addedClient, consentFor, toSeal } from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf } from '../support/tables.ts'

const LISTED = [...CODES].map(([name, code]) => ({ code, name }))

describe('words that someone wrote as a municipality', () => {
  test('there are 290 of them, each with a code of its own', () => {
    expect(LISTED.length).toBe(290)
    expect(new Set(CODES.values()).size).toBe(290)
  })

  test.each([
    (name: string) => name,
    (name: string) => `${name} kommun`,
    (name: string) => `${name}s kommun`,
    (name: string) => name.toUpperCase(),
    (name: string) => `  ${name.toLowerCase().normalize('NFD')} `,
    (name: string) => name.replaceAll(/[ -]/g, ' - '),
  ])('every one is read however it is written (%#)', write => {
    expect(LISTED.filter(({ code, name }) => readMunicipality(write(name), LISTED) !== code)).toEqual([])
  })

  test.each([
    ['Kramfors kommun', '2282'],
    ['SUNDSVALL', '2281'],
    ['kramfors ', '2282'],
    ['Kramfors stad', '2282'],
    ['Göteborgs Stad', '1480'],
    ['Goteborg', '1480'],
    ['Malmo', '1280'],
    ['Region Gotland', '0980'],
    ['2282', '2282'],
    ['2282 Kramfors', '2282'],
    ['Habo', '0643'],
    ['Håbo', '0305'],
    ['Dals Ed', '1438'],
    ['Falu kommun', '2080'],
    ['Vet ej', 'unknown'],
    ['Utomlands', 'abroad'],
    ['okänd', 'unknown'],
    ['?', 'unknown'],
  ])('%s is read as %s', (words, code) => {
    expect(readMunicipality(words, LISTED)).toBe(code)
  })

  test.each([
    'Ekby',
    'Kramfors och Sundsvall',
    'Västernorrlands län',
    'Göteborg, skriven i Kramfors',
    '9999',
    '',
    'kommun',
  ])('%j is not guessed at', words => {
    expect(readMunicipality(words, LISTED)).toBeUndefined()
  })
})

test('a county after the name is read too, and must be its own', async () => {
  const listed = await coreInMemory().ask('municipality.list', {})
  const read = (words: string) => readMunicipality(words, listed)
  const right = [
    'Heby (Uppsala län)',
    'Heby, Uppsala län',
    'Malmö stad, Skåne län',
    'Ale kommun i Västra Götalands län',
  ]
  expect(right.map(read)).toEqual(['0331', '0331', '1280', '1440'])
  expect(['Heby (Västmanlands län)', 'Habo, Uppsala län', 'Uppsala län'].map(read)).toEqual(Array(3).fill(undefined))
})

test('a binder from before: what could be read is a code, and the rest is kept in its words', () => {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, MIGRATIONS, BEFORE_CODES)
  sqlite.exec("INSERT INTO users VALUES ('berit', 'Berit Exempel', NULL)")
  const insert = sqlite.prepare(
    `INSERT INTO clients (id, name, name_key, number, number_kind, case_number, sex, home_municipality, protected_identity,
      therapist_id, coordinator, added_on)
    VALUES (?, 'Anna Exempel', 'anna exempel', '', 'none', 'Ä', 'woman', ?, 0, 'berit', '', '2026-09-01')`,
  )
  const written = [
    'Kramfors kommun',
    'SUNDSVALL',
    'kramfors ',
    'Kramfors stad',
    'Ekby församling',
    'Okänd',
    'Utomlands',
  ]
  for (const [index, words] of written.entries()) insert.run(String(index), words)
  migrate(sqlite, MIGRATIONS)
  expect(
    sqlite
      .prepare('SELECT home_municipality AS code, unread_municipality AS words FROM clients ORDER BY id')
      .raw()
      .all(),
  ).toEqual([
    ['2282', ''],
    ['2281', ''],
    ['2282', ''],
    ['2282', ''],
    ['unknown', 'Ekby församling'],
    ['unknown', ''],
    ['abroad', ''],
  ])
})

describe('a client’s home municipality', () => {
  const unread = (core: ReturnType<typeof coreInMemory>, clientId: string, words: string) =>
    databaseOf(core)
      .$client.prepare("UPDATE clients SET home_municipality = 'unknown', unread_municipality = ? WHERE id = ?")
      .run(words, clientId)

  test('is one of those that exist today, and nothing else', async () => {
    const core = coreInMemory()
    const list = await core.ask('municipality.list', {})
    expect(list.length).toBe(292)
    expect(
      list
        .slice(-2)
        .map(each => each.code)
        .toSorted(),
    ).toEqual(['abroad', 'unknown'])
    expect(list.map(each => each.name).indexOf('Åmål')).toBeGreaterThan(list.map(each => each.name).indexOf('Ystad'))
    const clientId = await addedClient(core)
    for (const homeMunicipality of ['Kumla', '9999', '', 'okänd'])
      expect(
        await core.refusal('client.changeDetails', { clientId, homeMunicipality, reason: 'Har flyttat' }),
      ).toMatchObject({ code: 'invalid-input', details: { field: 'homeMunicipality' } })
  })

  test('that could not be read stands as a to-do, with its words, until someone chooses', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core, { caseNumber: 'IFO 17' })
    expect(await core.ask('municipality.toChoose', {})).toEqual([])
    unread(core, clientId, 'Ekby församling')
    expect(await core.ask('client.get', { clientId })).toMatchObject({
      homeMunicipality: { code: 'unknown' },
      unreadMunicipality: 'Ekby församling',
    })
    const waiting = { clientId, reference: 'IFO 17', words: 'Ekby församling', therapist: 'Berit Exempel' }
    expect(await core.ask('municipality.toChoose', {})).toEqual([{ ...waiting, name: 'Anna Exempel', mine: true }])
    const berit = core.signIn({ name: 'Adam Admin', roles: ['administrator'] })
    expect(berit).toBeDefined()
    expect(await core.ask('municipality.toChoose', {})).toEqual([{ ...waiting, name: '', mine: false }])
  })

  test('once chosen is no to-do any more, and its words stand among the earlier details', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    unread(core, clientId, 'Ekby församling')
    await core.ask('client.changeDetails', { clientId, homeMunicipality: 'unknown', reason: 'Klienten vet inte' })
    expect(await core.ask('municipality.toChoose', {})).toEqual([])
    expect((await core.ask('client.history', { clientId }))[0]?.changes).toEqual([
      { detail: 'homeMunicipality', was: 'Ekby församling', became: 'Okänd' },
    ])
  })

  test('that splits or gets a new name is another from its day', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core, { homeMunicipality: '2282' })
    databaseOf(core).$client.exec(`UPDATE municipalities SET to_on = '2026-12-31' WHERE code IN ('2282', '1880');
      INSERT INTO municipalities VALUES ('2282', 'Nya Kramfors', 'Västernorrlands län', '2027-01-01', NULL),
        ('2285', 'Ådalen', 'Västernorrlands län', '2027-01-01', NULL)`)
    const names = async () => (await core.ask('municipality.list', {})).map(each => each.name)
    expect(await names()).toEqual(expect.arrayContaining(['Kramfors', 'Örebro']))
    core.world.setToday('2027-01-01')
    expect(await names()).toEqual(expect.arrayContaining(['Nya Kramfors', 'Ådalen']))
    expect(await names()).not.toContain('Örebro')
    expect(await core.ask('municipality.toChoose', {})).toEqual([])
    const other = await core.refusal('client.changeDetails', { clientId, homeMunicipality: '1880', reason: 'Flytt' })
    expect(other.code).toBe('invalid-input')
    await core.ask('client.changeDetails', { clientId, homeMunicipality: '2285', reason: 'Kommunen har delats' })
    databaseOf(core).$client.exec("UPDATE municipalities SET to_on = '2027-01-01' WHERE code = '2285'")
    core.world.setToday('2027-01-02')
    expect(await core.ask('municipality.toChoose', {})).toMatchObject([{ clientId, words: 'Ådalen' }])
  })
})

describe('a package', () => {
  const sealed = async (change: (client: PackageContent['record']['client']) => object) => {
    const home = coreInMemory({ seed: 'home', unit: { name: 'Runnagården', kind: 'lvmHome' } })
    const clientId = await addedClient(home, { homeMunicipality: '2282' })
    const package_ = await home.ask('handover.seal', toSeal(clientId, await consentFor(home, clientId)))
    const { file, words } = sentFile(home, package_)
    const { headerLine, content } = await takeApart(Buffer.from(file, 'base64'), words)
    const text = JSON.stringify({
      ...content,
      record: { ...content.record, client: change(content.record.client) },
    })
    return { clientId, words, file: (await sealCheaply(headerLine, text, words)).toString('base64') }
  }
  const received = async (change: (client: PackageContent['record']['client']) => object) => {
    const aftercare = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    const { clientId, file, words } = await sealed(change)
    await aftercare.ask('handover.accept', { file, words, readBack: 'Kim tar emot' })
    return aftercare.ask('client.get', { clientId })
  }

  test('carries the code and the name, and the code decides', async () => {
    expect(await received(client => client)).toMatchObject({ homeMunicipality: { code: '2282', name: 'Kramfors' } })
    const other = await received(client => ({ ...client, homeMunicipality: 'Örebro' }))
    expect(other.homeMunicipality.code).toBe('2282')
  })

  test.each([
    ['of an older Arton, with words', { homeMunicipality: 'SUNDSVALLS KOMMUN', municipalityCode: undefined }, '2281'],
    ['with a municipality that is not known here', { homeMunicipality: 'Nybro', municipalityCode: '9999' }, '0881'],
    ['with words that cannot be read', { homeMunicipality: 'Ekby', municipalityCode: undefined }, 'unknown'],
  ])('%s is read as well as it can be', async (_what, given, code) => {
    const { homeMunicipality, unreadMunicipality } = await received(client => ({ ...client, ...given }))
    expect(homeMunicipality.code).toBe(code)
    expect(unreadMunicipality).toBe(code === 'unknown' ? 'Ekby' : undefined)
  })
})
