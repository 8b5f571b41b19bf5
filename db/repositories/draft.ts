import { and, desc, eq, lt, ne, notInArray, sql } from 'drizzle-orm'
import type { EarlierDraft, LastPlace } from '../../main/contract/draft.ts'
import type { SlotId } from '../../main/contract/plan.ts'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { clients } from '../schema/client.ts'
import { draftRevisions, drafts, earlierDrafts, lastPlaces, typing } from '../schema/draft.ts'
import { slots } from '../schema/plan.ts'
import { sessions } from '../schema/session.ts'
import { users } from '../schema/user.ts'
import { isOwnClientOf } from './client.ts'
import { isStanding } from './mistake.ts'

export type DraftRow = typeof drafts.$inferSelect
export type DraftPlace = Pick<DraftRow, 'userId' | 'clientId' | 'place'>

const userId = sql.placeholder('userId')
const clientId = sql.placeholder('clientId')
const place = sql.placeholder('place')
const atPlace = and(eq(drafts.userId, userId), eq(drafts.clientId, clientId), eq(drafts.place, place))

const excluded = (column: string) => sql`excluded.${sql.identifier(column)}`
const saving = prepared(db =>
  db
    .insert(drafts)
    .values({
      userId,
      clientId,
      place,
      content: sql.placeholder('content'),
      revision: sql.placeholder('revision'),
      window: sql.placeholder('window'),
      attempt: sql.placeholder('attempt'),
      savedAt: sql.placeholder('savedAt'),
    })
    .onConflictDoUpdate({
      target: [drafts.userId, drafts.clientId, drafts.place],
      set: {
        content: excluded('content'),
        revision: excluded('revision'),
        window: excluded('window_id'),
        attempt: excluded('attempt'),
        savedAt: excluded('saved_at'),
      },
    })
    .prepare(),
)

/** Keeps the newest text of a draft; the one before it is let go. */
export function saveDraft(db: Db, row: DraftRow): void {
  saving(db).run(row)
}

const counting = prepared(db =>
  db
    .insert(draftRevisions)
    .values({ userId, latest: sql.placeholder('atLeast') })
    .onConflictDoUpdate({
      target: draftRevisions.userId,
      set: { latest: sql`max(${draftRevisions.latest} + 1, excluded.latest)` },
    })
    .returning({ latest: draftRevisions.latest })
    .prepare(),
)

/** A revision that none of the user's drafts has had, wherever it was; never below `atLeast`. */
export function nextRevision(db: Db, of: UserId, atLeast: number): number {
  return counting(db).get({ userId: of, atLeast })?.latest ?? atLeast
}

const oneDraft = prepared(db => db.select().from(drafts).where(atPlace).prepare())

export function draftAt(db: Db, at: DraftPlace): DraftRow | undefined {
  return oneDraft(db).get(at)
}

const oneState = prepared(db =>
  db
    .select({ revision: drafts.revision, window: drafts.window, savedAt: drafts.savedAt })
    .from(drafts)
    .where(atPlace)
    .prepare(),
)

/** What is stored, but for its text: asked every few seconds by each window that is open. */
export function draftStateAt(db: Db, at: DraftPlace): Pick<DraftRow, 'revision' | 'window' | 'savedAt'> | undefined {
  return oneState(db).get(at)
}

export function deleteDraft(db: Db, at: DraftPlace): void {
  db.delete(drafts)
    .where(and(eq(drafts.userId, at.userId), eq(drafts.clientId, at.clientId), eq(drafts.place, at.place)))
    .run()
}

const draftsOfOthers = prepared(db =>
  db
    .select({ userId: users.id, name: users.name, savedAt: drafts.savedAt })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.userId))
    .where(and(eq(drafts.clientId, clientId), eq(drafts.place, place), ne(drafts.userId, userId)))
    .orderBy(desc(drafts.savedAt), users.id)
    .prepare(),
)

/** Which other users have an unsigned draft at the place, and since when; never what it says. */
export function othersDraftsAt(db: Db, at: DraftPlace) {
  return draftsOfOthers(db).all(at)
}

const begunByUser = prepared(db =>
  db
    .select({
      clientId: drafts.clientId,
      place: drafts.place,
      savedAt: drafts.savedAt,
      number: slots.number,
      clientName: clients.name,
      protectedIdentity: clients.protectedIdentity,
      caseNumber: clients.listedAs,
      closed: sql<number>`EXISTS (SELECT 1 FROM ${sessions} x WHERE x.slot_id = ${slots.id} AND x.outcome = 'held' AND ${isStanding(sql`x.id`)})`,
    })
    .from(drafts)
    .innerJoin(clients, eq(clients.id, drafts.clientId))
    .leftJoin(slots, and(eq(sql`'session:' || ${slots.id}`, drafts.place), eq(slots.clientId, drafts.clientId)))
    .where(and(eq(drafts.userId, userId), isOwnClientOf(userId)))
    .orderBy(desc(drafts.savedAt), drafts.clientId, drafts.place)
    .prepare(),
)

