import { and, eq, sql } from 'drizzle-orm'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { typing } from '../schema/draft.ts'

export type TypingRow = typeof typing.$inferSelect

/** What the user is typing in no own client's record. */
export function typingOf(db: Db, userId: UserId): TypingRow[] {
  return db.select().from(typing).where(eq(typing.userId, userId)).all()
}

/** Empty words forget the place. */
export function keepTyping(db: Db, { userId, place, words, savedAt }: TypingRow): void {
  db.delete(typing)
    .where(and(eq(typing.userId, userId), eq(typing.place, place)))
    .run()
  if (words !== '') db.insert(typing).values({ userId, place, words, savedAt }).run()
}

/** Forgets everyone's typing at a place that names the client: a reason to read, or to keep. */
export function forgetTypingAbout(db: Db, clientId: ClientId): void {
  db.delete(typing).where(sql`instr(${typing.place}, ${clientId}) > 0`).run()
}
