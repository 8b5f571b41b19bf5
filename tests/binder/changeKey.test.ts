import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { keyring } from '../../main/binder/keyring.ts'
import type { UserId } from '../../main/contract/values.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreInFolder, keychainOf, MIGRATIONS, type TestCore } from '../support/core.ts'
import { keyOf } from '../support/pastTheApp.ts'
import { addedClient } from '../support/people.ts'
import { PASSPHRASE as BERIT, NEW_BINDER } from '../support/readyToSeal.ts'

const SARA = 'tre båtar och en fyr'
const KIM = 'fem ekar vid en sjö'
const ids = { sara: '' as UserId, kim: '' as UserId }

async function comesIn(core: TestCore, name: string, passphrase: string): Promise<UserId> {
  await core.ask('user.unlock', { passphrase: BERIT })
  const { userId, words } = await core.ask('user.add', { name, roles: ['therapist'] })
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: words })
  await core.ask('user.choosePassphrase', { userId, passphrase })
  core.binder.lock()
  return userId as UserId
}

const template = await binderTemplate(NEW_BINDER, async core => {
  await addedClient(core, { name: 'Cilla Exempel', number: '' })
  core.binder.lock()
  ids.sara = await comesIn(core, 'Sara Exempel', SARA)
  ids.kim = await comesIn(core, 'Kim Kollega', KIM)
  await core.ask('user.unlock', { passphrase: BERIT })
})
const root = mkdtempSync(join(tmpdir(), 'arton-key-'))
afterEach(template.removeCopies)
afterAll(() => {
  template.remove()
  rmSync(root, { recursive: true, force: true })
})

const ringIn = (folder: string) => keyring.parse(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')))
const lettersIn = (folder: string) => ringIn(folder).slots.map(each => each.pair?.letters.length ?? 0)

/** What was left opens, with all that was in it and no fault, by one key that everyone's own secret gives. */
async function expectWell(folder: string, isKimIn: boolean): Promise<void> {
  const core = coreInFolder({ folder, seed: 'after' })
  await core.ask('user.unlock', { passphrase: SARA })
  expect((await core.ask('client.list', { words: 'cilla' })).total).toBe(1)
  const key = core.seat.vault.unlocked?.key ?? Buffer.alloc(0)
  for (const secret of [BERIT, template.sheet]) expect((await keyOf(folder, secret)).equals(key)).toBe(true)
  const kims = await keyOf(folder, KIM).catch(() => undefined)
  expect(kims?.equals(key)).toBe(isKimIn ? true : undefined)
  core.binder.lock()
  expect(new Set(lettersIn(folder))).toEqual(new Set([1]))
  expect(existsSync(join(folder, 'arton.db.next'))).toBe(false)
  await core.ask('user.unlock', { passphrase: BERIT })
  expect(await core.ask('accessLog.faults', {})).toEqual([])
  core.binder.lock()
}

/** Who comes in, and what they meet: everyone with their own secret, and nobody finds a fault. */
async function expectAllWell(folder: string, expected: { kim: boolean }): Promise<void> {
  const core = coreInFolder({ folder, seed: 'after' })
  await core.ask('user.unlock', { passphrase: SARA })
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: BERIT })
  expect((await core.ask('client.list', { words: 'cilla' })).total).toBe(1)
  expect(await core.ask('accessLog.faults', {})).toEqual([])
  core.binder.lock()
  expect((await core.ask('user.unlock', { passphrase: template.sheet })).next).toBe('ownPassphrase')
  core.binder.lock()
  const kim = await core.call('user.unlock', { passphrase: KIM })
  expect(kim.ok).toBe(expected.kim)
  core.binder.lock()
  expect(new Set(lettersIn(folder))).toEqual(new Set([1]))
  const names = readdirSync(folder).filter(each => !each.endsWith('.json.new')) // half a small file, written over next time
  expect(names.sort()).toEqual(['access-log-head.json', 'arton.db', 'door.json', 'keyring.json'])
}

