import { eq } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ClientRecord } from '../../main/contract/record.ts'
import type { ClientId, Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { chainEvents, placements } from '../schema/careChain.ts'
import { offers } from '../schema/offer.ts'
import { slots } from '../schema/plan.ts'
import { homework } from '../schema/session.ts'
import { worksheetAnswers } from '../schema/worksheet.ts'
import { withoutNulls } from '../withoutNulls.ts'
import { insertChainEvent, insertPlacement } from './careChain.ts'
import { type ClientRow, insertClient } from './client.ts'
import { type GoalEventRow, goalEventsOf, insertGoal, insertGoalEvent } from './goal.ts'
import { clientChangesOf, insertClientChange } from './identity.ts'
import { insertMistake, mistakesOf } from './mistake.ts'
import { homeFrom, homeWords, municipalityWith } from './municipality.ts'
import { insertOffer } from './offer.ts'
import { insertSlots, settleSlot } from './plan.ts'
import { insertRemark, remarksOf } from './remark.ts'
import { decisionsOf, insertDecision } from './secrecy.ts'
import { insertHomework, insertSession, sessionsOf } from './session.ts'
import type { OwnNames } from './unit.ts'
import { insertWorksheetAnswer } from './worksheet.ts'

type PartName = Exclude<keyof ClientRecord, 'client'>

/** Where a record is written: its client, and what is here called otherwise. */
type Target = { readonly clientId: ClientId; readonly names: OwnNames }

/** One part of a record: how it is read to travel, and how it is written where it arrives. */
type Part<Name extends PartName> = {
  readonly read: (db: Db, clientId: ClientId) => ClientRecord[Name]
  readonly insert: (db: Db, rows: ClientRecord[Name], to: Target) => void
}

/** Every part of a record, in the order of writing: a row comes after those it points to. */
const PARTS: { readonly [Name in PartName]: Part<Name> } = {
  changes: {
    read: (db, clientId) => clientChangesOf(db, clientId).map(({ clientId: _, ...each }) => each),
    insert(db, rows, { clientId }) {
      for (const each of rows) insertClientChange(db, { ...each, clientId })
    },
  },

  placements: {
    read: (db, clientId) =>
      rowsOf(db, placements, clientId, placements.fromOn, placements.id).map(({ clientId: _, ...each }) =>
        withoutNulls(each),
      ),
    insert(db, rows, { clientId, names }) {
      for (const { judgedOn = null, plannedToOn = null, toOn = null, endReason = null, ...each } of rows) {
        const unitId = names.unitIds.get(each.unitId) ?? each.unitId
        const appliedBy = (each.appliedBy && names.unitIds.get(each.appliedBy)) ?? null
        const legalGround = names.legalGrounds.get(each.legalGround) ?? each.legalGround
        const ending = endReason && (names.endReasons.get(endReason) ?? endReason)
        const own = { clientId, unitId, appliedBy, legalGround, endReason: ending }
        insertPlacement(db, { ...each, judgedOn, plannedToOn, toOn, ...own })
      }
    },
  },

  chainEvents: {
    read: (db, clientId) =>
      rowsOf(db, chainEvents, clientId, chainEvents.fromOn, chainEvents.id).map(({ clientId: _, ...each }) =>
        withoutNulls(each),
      ),
    insert(db, rows, { clientId }) {
      for (const { backOn = null, struckOn = null, ...each } of rows)
        insertChainEvent(db, { ...each, clientId, backOn, struckOn })
    },
  },

  slots: {
    read: (db, clientId) =>
      rowsOf(db, slots, clientId, slots.number, slots.id).map(({ clientId: _, settledThrough, ...each }) =>
        withoutNulls({ ...each, settledThrough: settledThrough || null }),
      ),
    insert: (db, rows, { clientId }) =>
      insertSlots(
        db,
        rows.map(({ plannedOn = null, plannedAt = null, settledThrough: _, offerAgainOn: _again, ...each }) => ({
          ...each,
          clientId,
          plannedOn,
          plannedAt,
        })),
      ),
  },

  sessions: {
    read: (db, clientId) =>
      sessionsOf(db, clientId, 'all').map(({ clientId: _, number: _number, reasonWords: _words, ...each }) =>
        withoutNulls(each),
      ),
    insert(db, rows, { clientId, names }) {
      for (const { procedures, minutes = null, setting = null, attendance = null, ...each } of rows) {
        const { offerAgainOn = null } = each
        const reasonCode = names.reasons.get(each.reasonCode ?? '') ?? each.reasonCode ?? null
        const { craving = null, importance = null, confidence = null, readiness = null } = each
        insertSession(
          db,
          {
            ...each,
            clientId,
            minutes,
            setting,
            attendance,
            reasonCode,
            offerAgainOn,
            craving,
            importance,
            confidence,
            readiness,
          },
          procedures,
        )
      }
    },
  },

  homework: {
    read: (db, clientId) =>
      rowsOf(db, homework, clientId, homework.givenOn, homework.position, homework.id).map(({ clientId: _, ...each }) =>
        withoutNulls(each),
      ),
    insert: (db, rows, { clientId }) =>
      insertHomework(
        db,
        rows.map(({ reviewedIn = null, reviewedOn = null, done = null, ...each }) => ({
          ...each,
          clientId,
          reviewedIn,
          reviewedOn,
          done,
        })),
      ),
  },

  worksheets: {
    read: (db, clientId) =>
      rowsOf(db, worksheetAnswers, clientId, worksheetAnswers.sequence).map(
        ({ clientId: _, sequence: _sequence, writtenAt: _at, ...each }) => withoutNulls(each),
      ),
    insert(db, rows, { clientId }) {
      for (const { sessionId = null, ...each } of rows)
        insertWorksheetAnswer(db, { ...each, clientId, sessionId, writtenAt: null })
    },
  },

  goals: {
    read: (db, clientId) =>
      goalEventsOf(db, clientId, 'all').map(({ events, ...each }) => ({
        ...each,
        events: events.map(toTravellingEvent),
      })),
    insert(db, rows, { clientId }) {
      for (const { events, ...goal } of rows) {
        insertGoal(db, { ...goal, clientId })
        for (const { takenBack, ...each } of events) {
          const undone = { takenBackAt: takenBack?.at ?? null, takenBackBy: takenBack?.by ?? null }
          insertGoalEvent(db, { ...each, ...undone, goalId: goal.id })
        }
      }
    },
  },

  offers: {
    read: (db, clientId) =>
      rowsOf(db, offers, clientId, offers.sequence).map(
        ({ clientId: _, sequence: _sequence, superseded: _superseded, writtenAt: _at, worksheetId: _sheet, ...each }) =>
          withoutNulls(each),
      ),
    insert(db, rows, { clientId, names }) {
      for (const { placementId = null, manner = null, reasonCode: code, askAgainOn = null, ...each } of rows) {
        const reasonCode = names.reasons.get(code ?? '') ?? code ?? null
        insertOffer(db, { ...each, clientId, placementId, manner, reasonCode, askAgainOn })
      }
    },
  },

  remarks: {
    read: (db, clientId) => remarksOf(db, clientId, 'all').map(({ clientId: _, ...each }) => each),
    insert(db, rows, { clientId }) {
      for (const each of rows) insertRemark(db, { ...each, clientId })
    },
  },

  secrecy: {
    read: (db, clientId) => decisionsOf(db, clientId).map(({ clientId: _, ...each }) => each),
    insert(db, rows, { clientId }) {
      for (const each of rows) insertDecision(db, { ...each, clientId })
    },
  },

  mistakes: {
    read: (db, clientId) =>
      mistakesOf(db, clientId)
        .map(({ clientId: _, ...each }) => withoutNulls(each))
        .toSorted((one, two) => Number(one.withId !== undefined) - Number(two.withId !== undefined)),
    insert(db, rows, { clientId }) {
      for (const { withId = null, takenBackAt = null, takenBackById = null, takenBackBy = null, ...each } of rows)
        insertMistake(db, { ...each, clientId, withId, takenBackAt, takenBackById, takenBackBy })
    },
  },
}

const PART_NAMES = Object.keys(PARTS) as PartName[]

/** A client's rows in a table, in this order. */
function rowsOf<T extends SQLiteTable & { clientId: SQLiteColumn }>(
  db: Db,
  table: T,
  clientId: ClientId,
  ...order: SQLiteColumn[]
): T['$inferSelect'][] {
  return db
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.clientId, clientId))
    .orderBy(...order)
    .all()
}

