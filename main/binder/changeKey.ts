import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/open.ts'
import {
  copyDatabase,
  proveCopy,
  type Rekeying,
  rekeyCopy,
  removeNextDatabase,
  replaceDatabase,
} from '../../db/rekey.ts'
import { activeUsers, shutOutSinceKeyChange, storeKeyChange } from '../../db/repositories/user.ts'
import { logAccess } from '../accessLog/service.ts'
import type { KeyStage, KeyState } from '../contract/binder.ts'
import { refuse } from '../contract/errors.ts'
import type { Instant, UserId } from '../contract/values.ts'
import { canBeResealed, settled, withNextKey } from './keyring.ts'
import { openUnlocked } from './unlockedBinder.ts'
import { moveTo, release, type Vault } from './vault.ts'

/** Times the copy is begun anew because something was written meanwhile. */
const TRIES = 5

/** Whether the database should have another key, and whose way in is from before there were pairs to seal it to. */
export function keyStateOf({ unlocked, store }: Pick<Vault, 'unlocked' | 'store'>): KeyState {
  const { db, key } = unlocked ?? refuse('locked')
  const ring = store.readKeyring()
  const old = ring.slots.filter(each => !canBeResealed(ring, each, key))
  const dueSince = shutOutSinceKeyChange(db)
  const remaining = activeUsers(db).filter(user => old.some(each => 'userId' in each && each.userId === user.id))
  return {
    dueSince,
    remaining: remaining.map(({ id, name }) => ({ id, name })),
    sheetRemains: old.some(each => each.kind === 'recovery'),
  }
}

/** After someone was shut out: the database gets another key at once, where nobody would lose their way in by that. */
export async function changeKeyIfDue(vault: Vault, by: UserId): Promise<void> {
  if (vault.unlocked === undefined) return
  const { dueSince, remaining, sheetRemains } = keyStateOf(vault)
  if (dueSince !== undefined && remaining.length === 0 && !sheetRemains) await changeKey(vault, { by, isAsked: false })
}

/** The same, when an administrator asks for it; those who remain are left out only if they say so, and never themself. */
export async function changeKeyNow(vault: Vault, by: UserId, leaveOut: boolean): Promise<void> {
  const { remaining, sheetRemains } = keyStateOf(vault)
  if (sheetRemains) refuse('key-sheet-remains')
  const isLeftOut = remaining.some(each => each.id === by)
  if (isLeftOut || (remaining.length > 0 && !leaveOut)) refuse('key-holders-remain')
  await changeKey(vault, { by, isAsked: true })
}

/** Who has the key changed: asked for by itself it has a row of its own in the log, otherwise that of what it follows. */
type Change = { readonly by: UserId; readonly isAsked: boolean }

/**
 * Gives the database another key. A copy is made beside it, put under the next key and proven; then the keyring holds both
 * keys, the copy takes the database's place, and the keyring holds the next alone. Killed anywhere, the binder opens: by
 * the key that its file has.
 */
async function changeKey(vault: Vault, change: Change): Promise<void> {
  const { db } = vault.unlocked ?? refuse('locked')
  if (vault.keyChange !== undefined) return vault.keyChange.done
  if (db.$client.memory) return // a test's, which has no key
  const holder = {}
  vault.holders.add(holder)
  const work = makeChange(vault, db, change).finally(() => {
    vault.keyChange = undefined
    release(vault, holder)
  })
  vault.keyChange = { stage: 'copying', done: work }
  return work
}

async function makeChange(vault: Vault, db: Db, change: Change): Promise<void> {
  const { files, migrations, world } = vault
  const rekeying: Rekeying = { db, files, migrations }
  const next = world.chance(32)
  try {
    for (let tries = 1; ; tries++) {
      const before = changesIn(db)
      await proveNext(vault, rekeying, next, change)
      if (changesIn(db) === before) return replaceNow(vault, rekeying, next)
      if (tries === TRIES) throw new Error('the database never stood still')
    }
  } finally {
    next.fill(0)
    removeNextDatabase(files)
  }
}

/** A copy under the next key, proven. Each step blocks; between them what waits is answered. */
async function proveNext(vault: Vault, rekeying: Rekeying, next: Buffer, change: Change): Promise<void> {
  const key = () => (vault.unlocked ?? refuse('locked')).key
  await reach(vault, 'copying')
  copyDatabase(rekeying)
  await reach(vault, 'encrypting')
  rekeyCopy(rekeying, key(), next)
  await reach(vault, 'proving')
  proveCopy(rekeying, next, copy => markChange(copy, change, vault.world.now()))
  await reach(vault, 'replacing')
}

async function reach(vault: Vault, stage: KeyStage): Promise<void> {
  await nextTurn() // the first time the change is not yet known to the vault
  if (vault.keyChange !== undefined) vault.keyChange.stage = stage
  await nextTurn()
}

/** The copy itself says that it was made: neither is ever there without the other. */
function markChange(copy: Db, { by, isAsked }: Change, at: Instant): void {
  storeKeyChange(copy, { changedAt: at, changedBy: by })
  if (isAsked)
    logAccess(copy, { at, userId: by, clientId: null, method: 'binder.changeKey', kind: 'change', detail: '' })
}

/** In one go, with nothing between. */
function replaceNow(vault: Vault, rekeying: Rekeying, next: Buffer): void {
  const { store, files, migrations, world, unlocked } = vault
  const { key } = unlocked ?? refuse('locked')
  const ring = store.readKeyring()
  const both = withNextKey(ring, key, next, world.chance)
  store.writeKeyring(both)
  try {
    replaceDatabase(rekeying)
  } catch (error) {
    if (rekeying.db.$client.open) rekeying.db.$client.pragma('journal_mode = WAL')
    else moveTo(vault, openUnlocked(files, Buffer.from(key), migrations))
    store.writeKeyring(ring)
    throw error
  }
  moveTo(vault, openUnlocked(files, Buffer.from(next), migrations))
  store.writeKeyring(settled(both, 'next'))
}

/** How many rows this program has changed: what was written while the copy was made is not in it. */
function changesIn(db: Db): unknown {
  return db.$client.prepare('SELECT total_changes()').pluck().get()
}
