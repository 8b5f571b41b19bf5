import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { sex } from '../../main/contract/client.ts'
import { coordinatedPlanInput, waiverInput } from '../../main/contract/consent.ts'
import { formAnswers, formId } from '../../main/contract/form.ts'
import { attainment, goalStatus, lifeArea } from '../../main/contract/goal.ts'
import { cover, firstAppointment } from '../../main/contract/handover.ts'
import { offerAnswer, offered, offerManner } from '../../main/contract/offer.ts'
import { outcome } from '../../main/contract/plan.ts'
import { remarkKind } from '../../main/contract/remark.ts'
import { attendance, companion, homeworkDone, setting } from '../../main/contract/session.ts'
import { day, line, listCode, procedureCode, sessionNumber, timeOfDay } from '../../main/contract/values.ts'

/** The people of the demo are written by hand, one file each. */
const PEOPLE = join(import.meta.dirname, 'people')

const LIFE_AREAS = lifeArea.options.length
/** Twelve scores in the form's order with spaces between; a dash is a row that was skipped. */
const areas = z
  .string()
  .transform(text => text.trim().split(/\s+/))
  .pipe(z.array(z.string().regex(/^([1-9]|10|-)$/)).length(LIFE_AREAS))

/** `what | when | where | with whom`, the last ones left out where nothing was said. */
const homework = z.string().transform(text => {
  const [what = '', when = '', where = '', withWhom = ''] = text.split('|').map(each => each.trim())
  return { what, when, where, withWhom }
})

const held = z.strictObject({
  nr: sessionNumber,
  on: day,
  /** Held in part: to be continued in a later entry. */
  part: z.boolean().default(false),
  minutes: z.int().optional(),
  /** Where it was held, when it is not where the placement says. */
  setting: setting.optional(),
  craving: z.int().optional(),
  /** The best change talk heard. */
  says: z.string().default(''),
  /** The client's answers to the three questions at the end: what is taken along, what to change, how it was. */
  takes: z.string().default(''),
  changes: z.string().default(''),
  was: z.string().default(''),
  /** Importance, confidence, readiness; a dash where it was not asked. */
  rulers: z
    .string()
    .transform(text => text.trim().split(/\s+/))
    .pipe(z.array(z.string().regex(/^([0-9]|10|-)$/)).length(3))
    .optional(),
  attendance: attendance.default('whole'),
  /** Who was there beside the client and the therapist. */
  with: z.array(companion).default([]),
  coTherapists: z.array(line).default([]),
  /** Of a session held in part: the steps that were gone through; of its rest: those of the rest. Left out: all. */
  steps: z.array(formId).optional(),
  note: z.string().min(1),
  /** Left out: the chapter's own homework. */
  homework: z.array(homework).optional(),
  /** How it went with what was given last time. */
  reviewed: homeworkDone.default('yes'),
  /** Procedures of the chapter that were not given this time. */
  skip: z.array(procedureCode).default([]),
  /** Procedures brought in from other chapters. */
  also: z.array(procedureCode).default([]),
  rolePlays: z.int().optional(),
  /** Corrections, the client's own view, and that the client has read it; said on the day it was written. */
  added: z.array(z.strictObject({ on: day, kind: remarkKind, words: z.string().default('') })).default([]),
})
const notHeld = z.strictObject({
  nr: sessionNumber,
  on: day,
  outcome: outcome.extract(['declined', 'noShow', 'cancelledByUs', 'notOffered']),
  why: listCode,
  again: day.optional(),
  note: z.string().default(''),
})
export type DemoHeld = z.infer<typeof held>
export type DemoSession = DemoHeld | z.infer<typeof notHeld>

const consented = {
  on: day,
  witness: z.string().default(''),
  withdrawnOn: day.optional(),
  withdrawnWords: z.string().default(''),
}
const handoverText = z.strictObject({ sealedOn: day, unit: line, cover, firstAppointment, settledOn: day.optional() })