function toTravellingEvent({ goalId: _, takenBackAt, takenBackBy, ...each }: GoalEventRow) {
  return takenBackAt === null || takenBackBy === null
    ? each
    : { ...each, takenBack: { at: takenBackAt, by: takenBackBy } }
}

/** Everything stored about one client, ready to travel. */
export function recordOf(db: Db, row: ClientRow): ClientRecord {
  const {
    addedOn: _added,
    nameKey: _key,
    nameWords: _words,
    knownAs: _known,
    serial: _serial,
    reference: _reference,
    listedAs: _listed,
    caseKey: _case,
    sharesCaseNumber: _shares,
    homeMunicipality,
    unreadMunicipality,
    therapistId: _therapist,
    coordinatorId: _coordinator,
    diedOn,
    ...client
  } = row
  const parts = Object.fromEntries(PART_NAMES.map(name => [name, PARTS[name].read(db, row.id)]))
  const home = {
    homeMunicipality: homeWords(db, row),
    ...(unreadMunicipality === '' ? { municipalityCode: homeMunicipality } : {}),
  }
  return { client: { ...client, ...home, ...withoutNulls({ diedOn }) }, ...(parts as Pick<ClientRecord, PartName>) }
}

/** Writes a whole record that is not here yet; returns how many rows came with it. */
export function insertRecord(
  db: Db,
  record: ClientRecord,
  of: { therapistId: UserId; addedOn: Day },
  names: OwnNames,
): number {
  const { diedOn = null, homeMunicipality: words, municipalityCode = '', ...client } = record.client
  const isCode = municipalityWith(db, municipalityCode) !== undefined
  const home = isCode ? { homeMunicipality: municipalityCode, unreadMunicipality: '' } : homeFrom(db, words)
  insertClient(db, { ...client, ...home, coordinatorId: null, ...of, diedOn })
  for (const name of PART_NAMES) insertPart(db, record, name, { clientId: record.client.id, names })
  for (const { id, settledThrough = '', offerAgainOn = null } of record.slots)
    settleSlot(db, { id, settledThrough, offerAgainOn })
  return PART_NAMES.reduce((sum, name) => sum + record[name].length, 1)
}

function insertPart<Name extends PartName>(db: Db, record: ClientRecord, name: Name, to: Target): void {
  PARTS[name].insert(db, record[name], to)
}
