import type { Db } from '../../db/open.ts'
import { entriesFrom, lastLogRow } from '../../db/repositories/accessLog.ts'
import { activeUsers, latestSheet } from '../../db/repositories/user.ts'
import { refuse } from '../contract/errors.ts'
import type { RecoverySheet, Unlocked, User } from '../contract/user.ts'
import type { Instant } from '../contract/values.ts'
import type { KeySlot } from './keyring.ts'
import { areExpired, keepSlot, newSheet, type UntriedSheet } from './keys.ts'
import type { UnlockedBinder } from './unlockedBinder.ts'
import type { Vault } from './vault.ts'

/** The right secret has been given, and one thing is to be done before anyone is in. */
export type PendingUnlock = UnlockedBinder & {
  /** The wrap that was opened: should it be taken away meanwhile, nobody comes in by it. */
  readonly wrapped: string
} & (
    | { readonly step: 'ownPassphrase'; readonly why: 'temporary' | 'recovery'; readonly users: readonly User[] }
    | { readonly step: 'sheet'; readonly user: User; readonly sheet: UntriedSheet }
  )

/** Where a right secret leads: to a step that comes first, or, with nothing in the way, to the user who is let in. */
export async function nextUnlockStep(
  { store, world }: Vault,
  unlocked: UnlockedBinder,
  slot: KeySlot,
): Promise<PendingUnlock | User> {
  const { db, key } = unlocked
  const { wrapped } = slot
  const users = activeUsers(db)
  if (slot.kind === 'recovery') {
    const administrators = users.filter(each => each.roles.includes('administrator'))
    return { ...unlocked, wrapped, step: 'ownPassphrase', why: 'recovery', users: administrators }
  }
  const user = users.find(each => each.id === slot.userId) ?? refuse('not-admitted')
  if (areExpired(slot, latestOf(world.now(), lastLoggedAt(db)))) refuse('words-expired')
  if (slot.kind === 'temporary') return { ...unlocked, wrapped, step: 'ownPassphrase', why: 'temporary', users: [user] }
  if (latestSheet(db) !== undefined) return user

  const sheet = await newSheet(key, store.readKeyring(), world) // the first was never tried: it may not have been printed
  keepSlot({ store }, sheet.slot)
  return { ...unlocked, wrapped, step: 'sheet', user, sheet }
}

function lastLoggedAt(db: Db): Instant | undefined {
  const [last] = entriesFrom(db, lastLogRow(db)?.sequence ?? 0)
  return last?.at
}

/** The later of the clock and what the log was last told: a clock turned back gives words no longer life. */
function latestOf(now: Instant, logged: Instant = now): Instant {
  return logged > now ? logged : now
}

/** What the screen learns of a step. */
export function publicStep(pending: PendingUnlock): Unlocked {
  if (pending.step === 'sheet') return { next: 'sheet', sheet: publicSheet(pending.sheet) }
  const users = pending.users.map(({ id, name }) => ({ id, name }))
  return { next: 'ownPassphrase', why: pending.why, users }
}

export function publicSheet({ words, asked }: UntriedSheet): RecoverySheet {
  return { words, asked }
}
