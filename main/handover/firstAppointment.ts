import { isUndocumented, scheduleSlot, slotsOf } from '../../db/repositories/slots.ts'
import type { Context } from '../context.ts'
import type { PackageContent } from '../contract/record.ts'
import type { ClientId } from '../contract/values.ts'

/** The session to hold first after the move to the municipality. Source: method.md section 7, S12. */
const FIRST_AFTER_THE_MOVE = 12

/**
 * The booked time stands in the receiver's plan: at S12 in aftercare, else at the first session not yet held. A session
 * whose day has been without an outcome keeps that day.
 */
export function planFirstAppointment(
  { db, unit, today }: Context,
  clientId: ClientId,
  first: PackageContent['firstAppointment'],
): void {
  if (!first.booked) return
  const open = slotsOf(db, clientId).filter(each => each.latest?.outcome !== 'held')
  if (open.some(each => each.slot.plannedOn === first.on)) return
  const free = open.filter(({ slot }) => !isUndocumented(slot, today()))
  const inCare = unit.kind === 'lvmHome' || unit.kind === 'section27Home'
  const afterTheMove = inCare ? undefined : free.find(each => each.slot.number === FIRST_AFTER_THE_MOVE)
  const chosen = afterTheMove ?? free[0]
  if (chosen === undefined) return
  const { on: plannedOn, at: plannedAt, where: plannedWhere, withWhom: plannedWith } = first
  scheduleSlot(db, clientId, chosen.slot.id, { plannedOn, plannedAt, plannedWhere, plannedWith })
}
