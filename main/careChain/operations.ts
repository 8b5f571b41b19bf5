import { custodyOf } from '../../db/repositories/client.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { careChainContract } from '../contract/careChain.ts'
import { refuse } from '../contract/errors.ts'
import type { ClientId } from '../contract/values.ts'
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
  'placement.change': changePlacementOfClient,
  'placement.end': endPlacementOfClient,
  'careChain.ofClient': careChainOfClient,
  'chainEvent.record': recordChainEvent,
  'chainEvent.end': endAbsenceOfClient,
  'chainEvent.strike': strikeEventOfClient,
  'chainEvent.restore': restoreEventOfClient,
}

const epochOf = ({ db }: Context, id: ClientId) => custodyOf(db, id)?.epoch ?? refuse('not-found')
