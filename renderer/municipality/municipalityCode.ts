import { municipalityCode } from '../../main/contract/municipality.ts'

/** Something chosen, and not words from a time when the municipality was written by hand. */
export const isMunicipalityCode = (value: string) => municipalityCode.safeParse(value).success
