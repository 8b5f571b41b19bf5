import type { Operations } from '../context/handlers.ts'
import type { identityContract } from '../contract/identity.ts'
import { noting } from '../valueChange/service.ts'
import { changeDetails, historyOfClient, recordDeath, takeBackDeath } from './service.ts'

/** Changed details, the day of death, and what was said before. */
export const identityOperations: Operations<typeof identityContract> = {
  'client.changeDetails': (context, input) =>
    noting(context, input.clientId, { kind: 'details', id: input.clientId }, () => changeDetails(context, input)),
  'client.recordDeath': recordDeath,
  'client.takeBackDeath': takeBackDeath,
  'client.history': historyOfClient,
}
