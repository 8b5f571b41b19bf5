import type { Unit } from '../contract/unit.ts'

/** The session to hold first after the move to the municipality. Source: method.md section 7, S12. */
const FIRST_AFTER_THE_MOVE = 12

/** Which of the free slots the booked time goes to: S12 in aftercare, else the first. */
export function slotForFirst<Slot extends { readonly number: number }>(free: readonly Slot[], kind: Unit['kind']) {
  const inCare = kind === 'lvmHome' || kind === 'section27Home'
  const afterTheMove = inCare ? undefined : free.find(each => each.number === FIRST_AFTER_THE_MOVE)
  return afterTheMove ?? free[0]
}
