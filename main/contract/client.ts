import { z } from 'zod'
import { placementInput } from './careChain.ts'
import { municipality, municipalityCode } from './municipality.ts'
import { command, query } from './operation.ts'
import { typedNumber } from './personalNumber.ts'
import { unit } from './unit.ts'
import { clientId, day, epoch, instant, line, lineOrNone, phase, userId, words } from './values.ts'

export const sex = z.enum(['woman', 'man'])
export type Sex = z.infer<typeof sex>

/** How the client is numbered. Source: law-and-data.md section 10.1. */
const numberKind = z.enum([
  'personalIdentityNumber',
  'coordinationNumber',
  'nationalReserveNumber',
  'interimNumber',
  'none',
])
export type NumberKind = z.infer<typeof numberKind>

/** Who holds the client's record now, and since which epoch. */
const custody = z.strictObject({ epoch, unit, sinceOn: day, own: z.boolean() })
export type Custody = z.infer<typeof custody>

export const client = z.strictObject({
  id: clientId,
  name: line,
  /** With birth year only: 1990••••–••••. Empty for a client without a number. */
  maskedNumber: z.string(),
  caseNumber: lineOrNone,
  /** Where the name is not told: the case number, or of a protected client what tells them from others, such as `nr 12`. */
  listedAs: z.string(),
  numberKind,
  sex,
  homeMunicipality: municipality,
  /** What was written as the home municipality and could not be read as one, until someone has chosen. */
  unreadMunicipality: line.optional(),
  protectedIdentity: z.boolean(),
  diedOn: day.optional(),
  /** Who turned out to be the same person, with the ids of the records that came from there. */
  merged: z.array(z.strictObject({ reference: line, records: z.array(z.uuid()) })).optional(),
  /** Who is responsible here. */
  therapist: z.string(),
  therapistId: userId,
  coordinator: lineOrNone,
  /** The coordinator, when one who works here. */
  coordinatorId: userId.optional(),
  phase,
  custody,
  /** The record is held here and the client is the reader's own. */
  mayWrite: z.boolean(),
  /** And theirs to treat: a coordinator reads what the therapist writes. */
  mayTreat: z.boolean(),
  /** For someone else's client: until when the reader may read. */
  glassUntil: instant.optional(),
})
export type Client = z.infer<typeof client>

/** A row in a list: a protected client's name is left out, and the case number stands in its place (L16, L19). */
const clientLine = client
  .pick({ id: true, maskedNumber: true, caseNumber: true, phase: true, protectedIdentity: true })
  .extend({
    name: z.string(),
    holder: line,
    own: z.boolean(),
    /** The reader's own client; of others the list tells no more than whose they are. */
    mine: z.boolean(),
    therapist: z.string(),
    /** Of the reader's own only, as is what follows. */
    diedOn: day.optional(),
    nextOn: day.optional(),
    held: z.int().min(0),
    /**
     * The name that a search found, when it is one from before: empty for someone else's client, of whom it is told that
     * it was, and not which. Never of a protected client.
     */
    formerName: z.string().optional(),
  })
export type ClientLine = z.infer<typeof clientLine>

/** What is asked when a client is added. The number may be left out; then a case number names the client. */
const newClient = z.strictObject({
  name: line,
  number: typedNumber,
  caseNumber: z.string().trim().max(40),
  sex,
  homeMunicipality: municipalityCode,
  protectedIdentity: z.boolean(),
  coordinator: lineOrNone,
  /** Who is responsible here; left out, the one who adds the client. */
  therapistId: userId.optional(),
  /** The coordinator, when one who works here: the name then follows the user. */
  coordinatorId: userId.optional(),
  placement: placementInput.optional(),
})
export type NewClient = z.infer<typeof newClient>

export const clientContract = {
  /** Clients found by name, personal number or case number, and by nothing else (L17, L18). At most 200, by name; of a search 50, and `total` is then 51 where there are more. */
  'client.list': query(z.strictObject({ words }), z.strictObject({ clients: z.array(clientLine), total: z.int() })),
  /**
   * Who has the same name, now or before, and may be the one who is about to be added or renamed: asked before it is saved.
   * Shows whom a search for the name would; only of the reader's own does it weigh the day of birth. Each one shown has it on
   * their log. With `otherThan`, all but that client, and by the number of one's own when none is typed.
   */
  'client.alike': query(
    z.strictObject({ otherThan: clientId.optional(), name: line, number: typedNumber }),
    z.array(clientLine.extend({ likeness: z.enum(['sameNameAndBirth', 'sameName']) })),
  ),
  'client.get': query(z.strictObject({ clientId }), client),
  'client.add': command(newClient, z.strictObject({ clientId })),
}
