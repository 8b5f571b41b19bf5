import { earlierNamesOf } from '../../db/clientKeys.ts'
import type { Db } from '../../db/open.ts'
import { type ClientRow, clientRow, custodyOf, standingOf } from '../../db/repositories/client.ts'
import { sentFor } from '../../db/repositories/handover.ts'
import { changeClient, earlierNumbers, insertClientChange } from '../../db/repositories/identity.ts'
import {
  countsAbout,
  custodiesOf,
  finishMerge,
  hasBegun,
  insertMerge,
  type MergeRow,
  type Move,
  mergesOf,
  moveRecords,
  moveSlot,
  moveWholeSlot,
  otherOwnClients,
  recordsToMove,
  removeMergeDrafts,
  removeMerged,
  renumberAttempts,
  sessionsById,
  slotRowsOf,
} from '../../db/repositories/merge.ts'
import { homeWords, researchRuleOn } from '../../db/repositories/municipality.ts'
import { scheduleSlot, settleSlot, slotsOf } from '../../db/repositories/plan.ts'
import { storedAuthority } from '../../db/repositories/retention.ts'
import { sessionsOf } from '../../db/repositories/session.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { nameInList } from '../client/nameInList.ts'
import { maskedNumber } from '../client/personalIdentityNumber.ts'
import type { Context } from '../context/context.ts'
import { refuse, refuseTellingOf } from '../contract/errors.ts'
import { folded } from '../contract/folding.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { Comparison, HeldKind, Merge, MergeSide } from '../contract/merge.ts'
import type { ClientId } from '../contract/values.ts'
import { ruleChange, usualAuthority } from '../retention/retentionRule.ts'
import { denialOf } from '../user/rights.ts'
import { differingDetails } from './details.ts'
import { likenessOf } from './likenessOf.ts'
import { haveTwoTimes, mergedSlot } from './mergedSlot.ts'

/** Among the reader's own clients: who may be the same person. */
export function likenesses(context: Context, { clientId }: { clientId: ClientId }): Output<'client.likenesses'> {
  const { db, user } = context
  const earlier = earlierNumbers(db)
  const known = (row: ClientRow) => ({
    names: [row.name, ...earlierNamesOf(db, row.id)],
    number: row.number,
    earlierNumbers: earlier.get(row.id) ?? [],
  })
  const one = known(clientRow(db, clientId) ?? refuse('not-found'))
  return otherOwnClients(db, user.id, clientId).flatMap(row => {
    const likeness = likenessOf(one, known(row))
    const standing = standingOf(db, row.id, user.id)
    if (likeness === undefined || standing === undefined) return []
    if (denialOf(user.roles, 'client.merge', { ...standing, brokenGlass: false }) !== undefined) return []
    const masked = row.protectedIdentity ? '' : maskedNumber(row.number)
    return [{ otherId: row.id, name: nameInList(row), caseNumber: row.listedAs, likeness, maskedNumber: masked }]
  })
}

type Pair = { readonly clientId: ClientId; readonly otherId: ClientId }

/**
 * Both rows; the first has been looked at by the dispatcher, the other must be the caller's own and held here as well.
 */
function bothOf({ db, user }: Context, { clientId, otherId }: Pair): [ClientRow, ClientRow] {
  if (clientId === otherId) refuse('invalid-input', { field: 'otherId' })
  const { holder, ...standing } = standingOf(db, otherId, user.id) ?? refuse('not-found')
  const denial = denialOf(user.roles, 'client.merge', { ...standing, brokenGlass: false })
  if (denial !== undefined)
    refuseTellingOf(
      standing.own.length === 0 ? [otherId] : [],
      denial,
      denial === 'not-holder' ? { unit: holder } : undefined,
    )
  return [clientRow(db, clientId) ?? refuse('not-found'), clientRow(db, otherId) ?? refuse('not-found')]
}

/** What each holds, where they differ, and what stands in the way. `shown` gives each as the client's own page does. */
export function compare(context: Context, pair: Pair, shown: (id: ClientId) => MergeSide['client']): Comparison {
  const { db } = context
  const [kept, other] = bothOf(context, pair)
  const obstacle = obstacleTo(context, pair)
  return {
    kept: {
      client: { ...shown(kept.id), name: nameInList(kept) },
      reference: kept.reference,
      holds: holdsOf(context, kept.id),
    },
    other: {
      client: { ...shown(other.id), name: nameInList(other) },
      reference: other.reference,
      holds: holdsOf(context, other.id),
    },
    differing: differingDetails(withHome(db, kept), withHome(db, other), false),
    slots: slotsBeside(slotsOf(db, kept.id), slotsOf(db, other.id)),
    ...(obstacle === undefined ? {} : { obstacle }),
  }
}

