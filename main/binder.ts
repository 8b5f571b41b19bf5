import { binderFiles, binderOnDisk, readKeyring, removeBinder, writeKeyring } from '../db/binderFolder.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { createDatabase, type Db, openDatabase, UnreadableDatabaseError } from '../db/open.ts'
import { foundUnit, ownUnit, userById } from '../db/repositories/units.ts'
import type { World } from './context.ts'
import type { BinderState } from './contract/binder.ts'
import { CoreError, refuse } from './contract/errors.ts'
import type { Checked } from './contract/index.ts'
import type { Unit } from './contract/unit.ts'
import type { User } from './contract/user.ts'
import type { UnitId, UserId } from './contract/values.ts'
import { type Keyring, type KeySlot, keyring, unwrapKey, wrapKey } from './user/keyring.ts'
import { recoveryWords } from './user/wordCode.ts'

/** What stands open while a user is in. */
export type Opened = { readonly db: Db; readonly user: User; readonly unit: Unit }

/** The binder's door: everything that happens before, and ends, being unlocked. */
export type Binder = {
  opened(): Opened | undefined
  state(): BinderState
  create(input: Checked<'binder.create'>): Promise<{ recoveryWords: string[] }>
  unlock(input: Checked<'user.unlock'>): Promise<{ user: User }>
  lock(): void
}

/** The binder in `folder`. `demo` marks a new binder as one of invented people. */
export function binderIn(folder: string, migrations: string, world: World, demo: boolean): Binder {
  const files = binderFiles(folder)
  let opened: (Opened & { key: Buffer }) | undefined

  function readRing(): Keyring {
    const text = readKeyring(files)
    try {
      return keyring.parse(JSON.parse(text))
    } catch {
      return refuse('keyring-damaged')
    }
  }

  return {
    opened: () => opened,

    state() {
      const disk = binderOnDisk(files)
      const state = opened !== undefined ? 'open' : disk === 'none' ? 'none' : 'locked'
      return { state, today: world.today(), demo: disk === 'whole' ? isDemo(readKeyring(files)) : demo }
    },

    async create(input) {
      if (binderOnDisk(files) !== 'none') refuse('binder-exists')
      const key = world.chance(32)
      const words = recoveryWords(world.chance)
      const binderId = world.newId()
      const user: User = {
        id: world.newId<UserId>(),
        name: input.userName,
        roles: ['therapist', 'coordinator', 'administrator'],
      }
      const unit: Unit = { id: world.newId<UnitId>(), name: input.unitName, kind: input.unitKind }
      const slots = [
        await wrapKey(key, input.passphrase, { binderId, demo, userId: user.id, kind: 'passphrase' }, world.chance),
        await wrapKey(key, words.join(' '), { binderId, demo, kind: 'recovery' }, world.chance),
      ]
      if (binderOnDisk(files) !== 'none') refuse('binder-exists')
      writeKeyring(files, JSON.stringify({ format: 1, binderId, demo, slots } satisfies Keyring, undefined, 2))
      try {
        const db = createDatabase(files.database, key, migrations)
        foundUnit(db, unit, user)
        opened = { db, user, unit, key }
      } catch (error) {
        removeBinder(files) // half a binder would be in the way of the next try
        throw error
      }
      return { recoveryWords: words }
    },

    async unlock({ passphrase }) {
      if (opened !== undefined) return { user: opened.user }
      const disk = binderOnDisk(files)
      if (disk === 'none' || disk === 'noDatabase') refuse('binder-missing')
      if (disk === 'noKeyring') refuse('keyring-missing')
      const found = await unwrapKey(readRing(), passphrase)
      if (found === undefined) return refuse('wrong-passphrase')
      opened ??= openOrRefuse(files.database, found, migrations) // asked twice, the first has opened it meanwhile
      return { user: opened.user }
    },

    lock() {
      opened?.db.$client.close()
      opened?.key.fill(0)
      opened = undefined
    },
  }
}

function isDemo(text: string): boolean {
  try {
    return keyring.parse(JSON.parse(text)).demo
  } catch {
    return false // a damaged keyring is named when someone tries to unlock
  }
}

/** Opens the database and reads who and whose it is; lets go of the file again when that cannot be read. */
function openOrRefuse(file: string, { key, slot }: { key: Buffer; slot: KeySlot }, migrations: string) {
  let db: Db | undefined
  try {
    db = openDatabase(file, key, migrations)
    return { db, user: userById(db, slot.userId), unit: ownUnit(db), key }
  } catch (error) {
    db?.$client.close()
    if (error instanceof CoreError) throw error
    if (error instanceof NewerDatabaseError) return refuse('binder-newer')
    if (!(error instanceof UnreadableDatabaseError)) return refuse('binder-damaged')
    if (error.reason === 'empty') return refuse('binder-empty')
    return refuse(error.reason === 'inUse' ? 'binder-in-use' : 'binder-damaged')
  }
}
