import type { Operations } from '../context/handlers.ts'
import type { binderContract } from '../contract/binder.ts'
import { chooseIdleMinutes } from '../user/service.ts'
import { createBinder } from './createBinder.ts'
import { type Seat, stateOf } from './seat.ts'

/** What is asked of the binder itself: mostly before anyone is in. */
export function binderOperations(seat: Seat): Operations<typeof binderContract> {
  return {
    'binder.state': () => stateOf(seat),
    'binder.create': input => createBinder(seat, input),
    'binder.setIdleMinutes': chooseIdleMinutes,
  }
}
