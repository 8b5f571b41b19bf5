import { receivedWithoutSession } from '../../db/repositories/handover.ts'
import { plannedFrom, undocumentedBefore } from '../../db/repositories/plan.ts'
import { offersToAskAgain, slotsToOfferAgain } from '../../db/repositories/today.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { daysAfter } from '../calendar/days.ts'
import { sessionPhase } from '../careChain/phase.ts'
import { nameInList } from '../client/nameInList.ts'
import type { Context } from '../context/context.ts'
import type { Output } from '../contract/index.ts'
import type { FirstSessionAwaited, OfferAgain, PlannedSession } from '../contract/today.ts'

/** Of what lies ahead: enough to reach the next day with sessions. */
const MOST_AHEAD = 100
/** Days that a received client without a first session stands here; after that the plan's own days tell. */
const DAYS_AWAITED = 90

/**
 * What stands under *Idag*, but for the handovers that wait: whole lists, since each is counted on the screen and is
 * bounded by the user's own clients.
 */
export function todayLists({ db, user, today }: Context): Omit<Output<'today.list'>, 'waiting'> {
  const coming = plannedFrom(db, user.id, today(), MOST_AHEAD).map(asPlanned)
  const nextDay = coming.find(each => each.plannedOn > today())?.plannedOn
  return {
    sessions: coming.filter(each => each.plannedOn === today()),
    undocumented: undocumentedBefore(db, user.id, today()).map(asPlanned),
    upcoming: coming.filter(each => each.plannedOn === nextDay),
    again: [
      ...slotsToOfferAgain(db, user.id, today()).map(asSessionAgain),
      ...offersToAskAgain(db, user.id, today()).map(asOfferAgain),
    ].toSorted((one, other) => one.since.localeCompare(other.since)),
    awaited: receivedWithoutSession(db, user.id, daysAfter(today(), -DAYS_AWAITED)).map(asAwaited),
  }
}

type Who = { clientId: PlannedSession['clientId']; clientName: string; protectedIdentity: boolean; caseNumber: string }

function who({ clientId, clientName, protectedIdentity, caseNumber }: Who) {
  return { clientId, clientName: nameInList({ name: clientName, protectedIdentity }), caseNumber }
}

function asPlanned(row: ReturnType<typeof plannedFrom>[number]): PlannedSession {
  return {
    ...who(row),
    slotId: row.id,
    phase: sessionPhase(row.number),
    number: row.number,
    plannedOn: row.plannedOn ?? '',
    ...withoutNulls({ plannedAt: row.plannedAt }),
    treats: row.treats === 1,
  }
}

function asSessionAgain(row: ReturnType<typeof slotsToOfferAgain>[number]): OfferAgain {
  const { slotId, number, outcome, reasonWords, since } = row
  const why = { since: since ?? '', ...withoutNulls({ reasonWords }) }
  const treats = row.treats === 1
  return { what: 'session', ...who(row), slotId, number, phase: sessionPhase(number), outcome, treats, ...why }
}

function asOfferAgain(row: ReturnType<typeof offersToAskAgain>[number]): OfferAgain {
  const { offered, answer, reasonWords, since } = row
  return { what: 'offer', ...who(row), offered, answer, since: since ?? '', ...withoutNulls({ reasonWords }) }
}

function asAwaited({ handover, client, unit }: ReturnType<typeof receivedWithoutSession>[number]): FirstSessionAwaited {
  const { id: clientId, name: clientName, protectedIdentity, listedAs: caseNumber } = client
  const received = { from: unit.name, receivedOn: handover.settledOn ?? handover.on }
  return { ...who({ clientId, clientName, protectedIdentity, caseNumber }), ...received }
}
