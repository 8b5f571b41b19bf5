import { z } from 'zod'
import { logEntry, logKind, reportedFault } from './accessLog.ts'
import { command, query } from './operation.ts'
import { day, instant, line, timeOfDay, words } from './values.ts'

/** What a unit may set for itself; a new review begins with those of the last one. */
const reviewSettings = z
  .strictObject({
    /** Occasions drawn by chance. */
    sampleSize: z.int().min(1).max(200),
    /** Ordinary hours, on the clock in Sweden; what is read outside them is told. */
    hoursFrom: timeOfDay,
    hoursTo: timeOfDay,
    /** Someone who opens more different clients than this within an hour is told. */
    clientsAnHour: z.int().min(2).max(200),
    /** Months until the next review is due. Source: law-and-data.md L14. */
    everyMonths: z.int().min(1).max(12),
  })
  .refine(each => each.hoursFrom < each.hoursTo, { path: ['hoursTo'] })
export type ReviewSettings = z.infer<typeof reviewSettings>

export const USUAL_SETTINGS: ReviewSettings = {
  sampleSize: 20,
  hoursFrom: '06:00',
  hoursTo: '22:00',
  clientsAnHour: 15,
  everyMonths: 1,
}

/** Why something is looked at: drawn by chance, or a pattern. A pattern says nothing of guilt. */
export const reviewReason = z.enum([
  'sample',
  'breakGlass',
  'sameSurname',
  'tookOver',
  'notOwn',
  'manyClients',
  'manySearches',
  'accessRenewed',
  'oddHours',
  'failedUnlocks',
])
export type ReviewReason = z.infer<typeof reviewReason>

/** How many entries of each kind; a kind without entries is left out. */
const kindCounts = z.partialRecord(logKind, z.int().min(1))
export type KindCounts = z.infer<typeof kindCounts>

/**
 * Something to decide on: an occasion (one user, one client, one day) or several that a pattern has in common. Of a client
 * it keeps the id alone, so that nothing of them is left in it when their record has been removed.
 */
const keptItem = z.strictObject({
  /** Its name within the review. */
  key: z.string().max(200),
  reason: reviewReason,
  /** Null where nobody was in. */
  userId: logEntry.shape.userId,
  userName: z.string(),
  /** Null where several or none are concerned. */
  clientId: logEntry.shape.clientId,
  clients: z.int().min(0),
  firstAt: logEntry.shape.at,
  lastAt: logEntry.shape.at,
  counts: kindCounts,
  entries: z.int().min(1),
  /** The numbers of the entries: all of them, or the first 200. */
  sequences: z.array(z.int().min(1)).max(200),
  /** The name of the user that something was done to; empty where it was done to none. */
  aboutUser: z.string(),
  /** The broken glass, or the giving away of a client, whose reason is told. */
  reasonId: z.string().nullable(),
})
export type KeptItem = z.infer<typeof keptItem>

const reviewItem = keptItem.extend({
  /** The client's case number, or initials and birth year; empty where several or none are concerned, or the one is removed. */
  clientReference: z.string(),
  /** The reason that was given; empty where there was none, or it was removed with the client's record. */
  words: z.string(),
})
export type ReviewItem = z.infer<typeof reviewItem>

/** What a review was made of: counted once, and the same whenever it is counted again from the log. */
const reviewContent = z.strictObject({
  /** Everyone with entries in the period, by name. Each row and each column adds up to the total. */
  users: z.array(
    z.strictObject({ userId: logEntry.shape.userId, name: z.string(), counts: kindCounts, total: z.int().min(1) }),
  ),
  counts: kindCounts,
  total: z.int().min(0),
  /** The occasions that the sample was drawn from. */
  occasions: z.int().min(0),
  items: z.array(reviewItem),
  /** The entries that were gone through and found to follow each other, since the review before. */
  chainFrom: z.int().min(1),
  chainTo: z.int().min(0),
  /** Faults told by then that nobody had answered for before the period. */
  faults: z.array(reportedFault),
})
type ReviewContent = z.infer<typeof reviewContent>
/** The same as it is stored. */
export type KeptContent = Omit<ReviewContent, 'items'> & { readonly items: readonly KeptItem[] }

const decisionKind = z.enum(['noRemark', 'askUser', 'report'])
export type DecisionKind = z.infer<typeof decisionKind>

const reviewId = z.uuid()
const decision = z.strictObject({
  key: z.string(),
  decision: decisionKind,
  words: z.string(),
  by: line,
  at: instant,
  /** Decided by the one it concerns, since nobody else here could. */
  ofOneself: z.boolean(),
})
export type ReviewDecision = z.infer<typeof decision>

/** How a review ended: signed, or broken off with the reason. */
const ending = z.strictObject({ how: z.enum(['signed', 'brokenOff']), words: z.string(), by: line, at: instant })

const reviewLine = z.strictObject({
  id: reviewId,
  fromOn: day,
  toOn: day,
  begunBy: line,
  begunAt: instant,
  entries: z.int().min(0),
  items: z.int().min(0),
  decided: z.int().min(0),
  /** Decided as something to ask about or to report. */
  remarks: z.int().min(0),
  ending: ending.optional(),
})
export type ReviewLine = z.infer<typeof reviewLine>

const logReview = z.strictObject({
  ...reviewLine.shape,
  settings: reviewSettings,
  /** What the sample was drawn with: 32 hexadecimal digits. The same seed draws the same sample. */
  seed: z.string().length(32),
  content: reviewContent,
  /** Someone else here may decide: then nobody decides on what they did themselves. */
  othersMayDecide: z.boolean(),
  /** Oldest first; the latest on an item counts. */
  decisions: z.array(decision),
  additions: z.array(z.strictObject({ words: z.string(), by: line, at: instant })),
  /** The last entry when the review began, with its hash: on paper, an anchor that nobody can rewrite. */
  lastEntry: z.strictObject({ sequence: z.int().min(0), hash: z.string(), still: z.boolean() }),
})
export type LogReview = z.infer<typeof logReview>

export const logReviewContract = {
  /** Newest first, with what the next one would be. */
  'logReview.list': query(
    z.strictObject({}),
    z.strictObject({
      dueOn: day,
      next: z.strictObject({ fromOn: day, toOn: day, settings: reviewSettings }),
      reviews: z.array(reviewLine),
    }),
  ),
  'logReview.get': query(z.strictObject({ reviewId }), logReview),
  /** Goes through the log since the review before, counts, draws and looks for patterns. One review at a time. */
  'logReview.begin': command(
    z.strictObject({ fromOn: day, toOn: day, settings: reviewSettings }),
    z.strictObject({ reviewId }),
  ),
  /** Words are needed for anything but *noRemark*. Not on what one did oneself, where someone else may decide. */
  'logReview.decide': command(
    z.strictObject({
      reviewId,
      key: z.string().max(200),
      decision: decisionKind,
      words,
    }),
    z.strictObject({}),
  ),
  /** Needs a decision on every item. */
  'logReview.sign': command(z.strictObject({ reviewId, words }), z.strictObject({})),
  'logReview.breakOff': command(z.strictObject({ reviewId, words: words.min(10) }), z.strictObject({})),
  /** What came of it afterwards, below the signature. */
  'logReview.add': command(z.strictObject({ reviewId, words: words.min(1) }), z.strictObject({})),
}
