import { ownUnit } from '../../db/repositories/unit.ts'
import { accessLogOperations } from '../accessLog/operations.ts'
import { assignmentOperations } from '../assignment/operations.ts'
import { binderOperations } from '../binder/operations.ts'
import type { Seat } from '../binder/seat.ts'
import type { Visit } from '../binder/vault.ts'
import { breakGlassOperations } from '../breakGlass/operations.ts'
import { careChainOperations } from '../careChain/operations.ts'
import { clientOperations } from '../client/operations.ts'
import { consentOperations } from '../consent/operations.ts'
import type { Context } from '../context/context.ts'
import type { Handlers } from '../context/handlers.ts'
import type { Platform } from '../context/platform.ts'
import type { Call } from '../contract/index.ts'
import { draftOperations } from '../draft/operations.ts'
import { emergencyNumberOperations } from '../emergencyNumber/operations.ts'
import { extractOperations } from '../extract/operations.ts'
import { goalOperations } from '../goal/operations.ts'
import { handoverOperations } from '../handover/operations.ts'
import { identityOperations } from '../identity/operations.ts'
import { listOperations } from '../list/operations.ts'
import { logReviewOperations } from '../logReview/operations.ts'
import { manualOperations } from '../manual/operations.ts'
import { mergeOperations } from '../merge/operations.ts'
import { mistakeOperations } from '../mistake/operations.ts'
import { municipalityOperations } from '../municipality/operations.ts'
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
import { valueChangeOperations } from '../valueChange/operations.ts'
import { worksheetOperations } from '../worksheet/operations.ts'
import { createDispatcher } from './dispatch.ts'
import { createFileExport } from './fileExport.ts'
import { readBack } from './readBack.ts'

type CoreParts = {
  readonly seat: Seat
  readonly platform: Platform
  /** Hears of faults of ours; must not write anything personal. */
  report(error: unknown): void
}

/** The app without a window, as it answers at one seat: every room, and what they share. */
export function createCore({ seat, platform, report }: CoreParts): Call {
  const { world, manual } = seat.vault
  const exportFile = createFileExport(platform, seat)
  const contextOf = ({ db, user }: Visit): Context => ({ ...world, db, user, unit: ownUnit(db), manual: manual.of(db) })

  const handlers: Handlers = {
    ...binderOperations(seat),
    ...userOperations(seat),
    ...unitOperations,
    ...listOperations,
    ...emergencyNumberOperations(manual),
    ...clientOperations,
    ...municipalityOperations,
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
    ...mistakeOperations,
    ...valueChangeOperations,
    ...secrecyOperations,
    ...draftOperations,
    ...consentOperations,
    ...handoverOperations({ exportFile, readBack: (context, id) => readBack(handlers, context, id) }),
    ...accessLogOperations(exportFile),
    ...logReviewOperations,
    ...trainingOperations,
    ...todayOperations,
    ...manualOperations(manual, exportFile),
  }
  return createDispatcher({ seat, handlers, contextOf, report })
}
