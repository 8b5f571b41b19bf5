import type { Presence } from '../../main/contract/draft.ts'
import type { CoreError } from '../../main/contract/errors.ts'
import type { Input, Output } from '../../main/contract/index.ts'
import type { Instant } from '../../main/contract/values.ts'

/** Milliseconds of pause in typing before the draft is stored; product.md section 7 allows two seconds. */
const PAUSE = 500
/** Milliseconds: unbroken typing is stored as often as this. */
const LONGEST = 1_000
/** Milliseconds between tries while the draft cannot be stored or fetched. */
export const TRY_AGAIN = 2_000
/** What may pass by itself; other refusals wait for the user. */
const PASSING: readonly string[] = ['unexpected', 'disk-refuses'] satisfies CoreError['refusal']['code'][]

/** What the screen shows of a draft. A new object with every change. */
export type DraftView<T> = {
  /** Undefined until the earlier draft, if any, has been fetched, so that it is never overwritten by an empty form. */
  readonly value: T | undefined
  /** When the text was last stored; undefined while nothing has been typed. */
  readonly savedAt: Instant | undefined
  /** Why what was typed last is not stored. It stays on the screen. */
  readonly error: CoreError | undefined
  /** When another window stored a text that is not shown here. Both are safe, and the user chooses. */
  readonly changedAt: Instant | undefined
  readonly presence: Presence | undefined
}

/** Whose draft it is and where: every save names it. */
export type DraftIdentity = Readonly<Pick<Input<'draft.save'>, 'clientId' | 'place' | 'writer' | 'window'>>

/** Changes that no save under way carries. */
type Unstored = {
  /** True when a person has typed; false for what goes by itself, as a clock. */
  readonly byHand: boolean
  /** Milliseconds: the first change that no save has carried yet; undefined when all have been tried, and refused. */
  readonly untriedSince: number | undefined
  /** Milliseconds: the latest change. */
  readonly changedAt: number
}

/** A text under way to the core. */
type Sending = Pick<Unstored, 'byHand' | 'changedAt'> & {
  readonly attempt: number
  readonly to: Destination['kind']
  /** True once it has been discarded: nobody misses it should it be refused. */
  readonly isDiscarded: boolean
}

/** Where the text is stored. `aside` while another window's lies in its place; `takeOver` once the user has chosen this one. */
type Destination = { readonly kind: 'draft' } | { readonly kind: 'aside' | 'takeOver'; readonly id: string }

/** All that is known of one draft in one window: plain data. Times are milliseconds since 1970. */
export type DraftState<T> = {
  readonly identity: DraftIdentity
  readonly view: DraftView<T>
  /** How many show it. */
  readonly shownBy: number
  readonly unstored: Unstored | undefined
  /** One at a time, but for the last that is sent while the page goes. */
  readonly sending: readonly Sending[]
  /** Everything is to be stored now, without waiting for a pause. */
  readonly isHurried: boolean
  readonly destination: Destination
  /** The stored revision that the text builds on. */
  readonly basedOn: number
  /** The highest number sent with a save, or revision heard of: the next save's is above both. */
  readonly latestNumber: number
  /** Counts the requests that await an answer. */
  readonly attempts: number
  /** When a save was last sent. */
  readonly triedAt: number
  /** The fetch whose answer is still wanted. */
  readonly fetching: number | undefined
  /** When to fetch again what could not be fetched. */
  readonly fetchAgainAt: number | undefined
  /** The draft has been signed and is being let go: first what is under way arrives, then the core is told. */
  readonly discarding: 'waits' | 'sent' | undefined
}

