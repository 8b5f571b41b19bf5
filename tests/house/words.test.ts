import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { tablesAboutClients } from '../../db/clientTables.ts'
import { describeEntry } from '../../main/accessLog/describeEntry.ts'
import { logKind } from '../../main/contract/accessLog.ts'
import { consentPart } from '../../main/contract/consent.ts'
import { attainmentWords } from '../../main/contract/goalWords.ts'
import { cover, firstAppointment } from '../../main/contract/handover.ts'
import { clientChange } from '../../main/contract/identity.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import { municipalityCode } from '../../main/contract/municipality.ts'
import { packageContent } from '../../main/contract/record.ts'
import { attendance, companion, homeworkDone, NOTHING_TICKED, setting } from '../../main/contract/session.ts'
import { unitKind } from '../../main/contract/unit.ts'
import { type ClientId, line } from '../../main/contract/values.ts'
import { accessSummary } from '../../main/extract/accessSummary.ts'
import { TABLE_WORDS } from '../../main/extract/extractWords.ts'
import { type Section, sectionsOf } from '../../main/extract/sections.ts'
import { extractInWords } from '../../main/extract/service.ts'
import { chapterContent } from '../../main/print/chapterContent.ts'
import { noteText } from '../../main/session/noteText.ts'
import { type Codes, contractCodes, samplesOf, WORD } from '../support/codes.ts'
import { coreInMemory, ourManual, ROOT } from '../support/core.ts'
import { clientWithRecord, consentFor, EVERY_PART } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'
import { wordMapsIn, wordsAgainIn } from '../support/wordCopies.ts'

let codes: Codes[] = []
beforeAll(async () => {
  codes = await contractCodes(ROOT)
})

/** What a reader should never see: a code of the contract by itself, or a word with a capital inside. */
function rawIn(texts: readonly string[]): string[] {
  const known = new Set(codes.flatMap(each => each.codes).filter(each => each.length > 1))
  return texts.flatMap(text =>
    text.split(/[^\p{L}\d]+/u).filter(each => /^[a-z]+[A-Z]/.test(each) || (known.has(each) && !SWEDISH_TOO.has(each))),
  )
}

/** Codes that are spelt like a Swedish word. */
const SWEDISH_TOO = new Set(['man', 'plan', 'status', 'reflect', 'part', 'sent', 'text', 'in'])

const textsOf = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ title, rows }) => [title, ...rows.flatMap(({ head, facts }) => [head, ...facts.flat()])])

/** The id of homework. */
const HOMEWORK = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

