import { isRefusedByTables } from '../../db/refusedBy.ts'
import type { Operations } from '../context/handlers.ts'
import { refuse } from '../contract/errors.ts'
import type { valueChangeContract } from '../contract/valueChange.ts'
import { detailsPutBack } from '../identity/service.ts'
import { changeToUndo, putBackAsItWas, undoableChanges, undoChange } from './service.ts'

/** What was changed today, and the way back from it. */
export const valueChangeOperations: Operations<typeof valueChangeContract> = {
  'valueChange.undoable': undoableChanges,
  'valueChange.undo': (context, { clientId, changeId }) => {
    const row = changeToUndo(context, clientId, changeId)
    try {
      undoChange(context, row, () =>
        row.aboutKind === 'details' ? detailsPutBack(context, clientId, row.was) : putBackAsItWas(context, row),
      )
    } catch (error) {
      if (isRefusedByTables(error)) refuse('cannot-take-back') // what it pointed to is no more, as a unit that was merged
      throw error
    }
    return {}
  },
}
