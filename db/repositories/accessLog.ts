import { asc, eq, sql } from 'drizzle-orm'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { accessLog } from '../schema/handovers.ts'

const { placeholder } = sql
const addRow = prepared(db =>
  db
    .insert(accessLog)
    .values({
      at: placeholder('at'),
      userId: placeholder('userId'),
      clientId: placeholder('clientId'),
      method: placeholder('method'),
    })
    .prepare(),
)

/** Adds a row. Call it in the transaction of the change it tells of. */
export function logAccess(
  db: Db,
  row: { at: Instant; userId: UserId; clientId: ClientId | null; method: string },
): void {
  addRow(db).run(row)
}

/** Everything done with one client's record, in the order it was done. */
export function accessTo(db: Db, clientId: ClientId) {
  return db.select().from(accessLog).where(eq(accessLog.clientId, clientId)).orderBy(asc(accessLog.sequence)).all()
}