describe('the register extract never shows a code', () => {
  const { $client } = databaseOf(coreInMemory())
  const told = (table: string, rows: Record<string, string>[]) =>
    textsOf(sectionsOf({ [table]: rows }, new Map(), ourManual()))

  test.each(Object.keys(TABLE_WORDS))('of a column of %s', table => {
    const sql = String($client.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
    const rows = [...sql.matchAll(/CHECK \((\w+) IN \(([^)]*)\)/g)].flatMap(([, column = '', listed = '']) =>
      listed.split(',').map(each => ({ [column]: each.trim().replaceAll("'", '') })),
    )
    expect(rawIn(told(table, rows))).toEqual([])
  })

  const record = packageContent.shape.record.shape
  const { municipalityCode: _, ...travelling } = record.client.shape
  const mergedClient = z.strictObject({ ...travelling, homeMunicipality: municipalityCode, unreadMunicipality: line })
  /** What stands in the columns that hold JSON. */
  const STORED: Readonly<Record<string, z.ZodType>> = {
    'client_changes.changes': clientChange.shape.changes,
    'client_merges.kept_before': mergedClient,
    'client_merges.merged_before': mergedClient,
    'consents.parts': z.array(consentPart),
    'goal_events.change': record.goals.element.shape.events.element.shape.what,
    'handovers.cover': cover,
    'handovers.first_appointment': firstAppointment,
    'mistakes.reviews': record.mistakes.unwrap().element.shape.reviews,
    'sessions.co_therapists': z.array(z.string()),
    'sessions.present': z.array(companion),
    'sessions.steps': record.sessions.element.shape.steps,
  }
  /** Told under a form's own labels, or by names that have no codes in them. */
  const WITHOUT_CODES = [
    'value_changes.was',
    'value_changes.became',
    'client_merges.folded',
    'client_merges.moved',
    'worksheet_answers.answers',
  ]

  test('of a column that holds JSON, and every such column is here', async () => {
    const about = tablesAboutClients({ $client })
    const columns: string[] = []
    for (const file of globSync('db/schema/*.ts', { cwd: ROOT })) {
      for (const table of Object.values(await import(join(ROOT, file))).filter(each => is(each, SQLiteTable))) {
        if (!about.has(getTableName(table))) continue
        const json = Object.values(getTableColumns(table)).filter(each => each.dataType === 'json')
        columns.push(...json.map(each => `${getTableName(table)}.${each.name}`))
      }
    }
    expect(columns.toSorted()).toEqual([...Object.keys(STORED), ...WITHOUT_CODES].toSorted())
  })

  test.each(Object.entries(STORED))('of %s', (place, schema) => {
    const [table = '', column = ''] = place.split('.')
    expect(
      rawIn(
        told(
          table,
          samplesOf(schema).map(each => ({ [column]: JSON.stringify(each) })),
        ),
      ),
    ).toEqual([])
  })

  /** What is written as a draft first. */
  const DRAFTED: readonly Method[] = [
    'chainEvent.record',
    'client.changeDetails',
    'client.recordDeath',
    'consent.give',
    'goal.set',
    'offer.record',
    'plan.schedule',
    'session.record',
  ]

  test.each(DRAFTED)('of a draft of %s', method => {
    const rows = samplesOf(contract[method].input).map(each => ({ content: JSON.stringify(each) }))
    expect(rawIn(told('drafts', rows))).toEqual([])
  })

  test('of a draft of a sheet, a session, a placement or a handover', () => {
    const kinds = unitKind.options.flatMap(each => [{ unitKind: each }, { receiverKind: each }])
    const session = {
      step: 'finish',
      done: ['greet', 'greet:1'],
      homeworkReviewed: { [HOMEWORK]: 'partly' },
      procedures: { P01: { code: 'P01', extent: 'part', rolePlays: 1 } },
      worksheets: { satisfactionScale: { areas: { housing: 3 } } },
    }
    const rows = [
      ...kinds.map(each => ({ place: 'placement', content: JSON.stringify(each) })),
      { place: `session:${WORD}`, content: JSON.stringify(session) },
      { place: 'form:satisfactionScale', content: JSON.stringify({ answers: { areas: { housing: 3 } }, on: '' }) },
    ]
    const texts = textsOf(
      sectionsOf({ drafts: rows, homework: [{ id: HOMEWORK, what: 'Ring Sara' }] }, new Map(), ourManual()),
    )
    expect(rawIn(texts)).toEqual([])
    expect(texts).toEqual(expect.arrayContaining(['”Ring Sara”', 'Delvis gjord', 'Delvis', 'Boende: 3', 'LVM-hem']))
  })

  test('of a consent to hand over what falls under health care', async () => {
    const core = coreInMemory()
    const clientId = await clientWithRecord(core)
    await consentFor(core, clientId, { parts: [...EVERY_PART, 'healthCare'] })
    const opened = core.binder.opened()
    if (opened === undefined) throw new Error('locked')
    const texts = textsOf(extractInWords({ ...core.world, ...opened, manual: ourManual() }, clientId))
    expect(texts.join('\n')).toContain('Erbjudanden och svar, Hälso- och sjukvård')
    expect(rawIn(texts)).toEqual([])
  })

  test('of who has read and changed', () => {
    const log = logKind.options.map(kind => ({
      at: '2026-11-21T08:00:00.000Z',
      userId: null,
      clientId: null,
      method: '',
      kind,
    }))
    expect(rawIn(textsOf([accessSummary(log, () => WORD)]))).toEqual([])
  })
})

test('the access log never shows a code, whatever was done', () => {
  const entries = (Object.keys(contract) as Method[]).flatMap(method =>
    logKind.options
      .filter(kind => kind !== 'chainBroken')
      .map(kind => ({ method, kind, detail: kind === 'print' ? 'client' : '' })),
  )
  const pages = contract['accessLog.printed'].input.shape.page.options.map(
    detail => ({ method: 'accessLog.printed', kind: 'print', detail }) as const,
  )
  const told = [...entries, ...pages].map(each =>
    describeEntry({ sequence: 1, at: '', userId: null, clientId: '' as ClientId, ...each }, () => WORD),
  )
  expect(rawIn(told)).toEqual([])
})

test('the note of a session never shows a code', () => {
  const ticked = [
    ...setting.options.map(each => ({ setting: each })),
    ...attendance.options.map(each => ({ attendance: each })),
    { present: companion.options },
    { homeworkReviewed: homeworkDone.options.map(done => ({ homeworkId: '', done })) },
    { procedures: [{ code: 'P01', extent: 'part' as const, rolePlays: 1 }] },
  ]
  const texts = ticked.map(each => {
    const held = { outcome: 'held', on: '2026-11-20', minutes: 60, setting: 'locked', ...NOTHING_TICKED, ...each }
    return noteText({
      number: 1,
      chapter: { title: WORD, steps: [], procedures: [] },
      earlier: [],
      held: held as Parameters<typeof noteText>[0]['held'],
      procedureTitle: () => WORD,
      formTitle: () => WORD,
      homeworkWords: () => WORD,
    })
  })
  expect(rawIn(texts)).toEqual([])
})

test('a printed chapter never shows a code', () => {
  const manual = ourManual()
  const texts = manual.chapters.flatMap(each => {
    const drawn = JSON.stringify(chapterContent(manual, each, { size: 11, linked: false }))
    return [...drawn.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text)
  })
  const kinds = promptKindsIn(manual)
  expect(kinds.length).toBeGreaterThan(5)
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.filter(each => kinds.includes(each.trim()))).toEqual([])
})

