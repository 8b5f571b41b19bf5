import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId } from './values.ts'

/** A value that may be changed: a booked time, a stay, the day someone was back, the client's details. */
const valueAbout = z.strictObject({ kind: z.enum(['slot', 'placement', 'absence', 'details']), id: z.uuid() })
export type ValueAbout = z.infer<typeof valueAbout>

export const valueChangeContract = {
  /** The caller's own changes of today that still stand as they made them, one a value. */
  'valueChange.undoable': query(
    z.strictObject({ clientId }),
    z.array(z.strictObject({ id: z.uuid(), about: valueAbout })),
  ),
  /** Puts back what the value was before, as a new change. Refused as cannot-take-back for all but what is undoable. */
  'valueChange.undo': command(z.strictObject({ clientId, changeId: z.uuid() }), z.strictObject({})),
}