const demoPerson = z.strictObject({
  name: line,
  born: day,
  sex,
  home: line,
  case: line,
  protected: z.boolean().default(false),
  /** In the binder without a personal number. */
  numberless: z.boolean().default(false),
  coordinator: z.string().default(''),
  /** The hour they usually meet. */
  at: timeOfDay,
  placements: z
    .array(
      z.strictObject({
        ground: listCode,
        unit: line,
        by: line.optional(),
        from: day,
        judged: day.optional(),
        planned: day.optional(),
        to: day.optional(),
        /** Why it ended. */
        why: listCode.default('asPlanned'),
      }),
    )
    .min(1),
  offers: z
    .array(
      z.strictObject({
        on: day,
        answer: offerAnswer,
        about: offered.default('cra'),
        manner: offerManner.default('meeting'),
        why: listCode.optional(),
        again: day.optional(),
      }),
    )
    .default([]),
  sessions: z.array(z.union([notHeld, held])).default([]),
  planned: z.array(z.strictObject({ nr: sessionNumber, on: day })).default([]),
  scales: z
    .array(
      z.strictObject({
        on: day,
        areas,
        /** The client's own words about single areas. */
        areaWords: formAnswers.optional(),
        notLower: z.string().optional(),
        oneStepUp: z.string().optional(),
        comment: z.string().optional(),
        by: z.enum(['alone', 'together', 'readAloud']).default('together'),
      }),
    )
    .default([]),
  goals: z
    .array(
      z.strictObject({
        on: day,
        words: z.string(),
        area: lifeArea,
        wording: z.string().default(''),
        /** `what | by when | who`. */
        steps: z.array(z.string()).default([]),
        obstacle: z.string().default(''),
        plan: z.string().default(''),
        /** The expected alone, or all five levels from −2 to +2. */
        levels: z
          .union([line.transform(expected => ['', '', expected, '', '']), z.array(z.string()).length(5)])
          .default(['', '', '', '', '']),
        review: day.optional(),
        /** Steps by their number. */
        done: z.array(z.strictObject({ step: z.int(), on: day })).default([]),
        statuses: z.array(z.strictObject({ on: day, status: goalStatus, helped: z.string().default('') })).default([]),
        /** What was said anew; the rest stands. Steps are added to those there are. */
        reworded: z
          .array(
            z.strictObject({
              on: day,
              words: line.optional(),
              wording: line.optional(),
              obstacle: line.optional(),
              plan: line.optional(),
              steps: z.array(z.string()).default([]),
            }),
          )
          .default([]),
        reviews: z
          .array(
            z.strictObject({
              on: day,
              level: attainment.optional(),
              says: z.string().default(''),
              status: goalStatus.default('underWay'),
              helped: z.string().default(''),
              next: day.optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  worksheets: z.array(z.strictObject({ on: day, form: formId, answers: formAnswers })).default([]),
  consents: z
    .array(
      z.discriminatedUnion('kind', [
        waiverInput.omit({ clientId: true, givenOn: true }).extend(consented),
        coordinatedPlanInput.omit({ clientId: true, givenOn: true }).extend(consented),
      ]),
    )
    .default([]),
  /** Sealed here for another unit; with `settledOn` the receipt has come back. */
  sent: handoverText.optional(),
  /** Came from another unit: everything up to `sealedOn` was written there. */
  received: handoverText.extend({ settledOn: day, readBack: z.string().min(1) }).optional(),
  /** Not in the binder at all: a package from another unit that nobody has opened. */
  unopened: handoverText.optional(),
})
export type DemoPerson = z.infer<typeof demoPerson>

/** Everyone, by the name of their file. */
export function demoPeople(): Map<string, DemoPerson> {
  const files = readdirSync(PEOPLE)
    .filter(each => each.endsWith('.yaml'))
    .toSorted()
  return new Map(
    files.map(file => {
      const read = demoPerson.safeParse(parse(readFileSync(join(PEOPLE, file), 'utf8')))
      if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
      return [file.replace(/\.yaml$/, ''), read.data]
    }),
  )
}
