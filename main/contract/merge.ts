import { z } from 'zod'
import { client } from './client.ts'
import { clientDetail } from './identity.ts'
import { command, query } from './operation.ts'
import { outcome } from './plan.ts'
import { retentionRuleChange } from './retention.ts'
import { clientId, day, instant, line, lineOrNone, sessionNumber } from './values.ts'

/** What a client's record holds, by kind. */
export const heldKind = z.enum([
  'sessions',
  'goals',
  'worksheets',
  'homework',
  'offers',
  'placements',
  'chainEvents',
  'consents',
  'remarks',
  'handovers',
  'drafts',
])
export type HeldKind = z.infer<typeof heldKind>

/** What two clients may differ in, and what is then chosen from one or the other. */
const mergeDetail = clientDetail.exclude(['diedOn', 'mergedWith']).or(z.literal('coordinator'))
export type MergeDetail = z.infer<typeof mergeDetail>

/** One of two clients who may be the same person. Named also where the identity is protected: both are the reader's own. */
const mergeSide = z.strictObject({
  client,
  /** Case number, or initials and year of birth. */
  reference: line,
  holds: z.array(z.strictObject({ kind: heldKind, count: z.int().min(1) })),
})
export type MergeSide = z.infer<typeof mergeSide>

/** A slot of one of them: its latest attempt, and the time that nothing has settled yet. */
const slotSide = z.strictObject({
  attempts: z.int(),
  outcome: outcome.optional(),
  settledOn: day.optional(),
  plannedOn: day.optional(),
})

const comparison = z.strictObject({
  kept: mergeSide,
  other: mergeSide,
  /** Details in which the two differ; of a number only its kind, the year and the last two digits. */
  differing: z.array(z.strictObject({ detail: mergeDetail, kept: z.string(), other: z.string() })),
  /** The slots in which either has something. */
  slots: z.array(
    z.strictObject({
      number: sessionNumber,
      kept: slotSide.optional(),
      other: slotSide.optional(),
      /** Both have a time ahead: the kept one's stays in the plan, the other's in the protocol. */
      twoTimes: z.boolean(),
    }),
  ),
  /** Why they cannot be merged as it is. */
  obstacle: z.enum(['merge-handed-over', 'merge-drafts', 'handover-under-way']).optional(),
})
export type Comparison = z.infer<typeof comparison>

/** Why two clients may be one person. Only a hint: a person decides. */
const likeness = z.enum(['sameNumber', 'sameNameAndBirth', 'sameName'])
export type Likeness = z.infer<typeof likeness>

/** The protocol of a merge: it is kept with the client, and cannot be undone. */
const merge = z.strictObject({
  id: z.uuid(),
  reference: line,
  reason: line,
  author: line,
  at: instant,
  /** How many records of each kind came along. */
  moved: z.array(z.strictObject({ kind: z.string(), count: z.int().min(1) })),
  /** The sessions that came along, as they stand. */
  sessions: z.array(z.strictObject({ number: sessionNumber, on: day, outcome, author: line })),
  /** The merged client's times ahead: in the plan where the kept client had none. */
  times: z.array(z.strictObject({ number: sessionNumber, plannedOn: day })),
  /** In what the two differed. */
  before: z.array(z.strictObject({ detail: mergeDetail, kept: z.string(), other: z.string() })),
})
export type Merge = z.infer<typeof merge>

export const mergeContract = {
  /** Among the reader's own clients held here: who may be the same person. */
  'client.likenesses': query(
    z.strictObject({ clientId }),
    z.array(
      z.strictObject({
        otherId: clientId,
        /** Empty where the identity is protected. */
        name: z.string(),
        caseNumber: z.string(),
        maskedNumber: z.string(),
        likeness,
      }),
    ),
  ),
  /** Two of the reader's own clients side by side. */
  'client.compare': query(z.strictObject({ clientId, otherId: clientId }), comparison),
  /** Puts the other's whole record with the first's. Nothing that was signed is changed, and it cannot be undone. */
  'client.merge': command(
    z.strictObject({
      clientId,
      otherId: clientId,
      /** The details that are taken from the other. */
      take: z.array(mergeDetail).max(10),
      reason: line,
      /** The other's reference, written by hand. */
      reference: lineOrNone,
    }),
    z.strictObject({ mergeId: z.uuid(), moved: z.int().min(0), retentionRule: retentionRuleChange.optional() }),
  ),
  /** Who has been merged with the client, newest first. */
  'client.merges': query(z.strictObject({ clientId }), z.array(merge)),
}
