import { latestSearchHitAt } from '../../db/repositories/accessLog.ts'
import { logAccess } from '../accessLog/service.ts'
import { checkedAssignees } from '../assignment/service.ts'
import { breakGlassExpiry } from '../breakGlass/service.ts'
import { addPlacement } from '../careChain/service.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { clientContract } from '../contract/client.ts'
import type { ClientId } from '../contract/values.ts'
import { addClient, getClient, listClients } from './service.ts'

/** Milliseconds: a name that is typed letter by letter shows the same client several times. */
const SAME_SEARCH = 10 * 60_000

/** A search that shows a client to someone whose own they are not stands in that client's log. */
function logFound({ db, user, now }: Context, clientId: ClientId): void {
  const at = now()
  const since = new Date(Date.parse(at) - SAME_SEARCH).toISOString()
  const before = latestSearchHitAt(db, clientId, user.id)
  if (before !== undefined && before > since && before <= at) return
  logAccess(db, { at, userId: user.id, clientId, method: 'client.list', kind: 'view', detail: '' })
}

/** Who the client is: found, read and added. */
export const clientOperations: Operations<typeof clientContract> = {
  'client.list': (context, input) => {
    const found = listClients(context, input)
    for (const { id, mine } of found.clients) if (!mine) logFound(context, id)
    return found
  },
  'client.get': (context, { clientId }) => getClient(context, clientId, breakGlassExpiry(context, clientId)),
  'client.add': (context, input) => {
    const clientId = addClient(context, input, checkedAssignees(context, input))
    if (input.placement !== undefined) addPlacement(context, clientId, 1, input.placement)
    return { clientId }
  },
}
