import { asc, desc, eq } from 'drizzle-orm'
import type { ChainedEntry } from '../../main/contract/accessLog.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { accessLog } from '../schema/accessLog.ts'

/** Adds a row. Its number must be the next one: the table refuses every other. */
export const addLogRow = insertInto(accessLog)

const last = prepared(db =>
  db
    .select({ sequence: accessLog.sequence, hash: accessLog.hash })
    .from(accessLog)
    .orderBy(desc(accessLog.sequence))
    .limit(1)
    .prepare(),
)

/** The row that the next one follows; undefined in a new log. */
export function lastLogRow(db: Db): Pick<ChainedEntry, 'sequence' | 'hash'> | undefined {
  return last(db).get()
}

/** Everything done with one client's record, in the order it was done. */
export function accessTo(db: Db, clientId: ClientId): ChainedEntry[] {
  return db.select().from(accessLog).where(eq(accessLog.clientId, clientId)).orderBy(asc(accessLog.sequence)).all()
}

/** The whole log, in order. */
export function logRows(db: Db): ChainedEntry[] {
  return db.select().from(accessLog).orderBy(asc(accessLog.sequence)).all()
}
