import type { z } from 'zod'
import { accessLogContract } from './accessLog.ts'
import { assignmentContract } from './assignment.ts'
import { binderContract } from './binder.ts'
import { breakGlassContract } from './breakGlass.ts'
import { careChainContract } from './careChain.ts'
import { clientContract } from './client.ts'
import { consentContract } from './consent.ts'
import { draftContract } from './draft.ts'
import { emergencyNumberContract } from './emergencyNumber.ts'
import type { Refusal } from './errors.ts'
import { extractContract } from './extract.ts'
import { goalContract } from './goal.ts'
import { handoverContract } from './handover.ts'
import { identityContract } from './identity.ts'
import { listContract } from './list.ts'
import { logReviewContract } from './logReview.ts'
import { manualContract } from './manual.ts'
import { mergeContract } from './merge.ts'
import { mistakeContract } from './mistake.ts'
import { municipalityContract } from './municipality.ts'
import { offerContract } from './offer.ts'
import { planContract } from './plan.ts'
import { remarkContract } from './remark.ts'
import { retentionContract } from './retention.ts'
import { secrecyContract } from './secrecy.ts'
import { sessionContract } from './session.ts'
import { todayContract } from './today.ts'
import { trainingContract } from './training.ts'
import { unitContract } from './unit.ts'
import { userContract } from './user.ts'
import { valueChangeContract } from './valueChange.ts'
import { worksheetContract } from './worksheet.ts'

/** Everything the core can be asked, by name. The dispatcher accepts nothing else. */
export const contract = {
  ...binderContract,
  ...userContract,
  ...unitContract,
  ...listContract,
  ...emergencyNumberContract,
  ...clientContract,
  ...municipalityContract,
  ...assignmentContract,
  ...identityContract,
  ...mergeContract,
  ...extractContract,
  ...retentionContract,
  ...breakGlassContract,
  ...careChainContract,
  ...offerContract,
  ...planContract,
  ...sessionContract,
  ...worksheetContract,
  ...goalContract,
  ...remarkContract,
  ...mistakeContract,
  ...valueChangeContract,
  ...secrecyContract,
  ...draftContract,
  ...consentContract,
  ...handoverContract,
  ...accessLogContract,
  ...logReviewContract,
  ...trainingContract,
  ...todayContract,
  ...manualContract,
}

export type Contract = typeof contract
export type Method = keyof Contract
/** What a caller may send. */
export type Input<M extends Method> = z.input<Contract[M]['input']>
/** What a service receives, once checked. */
export type Checked<M extends Method> = z.output<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal }

/** The core as every host serves it, and as the renderer reaches it. */
export type Call = (method: string, input: unknown) => Promise<Reply>
