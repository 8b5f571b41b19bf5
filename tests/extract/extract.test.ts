import { describe, expect, test } from 'vitest'
import { rowsByTable, tablesAboutClients, wordsBehindIds } from '../../db/clientTables.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { CODE_WORDS } from '../../main/extract/codeWords.ts'
import { TABLE_WORDS, TABLES_SHOWN_ELSEWHERE } from '../../main/extract/extractWords.ts'
import { sectionsOf } from '../../main/extract/sections.ts'
import { extractInWords } from '../../main/extract/service.ts'
import { coreInMemory, ourManual } from '../support/core.ts'
import { pdfPages } from '../support/pdfPages.ts'
import { addedClient, clientWithRecord, heldSession } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

const { $client } = databaseOf(coreInMemory())

describe('everything that is stored about a client has words in the extract', () => {
  const about = [...tablesAboutClients({ $client }).keys()]

  test('every table', () => {
    expect(about.filter(each => !TABLES_SHOWN_ELSEWHERE.includes(each)).toSorted()).toEqual(
      Object.keys(TABLE_WORDS).toSorted(),
    )
  })

  test.each(about.filter(each => !TABLES_SHOWN_ELSEWHERE.includes(each)))('every column of %s', table => {
    const columns = $client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
    expect(columns.filter(each => TABLE_WORDS[table]?.columns[each] === undefined)).toEqual([])
  })

  test('every code that a table may hold', () => {
    const wordless: string[] = []
    for (const table of about.filter(each => !TABLES_SHOWN_ELSEWHERE.includes(each))) {
      const sql = String($client.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
      for (const [, column = '', codes = ''] of sql.matchAll(/CHECK \((\w+) IN \(([^)]*)\)\)/g)) {
        for (const code of codes.split(',').map(each => each.trim().replaceAll("'", '')))
          if (CODE_WORDS[column]?.[code] === undefined && !/^\d$/.test(code)) wordless.push(`${column}.${code}`)
      }
    }
    expect(wordless).toEqual([])
  })
})

test('not a word that was typed about the client is missing, neither in the file to read nor in the file for a program', async () => {
  const core = coreInMemory()
  const clientId = await clientWithRecord(core)
  databaseOf(core).$client.exec("UPDATE clients SET unread_municipality = 'Ekby församling'")
  await core.ask(
    'session.record',
    await heldSession(core, clientId, 7, { note: 'Rad ett.\n\nRad två med mycket kvar.' }),
  )
  await core.ask('client.extract', { clientId, as: 'pdf' })
  await core.ask('client.extract', { clientId, as: 'json' })
  const [pdf, json] = [...core.platform.files.values()]
  const typed = [...everyTypedWord(rowsByTable(databaseOf(core), clientId))]
  expect(typed.length).toBeGreaterThan(60)
  const read = pdfPages(pdf ?? new Uint8Array())
    .flatMap(page => page.runs.map(run => run.text))
    .join(' ')
  expect(typed.filter(each => !read.includes(each))).toEqual([])
  const { access_log: _log, ...told } = JSON.parse(new TextDecoder().decode(json)).tables
  const { access_log: _later, ...stored } = rowsByTable(databaseOf(core), clientId)
  expect(told).toEqual(stored)
})

test('what another has begun and not signed is in nobody’s extract; one’s own is', async () => {
  const core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  const clientId = await addedClient(core)
  const kim = await core.ask('user.me', {}).then(() => core.signIn({ name: 'Kim Kollega', roles: ['coordinator'] }))
  core.signIn({ id: berit as UserId, roles: ['therapist', 'administrator'] })
  await core.ask('client.assign', { clientId, therapistId: berit as UserId, coordinatorId: kim, reason: 'Samordnas' })
  for (const [writer, words] of [
    [kim, 'KIMS UTKAST'],
    [berit as UserId, 'BERITS UTKAST'],
  ] as const) {
    core.signIn({ id: writer, roles: writer === kim ? ['coordinator'] : ['therapist'] })
    const content = JSON.stringify({ note: words })
    const place = { clientId, place: 'session:5', content, writer }
    await core.ask('draft.save', { ...place, window: kim, basedOn: 0, attempt: 1 })
    await core.ask('draft.setAside', { ...place, id: kim })
  }
  for (const as of ['json', 'pdf'] as const) await core.ask('client.extract', { clientId, as })
  const [json, pdf] = [...core.platform.files.values()]
  const read = pdfPages(pdf ?? new Uint8Array())
    .flatMap(page => page.runs.map(run => run.text))
    .join(' ')
  for (const told of [new TextDecoder().decode(json), read]) {
    expect(told).toMatch(/BERITS\s+UTKAST/)
    expect(told).not.toMatch(/KIMS/)
  }
  expect(Object.keys(JSON.parse(new TextDecoder().decode(json)).tables)).toContain('earlier_drafts')
})

test('nothing of another client is in it, and its name tells nothing', async () => {
  const core = coreInMemory()
  const anna = await addedClient(core)
  await addedClient(core, { name: 'Eva Annan', number: '', caseNumber: 'B-77' })
  const { fileName } = await core.ask('client.extract', { clientId: anna, as: 'json' })
  expect(fileName).toMatch(/^registerutdrag-[0-9a-f]{8}\.json$/)
  const told = new TextDecoder().decode(core.platform.files.get(fileName))
  expect(told).toContain('Anna Exempel')
  expect(told).not.toMatch(/Eva Annan|B-77/)
})

