import { z } from 'zod'
import type { ClientId } from './values.ts'

/** Every way the core may refuse a request. The renderer has a Swedish sentence for each. */
const errorCode = z.enum([
  'invalid-input',
  /** A typed text with more characters than the contract takes: which, the most, and how many are over. */
  'too-long',
  'unknown-method',
  'not-found',
  'locked',
  'not-permitted',
  'unexpected',
  'disk-refuses',
  'file-not-written',
  'draft-changed',
  'other-user',
  // the binder and its key
  'binder-exists',
  'binder-missing',
  'binder-empty',
  'binder-damaged',
  'binder-newer',
  'binder-in-use',
  'keyring-missing',
  'keyring-damaged',
  'wrong-passphrase',
  'wait',
  'not-admitted',
  'passphrase-not-new',
  'passphrase-unusable',
  'passphrase-weak',
  'words-expired',
  'key-changed',
  'key-holders-remain',
  'key-sheet-remains',
  'nothing-begun',
  'sheet-words-wrong',
  'keychain-weak',
  'keychain-absent',
  'keychain-others',
  'keychain-refused',
  // users
  'last-administrator',
  'not-yourself',
  'user-named',
  // the client's record
  'not-holder',
  'not-own-client',
  'not-the-therapist',
  'assign-reason-missing',
  'unit-name-taken',
  'unit-is-own',
  'retention-not-due',
  'retention-kept',
  'retention-at-work',
  'retention-not-decided',
  'retention-other-reference',
  'retention-own-proposal',
  'retention-reason-missing',
  'retention-rule-changed',
  'not-a-therapist',
  'not-a-coordinator',
  'number-invalid',
  'number-taken',
  'number-of-another',
  'asked-often',
  'nothing-changed',
  'held-after-death',
  'after-death',
  'before-birth',
  'merge-handed-over',
  'merge-drafts',
  'merge-other-reference',
  'number-missing',
  'reason-does-not-fit',
  'choice-not-in-force',
  'already-held',
  'undocumented',
  'day-in-future',
  'days-reversed',
  'cannot-take-back',
  'mistake-not-ours',
  'mistake-words-missing',
  'mistake-place-taken',
  // handover
  'consent-not-in-force',
  'consent-not-a-waiver',
  'package-not-a-package',
  'package-damaged',
  'package-wrong-words',
  'package-newer',
  'package-too-large',
  'package-own',
  /** Something in the record is written later than this computer says it is. */
  'written-ahead',
  /** Something in the record no receiver would take. */
  'record-not-sound',
  'package-ahead',
  'package-other-receiver',
  'package-consent-expired',
  'client-already-here',
  'handover-under-way',
  'receipt-wrong',
  'handover-not-sent',
  // the lists that are data
  'list-words-taken',
  'list-day-too-early',
  'list-word-used',
  'list-would-be-empty',
  'list-entry-needed',
  'phone-number-invalid',
  'phone-numbers-full',
  // the training register
  'not-own-training',
  'not-self-certified',
  'entry-not-standing',
  // the access log
  'fault-answered',
  'review-open',
  'review-ended',
  'items-undecided',
  'own-item',
  'words-missing',
])
export type ErrorCode = z.infer<typeof errorCode>

export type Refusal = {
  readonly code: ErrorCode
  /** Values for the sentence shown to the user. Never personal data: refusals are logged. */
  readonly details?: Readonly<Record<string, string | number>>
}

/** A refusal on its way to the dispatcher, or from the core to a screen. */
export class CoreError extends Error {
  readonly refusal: Refusal
  /** Whom it tells that they are here: it stands on their logs, also when all else is undone. Never sent anywhere. */
  readonly tellsOf: readonly ClientId[]
  constructor(refusal: Refusal, tellsOf: readonly ClientId[] = []) {
    super(refusal.code)
    this.refusal = refusal
    this.tellsOf = tellsOf
  }
}

/** Stops the operation and tells the user why. */
export function refuse(code: ErrorCode, details?: Refusal['details']): never {
  throw new CoreError(details === undefined ? { code } : { code, details })
}

/** Refuses by what is known of clients who need not be the caller's own: the refusal stands on the log of each. */
export function refuseTellingOf(clients: readonly ClientId[], code: ErrorCode, details?: Refusal['details']): never {
  throw new CoreError(details === undefined ? { code } : { code, details }, clients)
}
