import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NewerDatabaseError } from '../../db/migrate.ts'
import { createDatabase, openDatabase, UnreadableDatabaseError } from '../../db/open.ts'
import { coreInFolder, MIGRATIONS } from '../support/core.ts'
import { addedClient, heldSession } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

const PASSPHRASE = 'en lång rad med ord'
const CANARY = 'Kanarie Exempelsson'
const root = mkdtempSync(join(tmpdir(), 'arton-open-'))
/** A whole binder, locked, that every test copies. */
const template = join(root, 'template')
let copies = 0
/** Where the table of users begins, and the file as a later Arton would leave it. */
let usersPage = 0
let newerBytes: Buffer

function copyOfBinder(): string {
  const folder = join(root, `copy${copies++}`)
  cpSync(template, folder, { recursive: true })
  return folder
}

const databaseIn = (folder: string) => join(folder, 'arton.db')
const filesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name)).toString('base64')]))

beforeAll(async () => {
  const core = coreInFolder({ folder: template })
  expect(await core.ask('binder.state', {})).toMatchObject({ state: 'none' })
  const founder = { unitName: 'Runnagården', unitKind: 'lvmHome', userName: 'Berit Exempel' } as const
  await core.ask('binder.create', { ...founder, passphrase: PASSPHRASE })
  const clientId = await addedClient(core, { name: CANARY })
  for (const number of [1, 2, 3, 4, 5]) {
    await core.ask('session.record', await heldSession(core, clientId, number, { note: `${CANARY} `.repeat(800) }))
  }
  const { $client } = databaseOf(core)
  usersPage = Number($client.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'users'").pluck().get())
  core.binder.lock()

  const newer = copyOfBinder()
  const later = coreInFolder({ folder: newer })
  await later.ask('user.unlock', { passphrase: PASSPHRASE })
  databaseOf(later).$client.pragma('user_version = 999')
  later.binder.lock()
  newerBytes = readFileSync(databaseIn(newer))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a binder opens again with its passphrase and holds what was written', async () => {
  const core = coreInFolder({ folder: copyOfBinder() })
  expect(await core.ask('binder.state', {})).toEqual({
    state: 'locked',
    today: '2026-11-21',
    demo: false,
    waitSeconds: 0,
    keychain: false,
  })
  const user = { name: 'Berit Exempel', roles: ['administrator', 'coordinator', 'therapist'] }
  expect(await core.ask('user.unlock', { passphrase: PASSPHRASE })).toMatchObject({ next: 'in', user })
  expect((await core.ask('client.list', { words: '' })).clients).toMatchObject([{ name: CANARY, held: 5 }])
  expect(await core.ask('user.lock', {})).toEqual({})
  expect(await core.refusalCode('client.list', { words: '' })).toBe('locked')
})

test('two impatient presses of Enter open the binder once, and both are answered', async () => {
  const core = coreInFolder({ folder: copyOfBinder() })
  const twice = await Promise.all([1, 2].map(() => core.ask('user.unlock', { passphrase: PASSPHRASE })))
  expect(twice[0]).toEqual(twice[1])
  core.binder.lock()
})

describe('a binder that cannot be opened is named and left as it was', () => {
  test.each<[string, string, (folder: string) => void]>([
    ['of 0 bytes', 'binder-empty', folder => truncateSync(databaseIn(folder), 0)],
    ['cut to 60 %', 'binder-damaged', folder => truncateSync(databaseIn(folder), sizeShare(folder, 0.6))],
    ['cut within its first page', 'binder-damaged', folder => truncateSync(databaseIn(folder), 700)],
    ['of one byte', 'binder-empty', folder => truncateSync(databaseIn(folder), 1)],
    ['of plain text', 'binder-damaged', folder => writeFileSync(databaseIn(folder), 'Kära dagbok\n'.repeat(1_000))],
    ['that is plain SQLite', 'binder-damaged', folder => replaceByPlainSqlite(folder)],
    ['of another binder', 'binder-damaged', folder => replaceByOther(folder)],
    ['whole only in its first page', 'binder-damaged', folder => ruin(folder, 2)],
    ['where the page with the users is unreadable', 'binder-damaged', folder => ruin(folder, usersPage, usersPage)],
    ['from a newer Arton', 'binder-newer', folder => writeFileSync(databaseIn(folder), newerBytes)],
    ['gone', 'binder-missing', folder => rmSync(databaseIn(folder))],
    ['without its keyring', 'keyring-missing', folder => rmSync(join(folder, 'keyring.json'))],
    ['with an empty keyring', 'keyring-damaged', folder => truncateSync(join(folder, 'keyring.json'), 0)],
  ])('a database %s is refused as %s', async (_what, code, sabotage) => {
    const folder = copyOfBinder()
    sabotage(folder)
    const before = filesIn(folder)
    const core = coreInFolder({ folder })
    expect(await core.refusal('user.unlock', { passphrase: PASSPHRASE })).toEqual({ code })
    expect(core.binder.opened()).toBeUndefined()
    expect(filesIn(folder)).toEqual(before)
  })

  test('a refused file is let go of, so that the good copy put in its place opens', async () => {
    const folder = copyOfBinder()
    ruin(folder, usersPage, usersPage)
    const core = coreInFolder({ folder })
    expect(await core.refusalCode('user.unlock', { passphrase: PASSPHRASE })).toBe('binder-damaged')
    cpSync(template, folder, { recursive: true, force: true })
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    core.binder.lock()
  })

  test('a wrong passphrase opens nothing and changes nothing', async () => {
    const folder = copyOfBinder()
    const { 'door.json': _, ...before } = filesIn(folder)
    const core = coreInFolder({ folder })
    expect(await core.refusal('user.unlock', { passphrase: `${PASSPHRASE}!` })).toEqual({ code: 'wrong-passphrase' })
    const { 'door.json': counted, ...after } = filesIn(folder)
    expect(after).toEqual(before)
    expect(JSON.parse(Buffer.from(counted ?? '', 'base64').toString())).toMatchObject({ wrong: 1 })
  })

  test('a binder in use by another program is refused until that one lets go', async () => {
    const folder = copyOfBinder()
    const [first, second] = [coreInFolder({ folder, seed: 'first' }), coreInFolder({ folder, seed: 'second' })]
    await first.ask('user.unlock', { passphrase: PASSPHRASE })
    const before = filesIn(folder)
    expect(await second.refusal('user.unlock', { passphrase: PASSPHRASE })).toEqual({ code: 'binder-in-use' })
    expect(filesIn(folder)).toEqual(before)
    await addedClient(first, { name: 'Cilla Exempel', number: '' })
    first.binder.lock()
    await second.ask('user.unlock', { passphrase: PASSPHRASE })
    expect((await second.ask('client.list', { words: 'cilla' })).total).toBe(1)
    second.binder.lock()
  })

  test('a binder is never made over another, nor over half of one', async () => {
    const founder = { unitName: 'X', unitKind: 'other', userName: 'Y', passphrase: PASSPHRASE }
    for (const lost of ['nothing', 'arton.db', 'keyring.json']) {
      const folder = copyOfBinder()
      rmSync(join(folder, lost), { force: true })
      const before = filesIn(folder)
      expect(await coreInFolder({ folder }).refusal('binder.create', founder)).toEqual({ code: 'binder-exists' })
      expect(filesIn(folder)).toEqual(before)
    }
  })
})

test('no file of the binder shows a name in plain text, neither open nor locked', async () => {
  const folder = copyOfBinder()
  const core = coreInFolder({ folder, seed: 'later' })
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  await addedClient(core, { name: `${CANARY} den andra`, number: '' })
  const open = readdirSync(folder)
  const plain = () =>
    readdirSync(folder).filter(name => {
      const bytes = readFileSync(join(folder, name))
      return ['Kanarie', 'Berit', 'Runnag', 'SQLite format', 'CREATE TABLE'].some(
        each => bytes.includes(each) || bytes.includes(Buffer.from(each, 'utf16le')),
      )
    })
  expect(open.sort()).toEqual(['access-log-head.json', 'arton.db', 'arton.db-wal', 'door.json', 'keyring.json'])
  expect(plain()).toEqual([])
  core.binder.lock()
  expect(readdirSync(folder).sort()).toEqual(['access-log-head.json', 'arton.db', 'door.json', 'keyring.json'])
  expect(plain()).toEqual([])
})

describe('the database file alone', () => {
  const key = Buffer.alloc(32, 7)

  test('opens with its own key and with no other', () => {
    const file = join(root, 'alone.db')
    createDatabase(file, key, MIGRATIONS).$client.close()
    const bytes = readFileSync(file)
    expect(() => openDatabase(file, Buffer.alloc(32, 8), MIGRATIONS)).toThrow(new UnreadableDatabaseError('unreadable'))
    expect(() => createDatabase(file, key, MIGRATIONS)).toThrow('a database is already here')
    expect(readFileSync(file).equals(bytes)).toBe(true)
    const { $client } = openDatabase(file, key, MIGRATIONS)
    expect($client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect([$client.pragma('foreign_keys', { simple: true }), $client.pragma('synchronous', { simple: true })]).toEqual(
      [1, 2],
    )
    $client.close()
  })

  test('from a newer Arton is refused by an error of its own', () => {
    const file = join(root, 'newer.db')
    const { $client } = createDatabase(file, key, MIGRATIONS)
    $client.pragma('user_version = 999')
    $client.close()
    expect(() => openDatabase(file, key, MIGRATIONS)).toThrow(NewerDatabaseError)
  })
})

function sizeShare(folder: string, share: number): number {
  return Math.floor(readFileSync(databaseIn(folder)).length * share)
}

function replaceByPlainSqlite(folder: string): void {
  rmSync(databaseIn(folder))
  const sqlite = new Sqlite(databaseIn(folder))
  sqlite.exec("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('sockerkaka')")
  sqlite.close()
}

function replaceByOther(folder: string): void {
  rmSync(databaseIn(folder))
  createDatabase(databaseIn(folder), Buffer.alloc(32, 9), MIGRATIONS).$client.close()
}

const PAGE = 4_096 // bytes: SQLCipher 4

/** Fills pages with rubbish, from the first to the last of those given, counted from 1. */
function ruin(folder: string, first: number, last?: number): void {
  const bytes = readFileSync(databaseIn(folder))
  bytes.fill(0x5a, PAGE * (first - 1), last === undefined ? undefined : PAGE * last)
  writeFileSync(databaseIn(folder), bytes)
}
