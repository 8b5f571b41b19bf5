import { allUnits, setInterimNumbers, takesInterimNumbers } from '../../db/repositories/unit.ts'
import type { Operations } from '../context/handlers.ts'
import type { unitContract } from '../contract/unit.ts'
import { addUnit, changeUnitNamed, listsToChooseFrom, mergeUnits, unitRegister } from './service.ts'

/** Units, and the lists to choose from. */
export const unitOperations: Operations<typeof unitContract> = {
  'unit.list': ({ db }) => allUnits(db),
  'unit.lists': listsToChooseFrom,
  'unit.add': addUnit,
  'unit.register': unitRegister,
  'unit.change': changeUnitNamed,
  'unit.merge': mergeUnits,
  'unit.interimNumbers': ({ db }) => ({ taken: takesInterimNumbers(db) }),
  'unit.setInterimNumbers': ({ db }, { taken }) => {
    setInterimNumbers(db, taken)
    return {}
  },
}
