import {
  type ChainEventRow,
  chainEventsOf,
  changePlacement,
  endAbsence,
  insertChainEvent,
  insertPlacement,
  placementsOf,
  restoreChainEvent,
  strikeChainEvent,
} from '../../db/repositories/careChain.ts'
import { custodyOf } from '../../db/repositories/client.ts'
import { lifetimeOf } from '../../db/repositories/identity.ts'
import { allEndReasons, allLegalGrounds } from '../../db/repositories/list.ts'
import { unitNamed } from '../../db/repositories/unit.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context/context.ts'
import type { Placement, PlacementInput } from '../contract/careChain.ts'
import { absenceKind, type CareChain, type ChainEvent } from '../contract/careChain.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { ClientId } from '../contract/values.ts'
import { refuseBeforeBirth } from '../identity/lifetime.ts'
import { inForce } from '../list/inForce.ts'
import { lvmCareFrom, lvmEnd } from './placementEnd.ts'

export function careChainOfClient(context: Context, { clientId }: { clientId: ClientId }): CareChain {
  const placements = placementsOf(context.db, clientId).map(asPlacement)
  const events = chainEventsOf(context.db, clientId).map(asEvent)
  const fromOn = lvmCareFrom(placements)
  if (fromOn === undefined) return { placements, events }
  return { placements, events, lvmCare: { fromOn, ...lvmEnd(fromOn, events.filter(isAbsence), context.today()) } }
}

/** Stays that were entered by mistake. */
export function struckPlacementsOfClient({ db }: Context, { clientId }: { clientId: ClientId }): Placement[] {
  return placementsOf(db, clientId, 'struck').map(asPlacement)
}

function asPlacement(row: ReturnType<typeof placementsOf>[number]): Placement {
  const { epoch: _epoch, unitId: _unit, appliedBy: _appliedBy, ...placement } = row.placement
  return {
    ...withoutNulls({ ...placement, endReasonWords: row.endReasonWords }),
    groundWords: row.groundWords ?? '',
    phase: row.phase,
    unit: row.unit,
    ...(row.appliedBy === null ? {} : { appliedBy: row.appliedBy }),
  }
}

function asEvent({
  epoch: _epoch,
  authorId: _author,
  authorName,
  struckOn: _struck,
  ...row
}: ChainEventRow): ChainEvent {
  return { ...withoutNulls(row), by: authorName }
}

const isAbsence = ({ kind }: { kind: ChainEvent['kind'] }) => absenceKind.safeParse(kind).success

/** Adds a stay; units are found by name or added. Used by this room's operation and when a client is added. */
export function addPlacement(context: Context, clientId: ClientId, epoch: number, input: PlacementInput): string {
  refuseBeforeBirth(lifetimeOf(context.db, clientId), input.fromOn)
  const id = context.newId<string>()
  insertPlacement(context.db, { id, clientId, epoch, ...placementRow(context, input) })
  return id
}

export function changePlacementOfClient(context: Context, input: Checked<'placement.change'>): Placement {
  const { clientId, placementId, ...entered } = input
  const before = placementById(context, clientId, placementId)
  refuseBeforeBirth(lifetimeOf(context.db, clientId), entered.fromOn)
  changePlacement(context.db, clientId, placementId, placementRow(context, entered, before))
  return placementById(context, clientId, placementId)
}

export function endPlacementOfClient(context: Context, input: Checked<'placement.end'>): Placement {
  const { clientId, placementId, toOn, endReason } = input
  const { fromOn } = placementById(context, clientId, placementId)
  checkEnd(context, { fromOn, toOn, endReason })
  changePlacement(context.db, clientId, placementId, { toOn, endReason })
  return placementById(context, clientId, placementId)
}

export function placementById({ db }: Context, clientId: ClientId, id: string): Placement {
  const found = placementsOf(db, clientId).find(each => each.placement.id === id)
  return found === undefined ? refuse('not-found') : asPlacement(found)
}

