import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { insertInto } from '../prepared.ts'
import { logReviewAdditions, logReviewDecisions, logReviewEndings, logReviews } from '../schema/logReview.ts'

export const addReview = insertInto(logReviews)
export const addEnding = insertInto(logReviewEndings)

type NewDecision = Omit<typeof logReviewDecisions.$inferSelect, 'position'>
type NewAddition = Omit<typeof logReviewAdditions.$inferSelect, 'position'>

export function addDecision(db: Db, row: NewDecision): void {
  const position = decisionsOf(db, row.reviewId).length + 1
  db.insert(logReviewDecisions)
    .values({ ...row, position })
    .run()
}

export function addAddition(db: Db, row: NewAddition): void {
  const position = additionsOf(db, row.reviewId).length + 1
  db.insert(logReviewAdditions)
    .values({ ...row, position })
    .run()
}

/** How many of a review's items are decided, and how many of them as something to ask about or to report. */
export function decisionCounts(db: Db): Map<string, { decided: number; remarks: number }> {
  const rows = db.all<{ id: string; decided: number; remarks: number }>(sql`
    SELECT review_id AS id, count(*) AS decided, sum(decision <> 'noRemark') AS remarks
    FROM log_review_decisions d
    WHERE position = (SELECT max(position) FROM log_review_decisions WHERE review_id = d.review_id AND item = d.item)
    GROUP BY review_id`)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Every review with how it ended, newest first; without what it was made of, which may be long. */
export function allReviews(db: Db) {
  return db
    .select({
      id: logReviews.id,
      fromOn: logReviews.fromOn,
      toOn: logReviews.toOn,
      settings: logReviews.settings,
      lastSequence: logReviews.lastSequence,
      entries: logReviews.entries,
      items: logReviews.items,
      authorName: logReviews.authorName,
      at: logReviews.at,
      ending: logReviewEndings,
    })
    .from(logReviews)
    .leftJoin(logReviewEndings, eq(logReviewEndings.reviewId, logReviews.id))
    .orderBy(desc(logReviews.at), desc(logReviews.id))
    .all()
}

export function reviewById(db: Db, id: string) {
  return db.select().from(logReviews).where(eq(logReviews.id, id)).get()
}

export function endingOf(db: Db, reviewId: string) {
  return db.select().from(logReviewEndings).where(eq(logReviewEndings.reviewId, reviewId)).get()
}

/** In the order they were made. */
export function decisionsOf(db: Db, reviewId: string) {
  return db
    .select()
    .from(logReviewDecisions)
    .where(eq(logReviewDecisions.reviewId, reviewId))
    .orderBy(asc(logReviewDecisions.position))
    .all()
}

export function additionsOf(db: Db, reviewId: string) {
  return db
    .select()
    .from(logReviewAdditions)
    .where(eq(logReviewAdditions.reviewId, reviewId))
    .orderBy(asc(logReviewAdditions.position))
    .all()
}

/** Why the glass was broken, or the client given away; undefined when that is not here any more. */
export function reasonGiven(db: Db, id: string): string | undefined {
  const both = sql`SELECT reason FROM broken_glass WHERE id = ${id} UNION ALL SELECT reason FROM assignments WHERE id = ${id}`
  return db.get<{ reason: string } | undefined>(both)?.reason
}
