import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DecisionKind, KeptContent, ReviewLine, ReviewSettings } from '../../main/contract/logReview.ts'
import type { UserId } from '../../main/contract/values.ts'

const author = {
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text().notNull(),
}

export const logReviews = sqliteTable('log_reviews', {
  id: text().primaryKey(),
  fromOn: text('from_on').notNull(),
  toOn: text('to_on').notNull(),
  settings: text({ mode: 'json' }).$type<ReviewSettings>().notNull(),
  seed: text().notNull(),
  lastSequence: integer('last_sequence').notNull(),
  lastHash: text('last_hash').notNull(),
  entries: integer().notNull(),
  items: integer().notNull(),
  content: text({ mode: 'json' }).$type<KeptContent>().notNull(),
  ...author,
})

export const logReviewEndings = sqliteTable('log_review_endings', {
  reviewId: text('review_id').primaryKey(),
  how: text().$type<NonNullable<ReviewLine['ending']>['how']>().notNull(),
  words: text().notNull(),
  ...author,
})

export const logReviewDecisions = sqliteTable(
  'log_review_decisions',
  {
    reviewId: text('review_id').notNull(),
    position: integer().notNull(),
    item: text().notNull(),
    decision: text().$type<DecisionKind>().notNull(),
    words: text().notNull(),
    ...author,
  },
  table => [primaryKey({ columns: [table.reviewId, table.position] })],
)

export const logReviewAdditions = sqliteTable(
  'log_review_additions',
  {
    reviewId: text('review_id').notNull(),
    position: integer().notNull(),
    words: text().notNull(),
    ...author,
  },
  table => [primaryKey({ columns: [table.reviewId, table.position] })],
)
