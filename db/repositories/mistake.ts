import { desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { MistakeAbout } from '../../main/contract/mistake.ts'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { mistakes } from '../schema/mistake.ts'

type Row = typeof mistakes.$inferSelect
/** A mark as it is stored, with what it concerns in one piece. */
export type MistakeRow = Omit<Row, 'aboutKind' | 'aboutId'> & { about: MistakeAbout }

/** Which records are asked for: those that count, those recorded by mistake, or both. */
export type Which = 'standing' | 'struck' | 'all'

/** True of a record that was not recorded by mistake: what every question about how things stand asks for. */
export const isStanding = (id: SQLWrapper): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM ${mistakes} mistaken WHERE mistaken.about_id = ${id} AND mistaken.taken_back_at IS NULL)`

const conditionOf = (id: SQLWrapper, which: Which): SQL | undefined =>
  which === 'all' ? undefined : which === 'standing' ? isStanding(id) : sql`NOT ${isStanding(id)}`

/** One prepared statement for each way to ask; `make` is given the condition. */
export function preparedByStanding<Statement>(
  id: SQLWrapper,
  make: (db: Db, which: SQL | undefined) => Statement,
): (db: Db, which?: Which) => Statement {
  const made = {
    standing: prepared(db => make(db, conditionOf(id, 'standing'))),
    struck: prepared(db => make(db, conditionOf(id, 'struck'))),
    all: prepared(db => make(db, undefined)),
  }
  return (db, which = 'standing') => made[which](db)
}

const addMistake = insertInto(mistakes)

export function insertMistake(db: Db, { about, ...row }: MistakeRow): void {
  addMistake(db, { ...row, aboutKind: about.kind, aboutId: about.id })
}

const clientId = sql.placeholder('clientId')
const byClient = prepared(db =>
  db
    .select()
    .from(mistakes)
    .where(eq(mistakes.clientId, clientId))
    .orderBy(desc(mistakes.at), desc(mistakes.id))
    .prepare(),
)

/** Every mark, also those taken back; the newest first. */
export function mistakesOf(db: Db, of: ClientId): MistakeRow[] {
  return byClient(db)
    .all({ clientId: of })
    .map(({ aboutKind: kind, aboutId: id, ...row }) => ({ ...row, about: { kind, id } }) as MistakeRow)
}

type TakingBack = { readonly at: Instant; readonly byId: UserId; readonly by: string }

/** Takes a mark back, and those that came with it. */
export function takeBackMistake(db: Db, id: string, { at, byId, by }: TakingBack): void {
  const values = { id, at, byId, by }
  db.$client
    .prepare(
      `UPDATE mistakes SET taken_back_at = :at, taken_back_by_id = :byId, taken_back_by = :by
       WHERE taken_back_at IS NULL AND (id = :id OR with_id = :id)`,
    )
    .run(values)
}

/** A record that may be marked: what it is, who wrote it when, as far as is known, and during which custody. */
export type Markable = {
  readonly kind: MistakeAbout['kind']
  readonly id: string
  readonly epoch: number
  readonly authorId: UserId | null
  readonly writtenAt: Instant | null
}

const markable = prepared(db =>
  db.$client.prepare(`
    SELECT r.kind, r.id, r.epoch, r.author_id AS authorId, r.written_at AS writtenAt FROM (
      SELECT 'session' AS kind, id, epoch, author_id, signed_at AS written_at FROM sessions WHERE client_id = :clientId
      UNION ALL SELECT 'goal', g.id, g.epoch, e.author_id, e.written_at FROM goals g
        JOIN goal_events e ON e.goal_id = g.id AND e.position = 1 WHERE g.client_id = :clientId
      UNION ALL SELECT 'offer', id, epoch, author_id, written_at FROM offers WHERE client_id = :clientId
      UNION ALL SELECT 'worksheet', id, epoch, author_id, written_at FROM worksheet_answers WHERE client_id = :clientId
      UNION ALL SELECT 'homework', h.id, h.epoch, s.author_id, s.signed_at FROM homework h
        JOIN sessions s ON s.id = h.given_in WHERE h.client_id = :clientId
      UNION ALL SELECT 'consent', id, epoch, author_id, written_at FROM consents WHERE client_id = :clientId
      UNION ALL SELECT 'remark', id, epoch, author_id, written_at FROM remarks WHERE client_id = :clientId
      UNION ALL SELECT 'placement', id, epoch, NULL, NULL FROM placements WHERE client_id = :clientId
    ) r
    WHERE NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = r.id AND m.taken_back_at IS NULL)`),
)

/** The client's records that stand. */
export function markableOf(db: Db, of: ClientId): Markable[] {
  return markable(db).all({ clientId: of }) as Markable[]
}

/** What was signed in one breath with a record of the client, and stands: a session's homework and sheets, and offers read from a sheet. */
export function signedWith(db: Db, of: ClientId, id: string): MistakeAbout[] {
  return db.$client
    .prepare(
      `SELECT r.kind, r.id FROM (
         SELECT 'homework' AS kind, id FROM homework WHERE client_id = :of AND given_in = :id
         UNION ALL SELECT 'worksheet', id FROM worksheet_answers WHERE client_id = :of AND session_id = :id
         UNION ALL SELECT 'offer', o.id FROM offers o JOIN worksheet_answers w ON w.id = o.worksheet_id
           WHERE o.client_id = :of AND :id IN (w.id, w.session_id)
       ) r
       WHERE NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = r.id AND m.taken_back_at IS NULL)`,
    )
    .all({ of, id }) as MistakeAbout[]
}

/** Attempts at the session's slot that stand and came after it: then it cannot stand again beneath them. */
export function laterAttempts(db: Db, sessionId: string): number {
  return Number(
    db.$client
      .prepare(
        `SELECT count(*) FROM sessions s JOIN sessions later ON later.slot_id = s.slot_id AND later.attempt > s.attempt
         WHERE s.id = ? AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = later.id AND m.taken_back_at IS NULL)`,
      )
      .pluck()
      .get(sessionId),
  )
}
