import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, instant, line, lineOrNone, words } from './values.ts'

/** Huvudman: which rules for search, keeping and removing the unit follows (L5). */
const authorityKind = z.enum(['state', 'municipality', 'private'])
export type AuthorityKind = z.infer<typeof authorityKind>

const authority = z.strictObject({
  kind: authorityKind,
  /** Who answers for the personal data; empty until someone has said. */
  controller: lineOrNone,
  /** A state agency's own decision to remove: its reference, and after how many years. Empty: nothing is ever due. */
  decision: words,
  years: z.int().min(1).max(100).optional(),
})
export type Authority = z.infer<typeof authority>

/** What speaks for keeping a record past its time: research, that someone is still at work in it, or what a person must look at. */
const keptBecause = z.enum([
  'researchMunicipality',
  'researchBirthday',
  'birthdayUnknown',
  'municipalityUnknown',
  /** One whose client it is has begun to write, or let a text go that is still within reach. */
  'draft',
  'plannedSession',
  'openPlacement',
  /** A text of someone who has the client no longer: nobody can take it up. */
  'draftLeft',
])
export type KeptBecause = z.infer<typeof keptBecause>

/** Kept for research: never removed. */
export const FOR_RESEARCH: readonly KeptBecause[] = ['researchMunicipality', 'researchBirthday']
/** Not removed until someone has finished it. */
export const STILL_AT_WORK: readonly KeptBecause[] = ['draft', 'plannedSession', 'openPlacement']

const retentionChoice = z.enum(['remove', 'keep'])
export type RetentionChoice = z.infer<typeof retentionChoice>

/** A record past its time. A person decides: nothing is ever removed by itself (L55). */
const dueRecord = z.strictObject({
  clientId,
  /** Case number, or initials and year of birth. */
  reference: line,
  lastNoteOn: day,
  /** The first day it may be removed, and the last day it must be. */
  dueFrom: day,
  dueBy: day,
  /** The provision. */
  ground: line,
  kept: z.array(keptBecause),
  /** The latest decision that is not carried out. */
  decided: z.strictObject({ decision: retentionChoice, reason: z.string(), on: day, by: line }).optional(),
})
export type DueRecord = z.infer<typeof dueRecord>

/** A row of the protocol. */
const retentionDecision = z.strictObject({
  id: z.uuid(),
  caseNumber: z.string(),
  decision: retentionChoice,
  ground: line,
  reason: z.string(),
  lastNoteOn: day,
  decidedOn: day,
  decidedBy: line,
  carriedOutAt: instant.optional(),
  carriedOutBy: line.optional(),
  removedRows: z.int().optional(),
})
export type RetentionDecision = z.infer<typeof retentionDecision>

export const retentionContract = {
  'retention.authority': query(z.strictObject({}), authority),
  'retention.setAuthority': command(authority, authority),
  /** Past their time, the one that must go first at the top. */
  'retention.due': query(z.strictObject({}), z.array(dueRecord)),
  'retention.decide': command(
    z.strictObject({ clientId, decision: retentionChoice, reason: words }),
    z.strictObject({}),
  ),
  /** Removes the record for good, after a decision to. `reference` is written by hand, so that it is the right one. */
  'retention.carryOut': command(
    z.strictObject({ clientId, reference: line }),
    z.strictObject({ removedRows: z.int() }),
  ),
  /** Newest first. */
  'retention.protocol': query(z.strictObject({}), z.array(retentionDecision)),
}
