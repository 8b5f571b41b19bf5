import Sqlite from 'better-sqlite3' // an alias: package.json says which package it is

const DISK_CODES = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN']

/** True when the disk turned a write away: full, gone or not to be written to. The transaction has been undone. */
export function isRefusedByDisk(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && DISK_CODES.some(each => error.code.startsWith(each))
}

/** True when the tables themselves turned a row away: a key twice, a reference to nothing, a value out of bounds. */
export function isRefusedByTables(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}
