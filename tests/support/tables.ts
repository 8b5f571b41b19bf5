import type { Database } from 'better-sqlite3'
import type { Db } from '../../db/open.ts'
import type { TestCore } from './core.ts'

/** The core's open database, for a test that looks past the dispatcher at what was stored. */
export function databaseOf(core: Pick<TestCore, 'binder'>): Db {
  const opened = core.binder.opened()
  if (opened === undefined) throw new Error('the binder is locked')
  return opened.db
}

export function tableNames(sqlite: Database): string[] {
  const rows = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name")
    .all() as { name: string }[]
  return rows.map(each => each.name)
}

/** Every row of every table, in the order of their keys: two equal answers mean that nothing was changed. */
export function everyRow(sqlite: Database): Record<string, unknown[]> {
  return Object.fromEntries(tableNames(sqlite).map(name => [name, sqlite.prepare(`SELECT * FROM "${name}"`).all()]))
}

/** Everything stored but the access log, and how often someone has asked who is here. */
export function everyRecord(core: TestCore): Record<string, unknown[]> {
  const { access_log: _, questions: _asked, ...rest } = everyRow(databaseOf(core).$client)
  return rest
}
