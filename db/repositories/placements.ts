import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { placements } from '../schema/clients.ts'
import { legalGrounds, units } from '../schema/units.ts'

const applicants = alias(units, 'applicants')

export function insertPlacement(db: Db, row: typeof placements.$inferInsert): void {
  db.insert(placements).values(row).run()
}

const placementsByClient = prepared(db =>
  db
    .select({ placement: placements, unit: units, appliedBy: applicants, ground: legalGrounds })
    .from(placements)
    .innerJoin(units, eq(units.id, placements.unitId))
    .innerJoin(legalGrounds, eq(legalGrounds.code, placements.legalGround))
    .leftJoin(applicants, eq(applicants.id, placements.appliedBy))
    .where(eq(placements.clientId, sql.placeholder('clientId')))
    .orderBy(asc(placements.fromOn), asc(placements.id))
    .prepare(),
)

/** The client's placements from first to last, each with its units and ground in words. */
export function placementsOf(db: Db, clientId: ClientId) {
  return placementsByClient(db).all({ clientId })
}

/** False when the client has no such placement. */
export function endPlacement(db: Db, clientId: ClientId, id: string, toOn: string): boolean {
  return (
    db
      .update(placements)
      .set({ toOn })
      .where(and(eq(placements.id, id), eq(placements.clientId, clientId)))
      .run().changes === 1
  )
}
