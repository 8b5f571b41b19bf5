import { allEndReasons, allLegalGrounds, allReasons } from '../../db/repositories/list.ts'
import {
  allUnits,
  changeUnit,
  type EarlierUnitRow,
  earlierUnitRows,
  findUnit,
  insertEarlierUnit,
  moveUnit,
  unitNamed,
  unitUses,
} from '../../db/repositories/unit.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { NamedUnit, RegisteredUnit, Unit } from '../contract/unit.ts'
import { tidyUnitName } from '../contract/unitMeant.ts'
import type { UnitId } from '../contract/values.ts'

export function listsToChooseFrom({ db }: Context): Output<'unit.lists'> {
  return { reasons: allReasons(db), legalGrounds: allLegalGrounds(db), endReasons: allEndReasons(db) }
}

/** The unit of that name: found, or added. */
export function addUnit(context: Context, named: NamedUnit): Unit {
  return unitNamed(context.db, named, context.newId())
}

/** Every unit, by name, with what names it and what it was called before. */
export function unitRegister({ db, unit: own }: Context): RegisteredUnit[] {
  const [earlier, usesOf] = [earlierUnitRows(db), unitUses(db)]
  return allUnits(db).map(unit => ({
    unit,
    own: unit.id === own.id,
    uses: usesOf(unit.id),
    earlier: earlier
      .filter(each => each.unitId === unit.id)
      .map(({ name, mergedId, author: by, at }) => ({ name, merged: mergedId !== null, by, at })),
  }))
}

/** Gives a unit another name or kind. One that another unit has, however it is written, is refused: they may be the same. */
export function changeUnitNamed(context: Context, input: Checked<'unit.change'>): Output<'unit.change'> {
  const { db } = context
  const before = unitWithId(db, input.unitId)
  const after: Unit = { id: before.id, name: tidyUnitName(input.name), kind: input.kind }
  const other = findUnit(db, after)
  if (other !== undefined && other.id !== before.id) refuse('unit-name-taken', { name: other.name })
  if (after.name === before.name && after.kind === before.kind) refuse('nothing-changed')
  changeUnit(db, after)
  if (after.name !== before.name) keepEarlier(context, { unitId: before.id, name: before.name, mergedId: null })
  return { earlierName: before.name }
}

/** Makes one unit of two: what named the one that goes names the other, and its name and id still lead there. */
export function mergeUnits(context: Context, { unitId, goneId }: Checked<'unit.merge'>): Output<'unit.merge'> {
  const { db, unit: own } = context
  const [kept, gone] = [unitWithId(db, unitId), unitWithId(db, goneId)]
  if (kept.id === gone.id) refuse('nothing-changed')
  const moved = unitUses(db)(gone.id)
  // what another unit holds, or has been sent, would look as if it were here
  if (gone.id === own.id || (kept.id === own.id && moved.custodies + moved.handovers > 0)) refuse('unit-is-own')
  moveUnit(db, gone.id, kept.id)
  keepEarlier(context, { unitId: kept.id, name: gone.name, mergedId: gone.id })
  return { earlierName: gone.name, moved }
}

function unitWithId(db: Context['db'], id: UnitId): Unit {
  return allUnits(db).find(each => each.id === id) ?? refuse('not-found')
}

function keepEarlier({ db, user, now }: Context, row: Pick<EarlierUnitRow, 'unitId' | 'name' | 'mergedId'>): void {
  insertEarlierUnit(db, { ...row, authorId: user.id, author: user.name, at: now() })
}
