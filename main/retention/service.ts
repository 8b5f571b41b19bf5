import {
  chooseAuthority,
  chosenAuthority,
  insertRetentionDecision,
  lastNotes,
  markCarriedOut,
  municipalitiesKeptForResearch,
  openDecision,
  removeClient,
  retentionProtocol,
} from '../../db/repositories/retention.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { clientReference } from '../client/clientReference.ts'
import type { Context } from '../context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { Authority, DueRecord, RetentionDecision } from '../contract/retention.ts'
import { dueAfter, keptForResearch } from './retentionRule.ts'

/** The unit's authority: as chosen, or as its kind suggests until someone has. */
export function authorityOf({ db, unit }: Context): Authority {
  const kind = unit.kind === 'lvmHome' ? 'state' : unit.kind === 'section27Home' ? 'private' : 'municipality'
  return chosenAuthority(db) ?? { kind, controller: '', decision: '' }
}

export function setAuthority(context: Context, input: Checked<'retention.setAuthority'>): Authority {
  const decides = input.kind === 'state'
  if (decides && (input.decision === '') !== (input.years === undefined)) refuse('invalid-input', { field: 'years' })
  chooseAuthority(context.db, decides ? input : { ...input, decision: '', years: null })
  return authorityOf(context)
}

/** Records past their time, with what speaks for keeping them and what has been decided. Nothing happens by itself. */
export function dueRecords(context: Context): DueRecord[] {
  const { db, today } = context
  const authority = authorityOf(context)
  const research = municipalitiesKeptForResearch(db)
  return lastNotes(db)
    .flatMap(({ client, lastNoteOn }): DueRecord[] => {
      const due = dueAfter(lastNoteOn, authority)
      if (due === undefined || due.from > today()) return []
      const decided = openDecision(db, client.id)
      return [
        {
          clientId: client.id,
          reference: clientReference(client),
          lastNoteOn,
          dueFrom: due.from,
          dueBy: due.by,
          ground: due.ground,
          kept: keptForResearch(client, research, authority),
          ...(decided && {
            decided: {
              decision: decided.decision,
              reason: decided.reason,
              on: decided.decidedOn,
              by: decided.decidedBy,
            },
          }),
        },
      ]
    })
    .sort((one, two) => one.dueBy.localeCompare(two.dueBy) || one.lastNoteOn.localeCompare(two.lastNoteOn))
}

function dueRecord(context: Context, clientId: string): DueRecord {
  return dueRecords(context).find(each => each.clientId === clientId) ?? refuse('retention-not-due')
}

/** A person decides, with a reason; a record kept for research cannot be removed. */
export function decideRetention(
  context: Context,
  { clientId, decision, reason }: Checked<'retention.decide'>,
): Record<string, never> {
  const { db, user, today } = context
  const due = dueRecord(context, clientId)
  if (decision === 'remove' && due.kept.some(each => each !== 'birthdayUnknown')) refuse('retention-kept')
  if (decision === 'keep' && reason === '') refuse('invalid-input', { field: 'reason' })
  const client = lastNotes(db).find(each => each.client.id === clientId)?.client ?? refuse('not-found')
  insertRetentionDecision(db, {
    ...{ id: context.newId<string>(), clientRef: clientId, caseNumber: client.caseNumber, decision, reason },
    ...{
      ground: due.ground,
      lastNoteOn: due.lastNoteOn,
      decidedOn: today(),
      decidedAt: context.now(),
      decidedBy: user.name,
    },
    ...{ carriedOutAt: null, carriedOutBy: null, removedRows: null },
  })
  return {}
}

/** Removes what was decided to be removed, and writes it in the protocol. It cannot be undone. */
export function carryOutRemoval(
  context: Context,
  { clientId, reference }: Checked<'retention.carryOut'>,
): { removedRows: number } {
  const { db, user, now } = context
  const due = dueRecord(context, clientId)
  const decision = openDecision(db, clientId)
  if (decision?.decision !== 'remove') return refuse('retention-not-decided')
  if (due.kept.some(each => each !== 'birthdayUnknown')) refuse('retention-kept') // since it was decided
  if (reference !== due.reference) refuse('retention-other-reference')
  const removedRows = removeClient(db, clientId)
  markCarriedOut(db, decision.id, { at: now(), by: user.name, rows: removedRows })
  return { removedRows }
}

export function protocolOfRetention({ db }: Context): RetentionDecision[] {
  return retentionProtocol(db).map(({ clientRef: _, decidedAt: _at, ...row }) => withoutNulls(row))
}