/** The user's drafts about own clients, newest first, each with its client and, for a session, its number. */
export function draftsOf(db: Db, of: UserId) {
  return begunByUser(db).all({ userId: of })
}

const latestAttempt = prepared(db =>
  db
    .select({ attempt: sql<number>`count(*) OVER ()`, author: sessions.authorName, at: sessions.signedAt })
    .from(sessions)
    .where(
      and(eq(sessions.slotId, sql.placeholder('slotId')), eq(sessions.clientId, clientId), isStanding(sessions.id)),
    )
    .orderBy(desc(sessions.attempt))
    .limit(1)
    .prepare(),
)

/** Who signed the slot's latest attempt that stands, when, and how many do; undefined when none does. */
export function signedAt(db: Db, of: ClientId, slotId: SlotId) {
  return latestAttempt(db).get({ clientId: of, slotId })
}

const earlierAt = ({ userId: user, clientId: client, place: where }: DraftPlace) =>
  and(eq(earlierDrafts.userId, user), eq(earlierDrafts.clientId, client), eq(earlierDrafts.place, where))

/** Newest first. */
export function earlierDraftsAt(db: Db, at: DraftPlace): EarlierDraft[] {
  return db
    .select({ id: earlierDrafts.id, content: earlierDrafts.content, savedAt: earlierDrafts.savedAt })
    .from(earlierDrafts)
    .where(earlierAt(at))
    .orderBy(desc(earlierDrafts.savedAt), desc(earlierDrafts.id))
    .all()
}

const earlierCount = prepared(db =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(earlierDrafts)
    .where(and(eq(earlierDrafts.userId, userId), eq(earlierDrafts.clientId, clientId), eq(earlierDrafts.place, place)))
    .prepare(),
)

export function countEarlierDrafts(db: Db, at: DraftPlace): number {
  return earlierCount(db).get(at)?.count ?? 0
}

/** Puts a text beside the draft, or in the place of the one with the same id; only the newest `most` of the place stay. */
export function insertEarlierDraft(db: Db, at: DraftPlace, kept: EarlierDraft, most: number): void {
  const { content, savedAt } = kept
  db.insert(earlierDrafts)
    .values({ ...at, ...kept })
    .onConflictDoUpdate({
      target: [earlierDrafts.userId, earlierDrafts.clientId, earlierDrafts.place, earlierDrafts.id],
      set: { content, savedAt },
    })
    .run()
  const newest = earlierDraftsAt(db, at).slice(0, most)
  const ids = newest.map(each => each.id)
  db.delete(earlierDrafts)
    .where(and(earlierAt(at), notInArray(earlierDrafts.id, ids)))
    .run()
}

export function deleteEarlierDraft(db: Db, at: DraftPlace, id: string): void {
  db.delete(earlierDrafts)
    .where(and(earlierAt(at), eq(earlierDrafts.id, id)))
    .run()
}

/** Lets go of every user's earlier texts from before that instant. */
export function deleteEarlierDraftsBefore(db: Db, before: Instant): void {
  db.delete(earlierDrafts).where(lt(earlierDrafts.savedAt, before)).run()
}

export function lastPlaceOf(db: Db, of: UserId): LastPlace | undefined {
  const { path, field, savedAt } = lastPlaces
  return db.select({ path, field, savedAt }).from(lastPlaces).where(eq(lastPlaces.userId, of)).get()
}

export function storeLastPlace(db: Db, of: UserId, kept: LastPlace): void {
  db.insert(lastPlaces)
    .values({ userId: of, ...kept })
    .onConflictDoUpdate({ target: lastPlaces.userId, set: kept })
    .run()
}

export type TypingRow = typeof typing.$inferSelect

/** What the user is typing in no own client's record. */
export function typingOf(db: Db, userId: UserId): TypingRow[] {
  return db.select().from(typing).where(eq(typing.userId, userId)).all()
}

/** Empty words forget the place. */
export function storeTyping(db: Db, { userId, place, words, savedAt }: TypingRow): void {
  db.delete(typing)
    .where(and(eq(typing.userId, userId), eq(typing.place, place)))
    .run()
  if (words !== '') db.insert(typing).values({ userId, place, words, savedAt }).run()
}

/** Forgets everyone's typing at a place that names the client: a reason to read, or to keep. */
export function forgetTypingAbout(db: Db, clientId: ClientId): void {
  db.delete(typing).where(sql`instr(${typing.place}, ${clientId}) > 0`).run()
}
