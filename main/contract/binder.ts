import { z } from 'zod'
import { beforeUnlock, command, query } from './operation.ts'
import { unitKind } from './unit.ts'
import { passphrase, recoverySheet } from './user.ts'
import { day, instant, line, userId } from './values.ts'

/** Where the user stands before the binder is open. */
const binderState = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  /** The day the app lives in; tests and the demo choose it. */
  today: day,
  /** True in a binder of invented people: the window says so throughout. */
  demo: z.boolean(),
  /** Seconds until the next passphrase is heard, after several wrong ones. */
  waitSeconds: z.int().min(0),
  /** True where the computer's own keychain can open it now. */
  keychain: z.boolean(),
})
export type BinderState = z.infer<typeof binderState>

/** What a change of the database's key is at. */
const keyStage = z.enum(['copying', 'encrypting', 'proving', 'replacing'])
export type KeyStage = z.infer<typeof keyStage>

/** Whether the database should have another key, and who would have to be given new words for it. */
const keyState = z.strictObject({
  /** When someone was shut out who may have come by the key in use. */
  dueSince: instant.optional(),
  /** Those whose way in is from an earlier version, and renews itself when they next unlock. */
  remaining: z.array(z.strictObject({ id: userId, name: line })),
  /** The recovery sheet is from an earlier version: a new one must be printed first. */
  sheetRemains: z.boolean(),
})
export type KeyState = z.infer<typeof keyState>

export const binderContract = {
  'binder.state': beforeUnlock(z.strictObject({}), binderState),
  /** Makes a new binder in an empty folder. It opens when two words of its recovery sheet have been written back. */
  'binder.create': beforeUnlock(
    z.strictObject({ unitName: line, unitKind, userName: line, passphrase }),
    recoverySheet,
  ),
  'binder.keyState': query(z.strictObject({}), keyState),
  /**
   * Gives the database another key, sealed to each user's pair and to the recovery sheet's. Those who remain are left out
   * only when the administrator says so; they need new words then.
   */
  'binder.changeKey': command(z.strictObject({ leaveOut: z.boolean() }), z.strictObject({ changed: z.boolean() })),
  /** How far a change of key has come; answered while all else waits. */
  'binder.keyProgress': beforeUnlock(z.strictObject({}), z.strictObject({ stage: keyStage.optional() })),
  /** Minutes without a sign of anyone until the binder locks itself. */
  'binder.setIdleMinutes': command(z.strictObject({ minutes: z.int().min(1).max(15) }), z.strictObject({})),
}
