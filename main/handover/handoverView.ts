import { nameInList } from '../client/nameInList.ts'
import type { Handover } from '../contract/handover.ts'
import type { Day } from '../contract/values.ts'
import { receiptFor } from './receipt.ts'

type Joined = {
  readonly handover: Pick<Handover, 'packageId' | 'clientId' | 'direction' | 'on' | 'cover' | 'firstAppointment'> & {
    readonly settledOn: Day | null
    readonly receiptSecret: string
  }
  readonly client: Parameters<typeof nameInList>[0] & { readonly listedAs: string }
  readonly unit: { readonly name: string }
}

/** A package as it is listed; the receipt only where it was received. */
export function handoverView({ handover, client, unit }: Joined): Handover {
  const { packageId, clientId, direction, on, cover, firstAppointment, settledOn, receiptSecret } = handover
  return {
    packageId,
    clientId,
    clientName: nameInList(client),
    caseNumber: client.listedAs,
    direction,
    state: settledOn === null ? 'sent' : 'accepted',
    unit: unit.name,
    on,
    ...(settledOn === null ? {} : { settledOn }),
    ...(direction === 'in' ? { receipt: receiptFor(packageId, receiptSecret) } : {}),
    cover,
    firstAppointment,
  }
}
