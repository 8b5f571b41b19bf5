import { type Call, contract } from '../contract/index.ts'

/**
 * What a technician may read: when, which operation, which refusal, which class of error. Never a
 * message, a name, a path or an id, since messages may quote what was typed. It is not the access log.
 */
export type DiagnosticLog = {
  /** Notes a fault of ours. */
  failed(error: unknown): void
  /** The same core, whose refusals are noted. */
  watching(call: Call): Call
}

/** `write` takes one line without its line break. */
export function diagnosticLog(write: (line: string) => void): DiagnosticLog {
  const note = (...words: string[]) => write([new Date().toISOString(), ...words].join(' '))
  return {
    failed: error => note('error', ...classOf(error)),
    watching: call => async (method, input) => {
      const reply = await call(method, input)
      if (!reply.ok) note('refused', Object.hasOwn(contract, method) ? method : '-', reply.refusal.code)
      return reply
    },
  }
}

/** The class, and the system's or SQLite's own code where there is one: ENOSPC, SQLITE_FULL. */
function classOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error]
  const code = 'code' in error ? String(error.code) : ''
  return /^[A-Z][A-Z_]{1,39}$/.test(code) ? [error.constructor.name, code] : [error.constructor.name]
}
