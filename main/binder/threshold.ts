import { type BinderFiles, binderOnDisk, removeBinder } from '../../db/binderFolder.ts'
import { createDatabase, type Db } from '../../db/open.ts'
import { createUnit } from '../../db/repositories/unit.ts'
import { latestSheet } from '../../db/repositories/user.ts'
import type { World } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { Unit } from '../contract/unit.ts'
import type { RecoverySheet, Unlocked, User } from '../contract/user.ts'
import type { UnitId, UserId } from '../contract/values.ts'
import type { Door, KeyStore } from './door.ts'
import { type KeySlot, wrapKey } from './keyring.ts'
import { keysOf, newSheet, type UntriedSheet } from './keys.ts'
import type { Inside } from './openInside.ts'

/** The right secret has been given, and one thing is to be done before anyone is in. */
export type Threshold = Inside &
  (
    | { readonly step: 'ownPassphrase'; readonly why: 'temporary' | 'recovery'; readonly users: readonly User[] }
    | { readonly step: 'sheet'; readonly user: User; readonly sheet: UntriedSheet }
  )

type Parts = {
  readonly files: BinderFiles
  readonly migrations: string
  readonly store: KeyStore
  readonly door: Door
  readonly world: World
}

/** A new binder on the disk, whose recovery sheet is still to be tried. */
export async function makeBinder(
  { files, migrations, store, door, world }: Parts,
  input: Checked<'binder.create'>,
  demo: boolean,
): Promise<Threshold & { step: 'sheet' }> {
  if (binderOnDisk(files) !== 'none') refuse('binder-exists')
  const key = world.chance(32)
  const mark = { binderId: world.newId<string>(), demo }
  const roles: User['roles'] = ['therapist', 'coordinator', 'administrator']
  const user: User = { id: world.newId<UserId>(), name: input.userName, roles }
  const unit: Unit = { id: world.newId<UnitId>(), name: input.unitName, kind: input.unitKind }
  const sheet = await newSheet(key, mark, world)
  const own = await wrapKey(key, input.passphrase, mark, { kind: 'passphrase', userId: user.id }, world)
  if (binderOnDisk(files) !== 'none') refuse('binder-exists')
  store.keepRing({ format: 1, ...mark, slots: [own, sheet.slot] })
  let db: Db | undefined
  try {
    door.beginAnew()
    db = createDatabase(files.database, key, migrations)
    createUnit(db, unit, user, world.now())
    return { db, unit, key, step: 'sheet', user, sheet }
  } catch (error) {
    db?.$client.close()
    removeBinder(files) // half a binder would be in the way of the next try
    throw error
  }
}

/** Where a right secret leads: to a step that comes first, or, with nothing in the way, to the user who is let in. */
export async function afterSecret(
  { db, unit, key, users }: Inside & { readonly users: readonly User[] },
  slot: { readonly kind: KeySlot['kind']; readonly userId?: UserId | undefined },
  { store, door, world }: Parts,
): Promise<Threshold | User> {
  const inside: Inside = { db, unit, key }
  if (slot.kind === 'recovery') {
    const administrators = users.filter(each => each.roles.includes('administrator'))
    return { ...inside, step: 'ownPassphrase', why: 'recovery', users: administrators }
  }
  const user = users.find(each => each.id === slot.userId) ?? refuse('not-admitted')
  if (slot.kind === 'temporary') return { ...inside, step: 'ownPassphrase', why: 'temporary', users: [user] }
  if (latestSheet(db) !== undefined) return user

  const sheet = await newSheet(key, store.ring(), world) // the first was never tried: it may not have been printed
  keysOf({ key, store, door, world }).keep(sheet.slot)
  return { ...inside, step: 'sheet', user, sheet }
}

/** What the screen learns of a step. */
export function unlockedAt(at: Threshold): Unlocked {
  if (at.step === 'sheet') return { next: 'sheet', sheet: shownSheet(at.sheet) }
  const users = at.users.map(({ id, name }) => ({ id, name }))
  return { next: 'ownPassphrase', why: at.why, users }
}

export function shownSheet({ words, asked }: UntriedSheet): RecoverySheet {
  return { words, asked }
}
