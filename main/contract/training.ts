import { z } from 'zod'
import { command, query } from './operation.ts'
import { role } from './user.ts'
import { day, instant, line, lineOrNone, listCode, procedureCode, userId, words } from './values.ts'

/** The reason, in the list of reasons, that an offer failed because nobody had the method. */
export const NO_TRAINED_STAFF = 'noTrainedStaff'

/** A method that one can be trained in; a list kept as data. `cra`: who has it can give CRA. */
const trainingMethod = z.strictObject({ code: listCode, words: line, short: line, cra: z.boolean() })
export type TrainingMethod = z.infer<typeof trainingMethod>

/** A year, YYYY, or a day. */
const yearOrDay = z.union([z.string().regex(/^(19|20)\d\d$/), day])

const trainingState = z.enum(['underWay', 'completed'])
export type TrainingState = z.infer<typeof trainingState>

/** What stands in the training register about someone: an education, a method, or a procedure they are certified in. */
const trainingContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('education'),
    /** The degree or the course, and where. */
    what: line,
    on: yearOrDay,
  }),
  z.strictObject({
    kind: z.literal('method'),
    method: listCode,
    givenBy: lineOrNone,
    /** In words: introduction, basic course, so many days. */
    level: lineOrNone,
    state: trainingState,
    /** The day it was completed; of one under way, the day it began. */
    fromOn: day,
    /** The last day it is valid, where it expires. */
    untilOn: day.optional(),
  }),
  z.strictObject({
    kind: z.literal('certification'),
    procedure: procedureCode,
    on: day,
    /** Who judged it: often the supervisor who writes this, sometimes someone from outside. */
    by: line,
    /** How it was judged, in words; nothing about a client. */
    judged: words.min(1),
  }),
])
export type TrainingContent = z.infer<typeof trainingContent>

const trainingEntry = z.strictObject({
  id: z.uuid(),
  content: trainingContent,
  /** The entry that this one changed: that one stays, as it was. */
  replaces: z.uuid().optional(),
  author: line,
  at: instant,
  takenBack: z.strictObject({ reason: line, by: line, at: instant }).optional(),
  /** Neither taken back nor replaced by one that stands. */
  stands: z.boolean(),
})
export type TrainingEntry = z.infer<typeof trainingEntry>

/** How someone stands to a method today. One they have nothing standing about is left out. */
const methodHeld = z.strictObject({
  method: listCode,
  how: z.enum(['has', 'underWay', 'expired']),
  /** Had or under way since; of what has expired, the last day it was valid. */
  on: day,
})
export type MethodHeld = z.infer<typeof methodHeld>

const staffTraining = z.strictObject({
  userId,
  name: line,
  /** In force; none for someone who no longer works here. */
  roles: z.array(role),
  /** In the order of writing, with what was changed and taken back. */
  entries: z.array(trainingEntry),
  methods: z.array(methodHeld),
  /** Procedures certified and standing, each once, in the order of their codes. */
  certified: z.array(z.strictObject({ procedure: procedureCode, on: day, by: line })),
})
export type StaffTraining = z.infer<typeof staffTraining>

const nothing = z.strictObject({})

export const trainingContract = {
  /** The methods in the order they are shown. */
  'training.methods': query(nothing, z.array(trainingMethod)),
  'training.own': query(nothing, staffTraining),
  /** Everyone who works here, and those who have left something here; by name. */
  'training.register': query(
    nothing,
    z.strictObject({
      staff: z.array(staffTraining),
      /** Sessions that this unit did not offer for want of trained staff, in the twelve months up to today. */
      notOffered: z.strictObject({ fromOn: day, toOn: day, sessions: z.int().min(0) }),
    }),
  ),
  /** Those sessions, newest first: enough to find them, and nothing of the care. */
  'training.notOffered': query(
    nothing,
    z.array(
      z.strictObject({
        id: z.uuid(),
        /** Case number, or initials and year of birth; a protected client without a case number is only said to be one. */
        reference: line,
        number: z.int(),
        on: day,
        /** Where the client was placed that day; else the unit that held the record. */
        unit: line,
      }),
    ),
  ),
  /** Who works here and can give CRA today. */
  'training.craStaff': query(nothing, z.array(z.strictObject({ name: line, since: day }))),
  /** Writes something new, or changes what stands: `replaces`. A certification is written by a supervisor, never one's own. */
  'training.add': command(
    z.strictObject({ userId, content: trainingContent, replaces: z.uuid().optional() }),
    trainingEntry,
  ),
  /** What was put in wrongly stays readable, with who took it back, when and why. What it had replaced stands again. */
  'training.takeBack': command(z.strictObject({ entryId: z.uuid(), reason: line }), nothing),
}
