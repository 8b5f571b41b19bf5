import { z } from 'zod'
import { client } from './client.ts'
import { consentPart } from './consent.ts'
import { command, query } from './operation.ts'
import { remark, remarkAbout } from './remark.ts'
import { namedUnit } from './unit.ts'
import { clientId, day, line, lineOrNone, sessionNumber, timeOfDay, words } from './values.ts'

/** The states of a package. Source: product.md section 6. */
const handoverState = z.enum(['sent', 'accepted'])

/** What the next therapist reads first. The client's own words come last and weigh most. */
export const cover = z.strictObject({
  situation: words.min(1),
  done: words,
  next: words.min(1),
  watchFor: words,
  clientWords: words,
})
export type Cover = z.infer<typeof cover>

/** The first session in aftercare: booked with a person, a place and a time, or not booked for a stated reason. */
export const firstAppointment = z.discriminatedUnion('booked', [
  z.strictObject({ booked: z.literal(true), withWhom: line, where: line, on: day, at: timeOfDay }),
  z.strictObject({ booked: z.literal(false), reason: line }),
])
export type FirstAppointment = z.infer<typeof firstAppointment>

export const handover = z.strictObject({
  packageId: z.uuid(),
  clientId,
  /** Empty where the client has a protected identity; then the case number stands in its place. */
  clientName: z.string(),
  caseNumber: z.string(),
  direction: z.enum(['out', 'in']),
  state: handoverState,
  /** The other unit's name. */
  unit: line,
  on: day,
  settledOn: day.optional(),
  /** What the receiver proves with; only there in the receiving binder. */
  receipt: z.string().optional(),
  cover,
  firstAppointment,
})
export type Handover = z.infer<typeof handover>

/** A number of records of one kind in a package, and how many of them are not here yet. */
const count = z.strictObject({
  part: z.enum([
    'client',
    'placements',
    'chainEvents',
    'slots',
    'sessions',
    'goals',
    'worksheets',
    'offers',
    'homework',
    'remarks',
  ]),
  total: z.int(),
  fresh: z.int(),
})
export type PackageCount = z.infer<typeof count>

/** Where the client sees something in the package otherwise, in the client's words; of a session with its number. */
const seenOtherwise = remark
  .pick({ words: true, on: true, author: true })
  .extend({ about: remarkAbout.shape.kind, number: sessionNumber.optional() })

/** What keeps a package from being taken on without a word: another unit is its receiver, or the consent it came under has expired. */
const packageObstacle = z.enum(['otherReceiver', 'consentExpired'])
export type PackageObstacle = z.infer<typeof packageObstacle>

const packagePreview = z.strictObject({
  packageId: z.uuid(),
  sender: namedUnit,
  /** To whom it is addressed, as the sender wrote it. */
  receiver: line,
  sealedOn: day,
  /** True when this package has been accepted here before: accepting again changes nothing. */
  alreadyAccepted: z.boolean(),
  /** Named also where the identity is protected: the receiver must know who it is. */
  client: client.pick({ name: true, maskedNumber: true, caseNumber: true, protectedIdentity: true }),
  parts: z.array(consentPart),
  consentUntil: day,
  /** Why it is taken on only with a reason. */
  obstacles: z.array(packageObstacle),
  /** The client is found by these too; of each no more than tells it from another. */
  earlierNumbers: z.array(z.string()),
  cover,
  firstAppointment,
  counts: z.array(count),
  disagreements: z.array(seenOtherwise),
})
export type PackagePreview = z.infer<typeof packagePreview>

/** The most bytes of a sealed file: one client's record is some tens of kB, and some MB where every note is very long. */
export const MOST_SEALED = 6_000_000
/** A sealed file as it crosses the border, base64: room for one that is too large, which is refused as such. */
const file = z.base64().max(2 * MOST_SEALED)
const spoken = z.string().trim().min(1).max(200)

/** Twelve letters and digits in three groups: A7KX-92MD-QT4H. */
const receiptCode = z.string().trim().min(12).max(20)

export const handoverContract = {
  /** Both directions, newest first. */
  'handover.list': query(z.strictObject({}), z.array(handover)),
  'handover.ofClient': query(z.strictObject({ clientId }), z.array(handover)),
  /** Seals the client's record for the receiver and lets the user save the file; answers with the words to tell by telephone. */
  'handover.seal': command(
    z.strictObject({
      clientId,
      consentId: z.uuid(),
      receiver: namedUnit,
      cover,
      firstAppointment,
      /** Where the client sees the handover otherwise: noted as said today, and sent along with it (L29). */
      disagreement: words.default(''),
    }),
    z.strictObject({ packageId: z.uuid(), words: z.array(z.string()), fileName: z.string(), saved: z.boolean() }),
  ),
  /** Opens a sealed file and says what it holds. Nothing is stored. */
  'handover.preview': query(z.strictObject({ file, words: spoken }), packagePreview),
  /** Takes over the record. `takenOnBecause` says why, where the preview has obstacles. */
  'handover.accept': command(
    z.strictObject({ file, words: spoken, readBack: words.min(1), takenOnBecause: lineOrNone.default('') }),
    z.strictObject({ clientId, receipt: z.string(), changed: z.int().min(0) }),
  ),
  /** Closes the loop at the sender: from here on the record is the receiver's and can only be read. */
  'handover.confirm': command(z.strictObject({ clientId, packageId: z.uuid(), receipt: receiptCode }), handover),
}
