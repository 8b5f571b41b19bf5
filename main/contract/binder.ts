import { z } from 'zod'
import { beforeUnlock, command } from './operation.ts'
import { unitKind } from './unit.ts'
import { passphrase, recoverySheet } from './user.ts'
import { day, line } from './values.ts'

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

export const binderContract = {
  'binder.state': beforeUnlock(z.strictObject({}), binderState),
  /** Makes a new binder in an empty folder. It opens when two words of its recovery sheet have been written back. */
  'binder.create': beforeUnlock(
    z.strictObject({ unitName: line, unitKind, userName: line, passphrase }),
    recoverySheet,
  ),
  /** Minutes without a sign of anyone until the binder locks itself. */
  'binder.setIdleMinutes': command(z.strictObject({ minutes: z.int().min(1).max(15) }), z.strictObject({})),
}
