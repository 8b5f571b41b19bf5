import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { headKey, readHead } from '../../main/accessLog/logHead.ts'
import { attemptMemory } from '../../main/binder/attemptMemory.ts'
import { keyring } from '../../main/binder/keyring.ts'
import { createSeat } from '../../main/binder/seat.ts'
import { withVaultOpen } from '../../main/binder/vault.ts'
import type { Role } from '../../main/contract/user.ts'
import type { UserId } from '../../main/contract/values.ts'
import { manualFiles } from '../../main/manual/manualFolder.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreAt, coreInFolder, keychainOf, LOW_COST, MANUAL, type TestCore } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { PASSPHRASE as BERIT, NEW_BINDER } from '../support/readyToSeal.ts'
import { databaseOf } from '../support/tables.ts'

const SARA = 'tre båtar och en fyr'
const SARAS_ROLES: Role[] = ['therapist', 'coordinator', 'administrator']
const ID = '00000000-0000-4000-8000-000000000000'

let saraId: UserId
const template = await binderTemplate(NEW_BINDER, async core => {
  const { userId, words } = await core.ask('user.add', { name: 'Sara Exempel', roles: SARAS_ROLES })
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: words })
  await core.ask('user.choosePassphrase', { userId, passphrase: SARA })
  saraId = userId
})
afterEach(template.removeCopies)
afterAll(template.remove)

/** Two seats at one vault, in one process: as two workstations on one core. Nobody is in. */
function twoSeats(options: Parameters<typeof template.copy>[0] = {}) {
  const one = template.copy(options)
  const { vault } = one.seat
  return { one, other: coreAt(createSeat(vault, options.keychain), one.world), vault, folder: one.folder }
}

async function bothIn(options: Parameters<typeof template.copy>[0] = {}) {
  const { one: berit, other: sara, vault, folder } = twoSeats(options)
  await berit.ask('user.unlock', { passphrase: BERIT })
  await sara.ask('user.unlock', { passphrase: SARA })
  return { berit, sara, beritId: berit.binder.opened()?.user.id ?? ('' as UserId), vault, folder }
}

