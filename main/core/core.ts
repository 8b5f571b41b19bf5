import { custodyOf } from '../../db/repositories/client.ts'
import { idleMinutesOf } from '../../db/repositories/unit.ts'
import { activeUsers } from '../../db/repositories/user.ts'
import {
  answerFault,
  chainFor,
  entriesOfLog,
  extractOfLog,
  findClientOfLog,
  logState,
  toldFaults,
  usersOfLog,
  verifyLog,
} from '../accessLog/service.ts'
import type { Binder, Opened } from '../binder/binder.ts'
import { breakGlass, glassBrokenFor, glassNotSeen, seeGlass } from '../breakGlass/service.ts'
import {
  addPlacement,
  careChainOfClient,
  changePlacementOfClient,
  endAbsenceOfClient,
  endPlacementOfClient,
  placementById,
  recordChainEvent,
  restoreEventOfClient,
  strikeEventOfClient,
} from '../careChain/service.ts'
import { clientOperations } from '../client/operations.ts'
import { consentsOfClient, giveConsent, withdraw } from '../consent/service.ts'
import type { Context, World } from '../context/context.ts'
import type { Handlers } from '../context/handlers.ts'
import type { Platform } from '../context/platform.ts'
import { refuse } from '../contract/errors.ts'
import { type Call, contract, type Method } from '../contract/index.ts'
import {
  begunBy,
  discardDraft,
  dropDraft,
  earlierDrafts,
  getDraft,
  keepDraft,
  keepTypingHere,
  keepWhereTheUserIs,
  restoreDraft,
  setDraftAside,
  typingKept,
  watchDraft,
  whereTheUserWas,
} from '../draft/service.ts'
import { extractOperations } from '../extract/operations.ts'
import {
  dueGoals,
  goalsOfClient,
  markGoalStep,
  reviewGoal,
  rewordGoal,
  setGoal,
  setGoalStatus,
  takeBackFromGoal,
} from '../goal/service.ts'
import {
  acceptPackage,
  confirmReceipt,
  handoversOfClient,
  handoversWaiting,
  listHandovers,
  openFile,
  previewPackage,
  seal,
} from '../handover/service.ts'
import {
  addToReview,
  beginReview,
  breakOffReview,
  decide,
  getReview,
  listReviews,
  signReview,
} from '../logReview/service.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { searchManual } from '../manual/search.ts'
import {
  chapterOfSession,
  chooseManual,
  contentsOf,
  formOf,
  importPack,
  listManuals,
  manualInUse,
  pageOf,
} from '../manual/service.ts'
import { offersOfClient, recordOffer } from '../offer/service.ts'
import { planOfClient, schedule } from '../plan/service.ts'
import { addRemark, remarksOfClient } from '../remark/service.ts'
import { decideSecrecy, secrecyOfClient } from '../secrecy/service.ts'
import { homeworkOfClient, proposeNote, recordSession, searchSessions, sessionsOfClient } from '../session/service.ts'
import { toDoNow } from '../today/service.ts'
import { unitOperations } from '../unit/operations.ts'
import { userOperations } from '../user/operations.ts'
import { mayCall } from '../user/rights.ts'
import { chooseIdleMinutes } from '../user/service.ts'
import { keepSheetsOf, sheetOperations } from '../worksheet/operations.ts'
import { createDispatcher } from './dispatch.ts'
import { handOutBy } from './handOut.ts'

export type CoreParts = {
  readonly binder: Binder
  /** Our own manual; a binder may have a content pack in its place. Asked for when it is first needed: reading it takes a moment. */
  manual(): Manual
  readonly world: World
  readonly platform: Platform
  /** Hears of faults of ours; must not write anything personal. */
  report(error: unknown): void
}

const METHODS = Object.keys(contract) as Method[]

