import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open.ts'

/**
 * A statement that is made once for each open database and then only run: building the SQL and compiling it costs
 * several times what running it does. Values come in by `sql.placeholder`.
 */
export function prepared<Statement>(make: (db: Db) => Statement): (db: Db) => Statement {
  const made = new WeakMap<Db, Statement>()
  return db => {
    const found = made.get(db)
    if (found !== undefined) return found
    const fresh = make(db)
    made.set(db, fresh)
    return fresh
  }
}

/** An insert of one whole row, prepared: every column comes in by its own name. */
export function insertInto<Table extends SQLiteTable>(table: Table) {
  const names = Object.keys(getTableColumns(table))
  const values = Object.fromEntries(names.map(each => [each, sql.placeholder(each)])) as Table['$inferInsert']
  const statement = prepared(db => db.insert(table).values(values).prepare())
  return (db: Db, row: Table['$inferSelect']) => {
    statement(db).run(row)
  }
}
