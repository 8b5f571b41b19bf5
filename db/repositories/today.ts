import { and, asc, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { placements } from '../schema/careChain.ts'
import { clients, custodies } from '../schema/client.ts'
import { offers } from '../schema/offer.ts'
import { slots } from '../schema/plan.ts'
import { sessions } from '../schema/session.ts'
import { installation, reasons } from '../schema/unit.ts'
import { isOwnClientOf } from './client.ts'
import { wordsOnDay } from './list.ts'
import { isStanding } from './mistake.ts'

const heldHere = sql`(SELECT c.unit_id FROM ${custodies} c WHERE c.client_id = ${clients.id} ORDER BY c.epoch DESC LIMIT 1) = ${installation.unitId}`
const ofUser = isOwnClientOf(sql.placeholder('userId'))
const day = sql.placeholder('day')

const who = {
  clientId: clients.id,
  clientName: clients.name,
  protectedIdentity: clients.protectedIdentity,
  caseNumber: clients.listedAs,
}
const lastAttempt: SQL = sql`(SELECT max(x.attempt) FROM ${sessions} x WHERE x.slot_id = ${slots.id} AND ${isStanding(sql`x.id`)})`

const slotsDue = prepared(db =>
  db
    .select({
      ...who,
      slotId: slots.id,
      number: slots.number,
      outcome: sessions.outcome,
      reasonWords: wordsOnDay('reasons', sessions.on),
      since: slots.offerAgainOn,
      treats: sql<number>`${clients.therapistId} = ${sql.placeholder('userId')}`,
    })
    .from(slots)
    .innerJoin(clients, eq(clients.id, slots.clientId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .innerJoin(sessions, and(eq(sessions.slotId, slots.id), eq(sessions.attempt, lastAttempt)))
    .leftJoin(reasons, eq(reasons.code, sessions.reasonCode))
    .where(and(isNotNull(slots.offerAgainOn), lte(slots.offerAgainOn, day), isNull(clients.diedOn), ofUser, heldHere))
    .orderBy(asc(slots.offerAgainOn), asc(slots.id))
    .prepare(),
)

/** The user's own clients' sessions that were not held and whose day to be offered again has come, the longest waiting first. */
export function slotsToOfferAgain(db: Db, userId: UserId, on: Day) {
  return slotsDue(db).all({ userId, day: on })
}

/** A place in the care chain was offered during a stay that is over: there is nothing left to ask. */
const tooLate = sql`${offers.offered} = 'careChain'
  AND EXISTS (SELECT 1 FROM ${placements} p WHERE p.id = ${offers.placementId} AND p.to_on IS NOT NULL)`
const offersDue = prepared(db =>
  db
    .select({
      ...who,
      offered: offers.offered,
      answer: offers.answer,
      reasonWords: wordsOnDay('reasons', offers.on),
      since: offers.askAgainOn,
    })
    .from(offers)
    .innerJoin(clients, eq(clients.id, offers.clientId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .leftJoin(reasons, eq(reasons.code, offers.reasonCode))
    .where(
      and(
        eq(sql`${offers.superseded}`, sql`0`),
        isNotNull(offers.askAgainOn),
        lte(offers.askAgainOn, day),
        sql`NOT (${tooLate})`,
        isNull(clients.diedOn),
        ofUser,
        heldHere,
      ),
    )
    .orderBy(asc(offers.askAgainOn), asc(offers.id))
    .prepare(),
)

/** Offers to the user's own clients without a later answer whose day to be asked again has come, the longest waiting first. */
export function offersToAskAgain(db: Db, userId: UserId, on: Day) {
  return offersDue(db).all({ userId, day: on })
}
