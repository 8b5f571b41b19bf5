import { findEntries, firstLogInstant, lastLogRow, logHashAt } from '../../db/repositories/accessLog.ts'
import { assignmentHistory, assignmentsOf } from '../../db/repositories/assignment.ts'
import { breakGlassesOf } from '../../db/repositories/breakGlass.ts'
import { clientRow } from '../../db/repositories/client.ts'
import {
  addAddition,
  addDecision,
  addEnding,
  additionsOf,
  addReview,
  allReviews,
  decisionCounts,
  decisionsOf,
  endingOf,
  reasonGiven,
  reviewById,
} from '../../db/repositories/logReview.ts'
import { mergedInto } from '../../db/repositories/merge.ts'
import { activeUsers, allUsers } from '../../db/repositories/user.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { daysAfter, monthsAfter } from '../calendar/days.ts'
import { inSweden, instantsOf } from '../calendar/swedishTime.ts'
import type { Context } from '../context/context.ts'
import type { LogEntry, ReportedFault } from '../contract/accessLog.ts'
import { refuse } from '../contract/errors.ts'
import { compareWords } from '../contract/folding.ts'
import type { Checked, Output } from '../contract/index.ts'
import {
  type KeptContent,
  type KeptItem,
  type ReviewItem,
  type ReviewLine,
  type ReviewSettings,
  USUAL_SETTINGS,
} from '../contract/logReview.ts'
import type { ClientId, Day, UserId } from '../contract/values.ts'
import { mayCall } from '../user/rights.ts'
import { type ClientAccess, clientAccessesIn, countsOf, itemOf } from './clientAccess.ts'
import { hintsIn, type OpenedClient } from './hints.ts'
import { randomSample } from './randomSample.ts'

/** What the review asks of the access log itself. */
export type Chain = {
  /** Goes through the log from an entry to its end; what is wrong is told in the log. */
  check(from: number): void
  /** The faults nobody has answered for. */
  open(): ReportedFault[]
}

type Row = ReturnType<typeof allReviews>[number]

export function listReviews(context: Context): Output<'logReview.list'> {
  const { db, today } = context
  const rows = allReviews(db)
  const counts = decisionCounts(db)
  const last = rows.find(each => each.ending?.how === 'signed')
  const settings = rows[0]?.settings ?? USUAL_SETTINGS
  const begun = inSweden(firstLogInstant(db) ?? context.now()).day
  return {
    dueOn: monthsAfter(last?.toOn ?? begun, last?.settings.everyMonths ?? USUAL_SETTINGS.everyMonths),
    next: { ...nextPeriod(last === undefined ? begun : daysAfter(last.toOn, 1), today()), settings },
    reviews: rows.map(each => toReviewLine(each, counts.get(each.id))),
  }
}

/** Up to and with yesterday, whose log is whole; a day in itself where that is all there is. */
function nextPeriod(from: Day, today: Day): { fromOn: Day; toOn: Day } {
  const fromOn = from > today ? today : from
  const yesterday = daysAfter(today, -1)
  return { fromOn, toOn: yesterday < fromOn ? today : yesterday }
}

function toReviewLine(row: Row, counts: { decided: number; remarks: number } = { decided: 0, remarks: 0 }): ReviewLine {
  const { id, fromOn, toOn, entries, items, authorName, at, ending } = row
  return {
    id,
    fromOn,
    toOn,
    entries,
    items,
    begunBy: authorName,
    begunAt: at,
    ...counts,
    ...withoutNulls({
      ending: ending && { how: ending.how, words: ending.words, by: ending.authorName, at: ending.at },
    }),
  }
}

