import type { DueRecord } from '../../main/contract/retention.ts'

/** Who decided: both, where one proposed and another agreed. */
export function decidedBy({ by, proposedBy }: NonNullable<DueRecord['decided']>): string {
  return proposedBy === undefined ? by : `${proposedBy} och ${by}`
}
