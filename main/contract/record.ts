import { z } from 'zod'
import { chainEvent } from './careChain.ts'
import { client } from './client.ts'
import { consentPart } from './consent.ts'
import { anyFormAnswers, formId } from './form.ts'
import { goalEvent, goalId } from './goal.ts'
import { cover, firstAppointment } from './handover.ts'
import { clientChange } from './identity.ts'
import { mistakeAbout, mistakeReason } from './mistake.ts'
import { municipalityCode } from './municipality.ts'
import { offer } from './offer.ts'
import { storedNumber } from './personalNumber.ts'
import { slotId } from './plan.ts'
import { remark } from './remark.ts'
import { secrecyAbout, secrecyBranch } from './secrecy.ts'
import { homework, homeworkReview, procedureDone, session, sessionId } from './session.ts'
import { endReason, legalGround, namedUnit, reason, unit } from './unit.ts'
import {
  day,
  epoch,
  instant,
  line,
  lineOrNone,
  listCode,
  sessionNumber,
  timeOfDay,
  unitId,
  userId,
  words,
} from './values.ts'

/** What `settledThrough` is of a session that was held whole: no later day opens it. */
export const SETTLED_FOR_GOOD = '9999-12-31'
/** Empty when nothing was said. */
const place = lineOrNone
const author = { authorId: userId, authorName: line }

/** More numbers than anyone has had; each is one that the client is found by. */
const MOST_EARLIER_NUMBERS = 10

/**
 * A client's record as it travels between binders. Ids are random and travel along, so that the same row is recognised
 * wherever it comes back; epochs say who wrote it. Every text, number and list has its bounds: what can be written here
 * fits, and no more than a screen can show.
 */