describe('when a user is shut out', () => {
  test('the database has another key, and everyone else comes in as before', async () => {
    const keychain = keychainOf('berit@mottagningen')
    const core = template.copy({ keychain })
    const before = await keyOf(core.folder, KIM)
    const ringBefore = readFileSync(join(core.folder, 'keyring.json'))
    await core.ask('user.unlock', { passphrase: BERIT })
    await core.ask('user.keepInKeychain', { passphrase: BERIT })
    const { words } = await core.ask('user.add', { name: 'Nils Nyanställd', roles: ['therapist'] })
    await core.ask('user.disable', { userId: ids.kim })

    expect(await core.ask('binder.keyState', {})).toEqual({ remaining: [], sheetRemains: false })
    await core.ask('user.rename', { userId: ids.sara, name: 'Sara Nygift' }) // who was in goes on
    core.binder.lock('end')
    const database = join(core.folder, 'arton.db')
    expect(() => openDatabase(database, before, MIGRATIONS)).toThrow('unreadable')
    expect((await keyOf(core.folder, SARA)).equals(before)).toBe(false)

    await core.ask('user.unlockByKeychain', {})
    expect(await core.ask('accessLog.faults', {})).toEqual([])
    core.binder.lock()
    expect(await core.ask('user.unlock', { passphrase: words })).toMatchObject({ next: 'ownPassphrase' })
    core.binder.lock()
    await expectAllWell(core.folder, { kim: false })

    fs.writeFileSync(join(core.folder, 'keyring.json'), ringBefore) // the old keyring opens nothing
    expect(await core.refusalCode('user.unlock', { passphrase: KIM })).toBe('binder-damaged')
  })

  test('a change that an administrator asks for has its own row in the log', async () => {
    const core = template.copy()
    await core.ask('user.unlock', { passphrase: BERIT })
    await core.ask('binder.changeKey', { leaveOut: false })
    const { entries } = await core.ask('accessLog.entries', { fromOn: '2026-11-01', toOn: '2026-11-30', most: 100 })
    expect(entries.filter(each => each.method === 'binder.changeKey')).toMatchObject([
      { userName: 'Berit Exempel', what: 'Ändrat: pärmens nyckel' },
    ])
  })

  test('what waited meanwhile is answered from the new file, and a stage is told', async () => {
    const core = template.copy()
    await core.ask('user.unlock', { passphrase: BERIT })
    const disabling = core.ask('user.disable', { userId: ids.kim })
    const stages = new Set<string>()
    const waiting = core.ask('user.rename', { userId: ids.sara, name: 'Sara Nygift' })
    let going = true
    void disabling.finally(() => {
      going = false
    })
    while (going) {
      stages.add((await core.ask('binder.keyProgress', {})).stage ?? 'none')
      await new Promise(resolve => setImmediate(resolve))
    }
    await waiting
    expect([...stages]).toEqual(expect.arrayContaining(['copying', 'encrypting', 'proving']))
    core.binder.lock()
    await core.ask('user.unlock', { passphrase: BERIT })
    expect((await core.ask('user.list', {})).map(each => each.name)).toContain('Sara Nygift')
    expect(await core.ask('accessLog.faults', {})).toEqual([])
  })

  test('a disk that is full changes nothing but who is shut out, and the key is still due', async () => {
    const core = template.copy()
    await core.ask('user.unlock', { passphrase: BERIT })
    const key = await keyOf(core.folder, SARA)
    fs.mkdirSync(join(core.folder, 'arton.db.next')) // nothing can be written there
    const reply = await core.call('user.disable', { userId: ids.kim }).catch(error => error)
    expect(String(reply)).toContain('EISDIR')
    fs.rmdirSync(join(core.folder, 'arton.db.next'))
    expect((await core.ask('binder.keyState', {})).dueSince).toMatch(/^2026/)
    expect((await keyOf(core.folder, SARA)).equals(key)).toBe(true)
    await core.ask('binder.changeKey', { leaveOut: false })
    expect((await core.ask('binder.keyState', {})).dueSince).toBeUndefined()
    core.binder.lock()
    await expectAllWell(core.folder, { kim: false })
  })
})

/** The folder as it was before each step that the file system saw: what a kill there would have left. */
async function foldersBeforeEachStep(
  core: TestCore & { folder: string },
  act: () => Promise<unknown>,
): Promise<string[]> {
  const kept: string[] = []
  const keep = () => {
    const copy = join(root, `step${kept.length}`)
    originals.cpSync(core.folder, copy, { recursive: true })
    kept.push(copy)
  }
  const originals = { cpSync, renameSync: fs.renameSync, rmSync: fs.rmSync, fsyncSync: fs.fsyncSync }
  const { exec, pragma, close, prepare } = Sqlite.prototype
  const kept1 = <F extends (...given: never[]) => unknown>(original: F) =>
    function (this: unknown, ...given: Parameters<F>) {
      keep()
      return original.apply(this, given)
    } as F
  fs.renameSync = kept1(originals.renameSync)
  fs.rmSync = kept1(originals.rmSync)
  fs.fsyncSync = kept1(originals.fsyncSync)
  syncBuiltinESMExports()
  Object.assign(Sqlite.prototype, { exec: kept1(exec), pragma: kept1(pragma), close: kept1(close) })
  try {
    await act()
  } finally {
    Object.assign(fs, { renameSync: originals.renameSync, rmSync: originals.rmSync, fsyncSync: originals.fsyncSync })
    syncBuiltinESMExports()
    Object.assign(Sqlite.prototype, { exec, pragma, close, prepare })
  }
  keep()
  return kept
}

