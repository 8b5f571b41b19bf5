import { custodyOf } from '../../db/repositories/client.ts'
import { remarksOf } from '../../db/repositories/remark.ts'
import { decisionsOf, insertDecision, recordsOf } from '../../db/repositories/secrecy.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { RecordSecrecy } from '../contract/secrecy.ts'
import type { ClientId } from '../contract/values.ts'
import { branchesOf, keyOf, latestDecisions } from './branches.ts'

export function secrecyOfClient({ db }: Context, { clientId }: { clientId: ClientId }): RecordSecrecy[] {
  const refs = recordsOf(db, clientId)
  const decisions = decisionsOf(db, clientId)
  const branches = branchesOf(refs, decisions, remarksOf(db, clientId))
  const decided = latestDecisions(decisions)
  return refs.map(({ kind, id, byDefault }) => {
    const decision = decided.get(keyOf({ kind, id }))
    return {
      about: { kind, id },
      branch: branches.get(keyOf({ kind, id })) ?? byDefault,
      ...(decision === undefined ? {} : { decided: { by: decision.authorName, at: decision.decidedAt } }),
    }
  })
}

/** Decides under which secrecy a record falls from now on; every earlier decision is kept. */
export function decideSecrecy(context: Context, { clientId, about, branch }: Checked<'secrecy.decide'>): RecordSecrecy {
  const { db, user } = context
  const now = () =>
    secrecyOfClient(context, { clientId }).find(each => keyOf(each.about) === keyOf(about)) ?? refuse('not-found')
  if (now().branch === branch) return now()
  insertDecision(db, {
    id: context.newId<string>(),
    clientId,
    epoch: custodyOf(db, clientId)?.epoch ?? refuse('not-found'),
    about,
    branch,
    authorId: user.id,
    authorName: user.name,
    decidedAt: context.now(),
  })
  return now()
}
