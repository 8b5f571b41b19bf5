import { custodyOf } from '../../db/repositories/client.ts'
import {
  insertValueChange,
  markUndone,
  putValueBack,
  storedValue,
  type ValueChangeRow,
  valueChangesOf,
} from '../../db/repositories/valueChange.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Output } from '../contract/index.ts'
import type { ValueAbout } from '../contract/valueChange.ts'
import type { ClientId } from '../contract/values.ts'

/** Does what changes a value, and notes what it was and became. Nothing new is no change. */
export function noting<Result>(context: Context, clientId: ClientId, about: ValueAbout, change: () => Result): Result {
  const { db, user } = context
  const was = storedValue(db, clientId, about)
  const result = change()
  const became = storedValue(db, clientId, about)
  if (was === undefined || became === undefined || isSame(was, became)) return result
  insertValueChange(db, {
    id: context.newId<string>(),
    clientId,
    epoch: custodyOf(db, clientId)?.epoch ?? refuse('not-found'),
    aboutKind: about.kind,
    aboutId: about.id,
    was,
    became,
    authorId: user.id,
    authorName: user.name,
    at: context.now(),
  })
  return result
}

/**
 * The caller's own changes of today: the latest of each value, where it stands as it then became. What has happened to it
 * since, as a session that was recorded, is not undone with it.
 */
function undoable(context: Context, clientId: ClientId): ValueChangeRow[] {
  const { db, user } = context
  const [epoch, today] = [custodyOf(db, clientId)?.epoch, inSweden(context.now()).day]
  const latest = new Map<string, ValueChangeRow>()
  for (const each of valueChangesOf(db, clientId)) if (!latest.has(each.aboutId)) latest.set(each.aboutId, each)
  return [...latest.values()].filter(
    each =>
      each.authorId === user.id &&
      each.epoch === epoch &&
      !each.undone &&
      inSweden(each.at).day === today &&
      isSame(storedValue(db, clientId, aboutOf(each)), each.became),
  )
}

export function undoableChanges(
  context: Context,
  { clientId }: { clientId: ClientId },
): Output<'valueChange.undoable'> {
  return undoable(context, clientId).map(each => ({ id: each.id, about: aboutOf(each) }))
}

/** A change that may be undone. */
export function changeToUndo(context: Context, clientId: ClientId, id: string): ValueChangeRow {
  return undoable(context, clientId).find(each => each.id === id) ?? refuse('cannot-take-back')
}

/** Puts the value back by `putBack`, as a change of its own. */
export function undoChange(context: Context, row: ValueChangeRow, putBack: () => void): void {
  noting(context, row.clientId, aboutOf(row), putBack)
  markUndone(context.db, row.id)
}

/** A value of the plan or the care chain as it was. */
export function putBackAsItWas({ db }: Context, row: ValueChangeRow): void {
  putValueBack(db, aboutOf(row), row.was)
}

const aboutOf = ({ aboutKind: kind, aboutId: id }: ValueChangeRow): ValueAbout => ({ kind, id })

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