const isIn = (core: TestCore) => core.binder.opened() !== undefined
/** What opens for the user, by the file beside the database. */
const slotsOf = (userId: UserId, folder: string) =>
  keyring
    .parse(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')))
    .slots.flatMap(each => ('userId' in each && each.userId === userId ? [each.kind] : []))
const logOf = (core: TestCore) => [...entriesFrom(databaseOf(core), 1)]

/** Lets something happen while the dialog that asks where a file goes stands open. */
function whileSaving(core: TestCore, happens: () => Promise<unknown>): void {
  const { placeFor } = core.platform
  core.platform.placeFor = async name => {
    await happens()
    return placeFor(name)
  }
}
const LOG_OF_NOVEMBER = { fromOn: '2026-11-01', toOn: '2026-11-30', form: 'csv' } as const

describe('two users in one binder', () => {
  test('one locks, and the other goes on', async () => {
    const { berit, sara } = await bothIn()
    await berit.ask('user.lock', {})
    expect(await berit.refusalCode('client.list', { words: '' })).toBe('locked')
    expect(await berit.ask('binder.state', {})).toMatchObject({ state: 'locked' })
    expect(await sara.ask('client.list', { words: '' })).toMatchObject({ total: 0 })
    expect(await sara.ask('binder.state', {})).toMatchObject({ state: 'open' })
    expect((await sara.ask('user.me', {})).user.name).toBe('Sara Exempel')
  })

  test('each is idle by themself', async () => {
    const { berit, sara } = await bothIn()
    berit.world.pass(4 * 60)
    await sara.ask('user.active', {})
    sara.world.pass(2 * 60)
    expect([isIn(berit), isIn(sara)]).toEqual([false, true])
  })

  test('the last to leave closes the database, writes the head of the log and wipes the key', async () => {
    const { berit, sara, vault, folder } = await bothIn()
    const { db, key } = vault.unlocked ?? {}
    if (db === undefined || key === undefined) throw new Error('nothing is open')
    const secret = headKey(key)
    const head = () => readHead(readFileSync(join(folder, 'access-log-head.json'), 'utf8'), secret)
    await sara.ask('user.lock', {})
    expect(db.$client.open).toBe(true)
    expect(key.some(each => each !== 0)).toBe(true)
    expect(head()).toMatchObject({ closed: false })
    const last = logOf(berit).at(-1)?.sequence ?? 0
    await berit.ask('user.lock', {})
    expect(db.$client.open).toBe(false)
    expect(key.every(each => each === 0)).toBe(true)
    expect(head()).toMatchObject({ closed: true, sequence: last + 1 })
    expect({ ...vault, holders: vault.holders.size, visits: vault.visits.size }).toMatchObject({
      unlocked: undefined,
      log: undefined,
      holders: 0,
      visits: 0,
    })
  })

  test('the key that the second comes with is wiped at once, and another key opens nothing', async () => {
    const { vault } = await bothIn()
    const first = vault.unlocked?.key ?? Buffer.alloc(0)
    const second = Buffer.from(first)
    const another = Buffer.alloc(32, 1)
    expect(await withVaultOpen(vault, second, async ({ key }) => key)).toBe(first)
    await expect(withVaultOpen(vault, another, async () => 'in')).rejects.toMatchObject({
      refusal: { code: 'binder-damaged' },
    })
    expect([second, another].map(each => each.every(byte => byte === 0))).toEqual([true, true])
    expect(first.some(byte => byte !== 0)).toBe(true)
    expect(vault.holders.size).toBe(2)
  })

  test('their rows in the log bear their own names, and the chain holds', async () => {
    const { berit, sara, beritId, folder } = await bothIn()
    const clientId = await addedClient(berit)
    await Promise.all([berit.ask('client.get', { clientId }), sara.ask('client.list', { words: '' })])
    await sara.ask('user.lock', {})
    const rows = logOf(berit).map(each => [each.userId, each.method, each.kind])
    expect(rows.filter(([id]) => id === saraId).slice(-3)).toEqual([
      [saraId, 'user.unlock', 'unlock'],
      [saraId, 'client.list', 'view'],
      [saraId, 'user.lock', 'lock'],
    ])
    expect(rows.filter(([id, method]) => id === beritId && method === 'client.get')).toHaveLength(1)
    expect(await berit.ask('accessLog.verify', { from: 1 })).not.toHaveProperty('fault')
    await berit.ask('user.lock', {})

    const later = coreInFolder({ folder, seed: 'later' })
    await later.ask('user.unlock', { passphrase: BERIT })
    expect(await later.ask('accessLog.state', {})).toEqual({})
    later.binder.lock()
  })

  test('their typing does not mix, and each sees that the other is there', async () => {
    const { berit, sara, beritId } = await bothIn()
    const clientId = await addedClient(berit)
    await berit.ask('client.assign', { clientId, therapistId: beritId, coordinatorId: saraId })
    const place = { clientId, place: 'session:5' }
    const windows = { berit: ID.replace('8', '9'), sara: ID }
    const draft = { ...place, content: '"Berits ord"', basedOn: 0, attempt: 1 }
    await berit.ask('draft.save', { ...draft, writer: beritId, window: windows.berit })
    expect(await sara.ask('draft.get', { ...place, writer: saraId })).toBeUndefined()
    expect(await sara.refusalCode('draft.save', { ...draft, writer: beritId, window: windows.sara })).toBe('other-user')
    await sara.ask('typing.keep', { writer: saraId, place: 'new-client', words: 'Saras ord' })
    await berit.ask('typing.keep', { writer: beritId, place: 'new-client', words: 'Berits ord' })
    expect((await sara.ask('typing.kept', {}))['new-client']).toMatchObject({ words: 'Saras ord' })

    const watch = (core: TestCore, writer: UserId, window: string) =>
      core.ask('draft.watch', { ...place, writer, window, here: true })
    await watch(berit, beritId, windows.berit)
    expect(await watch(sara, saraId, windows.sara)).toMatchObject({ others: [{ name: 'Berit Exempel', here: true }] })
    expect(await watch(berit, beritId, windows.berit)).toMatchObject({ others: [{ name: 'Sara Exempel', here: true }] })
  })

  test('work by the same manual: what one chooses, the other reads', async () => {
    const { berit, sara } = await bothIn()
    expect((await sara.ask('manual.contents', {})).version.id).toBe('arton')
    const files = [...manualFiles(MANUAL)].map(([path, text]) => ({
      path,
      text: path === 'manual.yaml' ? text.replace(/^id: .*$/m, 'id: clinicManual') : text,
    }))
    expect(await berit.ask('manual.importPack', { files })).toMatchObject({ imported: true })
    expect((await sara.ask('manual.contents', {})).version.id).toBe('clinicManual')
  })

  test('the same user may be in at both seats, and locks one of them', async () => {
    const { one, other, vault } = twoSeats()
    await one.ask('user.unlock', { passphrase: BERIT })
    await other.ask('user.unlock', { passphrase: BERIT })
    expect(vault.visits.size).toBe(2)
    await one.ask('user.lock', {})
    expect([isIn(one), isIn(other)]).toEqual([false, true])
  })
})

describe('what one changes for another', () => {
  test('a role that is taken away is missing at the other’s next call', async () => {
    const { berit, sara } = await bothIn()
    await sara.ask('user.list', {})
    await berit.ask('user.setRoles', { userId: saraId, roles: ['therapist'] })
    expect(await sara.refusalCode('user.list', {})).toBe('not-permitted')
    expect((await sara.ask('user.me', {})).user.roles).toEqual(['therapist'])
  })

  test('a name is another at the other’s next call', async () => {
    const { berit, sara } = await bothIn()
    await berit.ask('user.rename', { userId: saraId, name: 'Sara Nyman' })
    expect((await sara.ask('user.me', {})).user.name).toBe('Sara Nyman')
    expect(isIn(sara)).toBe(true)
  })

  test('who is disabled is out at once, and the other is not', async () => {
    const { berit, sara, vault } = await bothIn()
    await berit.ask('user.disable', { userId: saraId })
    expect(vault.visits.size).toBe(1)
    expect(logOf(berit).slice(-2)).toMatchObject([
      { method: 'user.disable', detail: saraId },
      { userId: saraId, method: 'user.lock', kind: 'lock', detail: 'disabled' },
    ])
    expect(await sara.refusalCode('client.list', { words: '' })).toBe('locked')
    expect(await sara.refusalCode('user.unlock', { passphrase: SARA })).toBe('wrong-passphrase')
    expect(isIn(berit)).toBe(true)
  })

  test('what was refused takes nothing from the other', async () => {
    const { berit, sara, beritId } = await bothIn()
    await berit.ask('user.setRoles', { userId: saraId, roles: ['therapist'] })
    expect(await berit.refusalCode('user.setRoles', { userId: beritId, roles: ['therapist'] })).toBe(
      'last-administrator',
    )
    expect((await berit.ask('user.me', {})).user.roles).toContain('administrator')
    expect(isIn(sara)).toBe(true)
  })

  test('temporary words that were typed open nothing when the user was disabled, or given new ones, before choosing', async () => {
    const { one: berit, other: nils, folder } = twoSeats()
    await berit.ask('user.unlock', { passphrase: BERIT })
    const { userId, words } = await berit.ask('user.add', { name: 'Nils Exempel', roles: ['therapist'] })
    const choice = { userId, passphrase: 'fem ekar vid en sjö' }

    await nils.ask('user.unlock', { passphrase: words })
    const renewed = await berit.ask('user.renewAccess', { userId, roles: ['therapist'] })
    expect(await nils.refusalCode('user.choosePassphrase', choice)).toBe('not-admitted')
    expect(slotsOf(userId, folder)).toEqual(['temporary'])

    await nils.ask('user.unlock', { passphrase: renewed.words })
    await berit.ask('user.disable', { userId })
    expect(await nils.refusalCode('user.choosePassphrase', choice)).toBe('not-admitted')
    expect(slotsOf(userId, folder)).toEqual([])
    expect(isIn(nils)).toBe(false)
  })

  test('who was given new words cannot keep the old way in, by what was begun before', async () => {
    const keychain = keychainOf('sara@mottagningen')
    const { berit, sara, folder } = await bothIn({ keychain })
    const { seal } = keychain
    keychain.seal = async secret => {
      await berit.ask('user.renewAccess', { userId: saraId, roles: SARAS_ROLES })
      return seal(secret)
    }
    expect(await sara.refusalCode('user.keepInKeychain', { passphrase: SARA })).toBe('locked')
    expect(slotsOf(saraId, folder)).toEqual(['temporary'])
  })

  test('who is given new words while they are in is out at once, and comes in by the words only', async () => {
    const { berit, sara } = await bothIn()
    const { words } = await berit.ask('user.renewAccess', { userId: saraId, roles: SARAS_ROLES })
    expect(isIn(sara)).toBe(false)
    expect(await sara.refusalCode('client.list', { words: '' })).toBe('locked')
    expect(await sara.refusalCode('user.unlock', { passphrase: SARA })).toBe('wrong-passphrase')
    expect(await sara.ask('user.unlock', { passphrase: words })).toMatchObject({ next: 'ownPassphrase' })
    expect(isIn(berit)).toBe(true)
    expect(
      logOf(berit)
        .filter(each => each.kind === 'lock')
        .slice(-1),
    ).toMatchObject([{ userId: saraId, detail: 'renewed' }])
  })

  test('who has a new passphrase chosen for them by the recovery sheet is out where they were in', async () => {
    const { one, other, vault } = twoSeats()
    await one.ask('user.unlock', { passphrase: BERIT })
    const own = (await one.ask('user.me', {})).user.id
    await other.ask('user.unlock', { passphrase: template.sheet })
    await other.ask('user.choosePassphrase', { userId: own, passphrase: 'fem ekar vid en sjö' })
    expect([isIn(one), isIn(other), vault.visits.size]).toEqual([false, true, 1])
  })

  test('a recovery sheet that was typed lets no one in who is no longer administrator', async () => {
    const { one: berit, other: sara } = twoSeats()
    await berit.ask('user.unlock', { passphrase: BERIT })
    await sara.ask('user.unlock', { passphrase: template.sheet })
    await berit.ask('user.setRoles', { userId: saraId, roles: ['therapist'] })
    const choice = { userId: saraId, passphrase: 'fem ekar vid en sjö' }
    expect(await sara.refusalCode('user.choosePassphrase', choice)).toBe('not-admitted')
    sara.binder.lock()
    await sara.ask('user.unlock', { passphrase: SARA })
  })

  test('a recovery sheet cannot be replaced by who was administrator when it was made', async () => {
    const { berit, sara } = await bothIn()
    const reply = await sara.call('recoverySheet.renew', {})
    const { words, asked } = (reply.ok ? reply.value : {}) as { words: string[]; asked: number[] }
    await berit.ask('user.setRoles', { userId: saraId, roles: ['therapist'] })
    const right = { words: asked.map(place => words[place] ?? '') }
    expect(await sara.refusalCode('recoverySheet.test', right)).toBe('not-permitted')
    sara.binder.lock()
    expect(await sara.ask('user.unlock', { passphrase: template.sheet })).toMatchObject({ why: 'recovery' })
  })
})

describe('a file that is being handed out', () => {
  test('is refused to the seat that was locked meanwhile, though the other has the database open', async () => {
    const { berit, sara } = await bothIn()
    whileSaving(sara, () => sara.ask('user.lock', {}))
    expect(await sara.refusalCode('accessLog.extract', LOG_OF_NOVEMBER)).toBe('locked')
    expect(sara.platform.files.size).toBe(0)
    expect(logOf(berit).filter(each => each.kind === 'export')).toEqual([])
    expect(await berit.ask('accessLog.extract', LOG_OF_NOVEMBER)).toMatchObject({ saved: true })
  })

  test('is refused also when the same user has come in again', async () => {
    const { sara } = await bothIn()
    whileSaving(sara, async () => {
      await sara.ask('user.lock', {})
      await sara.ask('user.unlock', { passphrase: SARA })
    })
    expect(await sara.refusalCode('accessLog.extract', LOG_OF_NOVEMBER)).toBe('locked')
    expect(sara.platform.files.size).toBe(0)
  })

  test('is handed out though the other locks, or changes the name of who asked', async () => {
    const { berit, sara } = await bothIn()
    whileSaving(sara, async () => {
      await berit.ask('user.rename', { userId: saraId, name: 'Sara Nyman' })
      await berit.ask('user.lock', {})
    })
    expect(await sara.ask('accessLog.extract', LOG_OF_NOVEMBER)).toMatchObject({ saved: true })
  })

  test('is refused when the role was taken away while the dialog stood open', async () => {
    const { berit, sara } = await bothIn()
    whileSaving(sara, () => berit.ask('user.setRoles', { userId: saraId, roles: ['therapist'] }))
    expect(await sara.refusalCode('accessLog.extract', LOG_OF_NOVEMBER)).toBe('not-permitted')
    expect(sara.platform.files.size).toBe(0)
    expect(logOf(berit).filter(each => each.kind === 'export')).toEqual([])
  })
})

describe('coming in at the same time', () => {
  test('an attempt that is underway when someone else comes in is neither told as wrong nor forgotten', async () => {
    const { one, other, folder } = twoSeats()
    await Promise.all([
      one.ask('user.unlock', { passphrase: BERIT }),
      other.ask('user.unlock', { passphrase: SARA }),
      other.call('user.unlock', { passphrase: 'inte den rätta frasen' }),
    ])
    const told = () => logOf(one).filter(each => each.kind === 'failedUnlock').length
    const memory = () => attemptMemory.parse(JSON.parse(readFileSync(join(folder, 'door.json'), 'utf8')))
    expect(told()).toBe(0)
    expect(memory()).toMatchObject({ wrong: 1, failedAt: [expect.any(String)] })
    one.binder.lock()
    await one.ask('user.unlock', { passphrase: BERIT })
    expect(told()).toBe(1)
    expect(memory()).toMatchObject({ wrong: 0, failedAt: [] })
  })

  test('two users who choose the same passphrase at once do not both get it', async () => {
    const { berit, sara } = await bothIn()
    const next = 'fem ekar vid en sjö'
    const replies = await Promise.all([
      berit.call('user.changePassphrase', { current: BERIT, next }),
      sara.call('user.changePassphrase', { current: SARA, next }),
    ])
    expect(replies).toContainEqual({ ok: true, value: {} })
    expect(replies).toContainEqual({ ok: false, refusal: { code: 'passphrase-unusable' } })
  })

  test('a seat that was locked by hand wants a passphrase, though someone else has come in elsewhere', async () => {
    const { one, other, vault } = twoSeats({ keychain: keychainOf('berit@mottagningen') })
    await one.ask('user.unlock', { passphrase: BERIT })
    await one.ask('user.keepInKeychain', { passphrase: BERIT })
    await one.ask('user.lock', {})
    await other.ask('user.unlock', { passphrase: SARA })
    expect(vault.attempts.passphraseOnly()).toBe(false)
    expect(await one.ask('binder.state', {})).toMatchObject({ keychain: false })
    expect(await one.refusalCode('user.unlockByKeychain', {})).toBe('keychain-refused')
    one.binder.lock('computer')
    expect(await one.ask('user.unlockByKeychain', {})).toMatchObject({ next: 'in' })
  })

  test('two presses at one seat leave one visit', async () => {
    const { one, vault } = twoSeats({ keychain: keychainOf('berit@mottagningen') })
    await one.ask('user.unlock', { passphrase: BERIT })
    await one.ask('user.keepInKeychain', { passphrase: BERIT })
    one.binder.lock('computer')
    await Promise.all([one.ask('user.unlockByKeychain', {}), one.ask('user.unlockByKeychain', {})])
    expect([vault.visits.size, vault.holders.size]).toEqual([1, 1])
    one.binder.lock()
    expect(vault.unlocked).toBeUndefined()
  })

  test('temporary words typed anew, and left, hold nothing open', async () => {
    const { one: berit, other: nils, vault } = twoSeats()
    await berit.ask('user.unlock', { passphrase: BERIT })
    const { words } = await berit.ask('user.add', { name: 'Nils Exempel', roles: ['therapist'] })
    await nils.ask('user.unlock', { passphrase: words })
    await nils.ask('user.unlock', { passphrase: words })
    expect([vault.visits.size, vault.holders.size]).toEqual([1, 2])
    await berit.ask('user.lock', {})
    expect(vault.unlocked).toBeDefined()
    nils.world.pass(15 * 60 + 1)
    expect(await nils.ask('binder.state', {})).toMatchObject({ state: 'locked' })
    expect(vault.unlocked).toBeUndefined()
  })
})

test('a wrap that is being renewed when its user locks stays as it was, and still opens', async () => {
  const dear = { ...LOW_COST, passes: 20 }
  const core = template.copy({ derivationCost: dear })
  const file = join(core.folder, 'keyring.json')
  const before = readFileSync(file, 'utf8')
  const unlocking = core.call('user.unlock', { passphrase: BERIT })
  while (core.seat.visit === undefined) await new Promise(setImmediate)
  core.binder.lock()
  await unlocking
  expect(readFileSync(file, 'utf8')).toBe(before)
  expect(await core.ask('user.unlock', { passphrase: BERIT })).toMatchObject({ next: 'in' })
  expect(readFileSync(file, 'utf8')).not.toBe(before)
})
