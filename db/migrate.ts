import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { municipalityReader } from '../main/contract/readMunicipality.ts'

/** The file was last written by a newer version of the app. Nothing has been changed. */
export class NewerDatabaseError extends Error {}

/**
 * Brings the database up to schema `target`, by default the newest.
 *
 * `PRAGMA user_version` holds the number of the last migration applied. Foreign keys are off
 * meanwhile, because rebuilding a table would otherwise empty the tables that point to it; each
 * migration is checked instead, and rolled back whole if it leaves a dangling reference.
 *
 * @throws NewerDatabaseError when a newer version of the app wrote the file; nothing is changed.
 */
export function migrate(sqlite: Database, folder: string, target = Number.POSITIVE_INFINITY): void {
  const files = readdirSync(folder)
    .filter(name => /^\d{4}_.+\.sql$/.test(name))
    .sort()
  const current = Number(sqlite.pragma('user_version', { simple: true }))
  if (current > files.length) throw new NewerDatabaseError(`schema ${current}; this app knows ${files.length}`)

  let codeOf: ReturnType<typeof municipalityReader> | undefined // every row asks with the same list
  sqlite.function('read_municipality', (words: string, listed: string) => {
    codeOf ??= municipalityReader(JSON.parse(listed))
    return codeOf(words) ?? null
  })
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const [index, file] of files.entries()) {
      const version = index + 1
      if (version <= current || version > target) continue
      sqlite.transaction(() => {
        sqlite.exec(readFileSync(join(folder, file), 'utf8'))
        const dangling = sqlite.prepare('PRAGMA foreign_key_check').all()
        if (dangling.length > 0) throw new Error(`${file} leaves ${dangling.length} dangling references`)
        sqlite.pragma(`user_version = ${version}`)
      })()
    }
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
