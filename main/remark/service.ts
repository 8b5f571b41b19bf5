import { custodyOf } from '../../db/repositories/client.ts'
import type { Which } from '../../db/repositories/mistake.ts'
import { insertRemark, type RemarkRow, remarksOf } from '../../db/repositories/remark.ts'
import { recordsOf } from '../../db/repositories/secrecy.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Remark, RemarkAbout, RemarkInput } from '../contract/remark.ts'
import type { ClientId } from '../contract/values.ts'

export function remarksOfClient({ db }: Context, { clientId }: { clientId: ClientId }, which?: Which): Remark[] {
  return remarksOf(db, clientId, which).map(asRemark)
}

/** Adds to a record of this client; what stood there is left as it was. */
export function addRemark(context: Context, input: RemarkInput): Remark {
  const { db, user, today } = context
  if (!isThere(context, input.clientId, input.about)) refuse('not-found')
  const on = 'on' in input ? input.on : today()
  if (on > today()) refuse('day-in-future')
  const row = {
    id: context.newId<string>(),
    clientId: input.clientId,
    epoch: custodyOf(db, input.clientId)?.epoch ?? refuse('not-found'),
    kind: input.kind,
    about: input.about,
    words: 'words' in input ? input.words : '',
    on,
    authorId: user.id,
    authorName: user.name,
    writtenAt: context.now(),
  }
  insertRemark(db, row)
  return asRemark(row)
}

function isThere({ db }: Context, clientId: ClientId, { kind, id }: RemarkAbout): boolean {
  return kind === 'plan' ? id === clientId : recordsOf(db, clientId).some(each => each.kind === kind && each.id === id)
}

function asRemark({ authorId: _, authorName: author, ...row }: RemarkRow): Remark {
  return { ...row, author }
}
