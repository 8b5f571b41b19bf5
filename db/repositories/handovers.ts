import { and, desc, eq, sql } from 'drizzle-orm'
import type { ClientId, Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { clients } from '../schema/clients.ts'
import { handovers } from '../schema/handovers.ts'
import { units } from '../schema/units.ts'
import { isOwnClientOf } from './clients.ts'

export type HandoverRow = typeof handovers.$inferSelect

export function insertHandover(db: Db, row: HandoverRow): void {
  db.insert(handovers).values(row).run()
}

function joined(db: Db) {
  return db
    .select({ handover: handovers, client: clients, unit: units })
    .from(handovers)
    .innerJoin(clients, eq(clients.id, handovers.clientId))
    .innerJoin(units, eq(units.id, handovers.otherUnit))
}

const newestFirst = prepared(db =>
  joined(db)
    .where(isOwnClientOf(sql.placeholder('userId')))
    .orderBy(desc(handovers.on), desc(handovers.packageId))
    .prepare(),
)

/** Of the user's own clients, both directions, newest first. */
export function handoversFor(db: Db, userId: UserId) {
  return newestFirst(db).all({ userId })
}

export function handoverById(db: Db, packageId: string) {
  return joined(db).where(eq(handovers.packageId, packageId)).get()
}

/** Packages sent for the client that nobody has confirmed. */
export function sentFor(db: Db, clientId: ClientId): HandoverRow[] {
  return db
    .select()
    .from(handovers)
    .where(and(eq(handovers.clientId, clientId), eq(handovers.direction, 'out')))
    .all()
    .filter(each => each.settledOn === null)
}

export function settleHandover(db: Db, packageId: string, on: Day): void {
  db.update(handovers).set({ settledOn: on }).where(eq(handovers.packageId, packageId)).run()
}
