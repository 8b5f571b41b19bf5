import type { Operations } from '../context/handlers.ts'
import type { valueChangeContract } from '../contract/valueChange.ts'
import { detailsPutBack } from '../identity/service.ts'
import { changeToUndo, putBackAsItWas, undoableChanges, undoChange } from './service.ts'

/** What was changed today, and the way back from it. */
export const valueChangeOperations: Operations<typeof valueChangeContract> = {
  'valueChange.undoable': undoableChanges,
  'valueChange.undo': (context, { clientId, changeId }) => {
    const row = changeToUndo(context, clientId, changeId)
    undoChange(context, row, () =>
      row.aboutKind === 'details' ? detailsPutBack(context, clientId, row.was) : putBackAsItWas(context, row),
    )
    return {}
  },
}