const promptKindsIn = ({ chapters }: ReturnType<typeof ourManual>) =>
  [...new Set(chapters.flatMap(chapter => chapter.prompts.map(each => each.kind)))] as string[]

test('every level that a goal may reach has its words', () => {
  expect(
    Object.keys(attainmentWords)
      .map(Number)
      .toSorted((one, other) => one - other),
  ).toEqual([-2, -1, 0, 1, 2])
})

describe('a code has its words in one place', () => {
  const sources = globSync('{main,renderer}/**/*.{ts,tsx}', { cwd: ROOT })
    .filter(each => !/^main\/contract\/\w+Words\.ts$/.test(each))
    .map(file => [file, readFileSync(join(ROOT, file), 'utf8')] as const)
  let sets: string[][] = []
  const words = new Map<string, Set<string>>()
  beforeAll(async () => {
    sets = codes.map(each => [...each.codes]).filter(each => each.length > 1)
    const known = new Set(sets.flat())
    for (const file of globSync('main/contract/*Words.ts', { cwd: ROOT })) {
      for (const map of Object.values(await import(join(ROOT, file))))
        for (const [code, said] of Object.entries(map as Record<string, unknown>))
          if (known.has(code) && typeof said === 'string' && said !== '')
            words.set(code, (words.get(code) ?? new Set()).add(said.toLocaleLowerCase('sv')))
    }
  })

  /** Maps from codes to something else than the words that the codes are called. */
  const OTHERWISE: Readonly<Record<string, string>> = {
    'main/merge/service.ts': 'the tables that hold them',
    'renderer/binder/passphraseScreen.tsx': 'what to do where the keychain cannot be used',
    'renderer/remark/remarkForm.tsx': 'what a form asks',
    'renderer/training/personTraining.tsx': 'what buttons do',
    'renderer/training/trainingTexts.ts': 'what is said when it is saved',
  }

  test('no source file has a map of its own', () => {
    const found = sources.flatMap(([file, text]) => wordMapsIn(file, text, sets))
    expect(found.filter(each => OTHERWISE[each.split(':')[0] ?? ''] === undefined)).toEqual([])
    const files = found.map(each => each.split(':')[0])
    expect(Object.keys(OTHERWISE).filter(each => !files.includes(each))).toEqual([])
  })

  test('no source file writes a code’s word beside the code', () => {
    expect(sources.flatMap(([file, text]) => wordsAgainIn(file, text, words))).toEqual([])
  })

  test.each([
    ['words', "const setting = { locked: 'Hemmet', home: 'Hemma' }"],
    ['one and several', "const counted = { goals: ['mål', 'mål'], offers: ['bud', 'bud'] }"],
    ['sentences', 'const missing = { missing: () => `Post`, changed: () => `Post` }'],
    ['a part of the codes', "const short = { yes: 'Gjord', no: 'Inte' } as const"],
  ])('a second map of %s would be found', (_, text) => {
    expect(wordMapsIn('renderer/goal/goalCard.tsx', text, sets)).toHaveLength(1)
  })

  test.each([
    [
      'a choice',
      "const sexes = [{ value: 'woman', label: 'Kvinna' }, { value: 'man', label: 'Man' }]",
      ['woman', 'man'],
    ],
    ['a comparison', "const said = value === 'woman' ? 'kvinna' : 'man'", ['woman']],
    ['a comparison turned round', "const said = kind !== 'none' ? number : 'Inget'", ['none']],
  ])('a word written again in %s would be found', (_, text, found) => {
    expect(wordsAgainIn('renderer/a.tsx', text, words).map(each => each.split(' ')[1])).toEqual(found)
  })

  test.each([
    ['keys that are no codes', "const places = { here: 'Här', there: 'Där' }"],
    ['something else than words', 'const icons = { has: IconCheck, expired: IconClock }'],
    ['nothing said', "const empty = { takesAlong: '', wouldChange: '' }"],
  ])('a map with %s is none', (_, text) => {
    expect(wordMapsIn('renderer/a.tsx', text, sets)).toEqual([])
  })
})
