import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { ClientId, Day } from '../../main/contract/values.ts'
import { keepClientKeys } from '../clientKeys.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { clients } from '../schema/client.ts'
import { clientChanges } from '../schema/identity.ts'
import { sessions } from '../schema/session.ts'
import { type ClientRow, clientWithNumber } from './client.ts'
import { isStanding } from './mistake.ts'

type Row = typeof clientChanges.$inferSelect
export type ClientChangeRow = Omit<Row, 'sequence'>

const clientId = sql.placeholder('clientId')
const addChange = insertInto(clientChanges)
const nextSequence = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${clientChanges.sequence}), 0) + 1` })
    .from(clientChanges)
    .where(eq(clientChanges.clientId, clientId))
    .prepare(),
)

/** Adds a change, last in the client's order of writing. */
export function insertClientChange(db: Db, row: ClientChangeRow): void {
  addChange(db, { ...row, sequence: nextSequence(db).get(row)?.next ?? 1 })
  keepClientKeys(db, row.clientId)
}

const changesByClient = prepared(db =>
  db
    .select()
    .from(clientChanges)
    .where(eq(clientChanges.clientId, clientId))
    .orderBy(asc(clientChanges.epoch), asc(clientChanges.sequence))
    .prepare(),
)

/** From first to last: by holder, then in the order of writing; two units' clocks are never compared. */
export function clientChangesOf(db: Db, of: ClientId): ClientChangeRow[] {
  return changesByClient(db)
    .all({ clientId: of })
    .map(({ sequence: _, ...each }) => each)
}

export function changeClient(db: Db, id: ClientId, to: Partial<Omit<ClientRow, 'id'>>): void {
  db.update(clients).set(to).where(eq(clients.id, id)).run()
  keepClientKeys(db, id)
}

/** Whoever has the number now, or had it before as their own. */
export function clientKnownBy(db: Db, number: string): ClientRow | undefined {
  const earlier = () =>
    db
      .select({ client: clients })
      .from(clientChanges)
      .innerJoin(clients, eq(clients.id, clientChanges.clientId))
      .where(and(eq(clientChanges.earlierNumber, number), ne(clientChanges.earlierNumber, sql`''`)))
      .get()?.client
  return clientWithNumber(db, number) ?? earlier()
}

/** The numbers that clients had before as their own, by client. */
export function earlierNumbers(db: Db): Map<ClientId, string[]> {
  const rows = db
    .select({ clientId: clientChanges.clientId, number: clientChanges.earlierNumber })
    .from(clientChanges)
    .where(ne(clientChanges.earlierNumber, sql`''`))
    .all()
  const found = new Map<ClientId, string[]>()
  for (const { clientId: of, number } of rows) found.set(of, [...(found.get(of) ?? []), number])
  return found
}

const lifetime = prepared(db =>
  db.select({ number: clients.number, diedOn: clients.diedOn }).from(clients).where(eq(clients.id, clientId)).prepare(),
)

/** The number, which tells the day of birth, and the day of death. */
export function lifetimeOf(db: Db, of: ClientId): { number: string; diedOn: Day | null } {
  return lifetime(db).get({ clientId: of }) ?? { number: '', diedOn: null }
}

/** The day of the latest session that was held, whole or in part. */
export function lastHeldOn(db: Db, of: ClientId): Day | undefined {
  const held = sql`${sessions.outcome} IN ('held', 'partlyHeld')`
  const row = db
    .select({ on: sql<Day | null>`max(${sessions.on})` })
    .from(sessions)
    .where(and(eq(sessions.clientId, of), held, isStanding(sessions.id)))
    .get()
  return row?.on ?? undefined
}
