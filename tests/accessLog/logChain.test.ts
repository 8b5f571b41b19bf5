import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { binderFiles } from '../../db/binderFolder.ts'
import { type Db, memoryDatabase } from '../../db/open.ts'
import { entriesFrom, faultEntries } from '../../db/repositories/accessLog.ts'
import { hashOf } from '../../main/accessLog/hashChain.ts'
import { logAccess } from '../../main/accessLog/service.ts'
import { openVaultLog } from '../../main/binder/vaultLog.ts'
import type { ChainedEntry } from '../../main/contract/accessLog.ts'
import type { UserId } from '../../main/contract/values.ts'
import { coreInFolder, coreInMemory, fixedWorld, MIGRATIONS, memoryHead, type TestCore } from '../support/core.ts'
import { keyOf, pastTheApp } from '../support/pastTheApp.ts'
import { addedClient, heldSession } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { databaseOf } from '../support/tables.ts'

const root = mkdtempSync(join(tmpdir(), 'arton-chain-'))
const master = join(root, 'master')
let key: Buffer
let last: number

/** A binder as an ordinary day leaves it: locked, with some thirty entries in its log. */
beforeAll(async () => {
  const core = coreInFolder({ folder: master })
  await core.ask('binder.create', NEW_BINDER)
  const clientId = await addedClient(core)
  for (let number = 1; number <= 5; number++) {
    await core.ask('session.record', await heldSession(core, clientId, number))
    for (const method of ['client.get', 'goal.ofClient', 'session.ofClient'] as const)
      await core.ask(method, { clientId })
  }
  core.binder.lock()
  key = await keyOf(master, PASSPHRASE)
  const looked = join(root, 'looked') // past the app is not past the seal
  cpSync(master, looked, { recursive: true })
  last = inside(looked, db => all(db).length)
})
afterAll(() => rmSync(root, { recursive: true }))

let folder: string
let copies = 0
beforeEach(() => {
  folder = join(root, `copy-${++copies}`)
  asBefore()
})

/** The copy as the day left it. */
function asBefore(): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(master, folder, { recursive: true })
}

const all = (db: Db) => [...entriesFrom(db, 1)]

const inside = <T>(where: string, act: (db: Db) => T): T => pastTheApp(where, key, act)

const tamper = (sql: string) => inside(folder, db => db.$client.exec(sql))

/** Makes room in the middle of the log, as if an entry were put in before number `at`. */
const makeRoom = (at: number) =>
  tamper(`UPDATE access_log SET sequence = -sequence WHERE sequence >= ${at};
  UPDATE access_log SET sequence = 1 - sequence WHERE sequence < 0`)

/** Puts an entry in. `previous` gives it the right hash; without it the hash is another's. */
function putIn(sequence: number, previous?: string): void {
  const entry = {
    sequence,
    at: '2026-11-21T09:00:00.000Z',
    userId: null,
    clientId: null,
    ...({ method: 'client.get', kind: 'view', detail: '' } as const),
  }
  const hash = hashOf(entry, previous ?? '0'.repeat(64))
  tamper(`INSERT INTO access_log VALUES (${sequence}, '${entry.at}', NULL, NULL, 'client.get', 'view', '', '${hash}')`)
}

/** Writes the log anew from entry `at`, every hash fitting, as someone who has read our source could. */
function rehashFrom(at: number): void {
  inside(folder, db => {
    const write = db.$client.prepare('UPDATE access_log SET hash = ? WHERE sequence = ?')
    let previous = all(db)[at - 2]?.hash ?? ''
    for (const { hash: _, ...entry } of all(db).slice(at - 1)) {
      previous = hashOf(entry, previous)
      write.run(previous, entry.sequence)
    }
  })
}

const hashAt = (sequence: number) => inside(folder, db => all(db)[sequence - 1]?.hash)

