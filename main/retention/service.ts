import type { ClientRow } from '../../db/repositories/client.ts'
import { researchRuleOn } from '../../db/repositories/municipality.ts'
import {
  insertRetentionDecision,
  lastNotes,
  markCarriedOut,
  openDecisions,
  type RetentionDecisionRow,
  removeClient,
  retentionProtocol,
  storeAuthority,
  storedAuthority,
  workInProgress,
} from '../../db/repositories/retention.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import { clientReference } from '../client/clientReference.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import {
  type Authority,
  type DueRecord,
  FOR_RESEARCH,
  type RetentionDecision,
  STILL_AT_WORK,
} from '../contract/retention.ts'
import { EARLIER_DRAFT_DAYS } from '../draft/earlierDraft.ts'
import { dueAfter, keptForResearch } from './retentionRule.ts'

/** The unit's authority: as chosen, or as its kind suggests until someone has. */
export function authorityOf({ db, unit }: Context): Authority {
  const kind = unit.kind === 'lvmHome' ? 'state' : unit.kind === 'section27Home' ? 'private' : 'municipality'
  return storedAuthority(db) ?? { kind, controller: '', decision: '' }
}

export function setAuthority(context: Context, input: Checked<'retention.setAuthority'>): Authority {
  const decides = input.kind === 'state'
  if (decides && (input.decision === '') !== (input.years === undefined)) refuse('invalid-input', { field: 'years' })
  storeAuthority(context.db, decides ? input : { ...input, decision: '', years: null })
  return authorityOf(context)
}

/** Records past their time, with what speaks for keeping them and what has been decided. Nothing happens by itself. */
export function dueRecords(context: Context): DueRecord[] {
  return allDue(context)
    .map(each => each.record)
    .sort((one, two) => one.dueBy.localeCompare(two.dueBy) || one.lastNoteOn.localeCompare(two.lastNoteOn))
}

type Due = { client: ClientRow; record: DueRecord; decision: RetentionDecisionRow | undefined }

function allDue(context: Context): Due[] {
  const { db, today } = context
  const authority = authorityOf(context)
  const research = researchRuleOn(db, today())
  const open = openDecisions(db)
  const letGo = new Date(Date.parse(context.now()) - EARLIER_DRAFT_DAYS * 86_400_000).toISOString()
  const atWork = workInProgress(db, today(), letGo)
  return lastNotes(db, at => inSweden(at).day).flatMap(({ client, lastNoteOn }): Due[] => {
    const due = dueAfter(lastNoteOn, authority)
    if (due === undefined || due.from > today()) return []
    const decision = open.get(client.id)
    const record: DueRecord = {
      clientId: client.id,
      reference: clientReference(client),
      lastNoteOn,
      dueFrom: due.from,
      dueBy: due.by,
      ground: due.ground,
      kept: [...keptForResearch(client, research, authority), ...(atWork.get(client.id) ?? [])],
      ...(decision && {
        decided: {
          decision: decision.decision,
          reason: decision.reason,
          on: decision.decidedOn,
          by: decision.decidedBy,
        },
      }),
    }
    return [{ client, record, decision }]
  })
}

function dueFor(context: Context, clientId: string): Due {
  return allDue(context).find(each => each.client.id === clientId) ?? refuse('retention-not-due')
}

function refuseIfKept({ kept }: DueRecord): void {
  if (kept.some(each => FOR_RESEARCH.includes(each))) refuse('retention-kept')
  if (kept.some(each => STILL_AT_WORK.includes(each))) refuse('retention-at-work')
}

/** A person decides, with a reason; a record kept for research, or that someone is still at work in, cannot be removed. */
export function decideRetention(
  context: Context,
  { clientId, decision, reason }: Checked<'retention.decide'>,
): Record<string, never> {
  const { db, user, today } = context
  const { record: due, client } = dueFor(context, clientId)
  if (decision === 'remove') refuseIfKept(due)
  if (decision === 'keep' && reason === '') refuse('invalid-input', { field: 'reason' })
  insertRetentionDecision(db, {
    id: context.newId<string>(),
    clientRef: clientId,
    caseNumber: client.caseNumber,
    decision,
    reason,
    ground: due.ground,
    lastNoteOn: due.lastNoteOn,
    decidedOn: today(),
    decidedAt: context.now(),
    decidedBy: user.name,
    carriedOutAt: null,
    carriedOutBy: null,
    removedRows: null,
  })
  return {}
}

/** Removes what was decided to be removed, and writes it in the protocol. It cannot be undone. */
export function carryOutRemoval(
  context: Context,
  { clientId, reference }: Checked<'retention.carryOut'>,
): { removedRows: number } {
  const { db, user, now } = context
  const { record: due, decision } = dueFor(context, clientId)
  if (decision?.decision !== 'remove') return refuse('retention-not-decided')
  refuseIfKept(due) // since it was decided
  if (reference !== due.reference) refuse('retention-other-reference')
  const removedRows = removeClient(db, clientId)
  markCarriedOut(db, decision.id, { at: now(), by: user.name, rows: removedRows })
  return { removedRows }
}

export function protocolOfRetention({ db }: Context): RetentionDecision[] {
  return retentionProtocol(db).map(({ clientRef: _, decidedAt: _at, ...row }) => withoutNulls(row))
}
