import { custodyOf } from '../../db/repositories/client.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { careChainContract } from '../contract/careChain.ts'
import { refuse } from '../contract/errors.ts'
import type { ClientId } from '../contract/values.ts'
import { noting } from '../valueChange/service.ts'
import {
  addPlacement,
  careChainOfClient,
  changePlacementOfClient,
  endAbsenceOfClient,
  endPlacementOfClient,
  placementById,
  recordChainEvent,
  restoreEventOfClient,
  strikeEventOfClient,
} from './service.ts'

/** Where the client is cared for, and what happens between the stays. */
export const careChainOperations: Operations<typeof careChainContract> = {
  'placement.add': (context, { clientId, ...input }) =>
    placementById(context, clientId, addPlacement(context, clientId, epochOf(context, clientId), input)),
  'placement.change': (context, input) =>
    noting(context, input.clientId, { kind: 'placement', id: input.placementId }, () =>
      changePlacementOfClient(context, input),
    ),
  'placement.end': (context, input) =>
    noting(context, input.clientId, { kind: 'placement', id: input.placementId }, () =>
      endPlacementOfClient(context, input),
    ),
  'careChain.ofClient': careChainOfClient,
  'chainEvent.record': recordChainEvent,
  'chainEvent.end': (context, input) =>
    noting(context, input.clientId, { kind: 'absence', id: input.eventId }, () => endAbsenceOfClient(context, input)),
  'chainEvent.strike': strikeEventOfClient,
  'chainEvent.restore': restoreEventOfClient,
}

const epochOf = ({ db }: Context, id: ClientId) => custodyOf(db, id)?.epoch ?? refuse('not-found')
