import type { Operations } from '../context/handlers.ts'
import type { municipalityContract } from '../contract/municipality.ts'
import { homesToBeChosen, municipalityList } from './service.ts'

/** The municipalities to choose a client's home from, and whose home is still to be chosen. */
export const municipalityOperations: Operations<typeof municipalityContract> = {
  'municipality.list': municipalityList,
  'municipality.toChoose': homesToBeChosen,
}
