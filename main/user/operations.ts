import { idleMinutesOf } from '../../db/repositories/unit.ts'
import { activeUsers, latestSheet } from '../../db/repositories/user.ts'
import { keychainUseOf, wrapForKeychain } from '../binder/keychainKeys.ts'
import {
  accessOf,
  keepPassphrase,
  keepSlot,
  newSheet,
  refuseIfReplaced,
  removeSlots,
  verifyPassphrase,
  wrapPassphrase,
  wrapTemporary,
} from '../binder/keys.ts'
import { judgePassphrase } from '../binder/passphraseStrength.ts'
import { holdSheet, testSheet } from '../binder/recoverySheet.ts'
import { keysOf, lockSeat, namesAt, noteActivity, type Seat } from '../binder/seat.ts'
import { choosePassphrase, unlock, unlockByKeychain } from '../binder/unlock.ts'
import { endVisitsOf } from '../binder/vault.ts'
import { randomWords, TEMPORARY_WORDS } from '../binder/wordCode.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import { refuse } from '../contract/errors.ts'
import { contract, type Method } from '../contract/index.ts'
import type { userContract } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { mayCall } from './rights.ts'
import { addUser, disableUser, listUsers, removeUser, renameUser, requireUser, setRoles } from './service.ts'

type UserOperations = Operations<typeof userContract>

const METHODS = Object.keys(contract) as Method[]

/**
 * What ties a user's rows to their wraps in the keyring.
 *
 * The keyring is written last within the transaction: a fault there undoes the rows too. Should the power go between
 * the two, a wrap without a role in force opens nothing, and a user without a wrap is given new words.
 */
export function userOperations(seat: Seat): UserOperations {
  return {
    ...unlocking(seat),
    ...whoIsHere,
    ...admission(seat),
    ...exclusion(seat),
    ...ownPassphrase(seat),
    ...ownKeychain(seat),
    ...recoverySheets(seat),
  }
}

function unlocking(seat: Seat) {
  return {
    'user.unlock': input => unlock(seat, input),
    'user.unlockByKeychain': () => unlockByKeychain(seat),
    'user.choosePassphrase': input => choosePassphrase(seat, input),
    'user.judgePassphrase': ({ passphrase, names }) => judgePassphrase(passphrase, [...names, ...namesAt(seat)]),
    'user.lock': () => {
      lockSeat(seat)
      return {}
    },
    'user.active': () => {
      noteActivity(seat)
      return {}
    },
  } satisfies Partial<UserOperations>
}

const whoIsHere = {
  'user.me': ({ db, user, unit }) => ({
    user,
    unit,
    idleMinutes: idleMinutesOf(db),
    may: METHODS.filter(each => mayCall(user.roles, each)),
  }),
  'user.colleagues': ({ db }) => activeUsers(db),
} satisfies Partial<UserOperations>

/** Users are let in by temporary words, which the administrator hands over. */
function admission(seat: Seat) {
  return {
    'user.list': context =>
      listUsers(context).map(each => ({ ...each, access: accessOf(keysOf(seat), each.id, context.now()) })),
    'user.add': {
      async prepare(context, input) {
        const userId = context.newId<UserId>()
        const { words, slot } = await temporaryWords(seat, context, userId)
        return () => {
          addUser(context, { id: userId, ...input })
          keepSlot(keysOf(seat), slot)
          return { userId, words }
        }
      },
    },
    'user.renewAccess': {
      async prepare(context, { userId, roles }) {
        if (userId === context.user.id) refuse('not-yourself')
        requireUser(context.db, userId)
        const { words, slot } = await temporaryWords(seat, context, userId)
        return () => {
          setRoles(context, { userId, roles })
          keepSlot(keysOf(seat), slot)
          removeSlots(keysOf(seat), userId, 'keychain')
          endVisitsOf(seat.vault, userId, 'renewed')
          return { userId, words }
        }
      },
    },
  } satisfies Partial<UserOperations>
}

async function temporaryWords(seat: Seat, { chance, now }: Context, userId: UserId) {
  const words = randomWords(TEMPORARY_WORDS, chance).join(' ')
  return { words, slot: await wrapTemporary(keysOf(seat), userId, words, now()) }
}

/** What is changed for a user reaches every seat where they are in: `refreshVisits`. */
function exclusion(seat: Seat) {
  return {
    'user.rename': renameUser,
    'user.setRoles': (context, input) => {
      setRoles(context, input)
      return {}
    },
    'user.disable': (context, { userId }) => {
      disableUser(context, userId)
      removeSlots(keysOf(seat), userId)
      return {}
    },
    'user.remove': (context, { userId }) => {
      const earlier = removeUser(context, userId)
      removeSlots(keysOf(seat), userId)
      return earlier
    },
  } satisfies Partial<UserOperations>
}

function ownPassphrase(seat: Seat) {
  return {
    'user.changePassphrase': {
      async prepare({ user }, { current, next }) {
        const keys = keysOf(seat)
        await verifyPassphrase(keys, user.id, current, 'user.changePassphrase')
        const own = await wrapPassphrase(keys, user.id, next)
        return () => {
          refuseIfReplaced(keys, user.id)
          keepPassphrase(keys, own)
          return {}
        }
      },
    },
  } satisfies Partial<UserOperations>
}

/** The computer's own keychain, where the seat's computer has one. */
function ownKeychain(seat: Seat) {
  const { keychain } = seat
  return {
    'user.keychain': {
      async prepare({ user }) {
        const use = await keychainUseOf(keysOf(seat), user.id, keychain)
        return () => ({ use })
      },
    },
    'user.keepInKeychain': {
      async prepare({ user }, { passphrase }) {
        const keys = keysOf(seat)
        const use = await keychainUseOf(keys, user.id, keychain)
        if (keychain === undefined || use === 'absent') return refuse('keychain-absent')
        if (use === 'weak') refuse('keychain-weak')
        if (use === 'othersHere') refuse('keychain-others')
        await verifyPassphrase(keys, user.id, passphrase, 'user.keepInKeychain')
        const slot = await wrapForKeychain(keys, user.id, keychain)
        return () => {
          refuseIfReplaced(keys, user.id)
          keepSlot(keys, slot)
          return {}
        }
      },
    },
    'user.leaveKeychain': ({ user }) => {
      removeSlots(keysOf(seat), user.id, 'keychain')
      return {}
    },
  } satisfies Partial<UserOperations>
}

function recoverySheets(seat: Seat) {
  return {
    'recoverySheet.renew': {
      async prepare({ chance, derivationCost }) {
        const { key, store } = keysOf(seat)
        const sheet = await newSheet(key, store.readKeyring(), { chance, derivationCost })
        return () => holdSheet(seat, sheet)
      },
    },
    'recoverySheet.test': input => {
      testSheet(seat, input)
      return {}
    },
    'recoverySheet.latest': ({ db }) => latestSheet(db),
  } satisfies Partial<UserOperations>
}