const HELD: Readonly<Record<HeldKind, string>> = {
  sessions: 'sessions',
  goals: 'goals',
  worksheets: 'worksheet_answers',
  homework: 'homework',
  offers: 'offers',
  placements: 'placements',
  chainEvents: 'chain_events',
  consents: 'consents',
  remarks: 'remarks',
  handovers: 'handovers',
  drafts: 'drafts',
}

function holdsOf({ db }: Context, id: ClientId): MergeSide['holds'] {
  const counts = countsAbout(db, id)
  return Object.entries(HELD)
    .map(([kind, table]) => ({ kind: kind as HeldKind, count: counts.get(table) ?? 0 }))
    .filter(each => each.count > 0)
}

/** Why these two cannot be merged as it is: the one who goes must be nobody else's, and have nothing half-written. */
function obstacleTo({ db }: Context, { clientId, otherId }: Pair): Comparison['obstacle'] {
  const counts = countsAbout(db, otherId)
  const epoch = custodyOf(db, otherId)?.epoch ?? 1
  if (epoch > 1 || (counts.get('handovers') ?? 0) > 0) return 'merge-handed-over'
  if (sentFor(db, clientId).length > 0) return 'handover-under-way'
  return hasBegun(db, otherId) ? 'merge-drafts' : undefined
}

type SlotsOf = ReturnType<typeof slotsOf>

function slotsBeside(kept: SlotsOf, other: SlotsOf): Comparison['slots'] {
  const numbers = [...new Set([...kept, ...other].map(each => each.slot.number))].sort((one, two) => one - two)
  return numbers
    .map(number => {
      const [one, two] = [kept, other].map(slots => slots.find(each => each.slot.number === number))
      const sides = { ...toSideView('kept', one), ...toSideView('other', two) }
      return { number, ...sides, twoTimes: one !== undefined && two !== undefined && haveTwoTimes(one.slot, two.slot) }
    })
    .filter(each => each.kept !== undefined || each.other !== undefined)
}

function toSideView(
  side: 'kept' | 'other',
  found: SlotsOf[number] | undefined,
): Pick<Comparison['slots'][number], 'kept' | 'other'> {
  const attempts = found?.attempts ?? 0
  const { plannedOn: planned = null, settledThrough = '' } = found?.slot ?? {}
  const plannedOn = planned !== null && planned > settledThrough ? planned : null
  if (attempts === 0 && plannedOn === null) return {}
  return {
    [side]: {
      attempts,
      ...withoutNulls({ outcome: found?.latest?.outcome ?? null, settledOn: found?.latest?.on ?? null, plannedOn }),
    },
  }
}

/** Puts the other's record with the kept client's: all in the caller's transaction, or nothing. */
export function mergeClients(context: Context, input: Checked<'client.merge'>): Output<'client.merge'> {
  const { db } = context
  const [kept, other] = bothOf(context, input)
  const obstacle = obstacleTo(context, input)
  if (obstacle !== undefined) refuse(obstacle)
  if (folded(input.reference) !== folded(other.reference)) refuse('merge-other-reference')
  const move = { kept: kept.id, gone: other.id, epoch: custodyOf(db, kept.id)?.epoch ?? refuse('not-found') }
  const written = { reason: input.reason, authorId: context.user.id, authorName: context.user.name, at: context.now() }
  const { id, moved } = recordMerge(context, kept, other, written)
  foldPlans(context, move)
  moveRecords(db, move)
  removeMergeDrafts(db, move)
  removeMerged(db, move)
  const after = chosenFrom(kept, other, input.take)
  changeDetails(context, move, { kept, other, after }, written)
  finishMerge(db, id)
  const authority = storedAuthority(db) ?? usualAuthority(context.unit)
  const retentionRule = ruleChange(kept, after, researchRuleOn(db, context.today()), authority)
  return {
    mergeId: id,
    moved: Object.values(moved).reduce((sum, ids) => sum + ids.length, 0),
    ...(retentionRule === undefined ? {} : { retentionRule }),
  }
}

type Authorship = Pick<MergeRow, 'reason' | 'authorId' | 'authorName' | 'at'>

/** Writes down both as they are before the merge, and what is to be moved. */
function recordMerge(context: Context, kept: ClientRow, other: ClientRow, written: Authorship): MergeRow {
  const { db } = context
  const row: MergeRow = {
    ...written,
    id: context.newId<string>(),
    clientId: kept.id,
    mergedId: other.id,
    reference: other.reference,
    keptBefore: kept,
    mergedBefore: other,
    folded: { slots: slotRowsOf(db, other.id), custodies: custodiesOf(db, other.id) },
    moved: recordsToMove(db, other.id),
    finished: false,
  }
  insertMerge(db, row)
  return row
}

