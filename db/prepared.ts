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
