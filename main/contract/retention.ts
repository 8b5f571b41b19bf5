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
  decision: lineOrNone,
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
/** May have to be kept for research: kept until someone has decided, and said how it was looked into. */
export const NOT_KNOWN: readonly KeptBecause[] = ['birthdayUnknown', 'municipalityUnknown']
/** Not removed until someone has finished it. */
export const STILL_AT_WORK: readonly KeptBecause[] = ['draft', 'plannedSession', 'openPlacement']

const retentionChoice = z.enum(['remove', 'keep'])
export type RetentionChoice = z.infer<typeof retentionChoice>

/** What was kept for research, or could not be told, before a change and after it. */
export const retentionRuleChange = z.strictObject({ was: z.array(keptBecause), became: z.array(keptBecause) })
export type RetentionRuleChange = z.infer<typeof retentionRuleChange>

const said = {
  reason: z.string(),
  on: day,
  by: line,
  /** What spoke for keeping the record then, where that is another today: it must be decided about anew. */
  ruleThen: z.array(keptBecause).optional(),
}

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
  ground: z.string(),
  kept: z.array(keptBecause),
  /** Someone would have it removed, and waits for another to agree. */
  proposed: z.strictObject({ ...said, mine: z.boolean() }).optional(),
  /** The latest decision that is not carried out; a removal also tells who proposed it, where two decided. */
  decided: z.strictObject({ ...said, decision: retentionChoice, proposedBy: line.optional() }).optional(),
})
export type DueRecord = z.infer<typeof dueRecord>

/** A record whose time cannot be reckoned, since a day in it is no day or lies beyond all time. */
const unreckoned = z.strictObject({ clientId, reference: line, lastNoteOn: z.string() })
export type Unreckoned = z.infer<typeof unreckoned>

/** A row of the protocol: a decision, or a proposal that nobody has agreed with. */
const retentionEntry = z.strictObject({
  id: z.uuid(),
  caseNumber: z.string(),
  decision: retentionChoice.or(z.literal('propose')),
  ground: z.string(),
  reason: z.string(),
  lastNoteOn: day,
  decidedOn: day,
  decidedBy: line,
  /** Where two decided: who proposed it, when and why. */
  proposal: z.strictObject({ on: day, by: line, reason: z.string() }).optional(),
  carriedOutAt: instant.optional(),
  carriedOutBy: line.optional(),
  removedRows: z.int().optional(),
})
export type RetentionEntry = z.infer<typeof retentionEntry>

export const retentionContract = {
  'retention.authority': query(z.strictObject({}), authority),
  'retention.setAuthority': command(authority, z.strictObject({ was: authority, became: authority })),
  /** Past their time, the one that must go first at the top. */
  'retention.due': query(z.strictObject({}), z.array(dueRecord)),
  'retention.unreckoned': query(z.strictObject({}), z.array(unreckoned)),
  /** Who else may decide, by name: with nobody else, one may decide alone. */
  'retention.others': query(z.strictObject({}), z.array(line)),
  /**
   * About many at once, all or none. A removal is a proposal first and a decision when another agrees; where nobody else
   * may, one decides alone and says why.
   */
  'retention.decide': command(
    z.strictObject({ clientIds: z.array(clientId).min(1).max(500), decision: retentionChoice, reason: words }),
    z.strictObject({ proposed: z.int().min(0), decided: z.int().min(0) }),
  ),
  /** Removes the record for good, after a decision to. `reference` is written by hand, so that it is the right one. */
  'retention.carryOut': command(
    z.strictObject({ clientId, reference: line }),
    z.strictObject({ removedRows: z.int() }),
  ),
  /** Newest first. */
  'retention.protocol': query(z.strictObject({}), z.array(retentionEntry)),
}
