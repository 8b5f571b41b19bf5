import { placementsOf } from '../../db/repositories/careChain.ts'
import { custodyOf } from '../../db/repositories/client.ts'
import { lifetimeOf } from '../../db/repositories/identity.ts'
import { allReasons } from '../../db/repositories/list.ts'
import type { Which } from '../../db/repositories/mistake.ts'
import { insertOffer, offersOf } from '../../db/repositories/offer.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import { REASON_UNKNOWN } from '../contract/feeds.ts'
import type { Offer, OfferInput } from '../contract/offer.ts'
import type { ClientId } from '../contract/values.ts'
import { refuseOutsideLife } from '../identity/lifetime.ts'
import { inForce } from '../list/inForce.ts'
import type { SheetOffer } from './offerFromSheet.ts'

export function offersOfClient({ db }: Context, { clientId }: { clientId: ClientId }, which?: Which): Offer[] {
  return offersOf(db, clientId, which).map(toOffer)
}

function toOffer({ epoch: _epoch, sequence: _sequence, superseded: _superseded, ...row }: Stored): Offer {
  const { authorId: _author, authorName, writtenAt: _at, worksheetId: _sheet, ...offer } = row
  return { ...withoutNulls(offer), by: authorName }
}
type Stored = ReturnType<typeof offersOf>[number]

/** Adds to the ledger. The client's answers take the client's reasons; never having asked takes ours. */
export function recordOffer(context: Context, input: OfferInput, worksheetId: string | null = null): Offer {
  const { db, user } = context
  if (input.on > context.today()) refuse('day-in-future')
  refuseOutsideLife(lifetimeOf(db, input.clientId), input.on)
  if (input.askAgainOn !== undefined && input.askAgainOn < input.on) refuse('days-reversed')
  const stays = placementsOf(db, input.clientId).map(each => each.placement.id)
  if (input.placementId !== undefined && !stays.includes(input.placementId)) refuse('not-found')
  const reasonCode = 'reasonCode' in input ? input.reasonCode : null
  if (reasonCode !== null) {
    const reason = inForce(allReasons(db), reasonCode, input.on)
    if ((reason.side === 'service') !== (input.answer === 'notOffered')) refuse('reason-does-not-fit')
  }
  const id = context.newId<string>()
  insertOffer(db, {
    id,
    clientId: input.clientId,
    epoch: custodyOf(db, input.clientId)?.epoch ?? refuse('not-found'),
    placementId: input.placementId ?? null,
    offered: input.offered,
    on: input.on,
    answer: input.answer,
    manner: 'manner' in input ? input.manner : null,
    reasonCode,
    askAgainOn: input.askAgainOn ?? null,
    authorId: user.id,
    authorName: user.name,
    writtenAt: context.now(),
    worksheetId,
  })
  return offersOfClient(context, input).find(each => each.id === id) ?? refuse('unexpected')
}

/**
 * Puts in the ledger what a sheet tells, unless it stands there already: a sheet may be kept twice, and the answer may
 * have been noted by hand the same day. A reason that nobody knows adds nothing to a row that has one.
 */
export function recordOfferOnce(context: Context, offer: SheetOffer, worksheetId: string): void {
  const input = withKnownReason(context, offer)
  const reasonCode = 'reasonCode' in input ? input.reasonCode : REASON_UNKNOWN
  const there = offersOf(context.db, input.clientId).some(
    each =>
      each.offered === input.offered &&
      each.on === input.on &&
      each.answer === input.answer &&
      (reasonCode === REASON_UNKNOWN || each.reasonCode === reasonCode) &&
      (input.askAgainOn === undefined || each.askAgainOn === input.askAgainOn),
  )
  if (!there) recordOffer(context, input, worksheetId)
}

/** A content pack may name a reason that this binder's list does not have: then it stands as not known. */
function withKnownReason({ db }: Context, input: SheetOffer): SheetOffer {
  if (!('reasonCode' in input)) return input
  const isOurs = allReasons(db).some(each => each.code === input.reasonCode && each.side === 'client')
  if (isOurs) return input
  return { ...input, reasonCode: REASON_UNKNOWN }
}