let opened = 0
/** Unlocks the copy, asks, and locks it again. */
async function unlocked<T>(ask: (core: TestCore) => Promise<T>): Promise<T> {
  const core = coreInFolder({ folder, seed: `opened ${++opened}` })
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  try {
    return await ask(core)
  } finally {
    core.binder.lock()
  }
}

async function found() {
  const { fault } = await unlocked(core => core.ask('accessLog.state', {}))
  return fault && { kind: fault.kind, sequence: fault.sequence }
}

test('every entry of the log is tied to the one before by SHA-256 over its fields', () => {
  const rows = inside(folder, all)
  expect(rows.length).toBeGreaterThan(20)
  rows.forEach(({ hash, ...row }: ChainedEntry, nth) => {
    const fields = [row.sequence, row.at, row.userId, row.clientId, row.method, row.kind, row.detail]
    const text = JSON.stringify([...fields, rows[nth - 1]?.hash ?? ''])
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'))
  })
})

describe('a log that nobody has touched', () => {
  test('adds up, time after time', async () => {
    expect([await found(), await found(), await found()]).toEqual([undefined, undefined, undefined])
    const kinds = inside(folder, all).map(each => each.kind)
    expect(kinds.slice(last - 1)).toEqual(['lock', 'unlock', 'lock', 'unlock', 'lock', 'unlock', 'lock'])
  })

  test('adds up when the power went while the head outside was behind', async () => {
    const crashed = join(root, 'crashed')
    await unlocked(async core => {
      const clientId = await addedClient(core, { number: '' })
      await core.ask('client.get', { clientId })
      cpSync(folder, crashed, { recursive: true })
    })
    folder = crashed
    expect(await found()).toBe(undefined)
    expect(inside(folder, all).at(-3)).toMatchObject({ method: 'client.get' })
  })
})

const MIDDLE = 12

