import Sqlite from 'better-sqlite3' // an alias: package.json says which package it is

/** True when the tables themselves turned a row away: a key twice, a reference to nothing, a value out of bounds. */
export function isRefusedByTables(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}
