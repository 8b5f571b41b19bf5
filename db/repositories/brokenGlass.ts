import { and, desc, eq, gt, isNull, max, sql } from 'drizzle-orm'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { brokenGlass } from '../schema/brokenGlass.ts'
import { clients } from '../schema/clients.ts'
import { isOwnClientOf } from './clients.ts'

export type BrokenGlassRow = typeof brokenGlass.$inferSelect

export function insertBrokenGlass(db: Db, row: BrokenGlassRow): void {
  db.insert(brokenGlass).values(row).run()
}

const { placeholder } = sql
const latest = prepared(db =>
  db
    .select({ until: max(brokenGlass.until) })
    .from(brokenGlass)
    .where(
      and(
        eq(brokenGlass.clientId, placeholder('clientId')),
        eq(brokenGlass.userId, placeholder('userId')),
        gt(brokenGlass.until, placeholder('now')),
      ),
    )
    .prepare(),
)

/** Until when the user has broken the glass for the client; undefined when it has run out or never was. */
export function brokenGlassUntil(db: Db, clientId: ClientId, userId: UserId, now: Instant): Instant | undefined {
  return latest(db).get({ clientId, userId, now })?.until ?? undefined
}

/** Newest first. */
export function brokenGlassOf(db: Db, clientId: ClientId): BrokenGlassRow[] {
  return db
    .select()
    .from(brokenGlass)
    .where(eq(brokenGlass.clientId, clientId))
    .orderBy(desc(brokenGlass.at), desc(brokenGlass.id))
    .all()
}

/** For the user's own clients, newest first. */
export function unseenBrokenGlass(db: Db, userId: UserId) {
  return db
    .select({ row: brokenGlass, client: clients })
    .from(brokenGlass)
    .innerJoin(clients, eq(clients.id, brokenGlass.clientId))
    .where(and(isNull(brokenGlass.seenAt), isOwnClientOf(userId)))
    .orderBy(desc(brokenGlass.at), desc(brokenGlass.id))
    .all()
}

/** False when the client has no such row; seen twice, the first time stands. */
export function seeBrokenGlass(db: Db, clientId: ClientId, id: string, at: Instant): boolean {
  return (
    db
      .update(brokenGlass)
      .set({ seenAt: sql`coalesce(${brokenGlass.seenAt}, ${at})` })
      .where(and(eq(brokenGlass.id, id), eq(brokenGlass.clientId, clientId)))
      .run().changes === 1
  )
}
