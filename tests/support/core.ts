import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryDatabase } from '../../db/open.ts'
import { createUnit } from '../../db/repositories/unit.ts'
import { addUserRow, changeRoles } from '../../db/repositories/user.ts'
import type { HeadStore } from '../../main/accessLog/logHead.ts'
import { createAttemptLimiter } from '../../main/binder/attemptLimiter.ts'
import { NO_ATTEMPTS } from '../../main/binder/attemptMemory.ts'
import type { DerivationCost, Keyring } from '../../main/binder/keyring.ts'
import type { KeyStore } from '../../main/binder/keyStore.ts'
import { createSeat, currentVisit, type LockedBy, letIn, lockSeat, type Seat } from '../../main/binder/seat.ts'
import type { UnlockedBinder } from '../../main/binder/unlockedBinder.ts'
import { openBinderFolder, type Vault, type Visit } from '../../main/binder/vault.ts'
import type { World } from '../../main/context/context.ts'
import type { Keychain, Platform } from '../../main/context/platform.ts'
import { realWorld } from '../../main/context/world.ts'
import type { ErrorCode, Refusal } from '../../main/contract/errors.ts'
import type { Call, Input, Method, Output } from '../../main/contract/index.ts'
import type { Unit } from '../../main/contract/unit.ts'
import type { Role, User } from '../../main/contract/user.ts'
import type { UnitId, UserId } from '../../main/contract/values.ts'
import { createCore } from '../../main/core/core.ts'
import type { Manual } from '../../main/manual/manualFormat.ts'
import { shippedManual } from '../../main/manual/service.ts'
import { writeBack } from './writeBack.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const MIGRATIONS = join(ROOT, 'db/migrations')
export const MANUAL = join(ROOT, 'manual')

let manual: Manual | undefined
/** The manual that ships, read once a run. */
export function ourManual(): Manual {
  manual ??= shippedManual(MANUAL)
  return manual
}

export type FixedWorld = World & {
  setToday(day: string, at?: string): void
  /** Lets so many seconds go by on the clock that nobody can set; until then it stands still. */
  pass(seconds: number): void
}

/** What key derivations cost in the shipped program. */
export const TRUE_COST: DerivationCost = realWorld().derivationCost

/** Key derivations that take no time: what they protect is invented. The shipped program refuses a keyring made with them. */
export const LOW_COST: DerivationCost = { memory: 64, passes: 2, lanes: 1 }

/** Likewise for the words of a sealed file. */
export const LOW_SEALING_WORK = 1

/**
 * A world whose day stands still, whose clock ticks a second a look, and whose chance repeats itself. A day may be
 * set with its hour, HH:MM in UTC, from where the clock then ticks on.
 */
export function fixedWorld(today = '2026-11-21', seed = 'arton', derivationCost = LOW_COST): FixedWorld {
  let day = today
  let hour = '08:00'
  let looks = 0
  let passed = 0
  let draws = 0
  const chance = (bytes: number) => {
    const parts: Buffer[] = []
    while (parts.length * 32 < bytes) parts.push(createHash('sha256').update(`${seed} ${draws++}`).digest())
    return Buffer.concat(parts).subarray(0, bytes)
  }
  return {
    today: () => day,
    now: () => new Date(Date.parse(`${day}T${hour}:00Z`) + 1000 * looks++).toISOString(),
    monotonic: () => passed * 1000,
    pass: seconds => {
      passed += seconds
    },
    chance,
    derivationCost,
    sealingWork: LOW_SEALING_WORK,
    newId: <Id extends string>() => {
      const hex = chance(16).toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as string as Id
    },
    setToday: (next, at) => {
      day = next
      if (at === undefined) return
      hour = at
      looks = 0
    },
  }
}

/** A computer whose keychain knows its own account, when it protects at all. */
export function keychainOf(account: string): Keychain & { isProtecting: boolean } {
  const mark = Buffer.from(`${account}:`)
  const keychain = {
    isProtecting: true,
    protects: () => keychain.isProtecting,
    seal: async (secret: Buffer) => Buffer.concat([mark, secret.map(each => each ^ 0x5a)]),
    open: async (sealed: Buffer) => {
      const own = sealed.subarray(0, mark.length).equals(mark)
      return own ? Buffer.from(sealed.subarray(mark.length).map(each => each ^ 0x5a)) : undefined
    },
  }
  return keychain
}

/** A platform that keeps what it is given. */
export type KeepingPlatform = Platform & {
  files: Map<string, Uint8Array>
  /** A user who closes the dialog. */
  refusesToSave: boolean
  /** A disk that is full. */
  isFull: boolean
  /** What happens while the dialog stands open. */
  whileChoosing(): void
}

export function keepingPlatform(): KeepingPlatform {
  const files = new Map<string, Uint8Array>()
  const platform: KeepingPlatform = {
    files,
    refusesToSave: false,
    isFull: false,
    whileChoosing: () => undefined,
    async placeFor(name) {
      platform.whileChoosing()
      if (platform.refusesToSave) return undefined
      return {
        write(bytes) {
          if (platform.isFull) throw new Error('the disk is full')
          files.set(name, bytes)
        },
        takeBack: () => void files.delete(name),
      }
    },
  }
  return platform
}

