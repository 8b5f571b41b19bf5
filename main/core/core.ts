import { accessLogOperations } from '../accessLog/operations.ts'
import { assignmentOperations } from '../assignment/operations.ts'
import type { Binder, Opened } from '../binder/binder.ts'
import { binderOperations } from '../binder/operations.ts'
import { breakGlassOperations } from '../breakGlass/operations.ts'
import { careChainOperations } from '../careChain/operations.ts'
import { clientOperations } from '../client/operations.ts'
import { consentOperations } from '../consent/operations.ts'
import type { Context, World } from '../context/context.ts'
import type { Handlers } from '../context/handlers.ts'
import type { Platform } from '../context/platform.ts'
import type { Call } from '../contract/index.ts'
import { draftOperations } from '../draft/operations.ts'
import { extractOperations } from '../extract/operations.ts'
import { goalOperations } from '../goal/operations.ts'
import { handoverOperations } from '../handover/operations.ts'
import { identityOperations } from '../identity/operations.ts'
import { logReviewOperations } from '../logReview/operations.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { manualOperations } from '../manual/operations.ts'
import { mergeOperations } from '../merge/operations.ts'
import { offerOperations } from '../offer/operations.ts'
import { planOperations } from '../plan/operations.ts'
import { remarkOperations } from '../remark/operations.ts'
import { retentionOperations } from '../retention/operations.ts'
import { secrecyOperations } from '../secrecy/operations.ts'
import { sessionOperations } from '../session/operations.ts'
import { todayOperations } from '../today/operations.ts'
import { trainingOperations } from '../training/operations.ts'
import { unitOperations } from '../unit/operations.ts'
import { userOperations } from '../user/operations.ts'
import { worksheetOperations } from '../worksheet/operations.ts'
import { createDispatcher } from './dispatch.ts'
import { createFileExport } from './fileExport.ts'
import { createManualInUse } from './manualInUse.ts'

export type CoreParts = {
  readonly binder: Binder
  /** Our own manual; a binder may have a content pack in its place. Asked for when it is first needed: reading it takes a moment. */
  manual(): Manual
  readonly world: World
  readonly platform: Platform
  /** Hears of faults of ours; must not write anything personal. */
  report(error: unknown): void
}

/** The app without a window: every room, and what they share. */
export function createCore({ binder, manual, world, platform, report }: CoreParts): Call {
  const inUse = createManualInUse(manual)
  const exportFile = createFileExport(platform, binder.opened)
  const contextOf = ({ db, user, unit }: Opened): Context => ({ ...world, db, user, unit, manual: inUse.of(db) })

  const handlers: Handlers = {
    ...binderOperations(binder),
    ...userOperations(binder, platform.keychain),
    ...unitOperations,
    ...clientOperations,
    ...assignmentOperations,
    ...identityOperations,
    ...mergeOperations,
    ...extractOperations(exportFile),
    ...retentionOperations,
    ...breakGlassOperations,
    ...careChainOperations,
    ...offerOperations,
    ...planOperations,
    ...sessionOperations,
    ...worksheetOperations,
    ...goalOperations,
    ...remarkOperations,
    ...secrecyOperations,
    ...draftOperations,
    ...consentOperations,
    ...handoverOperations(exportFile),
    ...accessLogOperations(exportFile),
    ...logReviewOperations,
    ...trainingOperations,
    ...todayOperations,
    ...manualOperations(inUse, exportFile),
  }
  return createDispatcher(handlers, binder.opened, contextOf, report)
}