/** Begins a review: the log is gone through since the one before, counted, drawn from and looked through for patterns. */
export function beginReview(
  context: Context,
  { fromOn, toOn, settings }: Checked<'logReview.begin'>,
  chain: Chain,
): Output<'logReview.begin'> {
  const { db, user } = context
  if (toOn < fromOn) refuse('days-reversed')
  if (toOn > context.today()) refuse('day-in-future')
  const reviews = allReviews(db)
  if (reviews.some(each => each.ending === null)) refuse('review-open')

  const chainFrom = (reviews.find(each => each.ending?.how === 'signed')?.lastSequence ?? 0) + 1
  chain.check(chainFrom)
  const last = lastLogRow(db) ?? { sequence: 0, hash: '' }
  const seed = context.chance(16).toString('hex')
  const entries = findEntries(db, instantsOf(fromOn, toOn))
  const content: KeptContent = {
    ...contentOf(context, entries, settings, seed),
    chainFrom,
    chainTo: last.sequence,
    faults: chain.open(),
  }
  const id = context.newId<string>()
  addReview(db, {
    id,
    fromOn,
    toOn,
    settings,
    seed,
    lastSequence: last.sequence,
    lastHash: last.hash,
    content,
    entries: content.total,
    items: content.items.length,
    authorId: user.id,
    authorName: user.name,
    at: context.now(),
  })
  return { reviewId: id }
}

function contentOf(
  { db }: Context,
  entries: readonly LogEntry[],
  settings: ReviewSettings,
  seed: string,
): Omit<KeptContent, 'chainFrom' | 'chainTo' | 'faults'> {
  const names = new Map(allUsers(db).map(each => [each.id, each.name]))
  const userName = (id: UserId | null) => (id === null ? 'Ingen inloggad' : (names.get(id) ?? 'Okänd användare'))
  const opened = new Map<ClientId, OpenedClient | undefined>()
  const client = (id: ClientId) => {
    if (!opened.has(id)) opened.set(id, openedClient(db, id))
    return opened.get(id)
  }
  const latest = {
    brokenGlass: (entry: LogEntry) =>
      latestBy(entry, id =>
        breakGlassesOf(db, currentClient(db, id)?.id ?? id).map(each => ({ ...each, by: each.userId })),
      ),
    assignment: (entry: LogEntry) =>
      latestBy(entry, id =>
        assignmentsOf(db, currentClient(db, id)?.id ?? id).map(each => ({ ...each, by: each.authorId })),
      ),
  }
  const occasions = clientAccessesIn(entries)
  const inSample = randomSample(occasions, settings.sampleSize, seed).map((each: ClientAccess) =>
    itemOf('sample', `${each.day}:${each.userId}:${each.clientId}`, each.entries, {
      userName: userName(each.userId),
    }),
  )
  const hints = hintsIn({ entries, occasions, settings, userName, client, ...latest })
  return {
    users: byUser(entries, userName),
    counts: countsOf(entries),
    total: entries.length,
    occasions: occasions.length,
    items: [...inSample, ...hints],
  }
}

/** The client, or the one they were merged with; undefined when the record has been removed. */
function currentClient(db: Context['db'], id: ClientId) {
  return clientRow(db, id) ?? mergedInto(db, id)
}

function openedClient(db: Context['db'], id: ClientId): OpenedClient | undefined {
  const row = currentClient(db, id)
  if (row === undefined) return undefined
  const through = assignmentHistory(db, id)
  return {
    name: row.name,
    wasOwnOf(userId, at) {
      const whose = through.find(each => each.until === undefined || each.until > at)?.assignees
      return whose?.therapistId === userId || whose?.coordinatorId === userId
    },
  }
}

/** What the entry's user did last with its client, up to the entry. */
function latestBy<Row extends { by: UserId; at: string }>(
  { userId, clientId, at }: LogEntry,
  rowsOf: (id: ClientId) => readonly Row[],
): Row | undefined {
  const rows = clientId === null ? [] : rowsOf(clientId).filter(each => each.by === userId && each.at <= at)
  return rows.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
}

function byUser(entries: readonly LogEntry[], userName: (id: UserId | null) => string): KeptContent['users'] {
  const ids = [...new Set(entries.map(each => each.userId))]
  return ids
    .map(userId => {
      const theirs = entries.filter(each => each.userId === userId)
      return { userId, name: userName(userId), counts: countsOf(theirs), total: theirs.length }
    })
    .sort((one, other) => compareWords(one.name, other.name))
}

