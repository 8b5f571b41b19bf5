import { allUnits, setInterimNumbers, takesInterimNumbers } from '../../db/repositories/unit.ts'
import type { Operations } from '../context/handlers.ts'
import type { unitContract } from '../contract/unit.ts'
import { addUnit, listsToChooseFrom } from './service.ts'

/** Units, and the lists to choose from. */
export const unitOperations: Operations<typeof unitContract> = {
  'unit.list': ({ db }) => allUnits(db),
  'unit.lists': listsToChooseFrom,
  'unit.add': addUnit,
  'unit.interimNumbers': ({ db }) => ({ taken: takesInterimNumbers(db) }),
  'unit.setInterimNumbers': ({ db }, { taken }) => {
    setInterimNumbers(db, taken)
    return {}
  },
}
