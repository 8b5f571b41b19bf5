import { lifetimeOf } from '../../db/repositories/identity.ts'
import { isAwaited, isUndocumented, scheduleSlot, slotsOf } from '../../db/repositories/plan.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { sessionPhase } from '../careChain/phase.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { SlotState } from '../contract/plan.ts'
import type { ClientId, Day } from '../contract/values.ts'
import { refuseOutsideLife } from '../identity/lifetime.ts'

export function planOfClient({ db, today }: Context, { clientId }: { clientId: ClientId }): SlotState[] {
  const slots = slotsOf(db, clientId)
  return slots.map(({ slot, latest, reasonWords, attempts }) => ({
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
    awaited: isAwaited(slot),
    mayMove: latest?.outcome !== 'held' && !wouldVanish(slot, slots, today()),
    attempts,
  }))
}

type Slots = ReturnType<typeof slotsOf>

/** The slot's day has been, and nothing says what came of it: no outcome, and no other session was held that day. */
function wouldVanish(slot: Slots[number]['slot'], slots: Slots, today: Day): boolean {
  const isHeldThen = ({ latest }: Slots[number]) =>
    (latest?.outcome === 'held' || latest?.outcome === 'partlyHeld') && latest.on === slot.plannedOn
  return isUndocumented(slot, today) && !slots.some(isHeldThen)
}

/**
 * Sets when a slot is to be held. A held session keeps its day, and so does one that has been and of which nobody has
 * said what came: a new day would take the missed session away without a trace. Today's may still be moved.
 */
export function schedule(context: Context, input: Checked<'plan.schedule'>): SlotState {
  const slot = () => planOfClient(context, input).find(each => each.id === input.slotId) ?? refuse('not-found')
  const { outcome, plannedOn, mayMove } = slot()
  if (outcome === 'held') refuse('already-held')
  if (!mayMove && plannedOn !== input.plannedOn) refuse('undocumented')
  refuseOutsideLife(lifetimeOf(context.db, input.clientId), input.plannedOn)
  scheduleSlot(context.db, input.clientId, input.slotId, {
    plannedOn: input.plannedOn,
    plannedAt: input.plannedAt ?? null,
    plannedWhere: input.plannedWhere ?? '',
    plannedWith: input.plannedWith ?? '',
  })
  return slot()
}
