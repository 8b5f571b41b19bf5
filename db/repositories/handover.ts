import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { ClientId, Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { clients, custodies } from '../schema/client.ts'
import { handovers } from '../schema/handover.ts'
import { sessions } from '../schema/session.ts'
import { units } from '../schema/unit.ts'
import { isOwnClientOf } from './client.ts'
import { isStanding } from './mistake.ts'

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

const ofUser = isOwnClientOf(sql.placeholder('userId'))

const newestFirst = prepared(db =>
  joined(db).where(ofUser).orderBy(desc(handovers.on), desc(handovers.packageId)).prepare(),
)

/** Of the user's own clients, both directions, newest first. */
export function handoversFor(db: Db, userId: UserId) {
  return newestFirst(db).all({ userId })
}

const ofClientNewestFirst = prepared(db =>
  joined(db)
    .where(eq(handovers.clientId, sql.placeholder('clientId')))
    .orderBy(desc(handovers.on), desc(handovers.packageId))
    .prepare(),
)

/** One client's packages in both directions, newest first. */
export function handoversOf(db: Db, clientId: ClientId) {
  return ofClientNewestFirst(db).all({ clientId })
}

const sentAndWaiting = prepared(db =>
  joined(db)
    .where(sql`${handovers.direction} = 'out' AND ${handovers.settledOn} IS NULL AND ${ofUser}`)
    .orderBy(desc(handovers.on), desc(handovers.packageId))
    .prepare(),
)

/** Of the user's own clients, sent and not yet confirmed, newest first. */
export function waitingHandovers(db: Db, userId: UserId) {
  return sentAndWaiting(db).all({ userId })
}

const heldSince = sql`EXISTS (SELECT 1 FROM ${sessions} x
  WHERE x.client_id = ${handovers.clientId} AND x.outcome IN ('held', 'partlyHeld') AND x.epoch > ${handovers.epoch}
    AND ${isStanding(sql`x.id`)})`
const stillHere = sql`${handovers.epoch} + 1 = (SELECT max(c.epoch) FROM ${custodies} c WHERE c.client_id = ${handovers.clientId})`
const receivedNotBegun = prepared(db =>
  joined(db)
    .where(
      sql`${handovers.direction} = 'in' AND ${handovers.settledOn} >= ${sql.placeholder('since')} AND ${ofUser} AND ${clients.diedOn} IS NULL AND ${stillHere} AND NOT ${heldSince}`,
    )
    .orderBy(asc(handovers.settledOn), asc(handovers.packageId))
    .prepare(),
)

/** Of the user's own clients, received on `since` or later and without a session held here since: the oldest first. */
export function receivedWithoutSession(db: Db, userId: UserId, since: Day) {
  return receivedNotBegun(db).all({ userId, since })
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
