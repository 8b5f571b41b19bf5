import type { World } from '../context/context.ts'
import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { Instant, UserId } from '../contract/values.ts'
import {
  type AttemptMemory,
  NO_ATTEMPTS,
  type UnreportedAttempts,
  waitAfter,
  withFailure,
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
  /** A new binder has nothing to remember. */
  reset(): void
}

export function createAttemptLimiter(
  store: Pick<KeyStore, 'readAttempts' | 'writeAttempts'>,
  world: Pick<World, 'now' | 'monotonic'>,
): AttemptLimiter {
  const counted = createAttemptCount(store)
  let waitFrom = world.monotonic()
  let queue: Promise<unknown> = Promise.resolve()

  const waitSeconds = () =>
    Math.max(0, Math.ceil(waitAfter(counted.now().wrong) - (world.monotonic() - waitFrom) / 1000))

  async function attemptNow<T>(tried: () => Promise<T | undefined>, refusal: ErrorCode, report: () => boolean) {
    const seconds = waitSeconds()
    if (seconds > 0) refuse('wait', { seconds })
    const found = await counted.during(world.now(), tried, report)
    if (found !== undefined) return found
    waitFrom = world.monotonic()
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
    reset: () => counted.change(() => NO_ATTEMPTS),
  }
}

/**
 * The memory of attempts. While one is underway the disk says that it was wrong, so that pulling the plug saves nothing;
 * here it is not counted before it is known, since others may come in meanwhile.
 */
function createAttemptCount(store: Pick<KeyStore, 'readAttempts' | 'writeAttempts'>) {
  let known: AttemptMemory | undefined
  let underwayAt: Instant | undefined

  function now(): AttemptMemory {
    known ??= store.readAttempts()
    return known
  }
  function change(next: (memory: AttemptMemory) => AttemptMemory): void {
    known = next(now())
    try {
      store.writeAttempts(underwayAt === undefined ? known : withFailure(known, underwayAt))
    } catch {
      // a full disk must not keep anyone out: it is remembered until the program ends
    }
  }

  return {
    now,
    change,
    /** Counts the attempt as wrong unless something comes of it; a fault of the files or ours is nobody's guess. */
    async during<T>(at: Instant, tried: () => Promise<T | undefined>, report: () => boolean): Promise<T | undefined> {
      let settled = (memory: AttemptMemory) => memory
      underwayAt = at
      change(settled)
      try {
        const found = await tried()
        if (found === undefined) {
          const isReported = report()
          settled = memory => (isReported ? { ...memory, wrong: memory.wrong + 1 } : withFailure(memory, at))
        }
        return found
      } finally {
        underwayAt = undefined
        change(settled)
      }
    },
  }
}
