import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { TrainingMethod } from '../../main/contract/training.ts'
import type { Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { trainingEntries, trainingMethods, trainingTakingsBack } from '../schema/training.ts'

export type TrainingRow = typeof trainingEntries.$inferSelect & {
  takenBack: typeof trainingTakingsBack.$inferSelect | null
}

export const insertEntry = insertInto(trainingEntries)
export const insertRevocation = insertInto(trainingTakingsBack)

/** In the order they are shown. */
export function allMethods(db: Db): TrainingMethod[] {
  const { position, ...rest } = getTableColumns(trainingMethods)
  return db.select(rest).from(trainingMethods).orderBy(asc(position)).all()
}

const entries = (db: Db) =>
  db
    .select({ ...getTableColumns(trainingEntries), takenBack: trainingTakingsBack })
    .from(trainingEntries)
    .leftJoin(trainingTakingsBack, eq(trainingTakingsBack.entryId, trainingEntries.id))
    .orderBy(asc(trainingEntries.at), asc(trainingEntries.id))

/** Everyone's, in the order of writing. */
export function allEntries(db: Db): TrainingRow[] {
  return entries(db).all()
}

/** One person's, in the order of writing. */
export function entriesOf(db: Db, userId: UserId): TrainingRow[] {
  return entries(db).where(eq(trainingEntries.userId, userId)).all()
}

export function entryById(db: Db, id: string): TrainingRow | undefined {
  return entries(db).where(eq(trainingEntries.id, id)).get()
}

/**
 * Sessions not offered for want of trained staff while this binder's unit held the record; what another unit failed
 * to offer is that unit's. The literals are those of the index `sessions_without_trained_staff`.
 */
const WITHOUT_TRAINED_STAFF = `
  FROM sessions s
  JOIN custodies held ON held.client_id = s.client_id AND held.epoch = s.epoch
    AND held.unit_id = (SELECT unit_id FROM installation)
  WHERE s.outcome = 'notOffered' AND s.reason_code = 'noTrainedStaff' AND s.settled_on BETWEEN @fromOn AND @toOn
    AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = s.id AND m.taken_back_at IS NULL)`

const countStatement = prepared(db => db.$client.prepare(`SELECT count(*) ${WITHOUT_TRAINED_STAFF}`).pluck())
const rowsStatement = prepared(db =>
  db.$client.prepare(`
    SELECT found.id, c.reference,
      slots.number AS session, found.day AS "on",
      coalesce(
        (SELECT u.name FROM placements p JOIN units u ON u.id = p.unit_id
         WHERE p.client_id = found.client_id
           AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = p.id AND m.taken_back_at IS NULL) AND p.from_on <= found.day AND (p.to_on IS NULL OR p.to_on >= found.day)
         ORDER BY p.from_on DESC, p.id DESC LIMIT 1),
        (SELECT u.name FROM units u JOIN installation i ON i.unit_id = u.id)
      ) AS unit
    FROM (SELECT s.id, s.slot_id, s.client_id, s.settled_on AS day ${WITHOUT_TRAINED_STAFF}) found
    JOIN clients c ON c.id = found.client_id
    JOIN slots ON slots.id = found.slot_id
    ORDER BY found.day DESC, found.id DESC`),
)

/** Both days are counted. */
type Within = { readonly fromOn: Day; readonly toOn: Day }

export function countWithoutTrainedStaff(db: Db, within: Within): number {
  return Number(countStatement(db).get(within))
}

export type WithoutTrainedStaff = {
  readonly id: string
  readonly reference: string
  readonly session: number
  readonly on: Day
  readonly unit: string
}

/** Each of them, newest first, with the unit where the client was placed that day, or else the one that held the record. */
export function withoutTrainedStaff(db: Db, within: Within): WithoutTrainedStaff[] {
  return rowsStatement(db).all(within) as WithoutTrainedStaff[]
}
