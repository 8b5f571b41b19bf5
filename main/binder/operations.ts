import type { Operations } from '../context/handlers.ts'
import type { binderContract } from '../contract/binder.ts'
import { chooseIdleMinutes } from '../user/service.ts'
import type { Binder } from './binder.ts'

/** What is asked of the binder itself: mostly before anyone is in. */
export function binderOperations(binder: Binder): Operations<typeof binderContract> {
  return {
    'binder.state': () => binder.state(),
    'binder.create': input => binder.create(input),
    'binder.setIdleMinutes': chooseIdleMinutes,
  }
}
