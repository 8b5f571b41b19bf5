import { and, asc, desc, eq, gt, isNotNull, isNull, max, notInArray, sql } from 'drizzle-orm'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { breakGlassNoticesShown, brokenGlass } from '../schema/breakGlass.ts'
import { clients } from '../schema/client.ts'
import { users } from '../schema/user.ts'

export type BreakGlassRow = typeof brokenGlass.$inferSelect

export function insertBreakGlass(db: Db, row: BreakGlassRow): void {
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
export function breakGlassUntil(db: Db, clientId: ClientId, userId: UserId, now: Instant): Instant | undefined {
  return latest(db).get({ clientId, userId, now })?.until ?? undefined
}

/** Newest first. */
export function breakGlassesOf(db: Db, clientId: ClientId): BreakGlassRow[] {
  return db
    .select()
    .from(brokenGlass)
    .where(eq(brokenGlass.clientId, clientId))
    .orderBy(desc(brokenGlass.at), desc(brokenGlass.id))
    .all()
}

/** Tells these users of it: each takes note for themself. */
export function notifyOfBreakGlass(db: Db, glassId: string, users: readonly UserId[]): void {
  for (const userId of users) insertNotice(db, { glassId, userId, seenAt: null })
}

const insertNotice = insertInto(breakGlassNoticesShown)

/** Those who have got the client are told of what nobody has taken note of yet, but never of what they did themselves. */
export function notifyOfUnseenBreakGlass(db: Db, clientId: ClientId, users: readonly UserId[]): void {
  const seen = db
    .select({ id: breakGlassNoticesShown.glassId })
    .from(breakGlassNoticesShown)
    .where(isNotNull(breakGlassNoticesShown.seenAt))
  const unseen = db
    .select()
    .from(brokenGlass)
    .where(and(eq(brokenGlass.clientId, clientId), notInArray(brokenGlass.id, seen)))
    .all()
  for (const { id, userId } of unseen) {
    const told = db.select().from(breakGlassNoticesShown).where(eq(breakGlassNoticesShown.glassId, id)).all()
    const known = [userId, ...told.map(each => each.userId)]
    notifyOfBreakGlass(
      db,
      id,
      users.filter(each => !known.includes(each)),
    )
  }
}

const unseenByUser = prepared(db =>
  db
    .select({ row: brokenGlass, client: clients })
    .from(breakGlassNoticesShown)
    .innerJoin(brokenGlass, eq(brokenGlass.id, breakGlassNoticesShown.glassId))
    .innerJoin(clients, eq(clients.id, brokenGlass.clientId))
    .where(and(eq(breakGlassNoticesShown.userId, placeholder('userId')), isNull(breakGlassNoticesShown.seenAt)))
    .orderBy(desc(brokenGlass.at), desc(brokenGlass.id))
    .prepare(),
)

/** What the user is told of and has not taken note of, newest first. */
export function unseenBreakGlassOf(db: Db, userId: UserId) {
  return unseenByUser(db).all({ userId })
}

/** Who has been told of each time a client's glass was broken, and when they took note of it. */
export function breakGlassNotices(db: Db, clientId: ClientId) {
  return db
    .select({ glassId: breakGlassNoticesShown.glassId, name: users.name, seenAt: breakGlassNoticesShown.seenAt })
    .from(breakGlassNoticesShown)
    .innerJoin(brokenGlass, eq(brokenGlass.id, breakGlassNoticesShown.glassId))
    .innerJoin(users, eq(users.id, breakGlassNoticesShown.userId))
    .where(eq(brokenGlass.clientId, clientId))
    .orderBy(asc(users.name), asc(users.id))
    .all()
}

/** False when the user was never told of it; seen twice, the first time stands. */
export function markBreakGlassSeen(db: Db, clientId: ClientId, id: string, userId: UserId, at: Instant): boolean {
  if (!breakGlassesOf(db, clientId).some(each => each.id === id)) return false
  const mine = and(eq(breakGlassNoticesShown.glassId, id), eq(breakGlassNoticesShown.userId, userId))
  const seenAt = sql`coalesce(${breakGlassNoticesShown.seenAt}, ${at})`
  return db.update(breakGlassNoticesShown).set({ seenAt }).where(mine).run().changes === 1
}
