import { idleMinutesOf } from '../../db/repositories/unit.ts'
import { activeUsers, latestSheet } from '../../db/repositories/user.ts'
import type { Binder } from '../binder/binder.ts'
import { shownSheet } from '../binder/threshold.ts'
import { randomWords, TEMPORARY_WORDS } from '../binder/wordCode.ts'
import type { Operations } from '../context/handlers.ts'
import type { Keychain } from '../context/platform.ts'
import { refuse } from '../contract/errors.ts'
import { contract, type Method } from '../contract/index.ts'
import type { KeychainUse, userContract } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { mayCall } from './rights.ts'
import { addUser, disableUser, known, listUsers, removeUser, renameUser, setRoles } from './service.ts'

const METHODS = Object.keys(contract) as Method[]

/**
 * What ties a user's rows to their wraps in the keyring.
 *
 * The keyring is written last within the transaction: a fault there undoes the rows too. Should the power go between
 * the two, a wrap without a role in force opens nothing, and a user without a wrap is given new words.
 */
export function userOperations(binder: Binder, keychain: Keychain | undefined): Operations<typeof userContract> {
  const temporary = async (chance: (bytes: number) => Buffer, userId: UserId) => {
    const words = randomWords(TEMPORARY_WORDS, chance).join(' ')
    return { words, slot: await binder.keys().temporaryFor(userId, words) }
  }

  return {
    'user.unlock': input => binder.unlock(input),
    'user.unlockByKeychain': () => binder.unlockByKeychain(),
    'user.choosePassphrase': input => binder.choosePassphrase(input),
    'user.lock': () => {
      binder.lock()
      return {}
    },
    'user.active': () => {
      binder.active()
      return {}
    },

    'user.me': ({ db, user, unit }) => ({
      user,
      unit,
      idleMinutes: idleMinutesOf(db),
      may: METHODS.filter(each => mayCall(user.roles, each)),
    }),
    'user.colleagues': ({ db }) => activeUsers(db),
    'user.list': context => listUsers(context).map(each => ({ ...each, access: binder.keys().access(each.id) })),
    'user.add': {
      async prepare(context, input) {
        const userId = context.newId<UserId>()
        const { words, slot } = await temporary(context.chance, userId)
        return () => {
          addUser(context, { id: userId, ...input })
          binder.keys().keep(slot)
          return { userId, words }
        }
      },
    },
    'user.renewAccess': {
      async prepare(context, { userId, roles }) {
        if (userId === context.user.id) refuse('not-yourself')
        known(context.db, userId)
        const { words, slot } = await temporary(context.chance, userId)
        return () => {
          setRoles(context, { userId, roles })
          binder.keys().keep(slot)
          binder.keys().take(userId, 'keychain')
          return { userId, words }
        }
      },
    },
    'user.rename': (context, input) => {
      const earlier = renameUser(context, input)
      binder.refreshUser()
      return earlier
    },
    'user.setRoles': (context, input) => {
      setRoles(context, input)
      binder.refreshUser()
      return {}
    },
    'user.disable': (context, { userId }) => {
      disableUser(context, userId)
      binder.keys().take(userId)
      return {}
    },
    'user.remove': (context, { userId }) => {
      const earlier = removeUser(context, userId)
      binder.keys().take(userId)
      return earlier
    },

    'user.changePassphrase': {
      async prepare({ user }, { current, next }) {
        const keys = binder.keys()
        await keys.prove(user.id, current, 'user.changePassphrase')
        const slot = await keys.ownFor(user.id, next)
        return () => {
          keys.keep(slot)
          return {}
        }
      },
    },
    'user.keychain': {
      async prepare({ user }) {
        const use = await keychainUse(user.id)
        return () => ({ use })
      },
    },
    'user.keepInKeychain': {
      async prepare({ user }, { passphrase }) {
        const use = await keychainUse(user.id)
        if (keychain === undefined || use === 'absent') return refuse('keychain-absent')
        if (use === 'weak') refuse('keychain-weak')
        if (use === 'othersHere') refuse('keychain-others')
        const keys = binder.keys()
        await keys.prove(user.id, passphrase, 'user.keepInKeychain')
        const slot = await keys.keychainFor(user.id, keychain)
        return () => {
          keys.keep(slot)
          return {}
        }
      },
    },
    'user.leaveKeychain': ({ user }) => {
      binder.keys().take(user.id, 'keychain')
      return {}
    },

    'recoverySheet.renew': {
      async prepare() {
        const sheet = await binder.keys().sheet()
        return () => {
          binder.holdSheet(sheet)
          return shownSheet(sheet)
        }
      },
    },
    'recoverySheet.test': input => {
      binder.testSheet(input)
      return {}
    },
    'recoverySheet.latest': ({ db }) => latestSheet(db),
  }

  async function keychainUse(user: UserId): Promise<KeychainUse> {
    if (keychain === undefined) return 'absent'
    if (!keychain.protects()) return 'weak'
    if (binder.keys().hasKeychain(user)) return 'on'
    return (await binder.keys().keychainOfOther(user, keychain)) ? 'othersHere' : 'off'
  }
}
