import { refuse } from '../contract/errors.ts'
import type { Day } from '../contract/values.ts'

/** What happened before the client died may still be written; what would lie after may not, until the day is put right. */
export function refuseAfterDeath(diedOn: Day | undefined, on: Day): void {
  if (diedOn !== undefined && on > diedOn) refuse('after-death')
}
