import { binderFiles, binderOnDisk, readKeyring, readLogHead, writeWhole } from '../../db/binderFolder.ts'
import type { Db } from '../../db/open.ts'
import { idleMinutesOf } from '../../db/repositories/unit.ts'
import { keepTestedSheet, latestSheet, noteFirstIn, userById } from '../../db/repositories/user.ts'
import { AUDIT_KIND } from '../accessLog/auditKind.ts'
import { headKey } from '../accessLog/logHead.ts'
import { logAccess, type OpenLog, openLog } from '../accessLog/service.ts'
import type { World } from '../context/context.ts'
import type { Keychain } from '../context/platform.ts'
import type { BinderState } from '../contract/binder.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Method } from '../contract/index.ts'
import type { Unit } from '../contract/unit.ts'
import type { RecoverySheet, Unlocked, User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { doorOf, keyStoreIn } from './door.ts'
import {
  type DerivationCost,
  isWeak,
  type Keyring,
  type KeySlot,
  openKeychainSlot,
  parseKeyring,
  type TypedSlot,
  unwrapKey,
  withSlot,
  wrapKey,
} from './keyring.ts'
import { type FailedInside, type Keys, keysOf, type UntriedSheet } from './keys.ts'
import { closeInside, type Inside, openInside } from './openInside.ts'
import { afterSecret, makeBinder, shownSheet, type Threshold, unlockedAt } from './threshold.ts'
import { tidyWords } from './wordCode.ts'

/** What stands open while a user is in. */
export type Opened = { readonly db: Db; readonly user: User; readonly unit: Unit; readonly log: OpenLog }

/** Who locks: a person or their absence, the computer's own lock, or the program that ends. */
type LockedBy = 'hand' | 'computer' | 'end'

/** The binder's door: everything that happens before, and ends, being unlocked. */
export type Binder = {
  opened(): Opened | undefined
  state(): BinderState
  create(input: Checked<'binder.create'>): Promise<RecoverySheet>
  unlock(input: Checked<'user.unlock'>): Promise<Unlocked>
  unlockByKeychain(): Promise<Unlocked>
  choosePassphrase(input: Checked<'user.choosePassphrase'>): Promise<{ user: User }>
  /** Holds a new sheet until two of its words have been written back. */
  holdSheet(sheet: UntriedSheet): void
  testSheet(input: Checked<'recoverySheet.test'>): void
  /** Refused while locked. */
  keys(): Keys
  /** Reads anew who is in, after their roles or name were changed. */
  refreshUser(): void
  /** Someone is here. */
  active(): void
  /** Locks, and answers true, when nobody has been here for the idle time. Asked now and then, and before every call. */
  lockIfIdle(): boolean
  lock(by?: LockedBy): void
}

/** Milliseconds beyond the idle time: the screen locks first, after saving what was typed; the core when it did not. */
const GRACE = 15_000

/** Milliseconds: until then nobody need look how long the idle time is. */
const SHORTEST_IDLE = 60_000

/** Milliseconds that a threshold waits for a passphrase of one's own, or for two words. */
const LONGEST_STEP = 15 * 60_000

export type BinderParts = {
  readonly folder: string
  readonly migrations: string
  readonly world: World
  /** Marks a new binder as one of invented people. */
  readonly demo: boolean
  readonly keychain?: Keychain | undefined
}

/** The binder in `folder`. */
export function binderIn({ folder, migrations, world, demo, keychain }: BinderParts): Binder {
  const files = binderFiles(folder)
  const store = keyStoreIn(files, world.derivationCost)
  const door = doorOf(store, world)
  const parts = { files, migrations, store, door, world }
  let opened: (Opened & Inside) | undefined
  let threshold: Threshold | undefined
  let heldSheet: UntriedSheet | undefined
  let activeAt = world.monotonic()

  const head = { read: () => readLogHead(files), write: (text: string) => writeWhole(files, files.logHead, text) }
  const keysFor = ({ key }: Inside) => keysOf({ key, store, door, world })

  /** What is done at the door itself does not pass the dispatcher, which logs all else. */
  function log({ db }: Inside, { id }: User, method: Method): void {
    const kind = AUDIT_KIND[method]
    if (kind !== 'unlogged') logAccess(db, { at: world.now(), userId: id, clientId: null, method, kind, detail: '' })
  }

  function letIn(inside: Inside, user: User, how: Method): { user: User } {
    noteFirstIn(inside.db, user.id, world.now())
    const begun = openLog({
      db: inside.db,
      head,
      key: headKey(inside.key),
      now: world.now,
      userId: user.id,
      method: how,
      door: door.told(),
    })
    door.cameIn(user.id)
    threshold = undefined
    opened = { db: inside.db, unit: inside.unit, key: inside.key, user, log: begun }
    return { user }
  }

  /** A full disk must not hide that it was wrong: then it is told to who comes in next. */
  function noted({ db, log }: Opened, failed: FailedInside): boolean {
    try {
      logAccess(db, { at: world.now(), clientId: null, kind: 'failedUnlock', ...failed })
      log.moved()
      return true
    } catch {
      return false
    }
  }

  /** From the key to where it leads. Everything is closed again when that is nowhere. */
  async function enter(
    key: Buffer,
    slot: { kind: KeySlot['kind']; userId?: UserId },
    how: 'user.unlock' | 'user.unlockByKeychain',
  ): Promise<Unlocked> {
    lock('end')
    activeAt = world.monotonic()
    const inside = openInside(files.database, key, migrations)
    try {
      const next = await afterSecret(inside, slot, parts)
      if (!('step' in next)) return { next: 'in', ...letIn(inside, next, how) }
      threshold = next
      return unlockedAt(next)
    } catch (error) {
      closeInside(inside)
      throw error
    }
  }

  function lock(by: LockedBy = 'hand'): void {
    if (by === 'computer' && binderOnDisk(files) === 'whole') door.wasLeft(false) // the computer itself asks who is there
    if (by === 'hand' && opened !== undefined) door.wasLeft(true)
    opened?.log.close(by)
    for (const inside of [opened, threshold]) if (inside !== undefined) closeInside(inside)
    opened = undefined
    threshold = undefined
    heldSheet = undefined
  }

  function lockIfIdle(): boolean {
    const idle = world.monotonic() - activeAt
    if (threshold !== undefined && idle > LONGEST_STEP) lock()
    if (opened === undefined || idle <= SHORTEST_IDLE) return false
    if (idle <= idleMinutesOf(opened.db) * 60_000 + GRACE) return false
    lock()
    return true
  }

  return {
    opened() {
      lockIfIdle()
      return opened
    },

    state() {
      lockIfIdle()
      const disk = binderOnDisk(files)
      const ring = disk === 'whole' ? readable(readKeyring(files), world.derivationCost) : undefined
      const inKeychain = ring?.slots.some(each => each.kind === 'keychain') === true
      return {
        state: opened !== undefined ? 'open' : disk === 'none' ? 'none' : 'locked',
        today: world.today(),
        demo: disk === 'whole' ? ring?.demo === true : demo,
        waitSeconds: disk === 'whole' ? door.waitSeconds() : 0,
        keychain: inKeychain && keychain?.protects() === true && !door.typedOnly(),
      }
    },

    async create(input) {
      const made = await makeBinder(parts, input, demo)
      threshold = made
      activeAt = world.monotonic()
      return shownSheet(made.sheet)
    },

    async unlock({ passphrase }) {
      const disk = binderOnDisk(files)
      if (disk === 'none' || disk === 'noDatabase') refuse('binder-missing')
      if (disk === 'noKeyring') refuse('keyring-missing')
      const { key, slot } = await door.hear(() => unwrapKey(store.ring(), passphrase, door.latest()))
      if (opened !== undefined && slot.kind === 'passphrase' && slot.userId === opened.user.id) {
        key.fill(0)
        return { next: 'in', user: opened.user } // two impatient presses of Enter
      }
      const next = await enter(key, slot, 'user.unlock')
      if (next.next === 'in') await renewIfWeak(slot, passphrase)
      return next
    },

    async unlockByKeychain() {
      const ring = binderOnDisk(files) === 'whole' ? store.ring() : undefined
      if (ring === undefined || keychain?.protects() !== true || door.typedOnly()) return refuse('keychain-refused')
      for (const each of ring.slots) {
        if (each.kind !== 'keychain') continue
        const secret = await keychain.open(Buffer.from(each.sealed, 'base64'))
        const key = secret && openKeychainSlot(ring, each, secret)
        if (key !== undefined) return enter(key, each, 'user.unlockByKeychain')
      }
      return refuse('keychain-refused')
    },

    async choosePassphrase({ userId, passphrase }) {
      const at = threshold
      if (at?.step !== 'ownPassphrase') return refuse('nothing-begun')
      const user = at.users.find(each => each.id === userId) ?? refuse('nothing-begun')
      const keys = keysFor(at)
      const slot = await keys.ownFor(userId, passphrase)
      if (threshold !== at) refuse('locked')
      keys.keep(slot)
      keys.take(userId, 'keychain')
      if (at.why === 'recovery' && latestSheet(at.db) === undefined)
        keepTestedSheet(at.db, { testedAt: world.now(), madeBy: userId })
      return letIn(at, user, 'user.choosePassphrase')
    },

    holdSheet(sheet) {
      heldSheet = sheet
    },

    testSheet({ words }) {
      const first = threshold?.step === 'sheet' ? threshold : undefined
      const inside = first ?? opened
      const sheet = first?.sheet ?? heldSheet
      if (inside === undefined || sheet === undefined) return refuse('nothing-begun')
      const right = sheet.asked.every((place, index) => sheet.words[place] === tidyWords(words[index] ?? ''))
      if (!right) refuse('sheet-words-wrong')
      keysFor(inside).keep(sheet.slot)
      keepTestedSheet(inside.db, { testedAt: world.now(), madeBy: inside.user.id })
      heldSheet = undefined
      if (first === undefined) log(inside, inside.user, 'recoverySheet.test')
      else letIn(first, first.user, 'recoverySheet.test')
    },

    keys() {
      const at = opened ?? refuse('locked')
      const tell = (failed: FailedInside) => opened?.db === at.db && noted(at, failed)
      return keysOf({ key: at.key, store, door, world, tell })
    },

    refreshUser() {
      const user = opened && userById(opened.db, opened.user.id)
      if (opened !== undefined && user !== undefined) opened = { ...opened, user }
    },

    active() {
      activeAt = world.monotonic()
    },
    lockIfIdle,
    lock,
  }

  /** A wrap made at a lower cost than today's is made anew; where that fails, the next time will do. */
  async function renewIfWeak(slot: TypedSlot, secret: string): Promise<void> {
    if (opened === undefined || !isWeak(slot, world.derivationCost)) return
    const { kdf: _, nonce: __, wrapped: ___, ...owner } = slot
    try {
      const fresh = await wrapKey(opened.key, secret, store.ring(), owner, world)
      store.keepRing(withSlot(store.ring(), fresh))
    } catch {}
  }
}

/** A damaged keyring is named when someone tries to unlock. */
function readable(text: string, cost: DerivationCost): Keyring | undefined {
  try {
    return parseKeyring(text, cost)
  } catch {
    return undefined
  }
}
