import { AUDIT_KIND } from '../accessLog/auditKind.ts'
import { logAccess } from '../accessLog/service.ts'
import { getClient } from '../client/service.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { mergeContract } from '../contract/merge.ts'
import type { ClientId } from '../contract/values.ts'
import { compare, likenesses, mergeClients, mergesOfClient } from './service.ts'

/** The dispatcher notes the client that is kept; the other one, who was read and moved as well, is noted here. */
function logOther({ db, user, now }: Context, clientId: ClientId, method: 'client.compare' | 'client.merge'): void {
  const kind = AUDIT_KIND[method]
  if (kind !== 'unlogged') logAccess(db, { at: now(), userId: user.id, clientId, method, kind, detail: '' })
}

/** Two clients who may be the same person: found, compared and made one. */
export const mergeOperations: Operations<typeof mergeContract> = {
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
}
