import { asc, eq, inArray } from 'drizzle-orm'
import type { ClientRecord, PackageContent } from '../../main/contract/record.ts'
import type { EndReason, LegalGround, NamedUnit, Reason, Unit } from '../../main/contract/unit.ts'
import type { User } from '../../main/contract/user.ts'
import type { Instant, UnitId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { endReasons } from '../schema/careChain.ts'
import { installation, legalGrounds, reasons, units } from '../schema/unit.ts'
import { addUserRow, recordFirstUnlock } from './user.ts'

/** Writes whose binder this is, and its first user, who grants themself their roles, in one transaction. */
export function createUnit(db: Db, unit: Unit, user: User, at: Instant): void {
  db.transaction(() => {
    db.insert(units).values(unit).run()
    db.insert(installation).values({ onlyRow: 1, unitId: unit.id }).run()
    addUserRow(db, user, { by: user.id, at })
    recordFirstUnlock(db, user.id, at)
  })
}

export function ownUnit(db: Db): Unit {
  const [row] = db.select().from(units).innerJoin(installation, eq(installation.unitId, units.id)).all()
  if (row === undefined) throw new Error('the binder has no unit')
  return row.units
}

/** Minutes without a sign of anyone until the binder locks itself. */
export function idleMinutesOf(db: Db): number {
  return idleMinutes(db).get()?.idleMinutes ?? 1
}

const idleMinutes = prepared(db => db.select({ idleMinutes: installation.idleMinutes }).from(installation).prepare())

export function setIdleMinutes(db: Db, minutes: number): void {
  db.update(installation).set({ idleMinutes: minutes }).run()
}

/** Whether a client may be added with an interim number, which no other authority keeps. */
export function takesInterimNumbers(db: Db): boolean {
  return db.select({ takes: installation.takesInterimNumbers }).from(installation).get()?.takes ?? false
}

export function setInterimNumbers(db: Db, takes: boolean): void {
  db.update(installation).set({ takesInterimNumbers: takes }).run()
}

export function allUnits(db: Db): Unit[] {
  return db.select().from(units).orderBy(asc(units.name)).all()
}

/** The unit of that name, added under `freshId` when it is not here yet. */
export function unitNamed(db: Db, named: NamedUnit, freshId: UnitId): Unit {
  const found = db.select().from(units).where(eq(units.name, named.name)).get()
  if (found !== undefined) return found
  const fresh = { id: freshId, ...named }
  db.insert(units).values(fresh).run()
  return fresh
}

/** The ids of units and the codes that stand in a record. */
function usedNames({ placements, sessions, offers }: ClientRecord) {
  const present = <Value>(all: readonly (Value | undefined)[]) => new Set(all.filter(each => each !== undefined))
  return {
    unitIds: present(placements.flatMap(each => [each.unitId, each.appliedBy])),
    reasons: present([...sessions, ...offers].map(each => each.reasonCode)),
    legalGrounds: present(placements.map(each => each.legalGround)),
    endReasons: present(placements.map(each => each.endReason)),
  }
}

/** The units, reasons and grounds that a record names: what the receiver needs to understand it. */
export function referencedNames(
  db: Db,
  record: ClientRecord,
): { units: Unit[]; reasons: Reason[]; legalGrounds: LegalGround[]; endReasons: EndReason[] } {
  const used = usedNames(record)
  return {
    units: db
      .select()
      .from(units)
      .where(inArray(units.id, [...used.unitIds]))
      .orderBy(units.name)
      .all(),
    reasons: db
      .select({ code: reasons.code, words: reasons.words, side: reasons.side })
      .from(reasons)
      .where(inArray(reasons.code, [...used.reasons]))
      .all(),
    legalGrounds: db
      .select({ code: legalGrounds.code, words: legalGrounds.words, phase: legalGrounds.phase })
      .from(legalGrounds)
      .where(inArray(legalGrounds.code, [...used.legalGrounds]))
      .all(),
    endReasons: db
      .select({ code: endReasons.code, words: endReasons.words })
      .from(endReasons)
      .where(inArray(endReasons.code, [...used.endReasons]))
      .all(),
  }
}

/** Where names that came with a record stand in our lists: after our own. */
const AFTER_OUR_OWN = 100
/** Never to be chosen here: what came with a record says what was chosen elsewhere. */
const NEVER_IN_FORCE = '1900-01-01'

type Names = Pick<PackageContent, 'units' | 'reasons' | 'legalGrounds' | 'endReasons'>

/** What a name that came with a record is called here. */
export type OwnNames = {
  readonly unitIds: ReadonlyMap<UnitId, UnitId>
  readonly reasons: ReadonlyMap<string, string>
  readonly legalGrounds: ReadonlyMap<string, string>
  readonly endReasons: ReadonlyMap<string, string>
}

/**
 * Adds what a record uses and is not here, and nothing else of what its package names: units by id or name, and list entries
 * under their unit, so that none is taken for one of ours, nor for one that a later version brings. Ours is the entry with the
 * same code and the same use.
 */
export function importNames(db: Db, sender: Unit, names: Names, record: ClientRecord): OwnNames {
  const used = usedNames(record)
  const foreign = (code: string) => (code.startsWith('x:') ? code : `x:${sender.id}:${code}`)
  const place = { position: AFTER_OUR_OWN, toOn: NEVER_IN_FORCE }
  const given = names.reasons.filter(each => used.reasons.has(each.code))
  const grounds = names.legalGrounds.filter(each => used.legalGrounds.has(each.code))
  const endings = names.endReasons.filter(each => used.endReasons.has(each.code))
  return {
    unitIds: importUnits(db, [sender, ...names.units.filter(each => used.unitIds.has(each.id))]),
    reasons: imported(given, each => {
      const [ours] = db.select().from(reasons).where(eq(reasons.code, each.code)).all()
      if (ours?.side === each.side) return each.code
      const code = foreign(each.code)
      db.insert(reasons)
        .values({ ...each, ...place, code })
        .onConflictDoNothing()
        .run()
      return code
    }),
    legalGrounds: imported(grounds, each => {
      const [ours] = db.select().from(legalGrounds).where(eq(legalGrounds.code, each.code)).all()
      if (ours?.phase === each.phase) return each.code
      const code = foreign(each.code)
      db.insert(legalGrounds)
        .values({ ...each, ...place, code })
        .onConflictDoNothing()
        .run()
      return code
    }),
    endReasons: imported(endings, each => {
      if (db.select().from(endReasons).where(eq(endReasons.code, each.code)).get() !== undefined) return each.code
      const code = foreign(each.code)
      db.insert(endReasons)
        .values({ ...each, ...place, code })
        .onConflictDoNothing()
        .run()
      return code
    }),
  }
}

function imported<Entry extends { readonly code: string }>(
  entries: readonly Entry[],
  ownCode: (entry: Entry) => string,
): ReadonlyMap<string, string> {
  return new Map(entries.map(each => [each.code, ownCode(each)]))
}

function importUnits(db: Db, named: readonly Unit[]): ReadonlyMap<UnitId, UnitId> {
  const ownIds = new Map<UnitId, UnitId>()
  for (const each of named) {
    const existing =
      db.select().from(units).where(eq(units.id, each.id)).get() ??
      db.select().from(units).where(eq(units.name, each.name)).get()
    if (existing === undefined) db.insert(units).values(each).run()
    ownIds.set(each.id, existing?.id ?? each.id)
  }
  return ownIds
}
