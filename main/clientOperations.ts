import { glassBrokenUntil } from './breakGlass/service.ts'
import { addClient, assign, assignments, getClient, listClients } from './client/service.ts'
import type { Handlers } from './dispatch.ts'
import { changeDetails, historyOfClient, recordDeath, takeBackDeath } from './identity/service.ts'
import { addPlacement } from './placement/service.ts'

/** Who the client is and whose: found, added, given to another; changed details, the day of death, and what was said before. */
export const clientOperations = {
  'client.list': listClients,
  'client.get': (context, { clientId }) => getClient(context, clientId, glassBrokenUntil(context, clientId)),
  'client.assign': assign,
  'client.assignments': assignments,
  'client.add': (context, input) => {
    const clientId = addClient(context, input)
    if (input.placement !== undefined) addPlacement(context, clientId, 1, input.placement)
    return { clientId }
  },
  'client.changeDetails': changeDetails,
  'client.recordDeath': recordDeath,
  'client.takeBackDeath': takeBackDeath,
  'client.history': historyOfClient,
} satisfies Partial<Handlers>
