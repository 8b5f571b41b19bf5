import type { ManualInUse } from '../binder/manualInUse.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { emergencyNumberContract } from '../contract/emergencyNumber.ts'
import { addNumber, changeOwnNumber, listNumbers, moveNumberUp, setNumberValid } from './service.ts'

/** The national emergency numbers and the unit's own. The manual shows them in its texts, so it is completed anew after a change. */
export function emergencyNumberOperations(inUse: ManualInUse): Operations<typeof emergencyNumberContract> {
  function anew<In, Out>(change: (context: Context, input: In) => Out) {
    return (context: Context, input: In) => {
      inUse.forget()
      return change(context, input)
    }
  }
  return {
    'emergencyNumber.list': listNumbers,
    'emergencyNumber.add': anew(addNumber),
    'emergencyNumber.change': anew(changeOwnNumber),
    'emergencyNumber.setValid': anew(setNumberValid),
    'emergencyNumber.moveUp': anew(moveNumberUp),
  }
}
