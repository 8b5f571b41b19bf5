import type { SecrecyBranch } from './secrecy.ts'

/** Under which secrecy a record falls. */
export const secrecyBranchWords: Record<SecrecyBranch, string> = {
  socialServices: 'Socialtjänst',
  healthCare: 'Hälso- och sjukvård',
}