describe('someone with the key who goes past the app is found out at the next unlocking', () => {
  test.each([
    ['at', "'2020-01-01T00:00:00.000Z'"],
    ['user_id', "'someone-else'"],
    ['client_id', "'another-client'"],
    ['client_id', 'NULL'],
    ['method', "'goal.ofClient '"],
    ['kind', "'print'"],
    ['detail', "'x'"],
    ['hash', 'hex(randomblob(32))'],
  ])('%s altered to %s', async (column, value) => {
    tamper(`UPDATE access_log SET ${column} = ${value} WHERE sequence = ${MIDDLE}`)
    expect(await found()).toEqual({ kind: 'changed', sequence: MIDDLE })
  })

  test('the first entry altered, and the last', async () => {
    tamper(`UPDATE access_log SET detail = 'x' WHERE sequence IN (1, ${last})`)
    expect(await found()).toEqual({ kind: 'changed', sequence: 1 })
    asBefore()
    tamper(`UPDATE access_log SET detail = 'x' WHERE sequence = ${last}`)
    expect(await found()).toEqual({ kind: 'changed', sequence: last })
  })

  test.each([1, MIDDLE])('entry %i deleted', async sequence => {
    tamper(`DELETE FROM access_log WHERE sequence = ${sequence}`)
    expect(await found()).toEqual({ kind: 'missing', sequence })
  })

  test('three entries deleted and the rest given their numbers', async () => {
    tamper(`DELETE FROM access_log WHERE sequence BETWEEN ${MIDDLE} AND ${MIDDLE + 2};
      UPDATE access_log SET sequence = sequence - 3 WHERE sequence > ${MIDDLE}`)
    expect(await found()).toEqual({ kind: 'missing', sequence: MIDDLE })
  })

  test('the number of an entry altered', async () => {
    tamper(`UPDATE access_log SET sequence = 4000 WHERE sequence = ${MIDDLE}`)
    expect(await found()).toEqual({ kind: 'missing', sequence: MIDDLE })
  })

  test('an entry put in, with a hash that does not fit and with one that does', async () => {
    const previous = hashAt(MIDDLE - 1)
    makeRoom(MIDDLE)
    putIn(MIDDLE)
    expect(await found()).toEqual({ kind: 'inserted', sequence: MIDDLE })
    asBefore()
    makeRoom(MIDDLE)
    putIn(MIDDLE, previous)
    expect(await found()).toEqual({ kind: 'inserted', sequence: MIDDLE })
  })

  test('an entry added last, with a hash that does not fit and with one that does', async () => {
    putIn(last + 1)
    expect(await found()).toEqual({ kind: 'inserted', sequence: last + 1 })
    asBefore()
    putIn(last + 1, hashAt(last))
    expect(await found()).toEqual({ kind: 'inserted', sequence: last + 1 })
  })

  test('two entries that have changed places, and one that has moved further on', async () => {
    tamper(`UPDATE access_log SET sequence = -1 WHERE sequence = ${MIDDLE};
      UPDATE access_log SET sequence = ${MIDDLE} WHERE sequence = ${MIDDLE + 1};
      UPDATE access_log SET sequence = ${MIDDLE + 1} WHERE sequence = -1`)
    expect(await found()).toEqual({ kind: 'moved', sequence: MIDDLE })
    asBefore()
    tamper(`UPDATE access_log SET sequence = -1 WHERE sequence = ${MIDDLE};
      UPDATE access_log SET sequence = sequence - 1 WHERE sequence BETWEEN ${MIDDLE + 1} AND ${MIDDLE + 4};
      UPDATE access_log SET sequence = ${MIDDLE + 4} WHERE sequence = -1`)
    expect(await found()).toEqual({ kind: 'moved', sequence: MIDDLE })
  })

  test('the end cut off, and the whole log emptied', async () => {
    tamper(`DELETE FROM access_log WHERE sequence > ${MIDDLE}`)
    expect(await found()).toEqual({ kind: 'rolledBack', sequence: MIDDLE + 1 })
    asBefore()
    tamper('DELETE FROM access_log')
    expect(await found()).toEqual({ kind: 'rolledBack', sequence: 1 })
  })

  test('the whole database put back to an older copy', async () => {
    const { database } = binderFiles(folder)
    const older = readFileSync(database)
    await unlocked(core => addedClient(core, { number: '' }))
    writeFileSync(database, older)
    expect(await found()).toEqual({ kind: 'rolledBack', sequence: last + 1 })
  })

  test('the log written anew with every hash fitting: the head outside remembers another', async () => {
    tamper(`UPDATE access_log SET user_id = 'someone-else' WHERE sequence = ${MIDDLE}`)
    rehashFrom(MIDDLE)
    expect(await found()).toEqual({ kind: 'rewritten', sequence: last })
  })

  test('an older copy, grown beyond the entry that the head remembers', async () => {
    const older = join(root, 'older')
    cpSync(folder, older, { recursive: true })
    await unlocked(core => addedClient(core, { number: '' }))
    const { logHead } = binderFiles(folder)
    const head = readFileSync(logHead)
    rmSync(folder, { recursive: true })
    cpSync(older, folder, { recursive: true })
    await unlocked(core => addedClient(core, { number: '', name: 'Någon Annan' }))
    await unlocked(core => addedClient(core, { number: '' }))
    writeFileSync(logHead, head)
    expect(await found()).toMatchObject({ kind: 'rewritten' })
  })
})

