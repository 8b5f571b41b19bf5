import { binderOnDisk, removeBinder, shutToOthers } from '../../db/binderFolder.ts'
import { createDatabase, type Db } from '../../db/open.ts'
import { createUnit } from '../../db/repositories/unit.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { Unit } from '../contract/unit.ts'
import type { RecoverySheet, User } from '../contract/user.ts'
import type { UnitId, UserId } from '../contract/values.ts'
import { wrapKey } from './keyring.ts'
import { newSheet } from './keys.ts'
import { refuseIfWeak } from './passphraseStrength.ts'
import { type PendingUnlock, publicSheet } from './pendingUnlock.ts'
import { type Seat, setPendingUnlock } from './seat.ts'
import type { UnlockedBinder } from './unlockedBinder.ts'
import type { Vault } from './vault.ts'

/** A new binder on the disk, whose recovery sheet is to be tried before its first user is in. */
export async function createBinder(seat: Seat, input: Checked<'binder.create'>): Promise<RecoverySheet> {
  const { vault } = seat
  const { world, store, demo } = vault
  refuseIfTaken(vault)
  refuseIfWeak(input.passphrase, [input.unitName, input.userName])
  const key = world.chance(32)
  const mark = { binderId: world.newId<string>(), demo }
  const roles: User['roles'] = ['therapist', 'coordinator', 'administrator']
  const user: User = { id: world.newId<UserId>(), name: input.userName, roles }
  const unit: Unit = { id: world.newId<UnitId>(), name: input.unitName, kind: input.unitKind }
  const sheet = await newSheet(key, mark, world)
  const own = await wrapKey(key, input.passphrase, mark, { kind: 'passphrase', userId: user.id }, world)
  refuseIfTaken(vault)
  store.writeKeyring({ format: 1, ...mark, slots: [own, sheet.slot] })
  vault.unlocked = writeFirst(vault, key, unit, user)
  const pending: PendingUnlock = { ...vault.unlocked, wrapped: own.wrapped, step: 'sheet', user, sheet }
  setPendingUnlock(seat, pending)
  return publicSheet(sheet)
}

function refuseIfTaken({ files, unlocked }: Vault): void {
  if (unlocked !== undefined || binderOnDisk(files) !== 'none') refuse('binder-exists')
}

/** The database with its unit and first user; nothing is left on the disk when that fails. */
function writeFirst(
  { files, migrations, attempts, world }: Vault,
  key: Buffer,
  unit: Unit,
  user: User,
): UnlockedBinder {
  let db: Db | undefined
  try {
    attempts.reset()
    db = createDatabase(files.database, key, migrations)
    createUnit(db, unit, user, world.now())
    shutToOthers(files)
    return { db, unit, key }
  } catch (error) {
    db?.$client.close()
    key.fill(0)
    removeBinder(files) // half a binder would be in the way of the next try
    throw error
  }
}
