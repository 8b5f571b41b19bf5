import { asc, desc, eq, sql } from 'drizzle-orm'
import type { OwnNumber } from '../../main/contract/emergencyNumber.ts'
import type { Db } from '../open.ts'
import { emergencyNumbers } from '../schema/emergencyNumber.ts'

/** The unit's own numbers in their order; those that no longer hold come last. */
export function ownNumbers(db: Db): OwnNumber[] {
  return db
    .select()
    .from(emergencyNumbers)
    .orderBy(desc(emergencyNumbers.valid), asc(emergencyNumbers.position), asc(emergencyNumbers.id))
    .all()
    .map(({ position: _, ...row }) => row)
}

/** Adds a number, last in the order. */
export function insertNumber(db: Db, row: OwnNumber): void {
  const position = sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM ${emergencyNumbers})`
  db.insert(emergencyNumbers)
    .values({ ...row, position })
    .run()
}

export function changeNumber(db: Db, id: string, to: Partial<OwnNumber>): void {
  db.update(emergencyNumbers).set(to).where(eq(emergencyNumbers.id, id)).run()
}

/** Writes the order anew: each at the place where it stands among the ids. */
export function orderNumbers(db: Db, ids: readonly string[]): void {
  for (const [index, id] of ids.entries())
    db.update(emergencyNumbers)
      .set({ position: index + 1 })
      .where(eq(emergencyNumbers.id, id))
      .run()
}
