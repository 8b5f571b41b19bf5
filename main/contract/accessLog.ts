import { z } from 'zod'
import { clientId, instant, userId } from './values.ts'

/** What an entry of the access log tells of. Source: law-and-data.md L13. */
export const logKind = z.enum([
  'view',
  'create',
  'change',
  'print',
  'export',
  'import',
  'unlock',
  'failedUnlock',
  'lock',
  'breakGlass',
  /** The log itself was found not to add up: `detail` says how, where, and by what evidence. */
  'chainBroken',
])
export type LogKind = z.infer<typeof logKind>

/** One row of the access log. */
export const logEntry = z.strictObject({
  /** 1, 2, 3 … without a gap. */
  sequence: z.int().min(1),
  at: instant,
  /** Null where nobody is known: a failed attempt to unlock. */
  userId: userId.nullable(),
  /** Null where no single client is concerned. */
  clientId: clientId.nullable(),
  method: z.string(),
  kind: logKind,
  /** What the method does not say, in a few code words; never personal data. */
  detail: z.string().max(200),
})
export type LogEntry = z.infer<typeof logEntry>

/** An entry as it is stored, with the hash that ties it to the one before: 64 hexadecimal digits. */
export type ChainedEntry = LogEntry & { readonly hash: string }
