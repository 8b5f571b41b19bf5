import type { Operations } from '../context/handlers.ts'
import type { todayContract } from '../contract/today.ts'
import { handoversWaiting } from '../handover/service.ts'
import { todayLists } from './service.ts'

/** What is to be done today. */
export const todayOperations: Operations<typeof todayContract> = {
  'today.list': context => ({ ...todayLists(context), waiting: handoversWaiting(context) }),
}
