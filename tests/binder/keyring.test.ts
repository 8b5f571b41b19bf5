import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Keyring, TypedSlot } from '../../main/binder/keyring.ts'
import { areRecoveryWords, randomWords, recoveryWords, tidyWords } from '../../main/binder/wordCode.ts'
import { WORDS } from '../../main/binder/words.ts'
import { unlocked } from '../../main/contract/user.ts'
import { coreInFolder, TRUE_COST } from '../support/core.ts'

const PASSPHRASE = 'Åsnan äter gröna äpplen'
const FOUNDER = {
  unitName: 'Runnagården',
  unitKind: 'lvmHome',
  userName: 'Berit Exempel',
  passphrase: PASSPHRASE,
} as const

const core = coreInFolder({ derivationCost: TRUE_COST })
const file = join(core.folder, 'keyring.json')
let sheet: string[] = []
let whole = ''

beforeAll(async () => {
  sheet = (await core.ask('binder.create', FOUNDER)).words
  core.binder.lock()
  whole = readFileSync(file, 'utf8')
})
afterAll(() => core.remove())

async function opensWith(passphrase: string): Promise<string> {
  core.world.pass(60 * 60) // no wrong attempt before this one makes it wait
  const reply = await core.call('user.unlock', { passphrase })
  core.binder.lock()
  return reply.ok ? unlocked.parse(reply.value).next : reply.refusal.code
}

describe('what opens a binder', () => {
  test.each([
    ['the passphrase', 'in', () => PASSPHRASE],
    ['the passphrase from a keyboard that writes å as two signs', 'in', () => PASSPHRASE.normalize('NFD')],
    ['the recovery sheet as printed', 'ownPassphrase', () => sheet.join(' ')],
    [
      'the recovery sheet in capitals, commas and lines',
      'ownPassphrase',
      () => sheet.map(each => each.toLocaleUpperCase('sv')).join(',\n  '),
    ],
  ])('%s opens it', async (_what, next, secret) => {
    expect(await opensWith(secret())).toBe(next)
  })

  test.each([
    ['another passphrase', () => 'en helt annan rad'],
    ['the passphrase in another case', () => PASSPHRASE.toLowerCase()],
    ['the passphrase with a space after', () => `${PASSPHRASE} `],
    ['fourteen words of the sheet', () => sheet.slice(1).join(' ')],
    ['the sheet with two words swapped', () => [sheet[1], sheet[0], ...sheet.slice(2)].join(' ')],
    ['the sheet of another binder', () => recoveryWords(randomBytes).join(' ')],
  ])('%s does not', async (_what, secret) => {
    expect(await opensWith(secret())).toBe('wrong-passphrase')
  })

  test('a new binder wants a passphrase of twelve signs', async () => {
    expect(await core.refusal('binder.create', { ...FOUNDER, passphrase: 'elva tecken' })).toEqual({
      code: 'invalid-input',
      details: { field: 'passphrase' },
    })
  })
})

