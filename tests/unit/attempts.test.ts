import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { waitAfter } from '../../main/user/attempts.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreInFolder } from '../support/core.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

type FolderCore = ReturnType<typeof coreInFolder>
const template = await binderTemplate(NEW_BINDER)
let core: FolderCore
let restarts = 0

beforeEach(() => {
  core = template.copy()
})
afterEach(template.removeCopies)
afterAll(template.remove)

const door = () => join(core.folder, 'door.json')
const tryWrong = (times: number, at = core) =>
  tryEach(
    Array.from({ length: times }, () => 'inte den rätta frasen'),
    at,
  )
const wait = async (at = core) => (await at.ask('binder.state', {})).waitSeconds

/** Tries one after the other as soon as each is heard, and answers with the waits between. */
async function tryEach(secrets: readonly string[], at = core): Promise<number[]> {
  const waits: number[] = []
  for (const passphrase of secrets) {
    const seconds = await wait(at)
    waits.push(seconds)
    at.world.pass(seconds)
    expect(await at.refusalCode('user.unlock', { passphrase })).toBe('wrong-passphrase')
  }
  return waits
}

/** The program ends, at once and in the middle of anything, and starts again. */
function restarted(): FolderCore {
  return coreInFolder({ folder: core.folder, seed: `restart ${restarts++}` })
}

test('two slips cost nothing; then each wait is twice the one before, up to a quarter of an hour', async () => {
  expect(await tryWrong(6)).toEqual([0, 0, 0, 2, 4, 8])
  expect(await wait()).toBe(16)
  expect(Array.from({ length: 20 }, (_, wrong) => waitAfter(wrong))).toEqual([
    ...[0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    ...Array.from({ length: 8 }, () => 900),
  ])
  expect(waitAfter(1_000_000)).toBe(900)
})

test('words of a sheet that is not ours count as the passphrase does', async () => {
  const words = template.sheet.split(' ')
  const [first = '', second = '', ...rest] = words
  const other = [second, first, ...rest].join(' ')
  expect(await tryEach([other, other, other])).toEqual([0, 0, 0])
  expect(await wait()).toBe(2)
})

test('while it lasts nothing is tried, not even the right passphrase, and the screen is told how long', async () => {
  await tryWrong(5)
  expect(await core.refusal('user.unlock', { passphrase: PASSPHRASE })).toEqual({
    code: 'wait',
    details: { seconds: 8 },
  })
  core.world.pass(7.5)
  expect(await core.refusal('user.unlock', { passphrase: PASSPHRASE })).toEqual({
    code: 'wait',
    details: { seconds: 1 },
  })
  core.world.pass(0.5)
  expect(await core.ask('user.unlock', { passphrase: PASSPHRASE })).toMatchObject({ next: 'in' })
  core.binder.lock()
  expect(await wait()).toBe(0)
  expect(await tryWrong(3)).toEqual([0, 0, 0])
})

test('many at once are heard one at a time, so that haste gains nothing', async () => {
  const passphrase = 'inte den rätta frasen'
  const all = await Promise.all(Array.from({ length: 12 }, () => core.refusalCode('user.unlock', { passphrase })))
  expect(all).toEqual([...Array(3).fill('wrong-passphrase'), ...Array(9).fill('wait')])
})

describe('a restart', () => {
  test('begins the whole wait again, however often', async () => {
    await tryWrong(6)
    core.world.pass(15)
    for (const _ of [1, 2, 3]) expect(await wait(restarted())).toBe(16)
    const last = restarted()
    expect(await last.refusalCode('user.unlock', { passphrase: PASSPHRASE })).toBe('wait')
    last.world.pass(16)
    expect(await last.ask('user.unlock', { passphrase: PASSPHRASE })).toMatchObject({ next: 'in' })
    last.binder.lock()
  })

  test('in the middle of an attempt has counted it', async () => {
    await tryWrong(2)
    const attempt = core.call('user.unlock', { passphrase: 'inte den rätta frasen' })
    await Promise.resolve()
    await Promise.resolve()
    expect(JSON.parse(readFileSync(door(), 'utf8'))).toMatchObject({ wrong: 3 }) // before Argon2id is done
    expect(await wait(restarted())).toBe(2)
    await attempt
  })
})

test.each([
  ['a year ahead', '2027-11-21'],
  ['ten years back', '2016-11-21'],
])('turning the computer’s clock %s neither shortens nor lengthens the wait', async (_where, day) => {
  await tryWrong(6)
  core.world.pass(6)
  core.world.setToday(day, '03:00')
  expect(await wait()).toBe(10)
  const again = restarted()
  again.world.setToday(day, '03:00')
  expect(await wait(again)).toBe(16)
})

test.each<[string, () => void]>([
  ['taken away', () => rmSync(door())],
  ['emptied', () => truncateSync(door(), 0)],
  ['of another kind', () => writeFileSync(door(), '{"wrong":0}')],
  ['turned below zero', () => writeFileSync(door(), readFileSync(door(), 'utf8').replace('"wrong": 3', '"wrong": -9'))],
])('a memory that is %s makes the next one wait longer and not shorter', async (_what, change) => {
  await tryWrong(3)
  change()
  expect(await wait(restarted())).toBe(16)
})

test('what the door remembers holds no secret and no name', async () => {
  await tryWrong(3)
  const text = readFileSync(door(), 'utf8')
  expect(JSON.parse(text)).toEqual({
    ...{ format: 1, wrong: 3, typedOnly: true },
    failedAt: Array(3).fill(expect.stringMatching(/^2026-11-21T/)),
    latest: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
  })
  for (const word of ['inte', 'rätta', 'Berit', 'Runnag', ...PASSPHRASE.split(' ')]) expect(text).not.toContain(word)
})
