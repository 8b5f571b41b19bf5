import type { Input } from '../../main/contract/index.ts'
import type { SlotState } from '../../main/contract/plan.ts'

/** A time for a session, as the form has it: what is not said is empty. */
export type Appointment = { plannedOn: string; plannedAt: string; plannedWhere: string; plannedWith: string }

/** What was changed here, and the session where another was chosen: the rest is as it is booked. */
export type PlanDraft = Partial<Appointment> & { slotId?: string }

/** What is booked for the slot, or else today at the hour and place of the client's latest booking. */
export function appointmentOf(slot: SlotState | undefined, slots: readonly SlotState[], today: string): Appointment {
  const usual = slots.filter(each => each.plannedOn !== undefined).at(-1)
  const { plannedOn = today, plannedAt = usual?.plannedAt ?? '10:00', plannedWhere = '', plannedWith = '' } = slot ?? {}
  return { plannedOn: slot?.awaited === true ? plannedOn : today, plannedAt, plannedWhere, plannedWith }
}

/** The appointment as it is booked: only what was said. */
export function scheduleInput(
  clientId: string,
  slotId: string,
  { plannedOn, plannedAt, plannedWhere, plannedWith }: Appointment,
): Input<'plan.schedule'> {
  const details = { plannedAt, plannedWhere: plannedWhere.trim(), plannedWith: plannedWith.trim() }
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''))
  return { clientId, slotId, plannedOn, ...given }
}
