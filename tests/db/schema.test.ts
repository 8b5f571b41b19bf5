import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { MIGRATIONS, ROOT } from '../support/core.ts'
import { tableNames } from '../support/tables.ts'

type Column = { name: string; type: string; notNull: boolean; inKey: boolean }

const byName = (columns: Column[]) => columns.toSorted((a, b) => a.name.localeCompare(b.name))

async function declaredTables(): Promise<Record<string, Column[]>> {
  const folder = join(ROOT, 'db/schema')
  const tables: Record<string, Column[]> = {}
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(join(folder, file))
    for (const table of Object.values(module)) {
      if (!is(table, SQLiteTable)) continue
      const { name, columns, primaryKeys } = getTableConfig(table)
      const key = primaryKeys.flatMap(each => each.columns.map(column => column.name))
      tables[name] = byName(
        columns.map(each => ({
          name: each.name,
          type: each.getSQLType(),
          notNull: each.notNull,
          inKey: each.primary || key.includes(each.name),
        })),
      )
    }
  }
  return tables
}

function migratedTables(): Record<string, Column[]> {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, MIGRATIONS)
  return Object.fromEntries(
    tableNames(sqlite).map(name => {
      const columns = sqlite.prepare('SELECT * FROM pragma_table_info(?)').all(name) as {
        name: string
        type: string
        notnull: number
        pk: number
      }[]
      return [
        name,
        byName(
          columns.map(each => ({
            name: each.name,
            type: each.type.toLowerCase(),
            notNull: each.notnull === 1,
            inKey: each.pk > 0,
          })),
        ),
      ]
    }),
  )
}

test('the tables that the code knows are the tables that the migrations make, column by column', async () => {
  expect(await declaredTables()).toEqual(migratedTables())
})

test('every table is strict: a word in the place of a number is refused', () => {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, MIGRATIONS)
  const loose = sqlite
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'",
    )
    .all()
  expect(loose).toEqual([])
})
