import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { offers } from '../schema/clients.ts'
import { reasons } from '../schema/units.ts'

/** Adds a row to the ledger, last in the order of writing. */
export function insertOffer(db: Db, row: Omit<typeof offers.$inferInsert, 'sequence'>): void {
  db.insert(offers)
    .values({ ...row, sequence: sql`(SELECT coalesce(max(sequence), 0) + 1 FROM ${offers})` })
    .run()
}

/** The client's ledger of offers, newest first. */
export function offersOf(db: Db, clientId: ClientId) {
  return db
    .select({ ...getTableColumns(offers), reasonWords: reasons.words })
    .from(offers)
    .leftJoin(reasons, eq(reasons.code, offers.reasonCode))
    .where(eq(offers.clientId, clientId))
    .orderBy(desc(offers.on), desc(offers.sequence))
    .all()
}