describe('the head outside the database', () => {
  test('gone, it is told: then nobody can say whether the last entries are', async () => {
    rmSync(binderFiles(folder).logHead)
    expect(await found()).toEqual({ kind: 'headMissing', sequence: last })
  })

  test.each(['sequence', 'hash', 'closed', 'checkedTo', 'mac'])('cannot be forged without the key: %s', async field => {
    const { logHead } = binderFiles(folder)
    const head = JSON.parse(readFileSync(logHead, 'utf8'))
    const other = { sequence: MIDDLE, hash: hashAt(MIDDLE), closed: false, checkedTo: 0, mac: '0'.repeat(64) }
    writeFileSync(logHead, JSON.stringify({ ...head, [field]: other[field as keyof typeof other] }))
    expect(await found()).toEqual({ kind: 'headChanged', sequence: last })
  })

  test('damaged, it is told, and the app opens all the same', async () => {
    writeFileSync(binderFiles(folder).logHead, '')
    expect(await found()).toEqual({ kind: 'headChanged', sequence: last })
  })

  test('holds a number and a hash, and nothing about anyone', () => {
    const head = JSON.parse(readFileSync(binderFiles(folder).logHead, 'utf8'))
    expect(Object.keys(head)).toEqual([
      'format',
      'sequence',
      'hash',
      'closed',
      'checkedTo',
      'recheckedTo',
      'database',
      'mac',
    ])
    expect(head).toMatchObject({ sequence: last, hash: hashAt(last), closed: true })
  })
})

describe('what has been found', () => {
  const faults = () => unlocked(core => core.ask('accessLog.faults', {}))

  test('is told once, in the log itself, and stays until someone answers for it', async () => {
    tamper(`UPDATE access_log SET user_id = 'someone-else' WHERE sequence = ${MIDDLE}`)
    await found()
    expect(await found()).toEqual({ kind: 'changed', sequence: MIDDLE })
    const [fault, ...others] = await faults()
    expect([fault, others]).toEqual([
      { kind: 'changed', sequence: MIDDLE, entry: last + 1, detectedAt: expect.any(String) },
      [],
    ])
    const words = 'Datorn reparerades. IT har hört av sig och en avvikelse är skriven.'
    await unlocked(core => core.ask('accessLog.answerFault', { entry: last + 1, words }))
    expect(await found()).toBe(undefined)
    expect(await faults()).toMatchObject([{ entry: last + 1, answer: { words, by: 'Berit Exempel' } }])
    expect(await unlocked(core => core.refusalCode('accessLog.answerFault', { entry: last + 1, words }))).toBe(
      'fault-answered',
    )
    expect(await unlocked(core => core.refusalCode('accessLog.answerFault', { entry: 1, words }))).toBe('not-found')
  })

  test.each([
    ['the same entry once more', MIDDLE, 'changed', MIDDLE],
    ['an entry after the first fault', MIDDLE + 3, 'changed', MIDDLE],
    ['an entry before it', MIDDLE - 3, 'changed', MIDDLE - 3],
    ['the entry that told of it', 'last', 'changed', MIDDLE],
  ])('does not hide a new fault: %s', async (_what, second, kind, sequence) => {
    tamper(`UPDATE access_log SET user_id = 'someone-else' WHERE sequence = ${MIDDLE}`)
    await found()
    tamper(`UPDATE access_log SET client_id = 'x' WHERE sequence = ${second === 'last' ? last + 1 : second}`)
    await found()
    const told = await faults()
    expect(told).toHaveLength(2)
    expect(told[0]).toMatchObject({ kind, sequence })
    await found()
    expect(await faults()).toEqual(told)
  })

  test('after a roll-back the log goes on, and is whole from there', async () => {
    tamper(`DELETE FROM access_log WHERE sequence > ${MIDDLE}`)
    await found()
    const [told] = await faults()
    await unlocked(core =>
      core.ask('accessLog.answerFault', { entry: told?.entry ?? 0, words: 'Återställd från kopian den 1 november.' }),
    )
    expect([await found(), (await faults()).length]).toEqual([undefined, 1])
  })
})

