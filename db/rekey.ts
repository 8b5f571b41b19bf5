import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { type BinderFiles, bringToDisk } from './binderFolder.ts'
import { type Db, openDatabase } from './open.ts'

/** A database of which a copy under another key is being made. */
export type Rekeying = { readonly db: Db; readonly files: BinderFiles; readonly migrations: string }

/** Takes away what a change of key that was cut short left beside the database. */
export function removeNextDatabase({ nextDatabase }: BinderFiles): void {
  for (const file of [nextDatabase, `${nextDatabase}-wal`, `${nextDatabase}-journal`]) rmSync(file, { force: true })
}

/** Copies the open database to the file beside it, under the same key. Blocks for about two seconds for 100 MB. */
export function copyDatabase({ db, files }: Rekeying): void {
  removeNextDatabase(files)
  closeSync(openSync(files.nextDatabase, 'wx', 0o600))
  db.$client.prepare('VACUUM INTO ?').run(files.nextDatabase)
}

/** Gives the copy another key. Blocks for about three seconds for 100 MB. */
export function rekeyCopy({ files, migrations }: Rekeying, key: Buffer, next: Buffer): void {
  const { $client: copy } = openDatabase(files.nextDatabase, key, migrations)
  try {
    copy.pragma('journal_mode = DELETE') // a key is not changed in a write-ahead log
    copy.pragma(`rekey = "x'${next.toString('hex')}'"`)
  } finally {
    copy.close()
  }
}

/**
 * Proves that the copy opens with the next key, is whole and holds what the database holds; lets `mark` write in it that it
 * was made, and brings it to the disk.
 *
 * @throws when it is not: the database is as it was.
 */
export function proveCopy({ db, files, migrations }: Rekeying, next: Buffer, mark: (copy: Db) => void): void {
  const copy = openDatabase(files.nextDatabase, next, migrations)
  try {
    if (copy.$client.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the copy is not whole')
    if (JSON.stringify(contentOf(copy)) !== JSON.stringify(contentOf(db))) throw new Error('the copy is another')
    copy.$client.transaction(() => mark(copy))()
    copy.$client.pragma('journal_mode = DELETE')
  } finally {
    copy.$client.close()
  }
  const handle = openSync(files.nextDatabase, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** The version, every definition, and how many rows each table has. */
function contentOf({ $client: sqlite }: Db): unknown {
  const schema = sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  const counts = tables.toSorted().map(each => sqlite.prepare(`SELECT count(*) FROM "${each}"`).pluck().get())
  return [sqlite.pragma('user_version', { simple: true }), schema, counts]
}

/**
 * Puts the copy in the place of the database, which is closed. Before the copy takes its name the old log is emptied and
 * gone: read into the new file it would destroy it.
 */
export function replaceDatabase({ db, files }: Rekeying): void {
  db.$client.pragma('journal_mode = DELETE')
  bringToDisk(files.folder)
  if (process.platform === 'win32') db.$client.close() // Windows renames nothing over an open file
  renameSync(files.nextDatabase, files.database)
  bringToDisk(files.folder)
  db.$client.close()
}
