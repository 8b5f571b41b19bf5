import type { Operations } from '../context/handlers.ts'
import type { listContract } from '../contract/list.ts'
import {
  addResearchArea,
  addToList,
  endInList,
  endResearchArea,
  listResearchAreas,
  rewordInList,
  secrecyDefaultsInForce,
  setSecrecyDefault,
} from './service.ts'

/** The lists that are data: what may be chosen from which day to which, and what it is called. */
export const listOperations: Operations<typeof listContract> = {
  'list.add': addToList,
  'list.end': endInList,
  'list.reword': rewordInList,
  'list.secrecyDefaults': secrecyDefaultsInForce,
  'list.setSecrecyDefault': setSecrecyDefault,
  'list.researchAreas': listResearchAreas,
  'list.addResearchArea': addResearchArea,
  'list.endResearchArea': endResearchArea,
}
