import { and, asc, eq, getTableColumns, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { SlotId } from '../../main/contract/plan.ts'
import type { ClientId, Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { clients, custodies } from '../schema/client.ts'
import { slots } from '../schema/plan.ts'
import { sessions } from '../schema/session.ts'
import { installation, reasons } from '../schema/unit.ts'
import { isOwnClientOf } from './client.ts'
import { wordsOnDay } from './list.ts'
import { isStanding } from './mistake.ts'

/** What the database keeps itself is left out. */
export type SlotRow = Omit<typeof slots.$inferSelect, 'settledThrough' | 'offerAgainOn'>
type SlotSettled = Pick<typeof slots.$inferSelect, 'id' | 'settledThrough' | 'offerAgainOn'>

export function insertSlots(db: Db, rows: SlotRow[]): void {
  db.insert(slots).values(rows).run()
}

const standingAttempts = sql`FROM ${sessions} x WHERE x.slot_id = ${slots.id} AND ${isStanding(sql`x.id`)}`
const lastAttempt = sql`(SELECT max(x.attempt) ${standingAttempts})`

/** What the plan shows of an attempt, and no more: all of it lies in one index. */
const attempt = {
  attempt: sessions.attempt,
  outcome: sessions.outcome,
  on: sessions.on,
  offerAgainOn: sessions.offerAgainOn,
}

// the + keeps SQLite from the key, which would lead to the whole row with its note
function withLatest(db: Db, which: SQL | undefined) {
  return db
    .select({
      slot: slots,
      latest: attempt,
      reasonWords: wordsOnDay('reasons', sessions.on),
      attempts: sql<number>`(SELECT count(*) ${standingAttempts})`,
    })
    .from(slots)
    .leftJoin(sessions, and(eq(sessions.slotId, slots.id), eq(sql`+${sessions.attempt}`, lastAttempt)))
    .leftJoin(reasons, eq(reasons.code, sessions.reasonCode))
    .where(which)
    .orderBy(asc(slots.number), asc(slots.id))
    .prepare()
}
const ofClient = eq(slots.clientId, sql.placeholder('clientId'))
const slotsByClient = prepared(db => withLatest(db, ofClient))
const slotByClient = prepared(db => withLatest(db, and(ofClient, eq(slots.id, sql.placeholder('id')))))

/** The client's slots in the manual's order, each with its latest attempt that stands, and how many do. */
export function slotsOf(db: Db, clientId: ClientId) {
  return slotsByClient(db).all({ clientId })
}

/** One slot with its latest attempt; undefined when the client has no such slot. */
export function slotOf(db: Db, clientId: ClientId, id: SlotId) {
  return slotByClient(db).get({ clientId, id })
}

type Planned = Pick<typeof slots.$inferSelect, 'plannedOn' | 'settledThrough'>

/** The planned day waits for an outcome: it lies ahead, or has been and nobody has said what came of it. */
export function isAwaited({ plannedOn, settledThrough }: Planned): boolean {
  return (plannedOn ?? '') > settledThrough
}

/** The planned day was before `today`, and nobody has said what came of it: no other day may take its place. */
export function isUndocumented(slot: Planned, today: Day): boolean {
  return isAwaited(slot) && (slot.plannedOn ?? '') < today
}

/** Where and with whom stay as they are when left out. */
type Appointment = Pick<SlotRow, 'plannedOn' | 'plannedAt'> & Partial<Pick<SlotRow, 'plannedWhere' | 'plannedWith'>>

/** False when the client has no such slot. */
export function scheduleSlot(db: Db, clientId: ClientId, id: SlotId, appointment: Appointment): boolean {
  const where = and(eq(slots.id, id), eq(slots.clientId, clientId))
  return db.update(slots).set(appointment).where(where).run().changes === 1
}

/** How far a slot that came with its sessions was settled where it came from: writing the sessions anew cannot tell. */
export function settleSlot(db: Db, { id, ...settled }: SlotSettled): void {
  db.update(slots).set(settled).where(eq(slots.id, id)).run()
}

/** Settled is a slot with an attempt on its day or later, or held before: the migration's trigger keeps count. */
const unsettled = gt(slots.plannedOn, slots.settledThrough)
const heldHere = sql`(SELECT c.unit_id FROM ${custodies} c WHERE c.client_id = ${slots.clientId} ORDER BY c.epoch DESC LIMIT 1) = ${installation.unitId}`

/** What was planned for the day of death or later is no longer to be done. */
const beforeDeath = sql`(${clients.diedOn} IS NULL OR ${slots.plannedOn} < ${clients.diedOn})`

function planned(db: Db, days: SQL) {
  return db
    .select({
      ...getTableColumns(slots),
      clientName: clients.name,
      protectedIdentity: clients.protectedIdentity,
      caseNumber: clients.listedAs,
      treats: sql<number>`${clients.therapistId} = ${sql.placeholder('userId')}`,
    })
    .from(slots)
    .innerJoin(clients, eq(clients.id, slots.clientId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(and(days, unsettled, beforeDeath, heldHere, isOwnClientOf(sql.placeholder('userId'))))
    .orderBy(asc(slots.plannedOn), sql`${slots.plannedAt} IS NULL`, asc(slots.plannedAt), asc(slots.id))
    .limit(sql.placeholder('limit'))
    .prepare()
}
const before = prepared(db => planned(db, lt(slots.plannedOn, sql.placeholder('day'))))
const onOrAfter = prepared(db => planned(db, gte(slots.plannedOn, sql.placeholder('day'))))
/** What SQLite takes for no limit. */
const ALL = -1

/** The user's own clients' sessions planned before `day` and not settled, oldest first: *Ej dokumenterat*. */
export function undocumentedBefore(db: Db, userId: UserId, day: string) {
  return before(db).all({ day, limit: ALL, userId })
}

/** Those planned on `day` or later and not settled, soonest first, at the most `limit` but all of that day's own. */
export function plannedFrom(db: Db, userId: UserId, day: string, limit: number) {
  const soonest = onOrAfter(db).all({ day, limit, userId })
  const cutOnTheDay = soonest.length === limit && soonest.at(-1)?.plannedOn === day
  return cutOnTheDay ? onOrAfter(db).all({ day, limit: ALL, userId }) : soonest
}