describe('going through the whole log on demand', () => {
  const BEGAN_AT = '2026-11-21T08:00:00.000Z'

  /** A log of so many entries, in memory. */
  function longLog(entries: number): TestCore {
    const core = coreInMemory({ roles: ['administrator'] })
    const db = databaseOf(core)
    const userId = core.world.newId<UserId>()
    db.$client.transaction(() => {
      for (let nth = 0; nth < entries; nth++)
        logAccess(db, { at: BEGAN_AT, userId, clientId: null, method: 'today.list', kind: 'view', detail: '' })
    })()
    return core
  }

  async function verify(core: TestCore) {
    for (let from = 1, pieces = 1; ; pieces++) {
      const { checkedTo, entries, fault } = await core.ask('accessLog.verify', { from })
      if (fault !== undefined || checkedTo === entries) return { pieces, checkedTo, fault }
      from = checkedTo + 1
    }
  }

  const core = longLog(45_000)

  test('is done in pieces, so that it can be followed and stopped', async () => {
    expect(await verify(core)).toEqual({ pieces: 3, checkedTo: 45_001, fault: undefined })
  })

  test.each([
    ['changed', 20_000, "UPDATE access_log SET detail = 'x'"],
    ['changed', 20_001, "UPDATE access_log SET detail = 'x'"],
    ['missing', 20_000, 'DELETE FROM access_log'],
    ['missing', 20_001, 'DELETE FROM access_log'],
    ['missing', 33_333, 'DELETE FROM access_log'],
  ])('finds an entry %s, at %i, while the binder was open', async (kind, sequence, sql) => {
    const { $client } = databaseOf(core)
    $client.exec('BEGIN')
    for (const each of ['changed', 'emptied']) $client.exec(`DROP TRIGGER access_log_is_never_${each}`)
    $client.exec(`${sql} WHERE sequence = ${sequence}`)
    expect((await verify(core)).fault).toMatchObject({ kind, sequence })
    expect((await verify(core)).fault).toBe(undefined) // told, and nothing more has happened
    expect(await core.ask('accessLog.state', {})).toMatchObject({ fault: { kind, sequence } })
    $client.exec('ROLLBACK')
  })
})

describe('the entries that were gone through before', () => {
  /** A log of its own, of which each opening goes through what is new and ten of the older entries. */
  function shortSighted() {
    const db = memoryDatabase(MIGRATIONS)
    const head = memoryHead()
    const { now, newId } = fixedWorld()
    const userId = newId<UserId>()
    const unreported = { failedAt: [], unlisted: 0, lost: false }
    /** Unlocks, works and locks; answers with how many faults are told by then. */
    const use = (entries = 0) => {
      const key = Buffer.alloc(32, 1)
      const log = openVaultLog({ db, head, key, now, recheck: 10 })
      log.noteUnlock(userId, 'user.unlock', unreported)
      for (let nth = 0; nth < entries; nth++)
        logAccess(db, { at: now(), userId, clientId: null, method: 'today.list', kind: 'view', detail: '' })
      log.noteLock(userId, 'hand')
      log.close()
      return faultEntries(db).length
    }
    const alter = (sequence: number) =>
      db.$client.exec(`DROP TRIGGER IF EXISTS access_log_is_never_changed;
        UPDATE access_log SET detail = 'x' WHERE sequence = ${sequence}`)
    return { use, alter, faults: () => faultEntries(db).map(each => each.detail.split(' ').slice(0, 2)) }
  }

  test('are gone through anew, some at each opening: what was altered is found when its turn comes', () => {
    const { use, alter, faults } = shortSighted()
    use(40)
    expect(use()).toBe(0) // 41 new ones, and the first
    alter(25)
    expect([use(), use(), use()]).toEqual([0, 0, 1]) // 2–11, 12–21, 22–31
    expect(faults()).toEqual([['changed', '25']])
  })

  test('are begun with again when all have been gone through, so that nothing stays unseen for more than a round', () => {
    const { use, alter, faults } = shortSighted()
    use(40)
    for (let nth = 0; nth < 4; nth++) use()
    alter(5)
    let openings = 1
    while (use() === 0 && openings < 20) openings++
    expect(openings).toBeGreaterThan(1)
    expect(openings).toBeLessThanOrEqual(6)
    expect(faults()).toEqual([['changed', '5']])
  })
})
