import { folded } from '../contract/folding.ts'
import type { PackageObstacle } from '../contract/handover.ts'
import type { PackageContent } from '../contract/record.ts'
import type { Unit } from '../contract/unit.ts'
import type { Day } from '../contract/values.ts'

/** What a person must answer for before this unit takes on the package. */
export function obstaclesTo({ receiver, consent }: PackageContent, unit: Unit, today: Day): PackageObstacle[] {
  return [
    ...(folded(receiver.name) === folded(unit.name) ? [] : (['otherReceiver'] as const)),
    ...(consent.validUntil < today ? (['consentExpired'] as const) : []),
  ]
}
