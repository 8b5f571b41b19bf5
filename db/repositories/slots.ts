import { and, asc, eq, getTableColumns, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { SlotId } from '../../main/contract/session.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { clients, custodies } from '../schema/clients.ts'
import { sessions, slots } from '../schema/sessions.ts'
import { installation, reasons } from '../schema/units.ts'

export type SlotRow = typeof slots.$inferSelect

export function insertSlots(db: Db, rows: SlotRow[]): void {
  db.insert(slots).values(rows).run()
}

/** The client's slots in the manual's order, each with its latest attempt. */
export function slotsOf(db: Db, clientId: ClientId) {
  return db
    .select({ slot: slots, latest: sessions, reasonWords: reasons.words })
    .from(slots)
    .leftJoin(
      sessions,
      and(
        eq(sessions.slotId, slots.id),
        sql`${sessions.attempt} = (SELECT max(x.attempt) FROM ${sessions} x WHERE x.slot_id = ${slots.id})`,
      ),
    )
    .leftJoin(reasons, eq(reasons.code, sessions.reasonCode))
    .where(eq(slots.clientId, clientId))
    .orderBy(asc(slots.number), asc(slots.id))
    .all()
}

/** False when the client has no such slot. */
export function scheduleSlot(db: Db, clientId: ClientId, id: SlotId, on: string, at: string | null): boolean {
  const where = and(eq(slots.id, id), eq(slots.clientId, clientId))
  return db.update(slots).set({ plannedOn: on, plannedAt: at }).where(where).run().changes === 1
}

/** A planned slot counts as settled when an attempt has been recorded on its day or later. */
const unsettled = sql`NOT EXISTS (SELECT 1 FROM ${sessions} x WHERE x.slot_id = ${slots.id} AND x.settled_on >= ${slots.plannedOn})`
const heldHere = sql`(SELECT c.unit_id FROM ${custodies} c WHERE c.client_id = ${slots.clientId} ORDER BY c.epoch DESC LIMIT 1) = ${installation.unitId}`

function plannedWhere(db: Db, days: SQL | undefined, limit: number) {
  return db
    .select({
      ...getTableColumns(slots),
      clientName: clients.name,
      protectedIdentity: clients.protectedIdentity,
      caseNumber: clients.caseNumber,
    })
    .from(slots)
    .innerJoin(clients, eq(clients.id, slots.clientId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(and(days, unsettled, heldHere))
    .orderBy(asc(slots.plannedOn), sql`${slots.plannedAt} IS NULL`, asc(slots.plannedAt), asc(slots.id))
    .limit(limit)
    .all()
}

/** Planned before `day` and not settled, oldest first: *Ej dokumenterat*. */
export function undocumentedBefore(db: Db, day: string, limit: number) {
  return plannedWhere(db, lt(slots.plannedOn, day), limit)
}

/** Planned on `day` or later and not settled, soonest first. */
export function plannedFrom(db: Db, day: string, limit: number) {
  return plannedWhere(db, gte(slots.plannedOn, day), limit)
}
