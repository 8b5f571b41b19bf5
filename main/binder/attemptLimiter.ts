import type { World } from '../context/context.ts'
import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { Instant, UserId } from '../contract/values.ts'
import {
  type AttemptMemory,
  type LockSeal,
  NO_ATTEMPTS,
  type UnreportedAttempts,
  waitAfter,
  withFailure,
  withoutFailure,
  withSuccess,
} from './attemptMemory.ts'
import type { KeyStore } from './keyStore.ts'

/** Has secrets tried one at a time, whoever gives them, and lets the next wait longer the more of them were wrong. */
export type AttemptLimiter = {
  /** Whole seconds until the next secret is tried. */
  waitSeconds(): number
  /**
   * Tries a secret. Refused with `refusal` when nothing comes of it, and with `wait` while the wait lasts. The count goes
   * back when someone comes in, and not before: a right answer in between buys no new guesses.
   *
   * The wait is counted on a clock that nobody can set, and whole from the start after a restart: to turn the
   * computer's clock neither shortens nor lengthens it. It holds back someone at the keyboard. Someone who can
   * copy the files tries elsewhere, and meets what each try costs: Argon2id.
   *
   * `report` notes at once who it was that failed, where someone is in; what it could not note stays `unreported`.
   */
  attempt<T>(tried: () => Promise<T | undefined>, refusal?: ErrorCode, report?: () => boolean): Promise<T>
  /** What the access log is to be told of when someone comes in. */
  unreported(): UnreportedAttempts
  /** Someone came in: they are tried first the next time, and nothing is unreported. */
  recordSuccess(user: UserId): void
  /** Who came in here, the latest first. */
  latestUsers(): readonly string[]
  /** True when someone locked by hand or was away: then the computer's keychain is not enough. */
  passphraseOnly(): boolean
  setPassphraseOnly(passphraseOnly: boolean): void
  /** What lay on the disk at the last orderly lock; nothing while it is open, or after a crash. */
  seal(): LockSeal | undefined
  setSeal(seal: LockSeal | undefined): void
  /** A new binder has nothing to remember. */
  reset(): void
}

export function createAttemptLimiter(
  store: Pick<KeyStore, 'readAttempts' | 'writeAttempts'>,
  world: Pick<World, 'now' | 'monotonic'>,
): AttemptLimiter {
  const counted = createAttemptCount(store)
  const { begin, seconds: waitSeconds } = createWait(() => counted.now().wrong, world)
  let queue: Promise<unknown> = Promise.resolve()

  async function attemptNow<T>(tried: () => Promise<T | undefined>, refusal: ErrorCode, report: () => boolean) {
    const seconds = waitSeconds()
    if (seconds > 0) refuse('wait', { seconds })
    const found = await countedAttempt(counted, world.now(), tried, report)
    if (found !== undefined) return found
    begin()
    return refuse(refusal)
  }

  return {
    waitSeconds,
    attempt(tried, refusal = 'wrong-passphrase', report = () => false) {
      const attempted = queue.then(() => attemptNow(async () => tried(), refusal, report))
      queue = attempted.catch(() => undefined)
      return attempted
    },
    unreported() {
      const { failedAt, unlisted, lost } = counted.now()
      return { failedAt: failedAt.toReversed(), unlisted, lost }
    },
    recordSuccess: user => counted.change(memory => withSuccess(memory, user)),
    latestUsers: () => counted.now().latest,
    passphraseOnly: () => counted.now().typedOnly,
    setPassphraseOnly(typedOnly) {
      if (counted.now().typedOnly !== typedOnly) counted.change(memory => ({ ...memory, typedOnly }))
    },
    seal: () => counted.now().seal,
    setSeal: seal => counted.change(memory => ({ ...memory, seal })),
    reset: () => counted.change(() => NO_ATTEMPTS),
  }
}

/** The wait, on a clock that nobody can set. What another program at the same door counted is waited for here too, whole from when it is seen. */
function createWait(wrong: () => number, world: Pick<World, 'monotonic'>) {
  let from = world.monotonic()
  let seen = wrong()
  const begin = () => {
    from = world.monotonic()
    seen = wrong()
  }
  return {
    begin,
    seconds() {
      if (wrong() > seen) begin()
      seen = wrong()
      return Math.max(0, Math.ceil(waitAfter(seen) - (world.monotonic() - from) / 1000))
    },
  }
}

/** An attempt that is being tried, and what was remembered before it. */
type Underway = { readonly at: Instant; readonly before: AttemptMemory }

function withoutUnderway(memory: AttemptMemory, { at, before }: Underway): AttemptMemory {
  const isOursAlone = memory.wrong === before.wrong + 1 && memory.failedAt[0] === at
  if (!isOursAlone) return withoutFailure(memory, at) // another program wrote meanwhile
  return { ...memory, failedAt: before.failedAt, unlisted: before.unlisted, wrong: before.wrong }
}

/**
 * The memory of attempts, read anew each time: several programs may stand at the same door. While one is underway here the
 * disk says that it was wrong, so that pulling the plug saves nothing; here it is not counted before it is known.
 */
function createAttemptCount(store: Pick<KeyStore, 'readAttempts' | 'writeAttempts'>) {
  /** What could not be written, since a full disk must not keep anyone out: it is remembered until the program ends. */
  let unwritten: AttemptMemory | undefined
  let underway: Underway | undefined

  function now(): AttemptMemory {
    if (unwritten !== undefined) return unwritten
    const memory = store.readAttempts()
    return underway === undefined ? memory : withoutUnderway(memory, underway)
  }
  function change(next: (memory: AttemptMemory) => AttemptMemory): void {
    const known = next(now())
    try {
      store.writeAttempts(underway === undefined ? known : withFailure(known, underway.at))
      unwritten = undefined
    } catch {
      unwritten = known
    }
  }

  return {
    now,
    change,
    setUnderway(next: Underway | undefined) {
      underway = next
    },
  }
}

/** Counts the attempt as wrong unless something comes of it; a fault of the files or ours is nobody's guess. */
async function countedAttempt<T>(
  { change, setUnderway }: ReturnType<typeof createAttemptCount>,
  at: Instant,
  tried: () => Promise<T | undefined>,
  report: () => boolean,
): Promise<T | undefined> {
  let settled = (memory: AttemptMemory) => memory
  change(before => {
    setUnderway({ at, before }) // from here the disk says that it was wrong
    return before
  })
  try {
    const found = await tried()
    if (found === undefined) {
      const isReported = report()
      settled = memory => (isReported ? { ...memory, wrong: memory.wrong + 1 } : withFailure(memory, at))
    }
    return found
  } finally {
    change(memory => {
      setUnderway(undefined)
      return settled(memory)
    })
  }
}
