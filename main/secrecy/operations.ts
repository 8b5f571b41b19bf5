import type { Operations } from '../context/handlers.ts'
import type { secrecyContract } from '../contract/secrecy.ts'
import { decideSecrecy, secrecyOfClient } from './service.ts'

/** Which secrecy a record falls under. */
export const secrecyOperations: Operations<typeof secrecyContract> = {
  'secrecy.ofClient': secrecyOfClient,
  'secrecy.decide': decideSecrecy,
}
