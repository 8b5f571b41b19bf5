import { eq, inArray } from 'drizzle-orm'
import type { ClientRecord } from '../../main/contract/record.ts'
import type { EndReason, LegalGround, Reason, Unit } from '../../main/contract/unit.ts'
import type { UnitId, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { chainEvents, endReasons, placements } from '../schema/careChain.ts'
import { offers } from '../schema/offer.ts'
import { slots } from '../schema/plan.ts'
import { homework } from '../schema/session.ts'
import { legalGrounds, reasons, units } from '../schema/unit.ts'
import { worksheetAnswers } from '../schema/worksheet.ts'
import { withoutNulls } from '../withoutNulls.ts'
import { insertChainEvent, insertPlacement } from './careChain.ts'
import { type ClientRow, insertClient, nameKeyOf } from './client.ts'
import { type GoalEventRow, goalEventsOf, insertGoal, insertGoalEvent } from './goal.ts'
import { clientChangesOf, insertClientChange } from './identity.ts'
import { insertOffer } from './offer.ts'
import { insertSlots, settleSlot } from './plan.ts'
import { insertRemark, remarksOf } from './remark.ts'
import { decisionsOf, insertDecision } from './secrecy.ts'
import { insertHomework, insertSession, sessionsOf } from './session.ts'
import { insertWorksheetAnswer } from './worksheet.ts'

/** Everything stored about one client, ready to travel. */
export function recordOf(db: Db, row: ClientRow): ClientRecord {
  const clientId = row.id
  const {
    addedOn: _added,
    nameKey: _key,
    therapistId: _therapist,
    coordinatorId: _coordinator,
    diedOn,
    ...client
  } = row
  return {
    client: { ...client, ...withoutNulls({ diedOn }) },
    changes: clientChangesOf(db, clientId).map(({ clientId: _, ...each }) => each),
    placements: db
      .select()
      .from(placements)
      .where(eq(placements.clientId, clientId))
      .orderBy(placements.fromOn, placements.id)
      .all()
      .map(({ clientId: _, ...each }) => withoutNulls(each)),
    chainEvents: db
      .select()
      .from(chainEvents)
      .where(eq(chainEvents.clientId, clientId))
      .orderBy(chainEvents.fromOn, chainEvents.id)
      .all()
      .map(({ clientId: _, ...each }) => withoutNulls(each)),
    slots: db
      .select()
      .from(slots)
      .where(eq(slots.clientId, clientId))
      .orderBy(slots.number, slots.id)
      .all()
      .map(({ clientId: _, settledThrough, ...each }) =>
        withoutNulls({ ...each, settledThrough: settledThrough || null }),
      ),
    sessions: sessionsOf(db, clientId).map(({ clientId: _, number: _number, reasonWords: _words, ...each }) =>
      withoutNulls(each),
    ),
    homework: db
      .select()
      .from(homework)
      .where(eq(homework.clientId, clientId))
      .orderBy(homework.givenOn, homework.position, homework.id)
      .all()
      .map(({ clientId: _, ...each }) => withoutNulls(each)),
    worksheets: db
      .select()
      .from(worksheetAnswers)
      .where(eq(worksheetAnswers.clientId, clientId))
      .orderBy(worksheetAnswers.sequence)
      .all()
      .map(({ clientId: _, sequence: _sequence, ...each }) => withoutNulls(each)),
    goals: goalEventsOf(db, clientId).map(({ events, ...each }) => ({ ...each, events: events.map(travelling) })),
    offers: db
      .select()
      .from(offers)
      .where(eq(offers.clientId, clientId))
      .orderBy(offers.sequence)
      .all()
      .map(({ clientId: _, sequence: _sequence, superseded: _superseded, ...each }) => withoutNulls(each)),
    remarks: remarksOf(db, clientId).map(({ clientId: _, ...each }) => each),
    secrecy: decisionsOf(db, clientId).map(({ clientId: _, ...each }) => each),
  }
}

function travelling({ goalId: _, takenBackAt, takenBackBy, ...each }: GoalEventRow) {
  return takenBackAt === null || takenBackBy === null
    ? each
    : { ...each, takenBack: { at: takenBackAt, by: takenBackBy } }
}

/** The units, reasons and grounds that a record names: what the receiver needs to understand it. */
export function referencedNames(
  db: Db,
  record: ClientRecord,
): { units: Unit[]; reasons: Reason[]; legalGrounds: LegalGround[]; endReasons: EndReason[] } {
  const unitIds = record.placements.flatMap(each => [each.unitId, each.appliedBy]).filter(each => each !== undefined)
  const codes = [...record.sessions, ...record.offers].map(each => each.reasonCode).filter(each => each !== undefined)
  const grounds = record.placements.map(each => each.legalGround)
  const endings = record.placements.map(each => each.endReason).filter(each => each !== undefined)
  return {
    units: db.select().from(units).where(inArray(units.id, unitIds)).orderBy(units.name).all(),
    reasons: db
      .select({ code: reasons.code, words: reasons.words, side: reasons.side })
      .from(reasons)
      .where(inArray(reasons.code, codes))
      .all(),
    legalGrounds: db
      .select({ code: legalGrounds.code, words: legalGrounds.words, phase: legalGrounds.phase })
      .from(legalGrounds)
      .where(inArray(legalGrounds.code, grounds))
      .all(),
    endReasons: db
      .select({ code: endReasons.code, words: endReasons.words })
      .from(endReasons)
      .where(inArray(endReasons.code, endings))
      .all(),
  }
}

/** Adds what a record names and is not here: units by id or name, list entries by code. Returns our id for each of its units. */
export function importNames(
  db: Db,
  named: {
    units: readonly Unit[]
    reasons: readonly Reason[]
    legalGrounds: readonly LegalGround[]
    endReasons: readonly EndReason[]
  },
): Map<UnitId, UnitId> {
  const ours = new Map<UnitId, UnitId>()
  for (const each of named.units) {
    const here =
      db.select().from(units).where(eq(units.id, each.id)).get() ??
      db.select().from(units).where(eq(units.name, each.name)).get()
    if (here === undefined) db.insert(units).values(each).run()
    ours.set(each.id, here?.id ?? each.id)
  }
  for (const each of named.reasons)
    db.insert(reasons)
      .values({ ...each, position: 100 })
      .onConflictDoNothing()
      .run()
  for (const each of named.legalGrounds)
    db.insert(legalGrounds)
      .values({ ...each, position: 100 })
      .onConflictDoNothing()
      .run()
  for (const each of named.endReasons)
    db.insert(endReasons)
      .values({ ...each, position: 100 })
      .onConflictDoNothing()
      .run()
  return ours
}

/** Writes a whole record that is not here yet; returns how many rows came with it. */
export function insertRecord(
  db: Db,
  record: ClientRecord,
  of: { therapistId: UserId; addedOn: string },
  ours: ReadonlyMap<UnitId, UnitId>,
): number {
  const clientId = record.client.id
  const { diedOn = null } = record.client
  insertClient(db, { ...record.client, nameKey: nameKeyOf(record.client.name), coordinatorId: null, ...of, diedOn })
  for (const each of record.changes) insertClientChange(db, { ...each, clientId })
  for (const each of record.placements)
    insertPlacement(db, {
      ...each,
      clientId,
      judgedOn: each.judgedOn ?? null,
      plannedToOn: each.plannedToOn ?? null,
      toOn: each.toOn ?? null,
      endReason: each.endReason ?? null,
      unitId: ours.get(each.unitId) ?? each.unitId,
      appliedBy: each.appliedBy === undefined ? null : (ours.get(each.appliedBy) ?? null),
    })
  for (const { backOn = null, struckOn = null, ...each } of record.chainEvents)
    insertChainEvent(db, { ...each, clientId, backOn, struckOn })
  insertSlots(
    db,
    record.slots.map(({ plannedOn = null, plannedAt = null, settledThrough: _, offerAgainOn: _again, ...each }) => ({
      ...each,
      clientId,
      plannedOn,
      plannedAt,
    })),
  )
  for (const {
    procedures,
    minutes = null,
    setting = null,
    attendance = null,
    reasonCode = null,
    offerAgainOn = null,
    craving = null,
    importance = null,
    confidence = null,
    readiness = null,
    ...each
  } of record.sessions) {
    const asked = { craving, importance, confidence, readiness }
    insertSession(
      db,
      { ...each, ...asked, clientId, minutes, setting, attendance, reasonCode, offerAgainOn },
      procedures,
    )
  }
  for (const { id, settledThrough = '', offerAgainOn = null } of record.slots)
    settleSlot(db, { id, settledThrough, offerAgainOn })
  insertHomework(
    db,
    record.homework.map(({ reviewedIn = null, reviewedOn = null, done = null, ...each }) => ({
      ...each,
      clientId,
      reviewedIn,
      reviewedOn,
      done,
    })),
  )
  for (const { sessionId = null, ...each } of record.worksheets)
    insertWorksheetAnswer(db, { ...each, clientId, sessionId })
  for (const { events, ...goal } of record.goals) {
    insertGoal(db, { ...goal, clientId })
    for (const { takenBack, ...each } of events) {
      const undone = { takenBackAt: takenBack?.at ?? null, takenBackBy: takenBack?.by ?? null }
      insertGoalEvent(db, { ...each, ...undone, goalId: goal.id })
    }
  }
  for (const { placementId = null, manner = null, reasonCode = null, askAgainOn = null, ...each } of record.offers) {
    insertOffer(db, { ...each, clientId, placementId, manner, reasonCode, askAgainOn })
  }
  for (const each of record.remarks) insertRemark(db, { ...each, clientId })
  for (const each of record.secrecy) insertDecision(db, { ...each, clientId })
  const { client: _, ...lists } = record
  return 1 + Object.values(lists).reduce((sum, each) => sum + each.length, 0)
}