/** Refuses a stay on grounds that cannot be chosen, or with days that cannot be. `before` keeps its ground and end reason as long as their days stand. */
export function checkPlacement(context: Context, input: PlacementInput, before?: Placement): void {
  const keptGround = before?.fromOn === input.fromOn ? before.legalGround : null
  inForce(allLegalGrounds(context.db), input.legalGround, input.fromOn, keptGround)
  if (input.plannedToOn !== undefined && input.plannedToOn < input.fromOn) refuse('days-reversed')
  checkEnd(context, input, before?.toOn === input.toOn ? before?.endReason : null)
}

/** What was entered, checked, as it is stored. */
function placementRow(context: Context, input: PlacementInput, before?: Placement) {
  const { db } = context
  checkPlacement(context, input, before)
  return {
    legalGround: input.legalGround,
    unitId: unitNamed(db, input.unit, context.newId()).id,
    appliedBy: input.appliedBy === undefined ? null : unitNamed(db, input.appliedBy, context.newId()).id,
    fromOn: input.fromOn,
    judgedOn: input.judgedOn ?? null,
    plannedToOn: input.plannedToOn ?? null,
    toOn: input.toOn ?? null,
    endReason: input.endReason ?? null,
  }
}

/** A stay ends on a day that has been, for a reason of the list. */
function checkEnd(
  context: Context,
  { fromOn, toOn, endReason }: Pick<PlacementInput, 'fromOn' | 'toOn' | 'endReason'>,
  keptReason?: string | null,
) {
  if ((toOn === undefined) !== (endReason === undefined)) refuse('invalid-input', { field: 'endReason' })
  if (toOn === undefined || endReason === undefined) return
  if (toOn < fromOn) refuse('days-reversed')
  if (toOn > context.today()) refuse('day-in-future')
  inForce(allEndReasons(context.db), endReason, toOn, keptReason)
}

/** An absence has begun; a day to remember may lie ahead. */
export function recordChainEvent(context: Context, input: Checked<'chainEvent.record'>): ChainEvent {
  const { db, user, today } = context
  const { backOn } = input
  if (!isAbsence(input) && backOn !== undefined) refuse('invalid-input', { field: 'backOn' })
  if (isAbsence(input) && input.fromOn > today()) refuse('day-in-future')
  if (backOn !== undefined) checkBack(context, input.fromOn, backOn)
  refuseBeforeBirth(lifetimeOf(db, input.clientId), input.fromOn)
  const id = context.newId<string>()
  insertChainEvent(db, {
    ...input,
    id,
    epoch: custodyOf(db, input.clientId)?.epoch ?? refuse('not-found'),
    backOn: backOn ?? null,
    authorId: user.id,
    authorName: user.name,
    struckOn: null,
  })
  return eventById(context, input.clientId, id)
}

export function endAbsenceOfClient(context: Context, input: Checked<'chainEvent.end'>): ChainEvent {
  const { clientId, eventId, backOn } = input
  const event = eventById(context, clientId, eventId)
  if (!isAbsence(event)) refuse('not-found')
  checkBack(context, event.fromOn, backOn)
  endAbsence(context.db, clientId, eventId, backOn)
  return eventById(context, clientId, eventId)
}

function checkBack({ today }: Context, fromOn: string, backOn: string): void {
  if (backOn < fromOn) refuse('days-reversed')
  if (backOn > today()) refuse('day-in-future')
}

export function strikeEventOfClient(context: Context, input: Checked<'chainEvent.strike'>): Record<string, never> {
  eventById(context, input.clientId, input.eventId)
  strikeChainEvent(context.db, input.clientId, input.eventId, context.today())
  return {}
}

export function restoreEventOfClient(context: Context, input: Checked<'chainEvent.restore'>): ChainEvent {
  if (!restoreChainEvent(context.db, input.clientId, input.eventId)) refuse('not-found')
  return eventById(context, input.clientId, input.eventId)
}

function eventById({ db }: Context, clientId: ClientId, id: string): ChainEvent {
  const found = chainEventsOf(db, clientId).find(each => each.id === id)
  return found === undefined ? refuse('not-found') : asEvent(found)
}
