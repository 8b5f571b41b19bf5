import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CoreError } from '../../main/contract/errors.ts'
import { contract, type Input, type Method } from '../../main/contract/index.ts'
import { longestOf, textsOf } from '../../main/contract/textLimit.ts'
import { LONGEST } from '../../main/contract/values.ts'
import { fieldName } from '../../renderer/core/fieldNames.ts'
import { sentenceFor } from '../../renderer/core/refusals.ts'
import { coreInMemory, ROOT } from '../support/core.ts'
import { clientWithRecord, heldSession, newClient } from '../support/people.ts'

const METHODS = Object.keys(contract) as Method[]
const TEXTS = METHODS.flatMap(method =>
  [...textsOf(contract[method].input)].map(([path, most]) => ({ method, path, most })),
)

describe('the contract sets a limit to every text', () => {
  test.each(TEXTS)('$method $path: $most', ({ method, path, most }) => {
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(path === 'file' ? 12_000_000 : 4_000_000)
    expect(longestOf(method, path)).toBe(most)
  })

  test('and each has a name on the screen, which a refusal uses', () => {
    const own = ['draft.', 'typing.'] // kept by the program itself, and no field of anyone's
    const machine = ['file', 'key', 'files.text', 'files.path']
    const nameless = TEXTS.filter(
      ({ method, path }) => !own.some(each => method.startsWith(each)) && !machine.includes(path),
    ).filter(({ method, path }) => fieldName(path, method) === 'En uppgift')
    expect(nameless).toEqual([])
  })

  test('a note takes fifty pages pasted from Word', () => {
    expect(LONGEST.note).toBeGreaterThanOrEqual(50 * 5_000)
    expect(longestOf('session.record', 'note')).toBe(LONGEST.note)
    expect(longestOf('remark.add', 'words')).toBe(LONGEST.note)
  })
})

/** The patterns of texts that say no length, anywhere in a JSON schema. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'pattern' in schema && !('maxLength' in schema) && !('format' in schema) ? [String(schema.pattern)] : []
  return [...own, ...Object.values(schema).flatMap(patternsIn)]
}

test('a text that only has a pattern is bounded by it', () => {
  const schemas = METHODS.map(method => z.toJSONSchema(contract[method].input, { io: 'input', unrepresentable: 'any' }))
  const patterns = [...new Set(schemas.flatMap(patternsIn))]
  expect(patterns.length).toBeGreaterThan(3)
  expect(patterns.filter(each => /(^|[^\\])[*+]/.test(each))).toEqual([])
})

const core = coreInMemory()
const clientId = await clientWithRecord(core)

describe('a text too long is refused by its name, with how much is over', () => {
  const about = { kind: 'plan', id: clientId }
  test.each<[Method, string, object, string]>([
    ['client.add', 'name', newClient(), 'Namnet'],
    ['remark.add', 'words', { clientId, about, kind: 'addition' }, 'Texten'],
    ['consent.withdraw', 'words', { clientId, consentId: clientId, on: '2026-11-20' }, 'Klientens ord om varför'],
  ])('%s %s', async (method, field, given, name) => {
    const most = longestOf(method, field)
    const tooLong = `  ${'å'.repeat(most)}åå \n` // blanks at the ends are not counted, here or on screen
    const found = await core.refusal(method, { ...given, [field]: tooLong } as Input<typeof method>)
    expect(found).toEqual({ code: 'too-long', details: { field, method, most, over: 2 } })
    expect(sentenceFor(new CoreError(found))).toMatch(`${name}: 2 tecken för långt.`)
  })

  test('also of a sheet, whose fields only the manual knows', async () => {
    const long = 'å'.repeat(LONGEST.words + 234)
    const input = {
      clientId,
      formId: 'warningSystem',
      answeredOn: core.world.today(),
      answers: { signs: [{ sign: long }] },
    }
    const found = await core.refusal('worksheet.answer', input)
    expect(found).toMatchObject({ code: 'too-long', details: { over: 234 } })
    expect(sentenceFor(new CoreError(found))).toMatch(/^[^:]+, [^:]+: 234 tecken för långt\./)
  })
})

test('of a note as long as may be nothing is lost', async () => {
  const note = `${'Ord för ord. '.repeat(LONGEST.note).slice(0, LONGEST.note - 5)}.Slut`
  const input = await heldSession(core, clientId, 7, { note, changeTalk: 'å'.repeat(201) })
  await core.ask('session.record', input)
  const sessions = await core.ask('session.ofClient', { clientId })
  expect(sessions.at(-1)).toMatchObject({ note, changeTalk: input.changeTalk })
})

describe('on screen', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: ROOT }).map(path => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }))

  test('no field cuts what is typed or pasted, and none shortens it on its way to the core', () => {
    const cutting = /\bmaxLength\b|(?:words|settled|note)(?:\.trim\(\))?\.(?:slice|substring|substr)\(0/
    expect(files.filter(each => cutting.test(each.text)).map(each => each.path)).toEqual([])
  })

  test('every limit that a field names is there in the contract', () => {
    const named = files.flatMap(each => [...each.text.matchAll(/longestOf\('([^']+)', (?:'([^']+)'|`([^$]*)\$|each)/g)])
    expect(named.length).toBeGreaterThan(40)
    const missing = named.filter(([, method = '', path, start]) => {
      const paths = [...textsOf(contract[method as Method].input).keys()]
      return path === undefined ? !paths.some(each => each.startsWith(start ?? '')) : !paths.includes(path)
    })
    expect(missing.map(([all]) => all)).toEqual([])
  })

  /** Fields that are never saved: what is sought, what is typed to confirm, and what opens something. */
  const NEVER_SAVED = [
    'renderer/accessLog/logFilter.tsx',
    'renderer/binder/recoverySheet.tsx',
    'renderer/handover/handoversScreen.tsx',
    'renderer/handover/openPackage.tsx',
    'renderer/manual/manualSearch.tsx',
    'renderer/merge/mergeForm.tsx',
    'renderer/retention/removalDialog.tsx',
    'renderer/session/noteSearch.tsx',
  ]

  test('a text that is saved is typed in a field that counts out its limit', () => {
    const plain = files.filter(each => /<(?:TextInput|Textarea|Autocomplete)\b/.test(each.text)).map(each => each.path)
    const others = plain.filter(each => !each.startsWith('renderer/ui/') && !NEVER_SAVED.includes(each))
    expect(others).toEqual([])
  })
})
