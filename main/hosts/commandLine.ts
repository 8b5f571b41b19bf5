import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Day, day } from '../contract/values.ts'

/** What both hosts take from the command line. */
export type CommandLine = {
  /** The binder's folder, absolute; the host has one of its own otherwise. */
  readonly binder: string | undefined
  /** For the loopback host; 0 for any that is free. */
  readonly port: number
  /** The day to live in, for tests and for looking at a binder as of a day. */
  readonly today: Day | undefined
}

/**
 * Reads `--binder FOLDER [--port N] [--today YYYY-MM-DD]`; leaves other words to Electron, which has its own.
 *
 * @throws when one of the three has no value or one that cannot be: a mistyped day must not pass for today.
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...words], strict: false, options: { binder: text, port: text, today: text } })
  const { binder, port = '0', today } = values
  if (binder !== undefined && (typeof binder !== 'string' || binder === '')) throw new Error('--binder needs a folder')
  if (typeof port !== 'string' || !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error('--port needs a number up to 65535')
  if (today !== undefined && !day.safeParse(today).success) throw new Error('--today needs a day, YYYY-MM-DD')
  return {
    binder: binder === undefined ? undefined : resolve(binder),
    port: Number(port),
    today: today === undefined ? undefined : day.parse(today),
  }
}
