import { and, asc, count, desc, eq, like, or, type SQL, sql } from 'drizzle-orm'
import type { Custody } from '../../main/contract/client.ts'
import type { ClientId, Phase, UnitId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { clients, custodies, placements } from '../schema/clients.ts'
import { sessions, slots } from '../schema/sessions.ts'
import { installation, legalGrounds, units, users } from '../schema/units.ts'

export type ClientRow = typeof clients.$inferSelect

export function insertClient(db: Db, row: ClientRow): void {
  db.insert(clients).values(row).run()
}

export function clientRow(db: Db, id: ClientId): ClientRow | undefined {
  return db.select().from(clients).where(eq(clients.id, id)).get()
}

export function clientWithNumber(db: Db, number: string): ClientRow | undefined {
  return db.select().from(clients).where(eq(clients.number, number)).get()
}

export function insertCustody(
  db: Db,
  row: { clientId: ClientId; epoch: number; unitId: UnitId; sinceOn: string; packageId: string | null },
): void {
  db.insert(custodies).values(row).run()
}

/** Who holds the record now; undefined when there is no such client. */
export function custodyOf(db: Db, clientId: ClientId): Custody | undefined {
  const row = db
    .select({ epoch: custodies.epoch, sinceOn: custodies.sinceOn, unit: units, ownUnitId: installation.unitId })
    .from(custodies)
    .innerJoin(units, eq(units.id, custodies.unitId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(eq(custodies.clientId, clientId))
    .orderBy(desc(custodies.epoch))
    .limit(1)
    .get()
  return row && { epoch: row.epoch, sinceOn: row.sinceOn, unit: row.unit, own: row.unit.id === row.ownUnitId }
}

export function therapistName(db: Db, row: ClientRow): string {
  return db.select({ name: users.name }).from(users).where(eq(users.id, row.therapistId)).get()?.name ?? ''
}

/** The phase that the client's latest placement belongs to. */
export function placementPhase(db: Db, clientId: ClientId): Phase | undefined {
  return db
    .select({ phase: legalGrounds.phase })
    .from(placements)
    .innerJoin(legalGrounds, eq(legalGrounds.code, placements.legalGround))
    .where(eq(placements.clientId, clientId))
    .orderBy(desc(placements.fromOn), desc(placements.id))
    .limit(1)
    .get()?.phase
}

/** What a search may look at: the name, the number from its beginning, the case number (L17). */
export type ClientSearch = {
  readonly nameWords: readonly string[]
  readonly digits: string
  readonly caseNumber: string
}

function matching(search: ClientSearch): SQL | undefined {
  const byName = and(...search.nameWords.map(each => like(clients.nameKey, `%${each}%`)))
  const byNumber = search.digits.length >= 4 ? like(clients.number, `%${search.digits}%`) : undefined
  const byCase = search.caseNumber === '' ? undefined : eq(clients.caseNumber, search.caseNumber)
  return or(byName, byNumber, byCase)
}

const latestPhase = sql<Phase | null>`(
  SELECT g.phase FROM ${placements} p JOIN ${legalGrounds} g ON g.code = p.legal_ground
  WHERE p.client_id = ${clients.id} ORDER BY p.from_on DESC, p.id DESC LIMIT 1)`
const nextOn = sql<string | null>`(
  SELECT min(s.planned_on) FROM ${slots} s
  WHERE s.client_id = ${clients.id} AND NOT EXISTS (SELECT 1 FROM ${sessions} x WHERE x.slot_id = s.id AND x.settled_on >= s.planned_on))`
const heldCount = sql<number>`(
  SELECT count(DISTINCT x.slot_id) FROM ${sessions} x WHERE x.client_id = ${clients.id} AND x.outcome IN ('held', 'partlyHeld'))`

const isLatest = sql`${custodies.epoch} = (SELECT max(x.epoch) FROM ${custodies} x WHERE x.client_id = ${clients.id})`

/** Clients that match, by name, `limit` at the most; and how many match in all. */
export function findClients(db: Db, search: ClientSearch, limit: number) {
  const where = matching(search)
  const rows = db
    .select({ client: clients, holder: units, ownUnitId: installation.unitId, latestPhase, nextOn, heldCount })
    .from(clients)
    .innerJoin(custodies, and(eq(custodies.clientId, clients.id), isLatest))
    .innerJoin(units, eq(units.id, custodies.unitId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(where)
    .orderBy(asc(clients.nameKey), asc(clients.id))
    .limit(limit)
    .all()
  const total = db.select({ total: count() }).from(clients).where(where).get()?.total ?? 0
  return { rows, total }
}
