import type { z } from 'zod'

/** An operation that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', door: 'unlocked', input, output } as const
}

/** An operation that changes what is stored: it runs in one transaction with its access-log row. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command', door: 'unlocked', input, output } as const
}

/** An operation that must also answer while the binder is locked: nothing in it may concern a client. */
export function beforeUnlock<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', door: 'open', input, output } as const
}