describe('a change of key that is cut short', () => {
  test('anywhere leaves a binder that everyone opens, by the key that its file has', async () => {
    const core = template.copy()
    await core.ask('user.unlock', { passphrase: BERIT })
    const steps = await foldersBeforeEachStep(core, () => core.ask('user.disable', { userId: ids.kim }))
    expect(steps.length).toBeGreaterThan(30)
    const both = steps.filter(folder => lettersIn(folder).includes(2))
    expect(both.length).toBeGreaterThan(3)
    for (const [place, folder] of steps.entries()) {
      const isShutOut = ringIn(folder).slots.every(each => !('userId' in each) || each.userId !== ids.kim)
      if (place % 12 !== 0 && !both.includes(folder)) continue
      await expectWell(folder, !isShutOut).catch(error => {
        throw new Error(`before step ${place} of ${steps.length}: ${error}`)
      })
    }
  })

  test('by a true kill too', async () => {
    const core = template.copy()
    core.binder.lock()
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../support/killedKeyChange.ts'), core.folder, BERIT, ids.kim, 'replacing'],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(existsSync(join(core.folder, 'arton.db.next'))).toBe(true)
    await expectAllWell(core.folder, { kim: false })
  })
})

describe('a binder from before there were pairs of keys', () => {
  const older = () => {
    const folder = mkdtempSync(join(root, 'older-'))
    cpSync(join(import.meta.dirname, 'olderBinder'), folder, { recursive: true })
    const core = coreInFolder({ folder, keychain: keychainOf('older'), seed: 'newer' })
    return { core, folder }
  }
  const SHEET = 'gnista rygg tavla moster betala klippa krets blyerts sträng smak skämt horn lilja lyssna kolibri'
  const WORDS = 'ivrig väska tomte tulpan gnista nyhet'

  test('opens by every secret it had, and finds nothing wrong', async () => {
    const { core } = older()
    await core.ask('user.unlock', { passphrase: SARA })
    core.binder.lock('computer')
    await core.ask('user.unlockByKeychain', {})
    expect(await core.ask('accessLog.faults', {})).toEqual([])
    expect((await core.ask('client.list', { words: '' })).total).toBe(1)
    core.binder.lock()
    for (const secret of [SHEET, WORDS]) {
      expect(await core.ask('user.unlock', { passphrase: secret })).toMatchObject({ next: 'ownPassphrase' })
      core.binder.lock()
    }
    await core.ask('user.unlock', { passphrase: BERIT })
  })

  test('says who remains, refuses what would leave the administrator out, and changes its key when it can', async () => {
    const { core, folder } = older()
    await core.ask('user.unlock', { passphrase: BERIT })
    const [kim] = (await core.ask('user.list', {})).filter(each => each.name === 'Kim Kollega')
    const [sara] = (await core.ask('user.list', {})).filter(each => each.name === 'Sara Exempel')
    await core.ask('user.disable', { userId: kim?.id ?? '' })
    const state = await core.ask('binder.keyState', {})
    expect(state).toEqual({
      dueSince: expect.stringMatching(/^2026/),
      remaining: [{ id: sara?.id, name: 'Sara Exempel' }],
      sheetRemains: true,
    })
    expect(await core.refusalCode('binder.changeKey', { leaveOut: true })).toBe('key-sheet-remains')
    const { words, asked } = await core.ask('recoverySheet.renew', {})
    await core.ask('recoverySheet.test', { words: asked.map(place => words[place] ?? '') })
    expect(await core.refusalCode('binder.changeKey', { leaveOut: false })).toBe('key-holders-remain')

    core.binder.lock()
    await core.ask('user.unlock', { passphrase: SARA }) // her wrap is made anew by that
    core.binder.lock()
    await core.ask('user.unlock', { passphrase: BERIT })
    expect(await core.ask('binder.keyState', {})).toMatchObject({ remaining: [], sheetRemains: false })
    const before = await keyOf(folder, BERIT)
    await core.ask('binder.changeKey', { leaveOut: false })
    expect((await core.ask('binder.keyState', {})).dueSince).toBeUndefined()
    core.binder.lock()
    expect((await keyOf(folder, SARA)).equals(before)).toBe(false)
    await core.ask('user.unlock', { passphrase: words.join(' ') })
  })

  test('leaves out those who remain when the administrator says so: they come in by new words', async () => {
    const { core } = older()
    await core.ask('user.unlock', { passphrase: BERIT })
    const { words, asked } = await core.ask('recoverySheet.renew', {})
    await core.ask('recoverySheet.test', { words: asked.map(place => words[place] ?? '') })
    await core.ask('binder.changeKey', { leaveOut: true })
    const list = await core.ask('user.list', {})
    expect(list.map(each => [each.name, each.access])).toEqual([
      ['Berit Exempel', 'own'],
      ['Kim Kollega', 'none'],
      ['Sara Exempel', 'none'],
    ])
    const sara = list.find(each => each.name === 'Sara Exempel')
    const renewed = await core.ask('user.renewAccess', { userId: sara?.id ?? '', roles: ['therapist'] })
    core.binder.lock('computer')
    await core.ask('user.unlockByKeychain', {})
    core.binder.lock()
    expect(await core.ask('user.unlock', { passphrase: renewed.words })).toMatchObject({ next: 'ownPassphrase' })
  })

  test('and a pair that someone else put in the keyring is not given the next key', async () => {
    const core = template.copy()
    const ring = ringIn(core.folder)
    const stranger = ringIn(older().folder).slots // any other: its mac is of another key
    await core.ask('user.unlock', { passphrase: BERIT })
    const [sara] = ring.slots.filter(each => 'userId' in each && each.userId === ids.sara)
    const forged = { ...sara, pair: { ...sara?.pair, publicKey: ring.slots.at(0)?.pair?.publicKey } }
    const slots = [...ring.slots.filter(each => each !== sara), forged]
    fs.writeFileSync(join(core.folder, 'keyring.json'), JSON.stringify({ ...ring, slots }))
    expect(stranger.length).toBeGreaterThan(0)
    expect((await core.ask('binder.keyState', {})).remaining.map(each => each.id)).toEqual([ids.sara])
    await core.ask('binder.changeKey', { leaveOut: true })
    expect(ringIn(core.folder).slots.some(each => 'userId' in each && each.userId === ids.sara)).toBe(false)
  })
})

