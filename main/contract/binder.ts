import { z } from 'zod'
import { beforeUnlock } from './operation.ts'
import { unitKind } from './unit.ts'
import { day, line } from './values.ts'

/** A passphrase a person chooses: length is what counts, so there is no rule about signs. */
export const passphrase = z.string().min(12).max(200)

/** Where the user stands before the binder is open. */
export const binderState = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  /** The day the app lives in; tests and the demo choose it. */
  today: day,
  /** True in a binder of invented people: the window says so throughout. */
  demo: z.boolean(),
})
export type BinderState = z.infer<typeof binderState>

export const binderContract = {
  'binder.state': beforeUnlock(z.strictObject({}), binderState),
  /** Makes a new binder in an empty folder and opens it. Answers with the words of the recovery sheet, shown this once. */
  'binder.create': beforeUnlock(
    z.strictObject({ unitName: line, unitKind, userName: line, passphrase }),
    z.strictObject({ recoveryWords: z.array(z.string()) }),
  ),
}
