import { describe, expect, test } from 'vitest'
import { manualFiles } from '../../main/manual/manualFolder.ts'
import { lix, wordCount } from '../../main/manual/readability.ts'
import { readManual } from '../../main/manual/readManual.ts'
import { coreInMemory, MANUAL } from '../support/core.ts'

const { manual, problems, texts } = readManual(manualFiles(MANUAL))
const core = coreInMemory()
const NUMBERS = Array.from({ length: 18 }, (_, index) => index + 1)

test('the manual that ships has no fault', () => {
  expect(problems).toEqual([])
  expect(manual?.version).toMatchObject({ id: 'arton', version: '1.0.0' })
})

test('it has eighteen chapters in three phases, nineteen procedures and every one of them taught', async () => {
  const contents = await core.ask('manual.contents', {})
  expect(contents.chapters.map(each => each.session)).toEqual(NUMBERS)
  expect(contents.chapters.map(each => each.phase).join('')).toBe('AAAAAAAAABBBCCCCCC')
  expect(contents.procedures.map(each => each.code)).toEqual(
    Array.from({ length: 19 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`),
  )
  expect(contents.procedures.filter(each => !each.counted).map(each => each.code)).toEqual(['P17'])
  const taught = new Set(contents.chapters.flatMap(each => each.procedures))
  expect(contents.procedures.filter(each => !taught.has(each.code))).toEqual([])
})

test.each(NUMBERS)(
  'chapter %i is an hour of steps, each with what to do, why, how it sounds and what else may happen',
  async session => {
    const chapter = await core.ask('manual.chapter', { session })
    expect(chapter.steps.reduce((sum, each) => sum + each.minutes, 0)).toBe(60)
    for (const step of chapter.steps) {
      expect(step.text).toMatch(/^1\. /m)
      for (const part of [step.why, step.sounds, step.otherwise]) expect(part).not.toBe('')
    }
    const forms = [...chapter.worksheets, ...chapter.exercises]
    for (const id of forms) expect(await core.ask('manual.form', { id })).toMatchObject({ id })
    expect(chapter.clientSheet).toContain('## Till nästa gång')
  },
)

test('every page a client takes home is easy to read, and fits on one A4', () => {
  const hard = texts.filter(each => lix(each.sheet) > 35 || wordCount(each.sheet) > 350)
  expect(hard.map(each => each.chapter.session)).toEqual([])
})

test('pages stand in their order and can be read, and what is not there is not found', async () => {
  const { pages } = await core.ask('manual.contents', {})
  expect(pages.length).toBeGreaterThan(5)
  for (const { id, title } of pages) expect(await core.ask('manual.page', { id })).toMatchObject({ id, title })
  expect(await core.refusalCode('manual.page', { id: 'noSuchPage' })).toBe('not-found')
  expect(await core.refusalCode('manual.form', { id: 'noSuchForm' })).toBe('not-found')
  expect(await core.refusalCode('manual.form', { id: 'constructor' })).toBe('invalid-input')
})

describe('readability', () => {
  test.each([
    ['nothing', '', 0],
    ['two short sentences', 'Jag är här. Du är där.', 3],
    ['one long word in four', 'Det var en återfallsprevention.', 4 + 25],
    ['a heading and list items each end a sentence', '## Hej du\n\n- Ett två\n- Tre fyra\n', 2],
    ['seven letters are long, six are not', 'kaffet kaffets', 2 + 50],
  ])('%s', (_what, text, index) => {
    expect(lix(text)).toBe(index)
  })

  test('marks are not words, and a word with a hyphen is one', () => {
    expect(wordCount('**Du:** Vi ses kl. 10 – i LVM-hemmet!')).toBe(7)
  })
})