/** Gives the kept client the details chosen, and keeps what they were and the numbers that are no longer in use. */
function changeDetails(
  context: Context,
  { epoch }: Move,
  { kept, other, after }: Readonly<Record<'kept' | 'other' | 'after', ClientRow>>,
  written: Authorship,
): void {
  if (after.number === '' && after.caseNumber === '') refuse('number-missing')
  changeClient(context.db, kept.id, after)
  const [was, now] = [withHome(context.db, kept), withHome(context.db, after)]
  const differing = differingDetails(was, now, false).flatMap(({ detail, ...each }) =>
    detail === 'coordinator' ? [] : [{ detail, was: each.kept, became: each.other }],
  )
  const unused = (one: string, two: string, now: string) => [one, two].find(each => each !== now) ?? ''
  insertClientChange(context.db, {
    ...written,
    id: context.newId<string>(),
    clientId: kept.id,
    epoch,
    changes: [{ detail: 'mergedWith', was: '', became: other.reference }, ...differing],
    earlierNumber: unused(kept.number, other.number, after.number),
    earlierCaseNumber: unused(kept.caseNumber, other.caseNumber, after.caseNumber),
  })
}

/** The kept client with the details taken from the other; who has died in either has died. */
function chosenFrom(kept: ClientRow, other: ClientRow, take: Checked<'client.merge'>['take']): ClientRow {
  const taken = Object.fromEntries(take.map(each => [each, other[each]])) as Partial<ClientRow>
  const after = { ...kept, ...taken, diedOn: kept.diedOn ?? other.diedOn }
  return {
    ...after,
    numberKind: take.includes('number') ? other.numberKind : kept.numberKind,
    coordinatorId: take.includes('coordinator') ? other.coordinatorId : kept.coordinatorId,
    unreadMunicipality: take.includes('homeMunicipality') ? other.unreadMunicipality : kept.unreadMunicipality,
  }
}

/** The details with the home municipality by name. */
function withHome(db: Db, row: ClientRow): ClientRow {
  return { ...row, homeMunicipality: homeWords(db, row) }
}

/** One plan of two: of each session in the manual the kept slot stays, with the attempts of both. */
function foldPlans({ db }: Context, move: Move): void {
  const both = [move.kept, move.gone]
  const before = both.flatMap(each => sessionsOf(db, each))
  const struck = both.flatMap(each => sessionsOf(db, each, 'struck'))
  const kept = slotRowsOf(db, move.kept)
  for (const slot of slotRowsOf(db, move.gone)) {
    const into = kept.find(each => each.number === slot.number)
    if (into === undefined) moveWholeSlot(db, move, slot.id)
    else moveSlot(db, move, slot.id, into.id)
    const to = into ?? slot
    const attempts = before
      .filter(each => each.slotId === slot.id || each.slotId === to.id)
      .map(each => ({ ...each, offerAgainOn: each.offerAgainOn ?? null }))
    const { appointment, settledThrough, offerAgainOn, order } = mergedSlot(to, slot, attempts)
    const first = struck.filter(each => each.slotId === slot.id || each.slotId === to.id).map(each => each.id)
    renumberAttempts(db, [...first, ...order])
    scheduleSlot(db, move.kept, to.id, appointment)
    settleSlot(db, { id: to.id, settledThrough, offerAgainOn })
  }
}

export function mergesOfClient({ db }: Context, { clientId }: { clientId: ClientId }): Merge[] {
  const isHidden = clientRow(db, clientId)?.protectedIdentity === true
  return mergesOf(db, clientId).map(row => protocolOf(db, row, sessionsById(db, row.moved['sessions'] ?? []), isHidden))
}

function protocolOf(db: Db, row: MergeRow, sessions: ReturnType<typeof sessionsById>, isHidden: boolean): Merge {
  const { id, reference, reason, authorName: author, at, moved, keptBefore, mergedBefore, folded } = row
  return {
    id,
    reference,
    reason,
    author,
    at,
    sessions,
    moved: Object.entries(moved).map(([kind, ids]) => ({ kind, count: ids.length })),
    times: folded.slots.flatMap(({ number, plannedOn, settledThrough }) =>
      plannedOn !== null && plannedOn > settledThrough ? [{ number, plannedOn }] : [],
    ),
    before: differingDetails(withHome(db, keptBefore), withHome(db, mergedBefore), isHidden),
  }
}