test('no colleague is named in it but those who have had to do with the client', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  await core.ask('user.add', { name: 'Ulla Utanför', roles: ['therapist'] })
  await core.ask('unit.add', { name: 'Enheten bredvid', kind: 'other' })
  core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  await core.ask('client.list', { words: 'anna' })
  core.signIn({ id: await whoWas(core, clientId), roles: ['therapist', 'coordinator', 'administrator'] })
  for (const as of ['json', 'pdf'] as const) await core.ask('client.extract', { clientId, as })
  const [json, pdf] = [...core.platform.files.values()]
  const told = new TextDecoder().decode(json)
  expect(Object.values(JSON.parse(told).words)).toEqual(expect.arrayContaining(['Berit Exempel', 'Kim Kollega']))
  expect(told).not.toMatch(/Ulla|Enheten bredvid/)
  const read = pdfPages(pdf ?? new Uint8Array())
    .flatMap(page => page.runs.map(run => run.text))
    .join(' ')
  expect(read).toMatch(/såg\s+namnet\s+vid\s+sökning/)
  expect(read).not.toMatch(/Ulla|Enheten\s+bredvid/)
})

/** The client’s therapist. */
async function whoWas(core: ReturnType<typeof coreInMemory>, clientId: ClientId): Promise<UserId> {
  const row = databaseOf(core).$client.prepare('SELECT therapist_id FROM clients WHERE id = ?').pluck().get(clientId)
  return row as UserId
}

test('the days on which someone read are days in Sweden', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  core.world.setToday('2026-11-21', '23:30') // half past midnight in Sweden
  await core.ask('goal.ofClient', { clientId })
  await core.ask('client.extract', { clientId, as: 'pdf' })
  const [pdf] = [...core.platform.files.values()]
  const read = pdfPages(pdf ?? new Uint8Array())
    .flatMap(page => page.runs.map(run => run.text))
    .join(' ')
  expect(read).toContain('2026-11-22')
})

test('what proves who opened a package stays in the binder', async () => {
  expect(Object.keys(TABLE_WORDS['handovers']?.columns ?? {})).toContain('receipt_secret')
  const core = coreInMemory()
  const clientId = await clientWithRecord(core)
  expect(JSON.stringify(rowsByTable(databaseOf(core), clientId))).not.toContain('receipt_secret')
})

test('who has read and changed is told by name, kind, times and days', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  await core.ask('client.get', { clientId })
  core.world.setToday('2026-11-23')
  await core.ask('client.get', { clientId })
  await core.ask('client.extract', { clientId, as: 'json' })
  const { extractInWords } = await import('../../main/extract/service.ts')
  const opened = core.binder.opened()
  if (opened === undefined) throw new Error('locked')
  const told = extractInWords({ ...core.world, ...opened, manual: ourManual() }, clientId).at(-1)
  expect(told).toEqual({
    title: 'Vem som har läst och ändrat',
    rows: [
      {
        head: 'Berit Exempel',
        facts: [
          ['skrev nytt', '1 gång, 2026-11-21'],
          ['läste', '2 gånger, 2026-11-21 till 2026-11-23'],
          ['lämnade ut', '1 gång, 2026-11-23'],
        ],
      },
    ],
  })
})

test('the home municipality is told by its name, and what could not be read as one in the words it was written', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core, { number: '', caseNumber: '1880', homeMunicipality: '2282' })
  const db = databaseOf(core)
  db.$client.exec("UPDATE clients SET unread_municipality = 'Ekby'")
  const opened = core.binder.opened()
  if (opened === undefined) throw new Error('locked')
  const [person] = extractInWords({ ...core.world, ...opened, manual: ourManual() }, clientId)
  expect(person?.rows[0]?.facts).toEqual(
    expect.arrayContaining([
      ['Ärendenummer', '1880'],
      ['Hemkommun', 'Kramfors'],
      ['Hemkommun, som den skrevs', 'Ekby'],
    ]),
  )
  await core.ask('client.extract', { clientId, as: 'json' })
  const [file] = [...core.platform.files.values()]
  expect(JSON.parse(new TextDecoder().decode(file)).municipalities).toEqual({ '2282': 'Kramfors' })
})

test('a filled-in form is told under its own labels', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const answers = { areas: { housing: 3, work: 7 } }
  await core.ask('worksheet.answer', { clientId, formId: 'satisfactionScale', answeredOn: '2026-11-20', answers })
  const db = databaseOf(core)
  const sheets = sectionsOf(rowsByTable(db, clientId), wordsBehindIds(db), ourManual()).find(
    each => each.title === 'Arbetsblad och övningar',
  )
  expect(sheets?.rows[0]?.head).toContain('2026-11-20')
  expect(sheets?.rows[0]?.facts.map(each => each[1]).join('\n')).toMatch(/Boende[^\n]*: 3\n[^\n]*: 7/)
})

/** Every word of three letters or more in what was stored as text, codes and ids left out. */
function* everyTypedWord(tables: ReturnType<typeof rowsByTable>): Generator<string> {
  const typedIn =
    /^(name|case_number|unread_municipality|coordinator|note|change_talk|takes_along|would_change|how_it_was|what|at_when|at_where|with_whom|words|receiver|witness|reason|read_back)$/
  for (const rows of Object.values(tables)) {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string') continue
        if (typedIn.test(column)) yield* wordsIn(value)
        if (column === 'change' || column === 'cover')
          yield* wordsIn(
            JSON.stringify(
              Object.entries(JSON.parse(value))
                .filter(([key]) => /words|wording|obstacle|plan|comment|situation|next/.test(key))
                .map(([, each]) => each),
            ),
          )
      }
    }
  }
}

function wordsIn(text: string): Set<string> {
  return new Set(text.replaceAll(/\\n/g, ' ').match(/[\p{L}\d]{3,}/gu))
}
