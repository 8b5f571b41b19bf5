import { type BinderFiles, readDoor, readKeyring, writeWhole } from '../../db/binderFolder.ts'
import type { World } from '../context/context.ts'
import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { UserId } from '../contract/values.ts'
import {
  afterComingIn,
  afterWrong,
  type DoorMemory,
  type DoorTold,
  doorMemory,
  LOST_DOOR,
  NEW_DOOR,
  waitAfter,
} from './attempts.ts'
import { type DerivationCost, type Keyring, parseKeyring } from './keyring.ts'

/** Where the keyring and the door's memory are kept: beside the database, or in memory for a test. */
export type KeyStore = {
  /** Refused as `keyring-damaged` when it cannot be understood. */
  ring(): Keyring
  keepRing(ring: Keyring): void
  memory(): DoorMemory
  keepMemory(memory: DoorMemory): void
}

export function keyStoreIn(files: BinderFiles, cost: DerivationCost): KeyStore {
  return {
    ring() {
      const text = readKeyring(files)
      try {
        return parseKeyring(text, cost)
      } catch {
        return refuse('keyring-damaged')
      }
    },
    keepRing(ring) {
      const text = JSON.stringify(ring, undefined, 2)
      parseKeyring(text, cost) // what could not be read back is never written
      writeWhole(files, files.keyring, text)
    },
    memory() {
      try {
        return doorMemory.parse(JSON.parse(readDoor(files) ?? ''))
      } catch {
        return LOST_DOOR
      }
    },
    keepMemory(memory) {
      const text = JSON.stringify(memory, undefined, 2)
      if (text !== readDoor(files)) writeWhole(files, files.door, text)
    },
  }
}

/** What hears secrets, one at a time, and lets the next wait longer the more of them were wrong. */
export type Door = {
  /** Whole seconds until the next secret is heard. */
  waitSeconds(): number
  /**
   * Tries a secret. Refused with `wrong` when nothing comes of it, and with `wait` while the wait lasts. The count goes
   * back when someone comes in, and not before: a right answer in between buys no new guesses.
   *
   * The wait is counted on a clock that nobody can set, and whole from the start after a restart: to turn the
   * computer's clock neither shortens nor lengthens it. It holds back someone at the keyboard. Someone who can
   * copy the files tries elsewhere, and meets what each try costs: Argon2id.
   *
   * `tell` notes at once who it was that failed, where someone is in; what it could not note is told to who comes in next.
   */
  hear<T>(tried: () => Promise<T | undefined>, wrong?: ErrorCode, tell?: () => boolean): Promise<T>
  /** What the access log is to be told of since anyone last came in. */
  told(): DoorTold
  /** Notes who came in, so that they are tried first the next time, and forgets what was `told`. */
  cameIn(user: UserId): void
  /** Who came in here, the latest first. */
  latest(): readonly string[]
  /** True when the door was locked by hand or left open: then the computer's keychain is not enough. */
  typedOnly(): boolean
  wasLeft(left: boolean): void
  /** A new binder has nothing to remember. */
  beginAnew(): void
}

export function doorOf(store: Pick<KeyStore, 'memory' | 'keepMemory'>, world: World): Door {
  let memory: DoorMemory | undefined
  let waitFrom = world.monotonic()
  let queue: Promise<unknown> = Promise.resolve()

  const remembered = () => {
    memory ??= store.memory()
    return memory
  }
  function remember(next: DoorMemory): void {
    memory = next
    try {
      store.keepMemory(next)
    } catch {
      // a full disk must not keep anyone out: it is remembered until the program ends
    }
  }
  const waitSeconds = () =>
    Math.max(0, Math.ceil(waitAfter(remembered().wrong) - (world.monotonic() - waitFrom) / 1000))

  async function hearNow<T>(
    tried: () => Promise<T | undefined>,
    wrong: ErrorCode,
    tell: (() => boolean) | undefined,
  ): Promise<T> {
    const seconds = waitSeconds()
    if (seconds > 0) refuse('wait', { seconds })
    const before = remembered()
    remember(afterWrong(before, world.now()))
    const found = await tried().catch(error => {
      remember(before) // a fault of the files or ours is nobody's guess
      throw error
    })
    if (found !== undefined) {
      remember(before) // the count begins anew only when someone comes in
      return found
    }
    waitFrom = world.monotonic()
    if (tell?.() === true) remember({ ...remembered(), failedAt: before.failedAt, unlisted: before.unlisted })
    return refuse(wrong)
  }

  return {
    waitSeconds,
    hear(tried, wrong = 'wrong-passphrase', tell) {
      const heard = queue.then(() => hearNow(async () => tried(), wrong, tell))
      queue = heard.catch(() => undefined)
      return heard
    },
    told() {
      const { failedAt, unlisted, lost } = remembered()
      return { failedAt: failedAt.toReversed(), unlisted, lost }
    },
    cameIn: user => remember(afterComingIn(remembered(), user)),
    latest: () => remembered().latest,
    typedOnly: () => remembered().typedOnly,
    wasLeft: typedOnly => {
      if (remembered().typedOnly !== typedOnly) remember({ ...remembered(), typedOnly })
    },
    beginAnew: () => remember(NEW_DOOR),
  }
}