/** With the client's reference and the reason as they are today: what has been removed is not here either. */
function toItemView(db: Context['db'], item: KeptItem): ReviewItem {
  const client = item.clientId === null ? undefined : currentClient(db, item.clientId)
  return {
    ...item,
    clientReference: client === undefined ? '' : client.reference,
    words: item.reasonId === null ? '' : (reasonGiven(db, item.reasonId) ?? ''),
  }
}

/** Whether anyone else who works here may decide in a review. */
function othersMayDecide({ db, user }: Context): boolean {
  return activeUsers(db).some(each => each.id !== user.id && mayCall(each.roles, 'logReview.decide'))
}

export function getReview(context: Context, { reviewId }: Checked<'logReview.get'>): Output<'logReview.get'> {
  const { db } = context
  const row = allReviews(db).find(each => each.id === reviewId) ?? refuse('not-found')
  const { settings, seed, content, lastSequence, lastHash } = reviewById(db, reviewId) ?? refuse('not-found')
  const still = lastSequence === 0 || logHashAt(db, lastSequence) === lastHash
  const concerned = new Map(content.items.map(each => [each.key, each.userId]))
  return {
    ...toReviewLine(row, decisionCounts(db).get(reviewId)),
    settings,
    seed,
    lastEntry: { sequence: lastSequence, hash: lastHash, still },
    content: { ...content, items: content.items.map(each => toItemView(db, each)) },
    othersMayDecide: othersMayDecide(context),
    decisions: decisionsOf(db, reviewId).map(({ item, decision, words, authorId, authorName, at }) => ({
      key: item,
      decision,
      words,
      by: authorName,
      at,
      ofOneself: concerned.get(item) === authorId,
    })),
    additions: additionsOf(db, reviewId).map(({ words, authorName, at }) => ({ words, by: authorName, at })),
  }
}

export function decide(
  context: Context,
  { reviewId, key, decision, words }: Checked<'logReview.decide'>,
): Output<'logReview.decide'> {
  const { content } = openReview(context, reviewId)
  const item = content.items.find(each => each.key === key) ?? refuse('not-found')
  if (item.userId === context.user.id && othersMayDecide(context)) refuse('own-item')
  if (decision !== 'noRemark' && words === '') refuse('words-missing')
  addDecision(context.db, { reviewId, item: key, decision, words, ...authorOf(context) })
  return {}
}

export function signReview(context: Context, { reviewId, words }: Checked<'logReview.sign'>): Output<'logReview.sign'> {
  const { items } = openReview(context, reviewId)
  const left = items - (decisionCounts(context.db).get(reviewId)?.decided ?? 0)
  if (left > 0) refuse('items-undecided', { left })
  addEnding(context.db, { reviewId, how: 'signed', words, ...authorOf(context) })
  return {}
}

export function breakOffReview(
  context: Context,
  { reviewId, words }: Checked<'logReview.breakOff'>,
): Output<'logReview.breakOff'> {
  openReview(context, reviewId)
  addEnding(context.db, { reviewId, how: 'brokenOff', words, ...authorOf(context) })
  return {}
}

export function addToReview(context: Context, { reviewId, words }: Checked<'logReview.add'>): Output<'logReview.add'> {
  if (endingOf(context.db, reviewId)?.how !== 'signed') refuse('not-found')
  addAddition(context.db, { reviewId, words, ...authorOf(context) })
  return {}
}

/** A review that has not ended; refused otherwise. */
function openReview({ db }: Context, reviewId: string) {
  const row = reviewById(db, reviewId) ?? refuse('not-found')
  if (endingOf(db, reviewId) !== undefined) refuse('review-ended')
  return row
}

function authorOf({ user, now }: Context) {
  return { authorId: user.id, authorName: user.name, at: now() }
}
