import { custodyOf, standingOf } from '../../db/repositories/client.ts'
import {
  insertMistake,
  laterAttempts,
  type Markable,
  type MistakeRow,
  markableOf,
  mistakesOf,
  signedWith,
  takeBackMistake,
} from '../../db/repositories/mistake.ts'
import { putReviewsBack, reopenHomework } from '../../db/repositories/session.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { Mistake, MistakeAbout } from '../contract/mistake.ts'
import { sessionId } from '../contract/session.ts'
import type { ClientId } from '../contract/values.ts'
import { rolesWith } from '../user/rights.ts'

/** What only a client's therapist writes, and so only they strike. */
const BY_THERAPIST: readonly MistakeAbout['kind'][] = ['session', 'goal', 'worksheet', 'homework']

/** The marks that stand, newest first. */
export function marksOfClient(context: Context, clientId: ClientId): Mistake[] {
  return mistakesOf(context.db, clientId)
    .filter(each => each.takenBackAt === null)
    .map(each => asMistake(context, each))
}

/**
 * Strikes a record that was written during our own custody. What another unit wrote stands as it wrote it; what is wrong
 * there is said beside it.
 */
export function markMistake(context: Context, input: Checked<'mistake.mark'>): Mistake {
  const { db } = context
  const { clientId, about, reason, words } = input
  const record = recordToMark(context, input)
  if (reason === 'other' && words === '') refuse('mistake-words-missing')
  if (reason === 'undone' && !isOwnOfToday(context, record)) refuse('cannot-take-back')
  const along = signedWith(db, clientId, about.id)
  const reviews = about.kind === 'session' ? reopenHomework(db, clientId, sessionId.parse(about.id)) : []
  const row: MistakeRow = {
    id: context.newId<string>(),
    clientId,
    epoch: record.epoch,
    about,
    withId: null,
    reason,
    words,
    reviews,
    authorId: context.user.id,
    authorName: context.user.name,
    at: context.now(),
    takenBackAt: null,
    takenBackById: null,
    takenBackBy: null,
  }
  insertMistake(db, row)
  for (const each of along)
    insertMistake(db, { ...row, id: context.newId<string>(), about: each, withId: row.id, reviews: [] })
  return asMistake(context, row)
}

/** The record, where the caller may strike it. */
function recordToMark({ db, user }: Context, { clientId, about }: Checked<'mistake.mark'>): Markable {
  const found = markableOf(db, clientId).find(each => each.kind === about.kind && each.id === about.id)
  const record = found ?? refuse('not-found')
  const { own } = standingOf(db, clientId, user.id) ?? refuse('not-found')
  if (BY_THERAPIST.includes(about.kind) && !rolesWith(user.roles, own).includes('therapist'))
    refuse('not-the-therapist')
  if (record.epoch !== custodyOf(db, clientId)?.epoch) refuse('mistake-not-ours')
  return record
}

/** Puts a record back as it stood, with what was struck along with it. */
export function takeBackMark(context: Context, input: Checked<'mistake.takeBack'>): Output<'mistake.takeBack'> {
  const { db, user, now } = context
  const mark = mistakesOf(db, input.clientId).find(each => each.id === input.mistakeId) ?? refuse('not-found')
  if (!asMistake(context, mark).mayTakeBack) refuse('cannot-take-back')
  const { about, reviews } = mark
  if (about.kind === 'session' && laterAttempts(db, about.id) > 0) refuse('mistake-place-taken')
  takeBackMistake(db, mark.id, { at: now(), byId: user.id, by: user.name })
  if (about.kind === 'session') putReviewsBack(db, sessionId.parse(about.id), reviews)
  return {}
}

/** The caller's own records of today. */
export function undoableOfClient(context: Context, { clientId }: { clientId: ClientId }): MistakeAbout[] {
  const epoch = custodyOf(context.db, clientId)?.epoch
  return markableOf(context.db, clientId)
    .filter(each => each.epoch === epoch && isOwnOfToday(context, each))
    .map(({ kind, id }) => ({ kind, id }))
}

function isOwnOfToday(context: Context, { authorId, writtenAt }: Pick<Markable, 'authorId' | 'writtenAt'>): boolean {
  return authorId === context.user.id && writtenAt !== null && inSweden(writtenAt).day === inSweden(context.now()).day
}

function asMistake(context: Context, row: MistakeRow): Mistake {
  const { id, about, reason, words, reviews, authorName: author, at, withId, authorId, takenBackAt } = row
  const isOwn = isOwnOfToday(context, { authorId, writtenAt: at })
  return {
    id,
    about,
    reason,
    words,
    author,
    at,
    reviews,
    ...(withId === null ? {} : { cameWith: withId }),
    mayTakeBack: isOwn && withId === null && takenBackAt === null,
  }
}
