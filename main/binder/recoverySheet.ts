import { storeRecoverySheet } from '../../db/repositories/user.ts'
import { logAccess } from '../accessLog/service.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { RecoverySheet } from '../contract/user.ts'
import { mayCall } from '../user/rights.ts'
import { canBeResealed } from './keyring.ts'
import { keepSlot, type UntriedSheet } from './keys.ts'
import { type PendingUnlock, publicSheet } from './pendingUnlock.ts'
import { currentVisit, letIn, type Seat } from './seat.ts'
import { refuseIfRevoked } from './unlock.ts'
import { tidyWords } from './wordCode.ts'

/** The old sheet opens until two words of this one have been written back. */
export function holdSheet(seat: Seat, sheet: UntriedSheet): RecoverySheet {
  seat.untriedSheet = sheet
  return publicSheet(sheet)
}

/** Two words of the sheet are written back: of a new binder, which is then in use, or of one that takes the old one's place. */
export function testSheet(seat: Seat, { words }: Checked<'recoverySheet.test'>): void {
  const { pending } = seat
  if (pending?.step === 'sheet') testFirstSheet(seat, pending, words)
  else testNextSheet(seat, words)
}

function testFirstSheet(seat: Seat, pending: PendingUnlock & { step: 'sheet' }, words: readonly string[]): void {
  const { vault } = seat
  const { db, sheet, user } = pending
  refuseUnlessRight(sheet, words)
  refuseIfRevoked(vault, pending, user.id)
  keepSlot(vault, sheet.slot)
  storeRecoverySheet(db, { testedAt: vault.world.now(), madeBy: user.id })
  letIn(seat, user.id, 'recoverySheet.test')
}

function testNextSheet(seat: Seat, words: readonly string[]): void {
  const { vault } = seat
  const { db, user } = currentVisit(seat) ?? refuse('nothing-begun')
  const sheet = seat.untriedSheet ?? refuse('nothing-begun')
  if (!mayCall(user.roles, 'recoverySheet.renew')) refuse('not-permitted') // a role may have been taken away meanwhile
  refuseUnlessRight(sheet, words)
  const { key } = vault.unlocked ?? refuse('locked')
  if (!canBeResealed(vault.store.readKeyring(), sheet.slot, key)) refuse('nothing-begun') // made for the key that was
  keepSlot(vault, sheet.slot)
  storeRecoverySheet(db, { testedAt: vault.world.now(), madeBy: user.id })
  seat.untriedSheet = undefined
  logAccess(db, {
    at: vault.world.now(),
    userId: user.id,
    clientId: null,
    method: 'recoverySheet.test',
    kind: 'change',
    detail: '',
  })
  vault.log?.moved()
}

function refuseUnlessRight({ words, asked }: UntriedSheet, given: readonly string[]): void {
  const isRight = asked.every((place, index) => words[place] === tidyWords(given[index] ?? ''))
  if (!isRight) refuse('sheet-words-wrong')
}
