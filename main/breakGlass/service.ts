import {
  breakGlassesOf,
  breakGlassNotices,
  breakGlassUntil,
  insertBreakGlass,
  markBreakGlassSeen,
  notifyOfBreakGlass,
  unseenBreakGlassOf,
} from '../../db/repositories/breakGlass.ts'
import { clientRow } from '../../db/repositories/client.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { distinctAssignees } from '../assignment/assignees.ts'
import { nameInList } from '../client/nameInList.ts'
import type { Context } from '../context/context.ts'
import type { BrokenGlass } from '../contract/breakGlass.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { ClientId, Instant } from '../contract/values.ts'

/** Source: product.md section 3. */
const HOURS = 8

/** Opens a client who is not the caller's own, to read. Broken again while it is open, the eight hours start anew. */
export function breakGlass(
  context: Context,
  { clientId, reason }: Checked<'breakGlass.open'>,
): Output<'breakGlass.open'> {
  const { db, user } = context
  const at = context.now()
  const until = new Date(Date.parse(at) + HOURS * 3_600_000).toISOString()
  const id = context.newId<string>()
  insertBreakGlass(db, {
    id,
    clientId,
    userId: user.id,
    userName: user.name,
    reason,
    at,
    until,
  })
  const whose = distinctAssignees(clientRow(db, clientId) ?? refuse('not-found'))
  notifyOfBreakGlass(
    db,
    id,
    whose.filter(each => each !== user.id),
  )
  return { clientId, until }
}

/** Until when the caller may read a client who is not theirs; undefined when they may not. */
export function breakGlassExpiry({ db, user, now }: Context, clientId: ClientId): Instant | undefined {
  return breakGlassUntil(db, clientId, user.id, now())
}

export function breakGlassesOfClient(
  { db }: Context,
  { clientId }: { clientId: ClientId },
): Output<'breakGlass.ofClient'> {
  const notices = breakGlassNotices(db, clientId)
  return breakGlassesOf(db, clientId).map(row => ({
    ...toView(row),
    told: notices
      .filter(each => each.glassId === row.id)
      .map(({ name, seenAt }) => ({ name, ...withoutNulls({ seenAt }) })),
  }))
}

export function unseenBreakGlass({ db, user }: Context): Output<'breakGlass.unseen'> {
  return unseenBreakGlassOf(db, user.id).map(({ row, client }) => ({
    ...toView(row),
    clientName: nameInList(client),
    caseNumber: client.listedAs,
  }))
}

export function acknowledgeBreakGlass(
  { db, user, now }: Context,
  { clientId, id }: Checked<'breakGlass.see'>,
): Record<string, never> {
  if (!markBreakGlassSeen(db, clientId, id, user.id, now())) refuse('not-found')
  return {}
}

type Row = ReturnType<typeof breakGlassesOf>[number]

function toView({ userId: _user, userName, ...row }: Row): BrokenGlass {
  return { ...row, by: userName }
}
