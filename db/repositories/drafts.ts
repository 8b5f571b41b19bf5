import { and, eq } from 'drizzle-orm'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { drafts } from '../schema/drafts.ts'

type Place = { userId: UserId; clientId: ClientId; place: string }

const at = ({ userId, clientId, place }: Place) =>
  and(eq(drafts.userId, userId), eq(drafts.clientId, clientId), eq(drafts.place, place))

/** Keeps the newest text of a draft; the one before it is let go. */
export function saveDraft(db: Db, row: Place & { content: string; savedAt: Instant }): void {
  const { content, savedAt } = row
  db.insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: [drafts.userId, drafts.clientId, drafts.place], set: { content, savedAt } })
    .run()
}

export function draftAt(db: Db, place: Place): { content: string; savedAt: Instant } | undefined {
  return db.select({ content: drafts.content, savedAt: drafts.savedAt }).from(drafts).where(at(place)).get()
}

export function discardDraft(db: Db, place: Place): void {
  db.delete(drafts).where(at(place)).run()
}
