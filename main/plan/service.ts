import { diedOn } from '../../db/repositories/clientChanges.ts'
import { scheduleSlot, slotsOf } from '../../db/repositories/slots.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { SlotState } from '../contract/session.ts'
import type { ClientId } from '../contract/values.ts'
import { refuseAfterDeath } from '../identity/afterDeath.ts'
import { sessionPhase } from '../placement/phase.ts'

export function planOfClient({ db }: Context, { clientId }: { clientId: ClientId }): SlotState[] {
  return slotsOf(db, clientId).map(({ slot, latest, reasonWords }) => ({
    ...withoutNulls({
      plannedOn: slot.plannedOn,
      plannedAt: slot.plannedAt,
      outcome: latest?.outcome ?? null,
      settledOn: latest?.on ?? null,
      offerAgainOn: latest?.offerAgainOn ?? null,
      reasonWords,
      plannedWhere: slot.plannedWhere || null,
      plannedWith: slot.plannedWith || null,
    }),
    id: slot.id,
    number: slot.number,
    phase: sessionPhase(slot.number),
    attempts: latest?.attempt ?? 0,
  }))
}

/** Sets when a slot is to be held. A held session keeps its day. */
export function schedule(context: Context, input: Checked<'plan.schedule'>): SlotState {
  const slot = () => planOfClient(context, input).find(each => each.id === input.slotId) ?? refuse('not-found')
  if (slot().outcome === 'held') refuse('already-held')
  refuseAfterDeath(diedOn(context.db, input.clientId), input.plannedOn)
  scheduleSlot(context.db, input.clientId, input.slotId, {
    plannedOn: input.plannedOn,
    plannedAt: input.plannedAt ?? null,
    plannedWhere: input.plannedWhere ?? '',
    plannedWith: input.plannedWith ?? '',
  })
  return slot()
}