/** The app without a window: which room answers which operation. */
export function createCore({ binder, manual: own, world, platform, report }: CoreParts): Call {
  let inUse: { db: Opened['db']; manual: Manual } | undefined
  const manualOf = (db: Opened['db']) => {
    if (inUse?.db !== db) inUse = { db, manual: manualInUse(db, own()) }
    return inUse.manual
  }
  const contextOf = ({ db, user, unit }: Opened): Context => ({ ...world, db, user, unit, manual: manualOf(db) })
  const epochOf = (context: Context, id: Parameters<typeof custodyOf>[1]) =>
    custodyOf(context.db, id)?.epoch ?? refuse('not-found')

  const handOut = handOutBy(platform, binder.opened)

  const handlers: Handlers = {
    'binder.state': () => binder.state(),
    'binder.create': input => binder.create(input),
    'binder.setIdleMinutes': chooseIdleMinutes,
    ...userOperations(binder, platform.keychain),
    'user.colleagues': ({ db }) => activeUsers(db),
    'user.me': ({ db, user, unit }) => ({
      ...{ user, unit, idleMinutes: idleMinutesOf(db) },
      may: METHODS.filter(each => mayCall(user.roles, each)),
    }),
    ...unitOperations,

    ...clientOperations,
    ...extractOperations(handOut),
    'breakGlass.open': breakGlass,
    'breakGlass.ofClient': glassBrokenFor,
    'breakGlass.unseen': glassNotSeen,
    'breakGlass.see': seeGlass,
    'placement.add': (context, { clientId, ...input }) =>
      placementById(context, clientId, addPlacement(context, clientId, epochOf(context, clientId), input)),
    'placement.change': changePlacementOfClient,
    'placement.end': endPlacementOfClient,
    'careChain.ofClient': careChainOfClient,
    'chainEvent.record': recordChainEvent,
    'chainEvent.end': endAbsenceOfClient,
    'chainEvent.strike': strikeEventOfClient,
    'chainEvent.restore': restoreEventOfClient,
    'offer.record': recordOffer,
    'offer.ofClient': offersOfClient,

    'plan.ofClient': planOfClient,
    'plan.schedule': schedule,
    'session.record': (context, input) => {
      const sessionId = recordSession(context, input)
      if ('worksheets' in input) keepSheetsOf(context, input, sessionId)
      return { sessionId }
    },
    'session.noteText': proposeNote,
    'session.ofClient': sessionsOfClient,
    'session.search': searchSessions,
    'homework.ofClient': homeworkOfClient,
    ...sheetOperations,
    'goal.ofClient': goalsOfClient,
    'goal.due': dueGoals,
    'goal.set': setGoal,
    'goal.reword': rewordGoal,
    'goal.setStatus': setGoalStatus,
    'goal.markStep': markGoalStep,
    'goal.review': reviewGoal,
    'goal.takeBack': takeBackFromGoal,
    'remark.add': addRemark,
    'remark.ofClient': remarksOfClient,
    'secrecy.ofClient': secrecyOfClient,
    'secrecy.decide': decideSecrecy,

    'draft.save': keepDraft,
    'draft.get': getDraft,
    'draft.discard': discardDraft,
    'draft.setAside': setDraftAside,
    'draft.drop': dropDraft,
    'draft.restore': restoreDraft,
    'draft.earlier': earlierDrafts,
    'draft.watch': watchDraft,
    'draft.list': begunBy,
    'draft.lastPlace': whereTheUserWas,
    'draft.keepPlace': keepWhereTheUserIs,
    'typing.kept': typingKept,
    'typing.keep': keepTypingHere,

    'consent.give': giveConsent,
    'consent.withdraw': withdraw,
    'consent.ofClient': consentsOfClient,
    'handover.list': listHandovers,
    'handover.ofClient': handoversOfClient,
    'handover.seal': handOut(seal),
    'handover.preview': {
      async prepare(context, input) {
        const content = await openFile(input)
        return () => previewPackage(context, content)
      },
    },
    'handover.accept': {
      async prepare(context, input) {
        const content = await openFile(input)
        return () => acceptPackage(context, content, input.file, input.readBack)
      },
    },
    'handover.confirm': confirmReceipt,

    'accessLog.state': logState,
    'accessLog.faults': toldFaults,
    'accessLog.answerFault': answerFault,
    'accessLog.verify': verifyLog,
    'accessLog.entries': entriesOfLog,
    'accessLog.users': usersOfLog,
    'accessLog.findClient': findClientOfLog,
    'accessLog.extract': handOut(extractOfLog),
    'accessLog.printed': () => ({}),
    'logReview.list': listReviews,
    'logReview.get': getReview,
    'logReview.begin': (context, input) => beginReview(context, input, chainFor(context)),
    'logReview.decide': decide,
    'logReview.sign': signReview,
    'logReview.breakOff': breakOffReview,
    'logReview.add': addToReview,

    'today.list': context => ({
      ...toDoNow(context),
      waiting: handoversWaiting(context),
    }),

    'manual.contents': ({ manual }) => contentsOf(manual),
    'manual.chapter': ({ manual }, { session }) => chapterOfSession(manual, session),
    'manual.page': ({ manual }, { id }) => pageOf(manual, id),
    'manual.form': ({ manual }, { id }) => formOf(manual, id),
    'manual.search': ({ manual }, { words }) => searchManual(manual, words),
    'manual.print': handOut(async ({ manual, now }, input) => {
      const { printManual } = await import('../print/pdf.ts') // only when asked for: the typesetter is slow to load
      const { fileName, bytes } = await printManual(manual, input, now())
      const made = { bytes, store: () => ({ fileName, saved: true }) }
      return { name: fileName, none: { fileName, saved: false }, make: async () => made }
    }),
    'manual.list': context => listManuals(context, own()),
    'manual.importPack': (context, input) => {
      inUse = undefined
      return importPack(context, input, own())
    },
    'manual.use': (context, input) => {
      inUse = undefined
      return chooseManual(context, input)
    },
  }
  return createDispatcher(handlers, binder.opened, contextOf, report)
}
