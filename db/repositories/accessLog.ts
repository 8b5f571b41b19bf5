import { and, asc, count, desc, eq, gt, gte, inArray, lt, lte, sql } from 'drizzle-orm'
import type { ChainedEntry, LogKind } from '../../main/contract/accessLog.ts'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { accessLog, logFaultAnswers, questions } from '../schema/accessLog.ts'
import { clientMerges } from '../schema/merge.ts'

/** Adds a row. Its number must be the next one: the table refuses every other. */
export const addLogRow = insertInto(accessLog)

const last = prepared(db =>
  db
    .select({ sequence: accessLog.sequence, hash: accessLog.hash })
    .from(accessLog)
    .orderBy(desc(accessLog.sequence))
    .limit(1)
    .prepare(),
)

/** The row that the next one follows; undefined in a new log. */
export function lastLogRow(db: Db): Pick<ChainedEntry, 'sequence' | 'hash'> | undefined {
  return last(db).get()
}

const lastSearchHit = prepared(db =>
  db
    .select({ at: sql<Instant | null>`max(${accessLog.at})` })
    .from(accessLog)
    .where(
      and(
        sql`${accessLog.method} = 'client.list'`, // as the index has it
        eq(accessLog.clientId, sql.placeholder('clientId')),
        eq(accessLog.userId, sql.placeholder('userId')),
      ),
    )
    .prepare(),
)

/** When a search last was noted to have shown the client to the user. */
export function latestSearchHitAt(db: Db, clientId: ClientId, userId: UserId): Instant | undefined {
  return lastSearchHit(db).get({ clientId, userId })?.at ?? undefined
}

/** When the user was last refused this about the client. */
export function latestRefusalAt(
  db: Db,
  { clientId, userId, method }: { clientId: ClientId; userId: UserId | null; method: string },
): Instant | undefined {
  const row = db
    .select({ at: sql<Instant | null>`max(${accessLog.at})` })
    .from(accessLog)
    .where(
      and(
        sql`${accessLog.kind} = 'refused'`, // as the index has it
        eq(accessLog.clientId, clientId),
        sql`${accessLog.userId} = ${userId}`,
        eq(accessLog.method, method),
      ),
    )
    .get()
  return row?.at ?? undefined
}

/** About the client, under their own id or that of one who was merged with them. */
function about(clientId: ClientId) {
  const merged = sql`SELECT ${clientMerges.mergedId} FROM ${clientMerges} WHERE ${clientMerges.clientId} = ${clientId}`
  return sql`${accessLog.clientId} IN (SELECT ${clientId} UNION ALL ${merged})`
}

/** Everything done with one client's record, in the order it was done. */
export function accessTo(db: Db, clientId: ClientId): ChainedEntry[] {
  return db.select().from(accessLog).where(about(clientId)).orderBy(asc(accessLog.sequence)).all()
}

/** Read at a time when the log is gone through: some 2 MB. */
const AT_A_TIME = 5_000

/** The log from a number on, in order; read a piece at a time, so that it may be long. */
export function* entriesFrom(db: Db, sequence: number): Generator<ChainedEntry> {
  const piece = nextPiece(db)
  for (let from = sequence; ; ) {
    const entries = piece.all({ from })
    yield* entries
    const reached = entries.at(-1)
    if (reached === undefined || entries.length < AT_A_TIME) return
    from = reached.sequence + 1
  }
}

const nextPiece = prepared(db =>
  db
    .select()
    .from(accessLog)
    .where(gte(accessLog.sequence, sql.placeholder('from')))
    .orderBy(asc(accessLog.sequence))
    .limit(AT_A_TIME)
    .prepare(),
)

export function logHashAt(db: Db, sequence: number): string | undefined {
  return db.select({ hash: accessLog.hash }).from(accessLog).where(eq(accessLog.sequence, sequence)).get()?.hash
}

/** The faults that have been told, first to last. */
export function faultEntries(db: Db): ChainedEntry[] {
  return faults(db).all()
}

const faults = prepared(db =>
  db.select().from(accessLog).where(eq(accessLog.kind, 'chainBroken')).orderBy(asc(accessLog.sequence)).prepare(),
)

export type FaultAnswer = typeof logFaultAnswers.$inferSelect

export const addFaultAnswer = insertInto(logFaultAnswers)

export function faultAnswers(db: Db): FaultAnswer[] {
  return db.select().from(logFaultAnswers).orderBy(asc(logFaultAnswers.entry)).all()
}

/** A part of the log: from an instant up to, and without, another; and of that only what these say. */
export type LogFilter = {
  readonly from: Instant
  readonly before: Instant
  readonly clientId?: ClientId | undefined
  readonly userId?: UserId | undefined
  readonly kind?: LogKind | undefined
  readonly sequences?: readonly number[] | undefined
}

function within({ from, before, clientId, userId, kind, sequences }: LogFilter) {
  return and(
    gte(accessLog.at, from),
    lt(accessLog.at, before),
    clientId && about(clientId),
    userId && eq(accessLog.userId, userId),
    kind && eq(accessLog.kind, kind),
    sequences && inArray(accessLog.sequence, [...sequences]),
  )
}

export function countEntries(db: Db, filter: LogFilter): number {
  return db.select({ n: count() }).from(accessLog).where(within(filter)).get()?.n ?? 0
}

/** First to last, at most so many; all of them when it is left out. */
export function findEntries(db: Db, filter: LogFilter, most = -1): ChainedEntry[] {
  return db.select().from(accessLog).where(within(filter)).orderBy(asc(accessLog.sequence)).limit(most).all()
}

/** When the log begins; undefined for an empty one. */
export function firstLogInstant(db: Db): Instant | undefined {
  return db.select({ at: accessLog.at }).from(accessLog).orderBy(asc(accessLog.sequence)).limit(1).get()?.at
}

const hourBefore = (at: Instant) => new Date(Date.parse(at) - 3_600_000).toISOString()

/** Counts a question whether someone is in the binder, whatever the answer. Those more than an hour old are let go. */
export function insertQuestion(db: Db, userId: UserId, at: Instant): void {
  db.delete(questions)
    .where(lte(questions.at, hourBefore(at)))
    .run()
  db.insert(questions).values({ userId, at }).run()
}

/** When the user asked in the past hour, from first to last. */
export function questionsOfHour(db: Db, userId: UserId, now: Instant): Instant[] {
  return db
    .select({ at: questions.at })
    .from(questions)
    .where(and(eq(questions.userId, userId), gt(questions.at, hourBefore(now))))
    .orderBy(asc(questions.at))
    .all()
    .map(each => each.at)
}
