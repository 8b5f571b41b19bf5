import type { ClientRow } from '../../db/repositories/client.ts'
import { researchRuleOn } from '../../db/repositories/municipality.ts'
import {
  insertRetentionDecision,
  insertRetentionProposal,
  lastNotes,
  markCarriedOut,
  openDecisions,
  openProposals,
  proposalsLeft,
  type RetentionDecisionRow,
  type RetentionProposalRow,
  removeClient,
  retentionProtocol,
  storeAuthority,
  storedAuthority,
  workInProgress,
} from '../../db/repositories/retention.ts'
import { activeUsers } from '../../db/repositories/user.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import { folded } from '../contract/folding.ts'
import type { Checked, Output } from '../contract/index.ts'
import {
  type Authority,
  type DueRecord,
  FOR_RESEARCH,
  type KeptBecause,
  NOT_KNOWN,
  type RetentionEntry,
  STILL_AT_WORK,
  type Unreckoned,
} from '../contract/retention.ts'
import type { ClientId } from '../contract/values.ts'
import { EARLIER_DRAFT_DAYS } from '../draft/earlierDraft.ts'
import { mayCall } from '../user/rights.ts'
import { type Due, dueAfter, isSameRule, keptForResearch, ruleOf, usualAuthority } from './retentionRule.ts'

/** The unit's authority: as chosen, or as its kind suggests until someone has. */
export function authorityOf({ db, unit }: Context): Authority {
  return storedAuthority(db) ?? usualAuthority(unit)
}

export function setAuthority(
  context: Context,
  input: Checked<'retention.setAuthority'>,
): Output<'retention.setAuthority'> {
  const was = authorityOf(context)
  const decides = input.kind === 'state'
  if (decides && (input.decision === '') !== (input.years === undefined)) refuse('invalid-input', { field: 'years' })
  storeAuthority(context.db, decides ? input : { ...input, decision: '', years: null })
  return { was, became: authorityOf(context) }
}

/** Records past their time, with what speaks for keeping them and what has been decided. Nothing happens by itself. */
export function dueRecords(context: Context): DueRecord[] {
  return allDue(context)
    .map(each => each.record)
    .sort((one, two) => one.dueBy.localeCompare(two.dueBy) || one.lastNoteOn.localeCompare(two.lastNoteOn))
}

/** Records that no time can be reckoned for: someone must put a day right, and until then they are kept. */
export function unreckonedRecords(context: Context): Unreckoned[] {
  const authority = authorityOf(context)
  return lastNotes(context.db, at => inSweden(at).day)
    .filter(({ lastNoteOn }) => dueAfter(lastNoteOn, authority) === 'unreckoned')
    .map(({ client, lastNoteOn }) => ({ clientId: client.id, reference: client.reference, lastNoteOn }))
}

type OpenDecision = NonNullable<ReturnType<ReturnType<typeof openDecisions>['get']>>
type DueOne = {
  client: ClientRow
  record: DueRecord
  proposal: RetentionProposalRow | undefined
  decision: OpenDecision | undefined
}

function allDue(context: Context): DueOne[] {
  const { db, today } = context
  const authority = authorityOf(context)
  const research = researchRuleOn(db, today())
  const [decisions, proposals] = [openDecisions(db), openProposals(db)]
  const letGo = new Date(Date.parse(context.now()) - EARLIER_DRAFT_DAYS * 86_400_000).toISOString()
  const atWork = workInProgress(db, today(), letGo)
  return lastNotes(db, at => inSweden(at).day).flatMap(({ client, lastNoteOn }): DueOne[] => {
    const due = dueAfter(lastNoteOn, authority)
    if (due === undefined || due === 'unreckoned' || due.from > today()) return []
    const kept = [...keptForResearch(client, research, authority), ...(atWork.get(client.id) ?? [])]
    const said = { proposal: proposals.get(client.id), decision: decisions.get(client.id) }
    return [{ client, record: dueRecord(context, { client, lastNoteOn, due, kept }, said), ...said }]
  })
}

function dueRecord(
  context: Context,
  { client, lastNoteOn, due, kept }: { client: ClientRow; lastNoteOn: string; due: Due; kept: KeptBecause[] },
  { proposal, decision }: Pick<DueOne, 'proposal' | 'decision'>,
): DueRecord {
  const ruleNow = ruleOf(kept)
  const changedFrom = (then: KeptBecause[] | undefined) =>
    then === undefined || isSameRule(then, ruleNow) ? {} : { ruleThen: then }
  return {
    clientId: client.id,
    reference: client.reference,
    lastNoteOn,
    dueFrom: due.from,
    dueBy: due.by,
    ground: due.ground,
    kept,
    ...(proposal && {
      proposed: {
        reason: proposal.reason,
        on: proposal.proposedOn,
        by: proposal.proposedBy,
        mine: proposal.proposedById === context.user.id,
        ...changedFrom(proposal.kept),
      },
    }),
    ...(decision &&
      proposal === undefined && {
        decided: {
          decision: decision.decision,
          reason: decision.reason,
          on: decision.decidedOn,
          by: decision.decidedBy,
          ...withoutNulls({ proposedBy: decision.proposedBy }),
          ...changedFrom(ruleAtDecision(decision)),
        },
      }),
  }
}

/** Undefined in a decision from before it was kept. */
function ruleAtDecision({ kept }: RetentionDecisionRow): KeptBecause[] | undefined {
  return kept === '' ? undefined : (JSON.parse(kept) as KeptBecause[])
}

/** Who else may decide here: two are needed to remove, where there are two. */
export function otherDeciders({ db, user }: Context): string[] {
  return activeUsers(db)
    .filter(each => each.id !== user.id && mayCall(each.roles, 'retention.decide'))
    .map(each => each.name)
}

