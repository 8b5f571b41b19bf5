import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { attemptMemory, waitAfter, withFailure } from '../../main/binder/attemptMemory.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreInFolder, keychainOf } from '../support/core.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { databaseOf } from '../support/tables.ts'

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
    0,
    0,
    0,
    2,
    4,
    8,
    16,
    32,
    64,
    128,
    256,
    512,
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
    format: 1,
    wrong: 3,
    unlisted: 0,
    typedOnly: true,
    lost: false,
    failedAt: Array(3).fill(expect.stringMatching(/^2026-11-21T/)),
    latest: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
    binderId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    seal: {
      sequence: expect.any(Number),
      database: expect.stringMatching(/^[0-9a-f]{64}$/),
      keyring: expect.stringMatching(/^[0-9a-f]{64}$/),
      mac: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  })
  for (const word of ['inte', 'rätta', 'Berit', 'Runnag', ...PASSPHRASE.split(' ')]) expect(text).not.toContain(word)
})

describe('the access log', () => {
  const failures = (at = core) => [...entriesFrom(databaseOf(at), 1)].filter(each => each.kind === 'failedUnlock')
  const told = async (at: FolderCore) => {
    const today = { fromOn: '2026-11-21', toOn: '2026-11-21' }
    return (await at.ask('accessLog.entries', { ...today, kind: 'failedUnlock', most: 100 })).entries
  }

  test('tells of every attempt: the latest fifty with their times, and how many there were before them', async () => {
    let memory = { ...attemptMemory.parse(JSON.parse(readFileSync(door(), 'utf8'))), wrong: 0 }
    for (let nth = 0; nth < 57; nth++)
      memory = withFailure(memory, new Date(Date.UTC(2026, 10, 21, 6, nth)).toISOString())
    writeFileSync(door(), JSON.stringify(memory))
    const again = restarted()
    again.world.pass(15 * 60)
    await again.ask('user.unlock', { passphrase: PASSPHRASE })
    const [more, first, ...others] = await told(again)
    expect(more).toMatchObject({ what: 'Fel lösenfras: 7 gånger till före den', at: '2026-11-21T06:07:00.000Z' })
    expect(first).toMatchObject({ what: 'Fel lösenfras', at: '2026-11-21T06:07:00.000Z' })
    expect(others).toHaveLength(49)
    again.binder.lock()
    expect(JSON.parse(readFileSync(door(), 'utf8'))).toMatchObject({ wrong: 0, failedAt: [], unlisted: 0 })
  })

  test('tells at once who was in and tried, whether the phrase was wrong or a colleague’s', async () => {
    const colleague = 'en kollegas egna ord'
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    const berit = core.binder.opened()?.user.id
    const { words } = await core.ask('user.add', { name: 'Sara Öst', roles: ['therapist'] })
    await core.ask('user.lock', {})
    const sara = await core.ask('user.unlock', { passphrase: words })
    await core.ask('user.choosePassphrase', {
      userId: sara.next === 'ownPassphrase' ? (sara.users[0]?.id ?? '') : '',
      passphrase: colleague,
    })
    await core.ask('user.lock', {})
    await core.ask('user.unlock', { passphrase: PASSPHRASE })

    const change = (current: string, next: string) => core.refusalCode('user.changePassphrase', { current, next })
    expect(await change('inte den rätta frasen', 'något alldeles nytt')).toBe('wrong-passphrase')
    expect(await change(PASSPHRASE, colleague)).toBe('passphrase-unusable')
    const failed = { userId: berit, clientId: null, method: 'user.changePassphrase', kind: 'failedUnlock' }
    expect(failures()).toMatchObject([
      { ...failed, detail: '' },
      { ...failed, detail: 'ofAnother' },
    ])
    expect((await told(core)).map(each => each.what)).toEqual([
      'Fel lösenfras vid byte av lösenfras',
      'Fel lösenfras vid byte av lösenfras: den öppnar redan för någon annan',
    ])
    expect(JSON.parse(readFileSync(door(), 'utf8'))).toMatchObject({ wrong: 2, failedAt: [] })
    core.binder.lock()
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    expect(failures()).toHaveLength(2) // and not once more as nobody
  })

  test('tells who came in first after an attempt during which the binder was locked', async () => {
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    const trying = core.refusalCode('user.changePassphrase', { current: 'inte den rätta', next: 'något alldeles nytt' })
    await new Promise(resolve => setImmediate(resolve))
    core.binder.lock()
    await trying
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    expect(failures()).toMatchObject([{ userId: null, method: 'user.unlock' }])
  })

  test.each<[string, () => void]>([
    ['taken away', () => rmSync(door())],
    ['damaged', () => writeFileSync(door(), '{"wrong":0}')],
  ])('tells, as a fault to answer for, that the memory was %s – also when more was tried since', async (_how, harm) => {
    await tryWrong(1)
    harm()
    const again = restarted()
    again.world.pass(60)
    expect(await again.refusalCode('user.unlock', { passphrase: 'inte den rätta frasen' })).toBe('wrong-passphrase')
    const third = restarted()
    third.world.pass(15 * 60)
    await third.ask('user.unlock', { passphrase: PASSPHRASE })
    const fault = (await third.ask('accessLog.faults', {}))[0]
    expect(fault).toMatchObject({ kind: 'doorMissing' })
    await third.ask('accessLog.answerFault', { entry: fault?.entry ?? 0, words: 'Filen flyttades av misstag.' })
    third.binder.lock()
    await third.ask('user.unlock', { passphrase: PASSPHRASE })
    expect(await third.ask('accessLog.state', {})).toEqual({})
    third.binder.lock()
  })

  test('tells that it was the computer’s keychain that opened', async () => {
    const own = template.copy({ keychain: keychainOf('berit') })
    await own.ask('user.unlock', { passphrase: PASSPHRASE })
    await own.ask('user.keepInKeychain', { passphrase: PASSPHRASE })
    own.binder.lock('computer')
    await own.ask('user.unlockByKeychain', {})
    const unlocks = [...entriesFrom(databaseOf(own), 1)].filter(each => each.kind === 'unlock')
    expect(unlocks.at(-1)).toMatchObject({ method: 'user.unlockByKeychain' })
    own.binder.lock()
  })
})