const clientRecord = z.strictObject({
  client: client
    .pick({
      id: true,
      name: true,
      caseNumber: true,
      numberKind: true,
      sex: true,
      protectedIdentity: true,
      coordinator: true,
    })
    .extend({
      number: storedNumber,
      /** By name, so that it can be read where the code is not known; as it was written where it has none. */
      homeMunicipality: line,
      /** Missing in what was sealed before there were codes, and for what could not be read. */
      municipalityCode: municipalityCode.optional(),
      diedOn: day.optional(),
    }),
  /** What the client's details were before, from first to last: an earlier number tells that it is the same person. */
  changes: z
    .array(
      clientChange.omit({ author: true }).extend({
        epoch,
        earlierNumber: storedNumber,
        earlierCaseNumber: z.string().max(40),
        ...author,
      }),
    )
    .max(1_000)
    .refine(all => all.filter(each => each.earlierNumber !== '').length <= MOST_EARLIER_NUMBERS),
  placements: z
    .array(
      z.strictObject({
        id: z.uuid(),
        epoch,
        legalGround: listCode,
        unitId,
        appliedBy: unitId.optional(),
        fromOn: day,
        judgedOn: day.optional(),
        plannedToOn: day.optional(),
        toOn: day.optional(),
        endReason: listCode.optional(),
      }),
    )
    .max(200),
  chainEvents: z
    .array(chainEvent.omit({ clientId: true, by: true }).extend({ epoch, struckOn: day.optional(), ...author }))
    .max(1_000),
  slots: z
    .array(
      z.strictObject({
        id: slotId,
        number: sessionNumber,
        plannedOn: day.optional(),
        plannedAt: timeOfDay.optional(),
        plannedWhere: place,
        plannedWith: place,
        /** Planned days up to this one are settled; missing when none is. */
        settledThrough: z.union([day, z.literal(SETTLED_FOR_GOOD)]).optional(),
        offerAgainOn: day.optional(),
      }),
    )
    .max(18),
  sessions: z
    .array(
      session
        .pick({
          id: true,
          slotId: true,
          epoch: true,
          attempt: true,
          outcome: true,
          on: true,
          minutes: true,
          setting: true,
          attendance: true,
          present: true,
          coTherapists: true,
          steps: true,
          reasonCode: true,
          offerAgainOn: true,
          craving: true,
          importance: true,
          confidence: true,
          readiness: true,
          changeTalk: true,
          takesAlong: true,
          wouldChange: true,
          howItWas: true,
          note: true,
          manualVersion: true,
          signedAt: true,
        })
        .extend({ ...author, procedures: z.array(procedureDone).max(19) }),
    )
    .max(2_000),
  homework: z
    .array(
      homework.extend({
        epoch,
        givenIn: sessionId,
        position: z.int().min(1).max(1_000),
        reviewedIn: sessionId.optional(),
      }),
    )
    .max(5_000),
  worksheets: z
    .array(
      z.strictObject({
        id: z.uuid(),
        epoch,
        formId,
        version: z.int().min(1).max(9_999),
        answeredOn: day,
        sessionId: sessionId.optional(),
        answers: anyFormAnswers,
        ...author,
      }),
    )
    .max(5_000),
  goals: z
    .array(
      z.strictObject({
        id: goalId,
        epoch,
        /** The first is the goal as it was set. */
        events: z
          .array(goalEvent.omit({ author: true }).extend({ epoch, ...author }))
          .min(1)
          .max(1_000),
      }),
    )
    .max(200),
  offers: z.array(offer.omit({ clientId: true, by: true, reasonWords: true }).extend({ epoch, ...author })).max(500),
  /** What was added to any of the above, to the plan or to this handover. */
  remarks: z.array(remark.omit({ clientId: true, author: true }).extend(author)).max(5_000),
  /** What of the above was recorded by mistake; packages from before that could be said have none. */
  mistakes: z
    .array(
      z.strictObject({
        id: z.uuid(),
        epoch,
        about: mistakeAbout,
        withId: z.uuid().optional(),
        reason: mistakeReason,
        words,
        reviews: z.array(homeworkReview).max(20),
        at: instant,
        ...author,
        takenBackAt: instant.optional(),
        takenBackById: userId.optional(),
        takenBackBy: line.optional(),
      }),
    )
    .max(5_000)
    .default([]),
  /** Every decision about the secrecy of any of the above, from first to last; what is not here falls under the social services. */
  secrecy: z
    .array(
      z.strictObject({
        id: z.uuid(),
        epoch,
        about: secrecyAbout,
        branch: secrecyBranch,
        decidedAt: instant,
        ...author,
      }),
    )
    .max(5_000),
})
export type ClientRecord = z.infer<typeof clientRecord>

/** What stands inside a sealed file. */
export const packageContent = z.strictObject({
  format: z.literal('arton-handover'),
  version: z.literal(1),
  packageId: z.uuid(),
  /** The sender's epoch; acceptance begins the next. */
  epoch,
  sealedOn: day,
  /** Nothing in the record is written later. Missing in what was sealed before it was asked for: then the day's end. */
  sealedAt: instant.optional(),
  sender: unit,
  receiver: namedUnit,
  consent: z.strictObject({
    id: z.uuid(),
    parts: z.array(consentPart).min(1).max(consentPart.options.length),
    validUntil: day,
  }),
  cover,
  firstAppointment,
  /** 32 random bytes, hexadecimal: whoever can compute the receipt has opened the package. */
  receiptSecret: z.string().regex(/^[0-9a-f]{64}$/),
  /** Everything the record points to that the receiver may not have. */
  units: z.array(unit).max(200),
  reasons: z.array(reason).max(200),
  legalGrounds: z.array(legalGround).max(200),
  endReasons: z.array(endReason).max(200),
  record: clientRecord,
})
export type PackageContent = z.infer<typeof packageContent>

/** The plain line before the sealed part: nothing in it tells who the client is. */
export const packageHeader = z.strictObject({
  arton: z.int().min(1),
  packageId: z.uuid(),
  epoch,
  sender: line,
  receiver: line,
})
export type PackageHeader = z.infer<typeof packageHeader>
