import { randomBytes, randomUUID } from 'node:crypto'
import type { World } from './context.ts'

/**
 * What a guess at a passphrase costs: 64 MiB and three passes of Argon2id, 0.1–0.2 s. It is no setting, and nothing the
 * program is started with changes it; a wrap that was cheaper is renewed when it is next opened.
 */
const DERIVATION_COST = { memory: 65_536, passes: 3, lanes: 1 } as const

/** What a guess at the words of a sealed file costs: 2^17, about half a second on two cores. They carry 63 bits of chance besides. */
const SEALING_WORK = 17

/** The real clock, real chance and the real costs. `today` fixes the day, for tests and for looking at a binder as of a day. */
export function realWorld(today?: string): World {
  return {
    today: () => today ?? dayIn(new Date()),
    now: () => new Date().toISOString(),
    monotonic: () => performance.now(),
    chance: bytes => randomBytes(bytes),
    derivationCost: DERIVATION_COST,
    sealingWork: SEALING_WORK,
    newId: <Id extends string>() => randomUUID() as string as Id,
  }
}

/** The calendar day where the user is, not in UTC: a session at 23.30 belongs to that evening. */
function dayIn(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