function refuseIfKept({ kept }: DueRecord): void {
  if (kept.some(each => FOR_RESEARCH.includes(each))) refuse('retention-kept')
  if (kept.some(each => STILL_AT_WORK.includes(each))) refuse('retention-at-work')
}

/**
 * Decides about many at once, all or none; returns what came of each. A record kept for research, or that someone is still
 * at work in, cannot be removed, and one that may have to be kept only by someone who says how that was looked into.
 */
export function decideRetention(
  context: Context,
  { clientIds, decision, reason }: Checked<'retention.decide'>,
): Map<ClientId, 'propose' | 'remove' | 'keep'> {
  const due = new Map(allDue(context).map(each => [each.client.id, each]))
  const alone = otherDeciders(context).length === 0
  return new Map(
    [...new Set(clientIds)].map(id => {
      const one = due.get(id) ?? refuse('retention-not-due')
      return [id, decision === 'keep' ? keep(context, one, reason) : remove(context, one, reason, alone)]
    }),
  )
}

function keep(context: Context, one: DueOne, reason: string): 'keep' {
  if (reason === '') refuse('retention-reason-missing')
  storeDecision(context, one, { decision: 'keep', reason, proposalId: null })
  return 'keep'
}

/** A proposal, unless another has proposed the same by the same rule, or nobody else may decide. */
function remove(context: Context, one: DueOne, reason: string, alone: boolean): 'propose' | 'remove' {
  refuseIfKept(one.record)
  const { record, proposal } = one
  const stands = proposal !== undefined && record.proposed?.ruleThen === undefined
  const isUnknown = record.kept.some(each => NOT_KNOWN.includes(each))
  if (stands && proposal.proposedById !== context.user.id) {
    storeDecision(context, one, { decision: 'remove', reason, proposalId: proposal.id })
    return 'remove'
  }
  if (stands && !alone) refuse('retention-own-proposal')
  if (reason === '' && (isUnknown || alone)) refuse('retention-reason-missing')
  if (!alone) {
    storeProposal(context, one, reason)
    return 'propose'
  }
  storeDecision(context, one, { decision: 'remove', reason, proposalId: null })
  return 'remove'
}

function storeDecision(
  context: Context,
  { client, record }: DueOne,
  made: Pick<RetentionDecisionRow, 'decision' | 'reason' | 'proposalId'>,
): void {
  const { db, user, today, now, newId } = context
  const { ground, lastNoteOn } = record
  insertRetentionDecision(db, {
    ...made,
    id: newId<string>(),
    clientRef: client.id,
    caseNumber: client.caseNumber,
    ground,
    lastNoteOn,
    kept: JSON.stringify(ruleOf(record.kept)),
    decidedOn: today(),
    decidedAt: now(),
    decidedBy: user.name,
    carriedOutAt: null,
    carriedOutBy: null,
    removedRows: null,
  })
}

function storeProposal(context: Context, { client, record }: DueOne, reason: string): void {
  const { db, user, today, now, newId } = context
  const { ground, lastNoteOn } = record
  insertRetentionProposal(db, {
    id: newId<string>(),
    clientRef: client.id,
    caseNumber: client.caseNumber,
    ground,
    lastNoteOn,
    kept: ruleOf(record.kept),
    reason,
    proposedOn: today(),
    proposedAt: now(),
    proposedById: user.id,
    proposedBy: user.name,
  })
}

/** Removes what was decided to be removed, and writes it in the protocol. It cannot be undone. */
export function carryOutRemoval(
  context: Context,
  { clientId, reference }: Checked<'retention.carryOut'>,
): Output<'retention.carryOut'> {
  const { db, user, now } = context
  const one = allDue(context).find(each => each.client.id === clientId) ?? refuse('retention-not-due')
  const { record, decision, proposal } = one
  if (decision?.decision !== 'remove' || proposal !== undefined) return refuse('retention-not-decided')
  refuseIfKept(record) // since it was decided
  if (record.decided?.ruleThen !== undefined) refuse('retention-rule-changed')
  if (folded(reference) !== folded(record.reference)) refuse('retention-other-reference')
  const removedRows = removeClient(db, clientId)
  markCarriedOut(db, decision.id, { at: now(), by: user.name, rows: removedRows })
  return { removedRows }
}

/** Newest first: decisions, and proposals that nobody agreed with. */
export function protocolOfRetention({ db }: Context): RetentionEntry[] {
  const decided = retentionProtocol(db).map(({ decision: row, proposal }) => {
    const { id, caseNumber, decision, ground, reason, lastNoteOn, decidedOn, decidedBy } = row
    const { carriedOutAt, carriedOutBy, removedRows } = row
    const entry: RetentionEntry = {
      id,
      caseNumber,
      decision,
      ground,
      reason,
      lastNoteOn,
      decidedOn,
      decidedBy,
      ...withoutNulls({ carriedOutAt, carriedOutBy, removedRows }),
      ...(proposal && {
        proposal: { on: proposal.proposedOn, by: proposal.proposedBy, reason: proposal.reason },
      }),
    }
    return { at: row.decidedAt, entry }
  })
  const left = proposalsLeft(db).map(({ proposedAt, proposedOn, proposedBy, ...row }) => {
    const { id, caseNumber, ground, reason, lastNoteOn } = row
    const said = { decision: 'propose', decidedOn: proposedOn, decidedBy: proposedBy } as const
    return { at: proposedAt, entry: { id, caseNumber, ground, reason, lastNoteOn, ...said } }
  })
  return [...decided, ...left].toSorted((one, other) => other.at.localeCompare(one.at)).map(each => each.entry)
}
