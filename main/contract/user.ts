import { z } from 'zod'
import { beforeUnlock, command, query } from './operation.ts'
import { unit } from './unit.ts'
import { instant, line, userId } from './values.ts'

/** A passphrase a person chooses: length is what counts, so there is no rule about signs. */
export const passphrase = z.string().min(12).max(200)

/** Why a passphrase is not taken: too few characters, one of the commonest, names of this unit, or soon guessed. */
const passphraseFault = z.enum(['short', 'common', 'names', 'guessable'])
export type PassphraseFault = z.infer<typeof passphraseFault>

/** How hard a passphrase is to guess; with a fault it is not taken. */
const passphraseJudgement = z.strictObject({
  strength: z.enum(['tooWeak', 'acceptable', 'strong', 'veryStrong']),
  fault: passphraseFault.optional(),
})
export type PassphraseJudgement = z.infer<typeof passphraseJudgement>

/** What is typed to come in: a passphrase, the words of a recovery sheet, or temporary words. */
const typed = z.string().min(1).max(200)

/** What a person does here; a user may hold several. Source: product.md section 3. */
export const role = z.enum(['therapist', 'coordinator', 'supervisor', 'administrator'])
export type Role = z.infer<typeof role>

const user = z.strictObject({ id: userId, name: line, roles: z.array(role) })
export type User = z.infer<typeof user>

/** One role for one stretch of time: given by whom, ended by whom (L11). */
const permission = z.strictObject({
  role,
  grantedAt: instant,
  grantedBy: line,
  endedAt: instant.optional(),
  endedBy: line.optional(),
})
export type Permission = z.infer<typeof permission>

/** How someone comes in: by a passphrase of their own, by temporary words until they have chosen one, by words too old, or not at all. */
const access = z.enum(['own', 'temporary', 'expired', 'none'])
export type Access = z.infer<typeof access>

const listedUser = user.extend({
  access,
  permissions: z.array(permission),
  /** True while nothing here can name them: then they may be taken away altogether. */
  removable: z.boolean(),
})
export type ListedUser = z.infer<typeof listedUser>

/** The words of a recovery sheet, and which of them are to be written back, counted from 0. */
export const recoverySheet = z.strictObject({
  words: z.array(z.string()).length(15),
  asked: z.array(z.int()).length(2),
})
export type RecoverySheet = z.infer<typeof recoverySheet>

/** What the right secret leads to. */
export const unlocked = z.discriminatedUnion('next', [
  z.strictObject({ next: z.literal('in'), user }),
  /** Temporary words, or those of the recovery sheet: a passphrase of one's own comes first. `users` are those it may be for. */
  z.strictObject({
    next: z.literal('ownPassphrase'),
    why: z.enum(['temporary', 'recovery']),
    users: z.array(user.pick({ id: true, name: true })).min(1),
  }),
  /** The binder was made and never taken in use: its sheet was not tried, and here is a new one. */
  z.strictObject({ next: z.literal('sheet'), sheet: recoverySheet }),
])
export type Unlocked = z.infer<typeof unlocked>

/** Whether the computer's own keychain may open the binder for this user, and if it cannot, why. */
const keychainUse = z.enum(['on', 'off', 'othersHere', 'weak', 'absent'])
export type KeychainUse = z.infer<typeof keychainUse>

const roles = z.array(role).min(1).max(4)
const nothing = z.strictObject({})
/** What they were called until then. */
const earlierName = z.strictObject({ earlierName: line })
/** Six words to come in with once, for the administrator to hand over. */
const temporaryWords = z.strictObject({ userId, words: z.string() })

export const userContract = {
  'user.unlock': beforeUnlock(z.strictObject({ passphrase: typed }), unlocked),
  /** By the computer's own keychain, where the user has chosen it. */
  'user.unlockByKeychain': beforeUnlock(nothing, unlocked),
  /** After temporary words or the recovery sheet. Opens the binder. */
  'user.choosePassphrase': beforeUnlock(z.strictObject({ userId, passphrase }), z.strictObject({ user })),
  /** Forgets the key. The screen empties; what is saved stays saved. */
  'user.lock': beforeUnlock(nothing, nothing),
  /** Someone is here: the binder stays open another while. */
  'user.active': query(nothing, nothing),
  'user.me': query(
    nothing,
    z.strictObject({
      user,
      unit,
      /** Minutes without a sign of anyone until the binder locks itself. */
      idleMinutes: z.int(),
      /** The operations that this user's roles are enough for: what a screen need not even offer is left out. */
      may: z.array(z.string()),
    }),
  ),
  /** Those who work here, by name: whom a client can be given to. */
  'user.colleagues': query(nothing, z.array(user)),
  /** Tells how a passphrase being chosen would be judged; `names` are those that the form has, before the binder has any. */
  'user.judgePassphrase': beforeUnlock(
    z.strictObject({ passphrase: z.string().max(200), names: z.array(z.string().max(200)).max(2) }),
    passphraseJudgement,
  ),
  'user.changePassphrase': command(z.strictObject({ current: typed, next: passphrase }), nothing),
  'user.keychain': query(nothing, z.strictObject({ use: keychainUse })),
  'user.keepInKeychain': command(z.strictObject({ passphrase: typed }), nothing),
  'user.leaveKeychain': command(nothing, nothing),

  'user.list': query(nothing, z.array(listedUser)),
  'user.add': command(z.strictObject({ name: line, roles }), temporaryWords),
  'user.rename': command(z.strictObject({ userId, name: line }), earlierName),
  'user.setRoles': command(z.strictObject({ userId, roles }), nothing),
  /** New temporary words: for one who has forgotten theirs, or who is let in again. */
  'user.renewAccess': command(z.strictObject({ userId, roles }), temporaryWords),
  /**
   * Ends every role and takes the wrap away. The name stays, since the record names its authors. The database then gets
   * another key, where nobody's way in stands in the way of that.
   */
  'user.disable': command(z.strictObject({ userId }), nothing),
  /** Takes away someone whom nothing names. */
  'user.remove': command(z.strictObject({ userId }), earlierName),

  /** A new sheet. The old one opens until two words of this one have been written back. */
  'recoverySheet.renew': command(nothing, recoverySheet),
  /** Two words, in the order they were asked for. After this the sheet is the one that opens the binder. */
  'recoverySheet.test': beforeUnlock(z.strictObject({ words: z.array(z.string().max(40)).length(2) }), nothing),
  'recoverySheet.latest': query(nothing, z.strictObject({ testedAt: instant, madeBy: line }).optional()),
}