describe('temporary words', () => {
  const added = async () => {
    const core = template.copy()
    await core.ask('user.unlock', { passphrase: BERIT })
    const { userId, words } = await core.ask('user.add', { name: 'Nils Nyanställd', roles: ['therapist'] })
    return { core, userId, words }
  }

  test('open on the seventh day and not on the eighth, and the list of users says so', async () => {
    const { core, userId, words } = await added()
    core.binder.lock()
    core.world.setToday('2026-11-28', '07:00')
    expect(await core.ask('user.unlock', { passphrase: words })).toMatchObject({ next: 'ownPassphrase' })
    core.binder.lock()
    core.world.setToday('2026-11-28', '09:00')
    expect(await core.refusal('user.unlock', { passphrase: words })).toEqual({ code: 'words-expired' })
    await core.ask('user.unlock', { passphrase: BERIT })
    expect((await core.ask('user.list', {})).find(each => each.id === userId)?.access).toBe('expired')
    core.binder.lock()
    core.world.setToday('2026-11-22') // a clock turned back gives them no longer life
    expect(await core.refusalCode('user.unlock', { passphrase: words })).toBe('words-expired')
  })

  test('bear their day: who changes it in the file has words that open nothing', async () => {
    const { core, words } = await added()
    core.binder.lock()
    for (const madeAt of ['2027-01-01T08:00:00.000Z', undefined]) {
      const ring = ringIn(core.folder)
      const slots = ring.slots.map(each => (each.kind === 'temporary' ? { ...each, madeAt } : each))
      const folder = mkdtempSync(join(root, 'words-'))
      cpSync(core.folder, folder, { recursive: true })
      fs.writeFileSync(join(folder, 'keyring.json'), JSON.stringify({ ...ring, slots }))
      expect(await coreInFolder({ folder }).refusalCode('user.unlock', { passphrase: words })).toBe('wrong-passphrase')
    }
  })

  test('of an earlier version bear none, and are dated when the binder is next opened', async () => {
    const folder = mkdtempSync(join(root, 'undated-'))
    cpSync(join(import.meta.dirname, 'olderBinder'), folder, { recursive: true })
    const core = coreInFolder({ folder })
    await core.ask('user.unlock', { passphrase: BERIT })
    core.binder.lock()
    core.world.setToday('2026-12-05')
    const WORDS = 'ivrig väska tomte tulpan gnista nyhet'
    expect(await core.refusalCode('user.unlock', { passphrase: WORDS })).toBe('words-expired')
  })
})
