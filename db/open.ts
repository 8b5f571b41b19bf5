import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3' // an alias: package.json says which package it is
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { fillClientKeys } from './clientKeys.ts'
import { migrate } from './migrate.ts'

export type Db = BetterSQLite3Database & { readonly $client: Database }

/** A file that cannot be opened with this key. Nothing has been changed. */
export class UnreadableDatabaseError extends Error {
  readonly reason: 'empty' | 'inUse' | 'unreadable'
  constructor(reason: 'empty' | 'inUse' | 'unreadable') {
    super(reason)
    this.reason = reason
  }
}

/** Makes a new database. `key` is 32 random bytes. */
export function createDatabase(file: string, key: Buffer, migrations: string): Db {
  if (existsSync(file)) throw new Error('a database is already here')
  closeSync(openSync(file, 'wx', 0o600)) // SQLite would let others read it; its log and journal get the mode of the file
  return prepare(unlock(new Sqlite(file), key), migrations)
}

/**
 * Opens an existing database and brings it up to date.
 *
 * @throws UnreadableDatabaseError for an empty file too: SQLite would take it for a new database.
 */
export function openDatabase(file: string, key: Buffer, migrations: string): Db {
  if (statSync(file).size <= 1) throw new UnreadableDatabaseError('empty') // SQLite reads one byte as none
  return prepare(unlock(new Sqlite(file, { fileMustExist: true, timeout: 200 }), key), migrations)
}

/** A database for tests: in memory, and therefore not encrypted. */
export function memoryDatabase(migrations: string): Db {
  return prepare(new Sqlite(':memory:'), migrations)
}

function unlock(sqlite: Database, key: Buffer): Database {
  try {
    sqlite.pragma("cipher = 'sqlcipher'")
    sqlite.pragma('legacy = 4') // the format of SQLCipher 4, readable by other tools
    sqlite.pragma(`key = "x'${key.toString('hex')}'"`) // raw: no key derivation at opening
    sqlite.pragma('temp_store = MEMORY') // sorting, statement journals: SQLite writes such pages in plain text elsewhere
    sqlite.pragma('locking_mode = EXCLUSIVE') // one database, one program; released by the system if we crash
    sqlite.pragma('journal_mode = WAL') // the key is tried here, at the first read
    sqlite.pragma('synchronous = FULL') // a commit that was answered is on the disk
    sqlite.transaction(() => sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()).immediate()
    return sqlite
  } catch (error) {
    sqlite.close()
    const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
    throw new UnreadableDatabaseError(busy ? 'inUse' : 'unreadable')
  }
}

function prepare(sqlite: Database, migrations: string): Db {
  try {
    migrate(sqlite, migrations)
    const db = drizzle(sqlite)
    fillClientKeys(db)
    return db
  } catch (error) {
    sqlite.close()
    throw error
  }
}
