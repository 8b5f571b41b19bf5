import { and, asc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ClientId, Day } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { chainEvents, endReasons, placements } from '../schema/careChain.ts'
import { legalGrounds, units } from '../schema/unit.ts'
import { wordsOnDay } from './list.ts'
import { preparedByStanding, type Which } from './mistake.ts'

export type PlacementRow = typeof placements.$inferSelect
export type ChainEventRow = typeof chainEvents.$inferSelect

const applicants = alias(units, 'applicants')
const clientId = sql.placeholder('clientId')

export function insertPlacement(db: Db, row: PlacementRow): void {
  db.insert(placements).values(row).run()
}

const placementsByClient = preparedByStanding(placements.id, (db, which) =>
  db
    .select({
      placement: placements,
      unit: units,
      appliedBy: applicants,
      phase: legalGrounds.phase,
      groundWords: wordsOnDay('legalGrounds', placements.fromOn),
      endReasonWords: wordsOnDay('endReasons', placements.toOn),
    })
    .from(placements)
    .innerJoin(units, eq(units.id, placements.unitId))
    .innerJoin(legalGrounds, eq(legalGrounds.code, placements.legalGround))
    .leftJoin(applicants, eq(applicants.id, placements.appliedBy))
    .leftJoin(endReasons, eq(endReasons.code, placements.endReason))
    .where(and(eq(placements.clientId, clientId), which))
    .orderBy(asc(placements.fromOn), asc(placements.id))
    .prepare(),
)

/** The client's placements from first to last, each with its units, ground and reason for ending in words. */
export function placementsOf(db: Db, of: ClientId, which?: Which) {
  return placementsByClient(db, which).all({ clientId: of })
}

export function changePlacement(db: Db, of: ClientId, id: string, to: Partial<PlacementRow>): void {
  db.update(placements)
    .set(to)
    .where(and(eq(placements.id, id), eq(placements.clientId, of)))
    .run()
}

const addEvent = insertInto(chainEvents)

export function insertChainEvent(db: Db, row: ChainEventRow): void {
  addEvent(db, row)
}

const eventsByClient = prepared(db =>
  db
    .select(getTableColumns(chainEvents))
    .from(chainEvents)
    .where(and(eq(chainEvents.clientId, clientId), isNull(chainEvents.struckOn)))
    .orderBy(asc(chainEvents.fromOn), asc(chainEvents.id))
    .prepare(),
)

/** What happened in the client's care chain from first to last, without what was struck out. */
export function chainEventsOf(db: Db, of: ClientId): ChainEventRow[] {
  return eventsByClient(db).all({ clientId: of })
}

export function endAbsence(db: Db, of: ClientId, id: string, backOn: Day): void {
  db.update(chainEvents)
    .set({ backOn })
    .where(and(eq(chainEvents.id, id), eq(chainEvents.clientId, of)))
    .run()
}

/** False when the client has no such event that was struck out. */
export function restoreChainEvent(db: Db, of: ClientId, id: string): boolean {
  const struck = and(eq(chainEvents.id, id), eq(chainEvents.clientId, of), isNotNull(chainEvents.struckOn))
  return db.update(chainEvents).set({ struckOn: null }).where(struck).run().changes === 1
}

export function strikeChainEvent(db: Db, of: ClientId, id: string, struckOn: Day): void {
  db.update(chainEvents)
    .set({ struckOn })
    .where(and(eq(chainEvents.id, id), eq(chainEvents.clientId, of)))
    .run()
}
