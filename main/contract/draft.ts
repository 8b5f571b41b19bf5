import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, instant } from './values.ts'

const place = { clientId, place: z.string().regex(/^[a-zA-Z0-9:-]{1,100}$/) }

/** A draft as JSON text; a session with all its worksheets is a few kB. */
const content = z.string().max(400_000)

export const draftContract = {
  /** Typing not yet signed. The only command that does not make shown data stale. */
  'draft.save': command(z.strictObject({ ...place, content }), z.strictObject({ savedAt: instant })),
  'draft.get': query(z.strictObject(place), z.strictObject({ content, savedAt: instant }).optional()),
  'draft.discard': command(z.strictObject(place), z.strictObject({})),
}
