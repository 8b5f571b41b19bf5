import { endPlacement, insertPlacement, placementsOf } from '../../db/repositories/placements.ts'
import { allLegalGrounds, unitNamed } from '../../db/repositories/units.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { Placement, PlacementInput } from '../contract/placement.ts'
import type { ClientId } from '../contract/values.ts'
import { lvmCareFrom, lvmEnd } from './placementEnd.ts'

export function placementsOfClient(context: Context, { clientId }: { clientId: ClientId }): Placement[] {
  const found = placementsOf(context.db, clientId)
  const stays = found.map(each => each.placement)
  return found.map(({ placement, unit, appliedBy, ground }, index) => {
    const { epoch: _epoch, unitId: _unit, appliedBy: _appliedBy, ...row } = placement
    const careFrom = lvmCareFrom(stays, index)
    return {
      ...withoutNulls(row),
      groundWords: ground.words,
      unit,
      ...(appliedBy === null ? {} : { appliedBy }),
      ...(careFrom !== undefined && row.toOn === null ? { computedEndOn: lvmEnd(careFrom) } : {}),
    }
  })
}

/** Adds a stay; units are found by name or added. Used by this room's operation and when a client is added. */
export function addPlacement(context: Context, clientId: ClientId, epoch: number, input: PlacementInput): string {
  const { db } = context
  if (!allLegalGrounds(db).some(each => each.code === input.legalGround)) refuse('not-found')
  if (input.toOn !== undefined && input.toOn < input.fromOn) refuse('days-reversed')
  const id = context.newId<string>()
  insertPlacement(db, {
    id,
    clientId,
    epoch,
    legalGround: input.legalGround,
    unitId: unitNamed(db, input.unit, context.newId()).id,
    appliedBy: input.appliedBy === undefined ? null : unitNamed(db, input.appliedBy, context.newId()).id,
    fromOn: input.fromOn,
    judgedOn: input.judgedOn ?? null,
    toOn: input.toOn ?? null,
  })
  return id
}

export function placementById(context: Context, clientId: ClientId, id: string): Placement {
  return placementsOfClient(context, { clientId }).find(each => each.id === id) ?? refuse('not-found')
}

export function endPlacementOfClient(
  context: Context,
  { clientId, placementId, toOn }: Checked<'placement.end'>,
): Placement {
  if (toOn < placementById(context, clientId, placementId).fromOn) refuse('days-reversed')
  endPlacement(context.db, clientId, placementId, toOn)
  return placementById(context, clientId, placementId)
}
