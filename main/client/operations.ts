import type { Db } from '../../db/open.ts'
import { insertQuestion, latestSearchHitAt, questionsOfHour } from '../../db/repositories/accessLog.ts'
import { refuseIfAskedOften } from '../accessLog/questionWait.ts'
import { logAccess } from '../accessLog/service.ts'
import { checkedAssignees } from '../assignment/service.ts'
import { breakGlassExpiry } from '../breakGlass/service.ts'
import { addPlacement, checkPlacement } from '../careChain/service.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { ClientLine, clientContract } from '../contract/client.ts'
import type { ClientId, UserId } from '../contract/values.ts'
import { addClient, alikeClients, getClient, listClients } from './service.ts'

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

/** What each user searched for last, forgotten with the open database. */
const searched = new WeakMap<Db, Map<UserId, string>>()

/**
 * A search that shows others' clients, or nobody, answers whether someone is in the binder, and is made to wait when there
 * have been many. Words that go on from those before are the same search: a name is typed letter by letter.
 */
function countSearch({ db, user, now }: Context, words: string, clients: readonly ClientLine[]): void {
  const latest = searched.get(db) ?? new Map<UserId, string>()
  searched.set(db, latest)
  const before = latest.get(user.id) ?? ''
  const isSame = before !== '' && words.startsWith(before)
  const isOfOwn = clients.length > 0 && clients.every(each => each.mine)
  if (words !== '' && !isSame && !isOfOwn) {
    const at = now()
    refuseIfAskedOften(questionsOfHour(db, user.id, at), at)
    insertQuestion(db, user.id, at)
  }
  latest.set(user.id, words)
}

/** Who the client is: found, read and added. */
export const clientOperations: Operations<typeof clientContract> = {
  'client.list': (context, input) => {
    const found = listClients(context, input)
    countSearch(context, input.words, found.clients)
    for (const { id, mine } of found.clients) if (!mine) logFound(context, id)
    return found
  },
  'client.alike': (context, input) => {
    const found = alikeClients(context, input)
    countSearch(context, input.name, found)
    for (const { id } of found) logFound(context, id)
    return found
  },
  'client.get': (context, { clientId }) => getClient(context, clientId, breakGlassExpiry(context, clientId)),
  'client.add': (context, input) => {
    if (input.placement !== undefined) checkPlacement(context, input.placement) // before the number is looked for
    const clientId = addClient(context, input, checkedAssignees(context, input))
    if (input.placement !== undefined) addPlacement(context, clientId, 1, input.placement)
    return { clientId }
  },
}