describe('a keyring that someone has changed', () => {
  const slot = (change: (slot: TypedSlot) => object) => (ring: Keyring) => ({
    ...ring,
    slots: ring.slots.map(each => (each.kind === 'keychain' ? each : { ...each, ...change(each) })),
  })
  const kdf = (change: object) => slot(each => ({ kdf: { ...each.kdf, ...change } }))
  const turned = (base64: string) => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1)
  const otherId = '00000000-0000-4000-8000-000000000000'

  test.each<[string, (ring: Keyring) => object]>([
    ['another binder', ring => ({ ...ring, binderId: otherId })],
    ['the demo mark', ring => ({ ...ring, demo: !ring.demo })],
    ['another user', slot(each => (each.kind === 'recovery' ? {} : { userId: otherId }))],
    ['another salt', slot(each => ({ kdf: { ...each.kdf, salt: turned(each.kdf.salt) } }))],
    ['one pass more', kdf({ passes: 4 })],
    ['a little more memory', kdf({ memory: 66_560 })],
    ['two lanes', kdf({ lanes: 2 })],
    ['another nonce', slot(each => ({ nonce: turned(each.nonce) }))],
    ['another wrapped key', slot(each => ({ wrapped: turned(each.wrapped) }))],
    ['another tag', slot(each => ({ wrapped: `${each.wrapped.slice(0, 60)}AAAA` }))],
    [
      'a slot that says it is of temporary words',
      slot(each => (each.kind === 'recovery' ? {} : { kind: 'temporary' })),
    ],
    ['only the recovery sheet left', ring => ({ ...ring, slots: ring.slots.filter(each => each.kind === 'recovery') })],
  ])('gives no key to the right passphrase: %s', async (_what, change) => {
    writeFileSync(file, JSON.stringify(change(JSON.parse(whole))))
    expect(await opensWith(PASSPHRASE)).toBe('wrong-passphrase')
  })

  test.each<[string, (ring: Keyring) => object | string]>([
    ['another format', ring => ({ ...ring, format: 2 })],
    ['no binder', ring => ({ ...ring, binderId: '' })],
    ['a demo mark that is neither', ring => ({ ...ring, demo: 'yes' })],
    ['no slots', ring => ({ ...ring, slots: [] })],
    ['more slots than people', ring => ({ ...ring, slots: Array.from({ length: 201 }, () => ring.slots[0]) })],
    ['a field of its own', ring => ({ ...ring, owner: 'X' })],
    ['a slot of an unknown kind', slot(() => ({ kind: 'master' }))],
    ['a sheet that bears a user', slot(() => ({ userId: otherId }))],
    ['a passphrase without its user', slot(() => ({ userId: undefined }))],
    ['another derivation', kdf({ name: 'md5' })],
    ['too little memory', kdf({ memory: 65_535 })],
    ['memory that would exhaust the machine', kdf({ memory: 1_048_577 })],
    ['no passes', kdf({ passes: 0 })],
    ['passes without end', kdf({ passes: 21 })],
    ['no lanes', kdf({ lanes: 0 })],
    ['too many lanes', kdf({ lanes: 9 })],
    ['no salt', kdf({ salt: '' })],
    ['half a salt', kdf({ salt: 'AAAA' })],
    ['no nonce', slot(() => ({ nonce: '' }))],
    ['a wrapped key without its tag', slot(each => ({ wrapped: each.wrapped.slice(0, 40) }))],
    ['a wrapped key of four bytes', slot(() => ({ wrapped: 'AAAAAA==' }))],
    ['text that is not base64', slot(() => ({ wrapped: '!'.repeat(64) }))],
    ['a list', () => []],
    ['half a file', () => whole.slice(0, whole.length / 2)],
  ])('is named as damaged: %s', async (_what, change) => {
    const changed = change(JSON.parse(whole))
    writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(changed))
    expect(await opensWith(PASSPHRASE)).toBe('keyring-damaged')
    expect(await core.ask('binder.state', {})).toMatchObject({ state: 'locked' })
  })
})

test('the keyring holds ids and wraps, and nobody’s name', () => {
  const ring: Keyring = JSON.parse(whole)
  expect(ring).toEqual({
    format: 1,
    binderId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    demo: false,
    slots: [
      expect.objectContaining({ kind: 'passphrase', userId: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
      expect.not.objectContaining({ userId: expect.anything() }),
    ],
  })
  for (const word of ['Berit', 'Exempel', 'Runnag', ...sheet]) expect(whole).not.toContain(word)
  expect(new Set(ring.slots.map(each => each.kind !== 'keychain' && each.kdf.salt)).size).toBe(2)
})

describe('words to read aloud', () => {
  test('there are 512, no two alike in their first four letters', () => {
    expect(new Set(WORDS).size).toBe(512)
    expect(new Set(WORDS.map(each => each.slice(0, 4))).size).toBe(512)
    expect(WORDS.filter(each => tidyWords(each) !== each || !/^[a-zåäö]{4,8}$/.test(each))).toEqual([])
  })

  test('a package has as many words as it asks for, all of them from the list', () => {
    const words = randomWords(7, randomBytes)
    expect(words).toHaveLength(7)
    expect(words.filter(each => !WORDS.includes(each))).toEqual([])
  })

  test('a sheet of fifteen words knows itself, and catches slips of the pen', () => {
    const written = recoveryWords(bytes => Buffer.alloc(bytes, 0b1011_0010))
    expect(written).toHaveLength(15)
    expect(areRecoveryWords(written)).toBe(true)
    expect(areRecoveryWords([...written, 'album'])).toBe(false)
    expect(areRecoveryWords(written.with(3, 'kaffe'))).toBe(false)

    // seven bits of check: about one slip in 128 passes, and then simply opens nothing
    const slips = written.flatMap((right, place) =>
      WORDS.filter(wrong => wrong !== right).map(wrong => written.with(place, wrong)),
    )
    const passed = slips.filter(areRecoveryWords).length
    expect(passed / slips.length).toBeLessThan(0.012)
  })

  test('nearly every swap of two neighbours is caught', () => {
    const swaps = Array.from({ length: 20 }, (_, seed) =>
      recoveryWords(bytes => Buffer.alloc(bytes).fill(`salt${seed}`)),
    )
      .flatMap(sheetWords =>
        sheetWords.slice(1).map((next, place) => sheetWords.with(place, next).with(place + 1, sheetWords[place] ?? '')),
      )
      .filter(swapped => areRecoveryWords(swapped))
    expect(swaps.length).toBeLessThan(12)
  })
})