/** What happens to a draft. */
export type DraftEvent<T> =
  | { readonly type: 'shown' | 'hidden' }
  /** Time to see who else is here, and whether another window has written. */
  | { readonly type: 'look' }
  | { readonly type: 'changed'; readonly value: T; readonly byHand: boolean }
  /** The time that `dueAt` gave has come. */
  | { readonly type: 'due' }
  /** The window loses its focus, the binder is locked, or someone must know that all is stored. */
  | { readonly type: 'storeNow' }
  /** The page goes, and waits for no answer. */
  | { readonly type: 'leaving' }
  | { readonly type: 'saved'; readonly attempt: number; readonly savedAt: Instant; readonly revision: number }
  | { readonly type: 'setAside'; readonly attempt: number; readonly savedAt: Instant }
  /** `newId` names the text should it have to lie beside another window's. */
  | { readonly type: 'refused'; readonly attempt: number; readonly error: CoreError; readonly newId: string }
  /** An earlier text has been made the draft. */
  | { readonly type: 'restored' }
  | {
      readonly type: 'fetched'
      readonly attempt: number
      readonly stored: Output<'draft.get'>
      readonly emptyForm: T
    }
  | { readonly type: 'fetchFailed'; readonly attempt: number; readonly error: CoreError; readonly emptyForm: T }
  | { readonly type: 'watched'; readonly presence: Presence }
  | { readonly type: 'chosen'; readonly which: 'theirs' | 'mine' }
  /** What the draft was for has been signed. */
  | { readonly type: 'discard' }
  | { readonly type: 'discarded' }

/** What is to be asked of the core. The answer comes back as an event with the same attempt. */
export type DraftEffect =
  | { readonly type: 'fetch'; readonly attempt: number; readonly input: Input<'draft.get'> }
  | { readonly type: 'save'; readonly attempt: number; readonly input: Input<'draft.save'> }
  | { readonly type: 'setAside'; readonly attempt: number; readonly input: Input<'draft.setAside'> }
  | { readonly type: 'discard'; readonly input: Input<'draft.discard'> }
  | { readonly type: 'watch'; readonly input: Input<'draft.watch'> }

export function newDraft<T>(identity: DraftIdentity): DraftState<T> {
  return {
    identity,
    view: { value: undefined, savedAt: undefined, error: undefined, changedAt: undefined, presence: undefined },
    shownBy: 0,
    unstored: undefined,
    sending: [],
    isHurried: false,
    destination: { kind: 'draft' },
    basedOn: 0,
    latestNumber: 0,
    attempts: 0,
    triedAt: 0,
    fetching: undefined,
    fetchAgainAt: undefined,
    discarding: undefined,
  }
}

/** When something is to be tried by itself, in milliseconds since 1970, which may have passed; undefined for never. */
export function dueAt<T>({ view, unstored, ...state }: DraftState<T>): number | undefined {
  if (view.value === undefined) return state.shownBy > 0 ? state.fetchAgainAt : undefined
  if (unstored === undefined || state.sending.length > 0 || state.discarding !== undefined) return undefined
  const { byHand, untriedSince, changedAt } = unstored
  if (view.error !== undefined) {
    return mayPass(view.error) || untriedSince !== undefined ? state.triedAt + TRY_AGAIN : undefined
  }
  if (!byHand && (view.presence?.otherWindows ?? 0) > 0) return undefined // it would only raise a question there
  return Math.min(changedAt + PAUSE, (untriedSince ?? state.triedAt) + LONGEST)
}

/** True for what may be otherwise in a moment; other refusals wait for the user. */
export function mayPass(error: CoreError): boolean {
  return PASSING.includes(error.refusal.code)
}

/** True while something is under way that ends by itself. */
export function isBusy<T>({ sending, discarding }: DraftState<T>): boolean {
  return sending.length > 0 || discarding !== undefined
}

/** True when nothing is left unstored. */
export function isStored<T>(state: DraftState<T>): boolean {
  return state.unstored === undefined && !isBusy(state)
}

/**
 * True when something is unstored that cannot be relied on to arrive while the page goes.
 * @param mostWhileGoing signs that can be sent then
 */
export function mustWait<T>(state: DraftState<T>, mostWhileGoing: number): boolean {
  if (state.unstored === undefined && state.sending.length === 0) return false
  return state.view.error !== undefined || JSON.stringify(state.view.value).length > mostWhileGoing
}
