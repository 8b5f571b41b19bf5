import type { UnitKind } from '../contract/unit.ts'
import type { Phase } from '../contract/values.ts'

/**
 * Where the client is in the planned year. A record held in the municipality is in aftercare whatever
 * the latest placement says; otherwise the ground of the latest placement decides. Source: method.md section 5.
 */
export function phaseOf(holder: UnitKind, placement: Phase | undefined): Phase {
  if (holder === 'municipality' || holder === 'district' || holder === 'outpatient') return 'C'
  return placement ?? (holder === 'section27Home' ? 'B' : 'A')
}

/** The phase a session of the manual belongs to. Source: method.md section 5. */
export function sessionPhase(number: number): Phase {
  if (number <= 9) return 'A'
  return number <= 12 ? 'B' : 'C'
}
