import type { Operations } from '../context/handlers.ts'
import type { breakGlassContract } from '../contract/breakGlass.ts'
import { acknowledgeBreakGlass, breakGlass, breakGlassesOfClient, unseenBreakGlass } from './service.ts'

/** Opening, with a reason, the record of a client who is not one’s own. */
export const breakGlassOperations: Operations<typeof breakGlassContract> = {
  'breakGlass.open': breakGlass,
  'breakGlass.ofClient': breakGlassesOfClient,
  'breakGlass.unseen': unseenBreakGlass,
  'breakGlass.see': acknowledgeBreakGlass,
}
