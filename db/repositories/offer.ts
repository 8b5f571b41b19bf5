import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { offers } from '../schema/offer.ts'
import { reasons } from '../schema/unit.ts'
import { wordsOnDay } from './list.ts'
import { preparedByStanding, type Which } from './mistake.ts'

/** Adds a row to the client's ledger, last in the order of writing. */
export function insertOffer(db: Db, row: Omit<typeof offers.$inferInsert, 'sequence' | 'superseded'>): void {
  const sequence = sql`(SELECT coalesce(max(sequence), 0) + 1 FROM ${offers} WHERE client_id = ${row.clientId})`
  db.insert(offers)
    .values({ ...row, sequence })
    .run()
}

const offersByClient = preparedByStanding(offers.id, (db, which) =>
  db
    .select({ ...getTableColumns(offers), reasonWords: wordsOnDay('reasons', offers.on) })
    .from(offers)
    .leftJoin(reasons, eq(reasons.code, offers.reasonCode))
    .where(and(eq(offers.clientId, sql.placeholder('clientId')), which))
    .orderBy(desc(offers.on), desc(offers.sequence))
    .prepare(),
)

/** The client's ledger of offers, newest first. */
export function offersOf(db: Db, clientId: ClientId, which?: Which) {
  return offersByClient(db, which).all({ clientId })
}
