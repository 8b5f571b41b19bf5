import type { Operations } from '../context/handlers.ts'
import type { binderContract } from '../contract/binder.ts'
import { chooseIdleMinutes } from '../user/service.ts'
import { changeKeyNow, keyStateOf } from './changeKey.ts'
import { createBinder } from './createBinder.ts'
import { type Seat, stateOf } from './seat.ts'

/** What is asked of the binder itself: mostly before anyone is in. */
export function binderOperations(seat: Seat): Operations<typeof binderContract> {
  return {
    'binder.state': () => stateOf(seat),
    'binder.create': input => createBinder(seat, input),
    'binder.keyState': () => keyStateOf(seat.vault),
    'binder.changeKey': {
      async prepare({ user }, { leaveOut }) {
        await changeKeyNow(seat.vault, user.id, leaveOut)
        return { givenUp: { changed: true } } // the database has said it of itself
      },
    },
    'binder.keyProgress': () => ({ stage: seat.vault.keyChange?.stage }),
    'binder.setIdleMinutes': chooseIdleMinutes,
  }
}