export type TestCore = {
  readonly call: Call
  readonly platform: ReturnType<typeof keepingPlatform>
  readonly world: FixedWorld
  readonly seat: Seat
  /** What a host may do with the binder. */
  readonly binder: { opened(): Visit | undefined; lock(by?: LockedBy): void }
  /** Asks and expects an answer; a refusal fails the test with its code. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** Asks and expects a refusal. */
  refusal(method: Method, input: unknown): Promise<Refusal>
  refusalCode(method: Method, input: unknown): Promise<ErrorCode>
}

/** The core at a seat of a vault, where another may be in at another. */
export function coreAt(seat: Seat, world: FixedWorld, platform = keepingPlatform()): TestCore {
  const call = createCore({
    seat,
    platform,
    report: error => {
      throw error
    },
  })
  const refusal = async (method: Method, input: unknown) => {
    const reply = await call(method, input)
    if (reply.ok) throw new Error(`${method} was not refused`)
    return reply.refusal
  }
  return {
    call,
    platform,
    world,
    seat,
    binder: { opened: () => currentVisit(seat), lock: by => lockSeat(seat, by) },
    ask: async <M extends Method>(method: M, input: Input<M>) => {
      const reply = await call(method, input)
      if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
      await writeBack(method, reply.value, input => call('recoverySheet.test', input))
      return reply.value as Output<M>
    },
    refusal,
    refusalCode: async (method, input) => (await refusal(method, input)).code,
  }
}

const ALL_ROLES: Role[] = ['therapist', 'coordinator', 'administrator']

export type SharedCore = TestCore & {
  /** Lets another user of the binder in: a new one, or one who has been here, by id. Returns the id. */
  signIn(as: { id?: UserId; name?: string; roles: Role[] }): UserId
}

/** Remembers the head of the access log as the file beside the database does. */
export function memoryHead(): HeadStore & { text: string | undefined } {
  const head: HeadStore & { text: string | undefined } = {
    text: undefined,
    read: () => head.text,
    write: text => {
      head.text = text
    },
  }
  return head
}

/** A real core on a real database in memory, unlocked, with one user. */
export function coreInMemory(
  options: { unit?: Omit<Unit, 'id'>; seed?: string; roles?: Role[]; today?: string } = {},
): SharedCore {
  const world = fixedWorld(options.today, options.seed)
  const db = memoryDatabase(MIGRATIONS)
  const unit: Unit = { id: world.newId<UnitId>(), ...(options.unit ?? { name: 'Runnagården', kind: 'lvmHome' }) }
  const user: User = { id: world.newId<UserId>(), name: 'Berit Exempel', roles: options.roles ?? ALL_ROLES }
  createUnit(db, unit, user, world.now())
  const vault = vaultInMemory(world, { db, unit, key: Buffer.alloc(32, 7) })
  const seat = createSeat(vault)
  letIn(seat, user.id, 'user.unlock')
  return {
    ...coreAt(seat, world),
    signIn({ id, name = 'Kim Kollega', roles }) {
      const as: User = { id: id ?? world.newId<UserId>(), name, roles }
      const granting = { by: user.id, at: world.now() }
      if (id === undefined) addUserRow(db, as, granting)
      else changeRoles(db, id, roles, granting)
      lockSeat(seat, 'end')
      letIn(seat, as.id, 'user.unlock')
      return as.id
    },
  }
}

/** A vault without a folder, whose database stays open also when nobody is in. */
function vaultInMemory(world: World, unlocked: UnlockedBinder): Vault {
  const vault = openBinderFolder({ folder: '/nowhere', migrations: MIGRATIONS, world, demo: false, manual: ourManual })
  const store = keyStoreInMemory()
  const attempts = createAttemptLimiter(store, world)
  return { ...vault, store, attempts, logHead: memoryHead(), unlocked, holders: new Set([unlocked]) }
}

function keyStoreInMemory(): KeyStore {
  let ring: Keyring = { format: 1, binderId: '00000000-0000-4000-8000-000000000000', demo: false, slots: [] }
  let memory = NO_ATTEMPTS
  return {
    readKeyring: () => ring,
    writeKeyring: next => {
      ring = next
    },
    readAttempts: () => memory,
    writeAttempts: next => {
      memory = next
    },
  }
}

type FolderOptions = {
  folder?: string
  seed?: string
  today?: string
  keychain?: Keychain
  derivationCost?: DerivationCost
}

/**
 * A real core on an encrypted binder in a folder of its own; `remove` takes the folder away. Its key derivations are cheap
 * unless a cost is given.
 */
export function coreInFolder(options: FolderOptions = {}): TestCore & { folder: string; remove(): void } {
  const world = fixedWorld(options.today, options.seed, options.derivationCost)
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'arton-'))
  const { keychain } = options
  const platform = Object.assign(keepingPlatform(), keychain && { keychain })
  const vault = openBinderFolder({ folder, migrations: MIGRATIONS, world, demo: false, manual: ourManual })
  const core = coreAt(createSeat(vault, keychain), world, platform)
  return {
    ...core,
    folder,
    remove: () => {
      core.binder.lock()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
