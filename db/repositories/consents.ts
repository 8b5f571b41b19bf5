import { and, desc, eq } from 'drizzle-orm'
import type { ClientId, Day } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { consents } from '../schema/handovers.ts'

export type ConsentRow = typeof consents.$inferSelect

export function insertConsent(db: Db, row: ConsentRow): void {
  db.insert(consents).values(row).run()
}

/** Newest first. */
export function consentsOf(db: Db, clientId: ClientId): ConsentRow[] {
  return db
    .select()
    .from(consents)
    .where(eq(consents.clientId, clientId))
    .orderBy(desc(consents.givenOn), desc(consents.id))
    .all()
}

export function withdrawConsent(db: Db, clientId: ClientId, id: string, on: Day): void {
  db.update(consents)
    .set({ withdrawnOn: on })
    .where(and(eq(consents.id, id), eq(consents.clientId, clientId)))
    .run()
}
