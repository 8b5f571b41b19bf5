import {
  allEntries,
  allMethods,
  countWithoutTrainedStaff,
  entriesOf,
  entryById,
  insertEntry,
  insertRevocation,
  type TrainingRow,
  withoutTrainedStaff,
} from '../../db/repositories/training.ts'
import { activeUsers, allUsers, userById } from '../../db/repositories/user.ts'
import { daysAfter, monthsAfter } from '../calendar/days.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { StaffTraining, TrainingContent, TrainingEntry, TrainingMethod } from '../contract/training.ts'
import type { User } from '../contract/user.ts'
import type { Day, UserId } from '../contract/values.ts'
import { certifiedIn, entriesInForce, methodsOn } from './entriesInForce.ts'

export function trainingMethods({ db }: Context): TrainingMethod[] {
  return allMethods(db)
}

export function ownTraining({ db, user, today }: Context): StaffTraining {
  const me = userById(db, user.id) ?? refuse('not-found')
  return trainingOf(me, entriesOf(db, user.id), today())
}

/** Everyone who works here, and who has left with something written about them. */
export function trainingRegister({ db, today }: Context): Output<'training.register'> {
  const byUser = Map.groupBy(allEntries(db), each => each.userId)
  const within = lastTwelveMonths(today())
  return {
    staff: allUsers(db)
      .filter(each => each.roles.length > 0 || byUser.has(each.id))
      .map(each => trainingOf(each, byUser.get(each.id) ?? [], today())),
    notOffered: { ...within, sessions: countWithoutTrainedStaff(db, within) },
  }
}

export function sessionsNotOffered({ db, today }: Context): Output<'training.notOffered'> {
  return withoutTrainedStaff(db, lastTwelveMonths(today())).map(({ session, ...each }) => ({
    ...each,
    number: session,
  }))
}

/** Up to and with this day, from the day after the same day a year ago. */
function lastTwelveMonths(today: Day): { fromOn: Day; toOn: Day } {
  return { fromOn: daysAfter(monthsAfter(today, -12), 1), toOn: today }
}

/** Who works here and can give CRA today, by name. */
export function craStaff({ db, today }: Context): Output<'training.craStaff'> {
  const cra = allMethods(db)
    .filter(each => each.cra)
    .map(each => each.code)
  const byUser = Map.groupBy(allEntries(db), each => each.userId)
  return activeUsers(db).flatMap(({ id, name }) => {
    const contents = entriesInForce(byUser.get(id) ?? []).map(each => each.content)
    const since = methodsOn(contents, today())
      .filter(each => each.how === 'has' && cra.includes(each.method))
      .map(each => each.on)
      .sort()[0]
    return since === undefined ? [] : [{ name, since }]
  })
}

/** Writes in the register, and replaces an entry that stands where that is named. Nothing is written over. */
export function addToTraining(context: Context, input: Checked<'training.add'>): TrainingEntry {
  const { db, user, now } = context
  const { userId, content, replaces = null } = input
  const whose = userById(db, userId) ?? refuse('not-found')
  mayWrite(user, whose.id, content)
  if (content.kind === 'certification' && content.by === whose.name) refuse('not-self-certified')
  checkDays(content, context.today())
  if (content.kind === 'method' && !allMethods(db).some(each => each.code === content.method))
    refuse('invalid-input', { field: 'content.method' })
  const before = entriesOf(db, userId)
  if (replaces !== null && !entriesInForce(before).some(each => each.id === replaces && each.kind === content.kind))
    refuse('entry-not-standing')
  const row = {
    id: context.newId<string>(),
    userId,
    kind: content.kind,
    content,
    replaces,
    method: content.kind === 'method' ? content.method : null,
    authorId: user.id,
    authorName: user.name,
    at: now(),
  }
  insertEntry(db, row)
  return entryOf({ ...row, takenBack: null }, true)
}

/** Takes back what was put in wrongly. It stays, with the reason; what it had replaced stands again. */
export function takeBackFromTraining(
  { db, user, now }: Context,
  { entryId, reason }: Checked<'training.takeBack'>,
): Record<string, never> {
  const entry = entryById(db, entryId) ?? refuse('not-found')
  mayWrite(user, entry.userId, entry.content)
  if (!entriesInForce(entriesOf(db, entry.userId)).some(each => each.id === entryId)) refuse('entry-not-standing')
  insertRevocation(db, { entryId, reason, authorId: user.id, authorName: user.name, at: now() })
  return {}
}

/** A supervisor writes anyone's; others their own, and no certification. Nobody certifies themself. */
function mayWrite({ id, roles }: User, whose: UserId, { kind }: TrainingContent): void {
  if (kind === 'certification' && whose === id) refuse('not-self-certified')
  if (roles.includes('supervisor')) return
  if (whose !== id || kind === 'certification') refuse('not-own-training')
}

/** What has been done was done by today, and no validity ends before it began. */
function checkDays(content: TrainingContent, today: Day): void {
  const on = content.kind === 'method' ? content.fromOn : content.on
  if (on > today.slice(0, on.length)) refuse('day-in-future')
  if (content.kind === 'method' && content.untilOn !== undefined && content.untilOn < content.fromOn)
    refuse('days-reversed')
}

function trainingOf({ id, name, roles }: User, rows: readonly TrainingRow[], today: Day): StaffTraining {
  const stand = entriesInForce(rows)
  const contents = stand.map(each => each.content)
  return {
    userId: id,
    name,
    roles,
    entries: rows.map(each => entryOf(each, stand.includes(each))),
    methods: methodsOn(contents, today),
    certified: certifiedIn(contents),
  }
}

function entryOf({ id, content, replaces, authorName, at, takenBack }: TrainingRow, stands: boolean): TrainingEntry {
  return {
    id,
    content,
    author: authorName,
    at,
    stands,
    ...(replaces !== null && { replaces }),
    ...(takenBack !== null && { takenBack: { reason: takenBack.reason, by: takenBack.authorName, at: takenBack.at } }),
  }
}
