import type { Operations } from '../context/handlers.ts'
import type { planContract } from '../contract/plan.ts'
import { noting } from '../valueChange/service.ts'
import { planOfClient, schedule } from './service.ts'

/** The client’s plan: its slots, and when each is to be held. */
export const planOperations: Operations<typeof planContract> = {
  'plan.ofClient': planOfClient,
  'plan.schedule': (context, input) =>
    noting(context, input.clientId, { kind: 'slot', id: input.slotId }, () => schedule(context, input)),
}
