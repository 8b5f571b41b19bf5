import { foundAt } from '../../db/repositories/accessLog.ts'
import { LOGGED_AS } from '../accessLog/loggedAs.ts'
import { logAccess } from '../accessLog/service.ts'
import { assign, assignments, assignmentsOfClient, checkedWhose, seeTaken, takenFromMe } from '../assignment/service.ts'
import { glassBrokenUntil } from '../breakGlass/service.ts'
import { addPlacement } from '../careChain/service.ts'
import type { Context } from '../context/context.ts'
import type { Handlers } from '../context/handlers.ts'
import type { ClientId } from '../contract/values.ts'
import { changeDetails, historyOfClient, recordDeath, takeBackDeath } from '../identity/service.ts'
import { compare, likenesses, mergeClients, mergesOfClient } from '../merge/service.ts'
import { addClient, getClient, listClients } from './service.ts'

/** The dispatcher notes the client that is kept; the other one, who was read and moved as well, is noted here. */
function logOther({ db, user, now }: Context, clientId: ClientId, method: 'client.compare' | 'client.merge'): void {
  const kind = LOGGED_AS[method]
  if (kind !== 'unlogged') logAccess(db, { at: now(), userId: user.id, clientId, method, kind, detail: '' })
}

/** Milliseconds: a name that is typed letter by letter shows the same client several times. */
const SAME_SEARCH = 10 * 60_000

/** A search that shows a client to someone whose own they are not stands in that client's log. */
function logFound({ db, user, now }: Context, clientId: ClientId): void {
  const at = now()
  const since = new Date(Date.parse(at) - SAME_SEARCH).toISOString()
  const before = foundAt(db, clientId, user.id)
  if (before !== undefined && before > since && before <= at) return
  logAccess(db, { at, userId: user.id, clientId, method: 'client.list', kind: 'view', detail: '' })
}

/** Who the client is and whose: found, added, given to another; changed details, the day of death, and what was said before. */
export const clientOperations = {
  'client.list': (context, input) => {
    const found = listClients(context, input)
    for (const { id, mine } of found.clients) if (!mine) logFound(context, id)
    return found
  },
  'client.get': (context, { clientId }) => getClient(context, clientId, glassBrokenUntil(context, clientId)),
  'client.assign': assign,
  'client.assignments': assignments,
  'assignment.ofClient': assignmentsOfClient,
  'assignment.unseen': takenFromMe,
  'assignment.see': seeTaken,
  'client.add': (context, input) => {
    const clientId = addClient(context, input, checkedWhose(context, input))
    if (input.placement !== undefined) addPlacement(context, clientId, 1, input.placement)
    return { clientId }
  },
  'client.changeDetails': changeDetails,
  'client.recordDeath': recordDeath,
  'client.takeBackDeath': takeBackDeath,
  'client.history': historyOfClient,
  'client.likenesses': likenesses,
  'client.compare': (context, input) => {
    const found = compare(context, input, id => getClient(context, id, undefined))
    logOther(context, input.otherId, 'client.compare')
    return found
  },
  'client.merge': (context, input) => {
    const done = mergeClients(context, input)
    logOther(context, input.otherId, 'client.merge')
    return done
  },
  'client.merges': mergesOfClient,
} satisfies Partial<Handlers>
