import { allEndReasons, allLegalGrounds, allReasons } from '../../db/repositories/list.ts'
import { unitNamed } from '../../db/repositories/unit.ts'
import type { Context } from '../context/context.ts'
import type { Output } from '../contract/index.ts'
import type { NamedUnit, Unit } from '../contract/unit.ts'

export function listsToChooseFrom({ db }: Context): Output<'unit.lists'> {
  return { reasons: allReasons(db), legalGrounds: allLegalGrounds(db), endReasons: allEndReasons(db) }
}

/** The unit of that name: found, or added. */
export function addUnit(context: Context, named: NamedUnit): Unit {
  return unitNamed(context.db, named, context.newId())
}
