import { contract, type Method } from '../contract/index.ts'
import { type Role, role } from '../contract/user.ts'
import { denialOf, isAboutClient, mayCall } from './rights.ts'

/** `glass`: only after breaking the glass. */
export type Answer = 'yes' | 'glass' | 'no'

/** How a caller can stand to a client, and a client's record to this binder. */
export const STANDINGS = {
  ownHeld: { own: true, held: true },
  ownAway: { own: true, held: false },
  otherHeld: { own: false, held: true },
  otherAway: { own: false, held: false },
} as const
export type StandingName = keyof typeof STANDINGS
export const STANDING_NAMES = Object.keys(STANDINGS) as StandingName[]

/** One cell for each method, role and standing; an operation about no client answers the same whatever the standing. */
export type RightsTable = Readonly<Record<Method, Readonly<Record<Role, Readonly<Record<StandingName, Answer>>>>>>

/** The rights as the dispatcher applies them, for a role alone. */
export function rightsTable(): RightsTable {
  const methods = Object.keys(contract) as Method[]
  return byName(methods, method =>
    byName(role.options, each => byName(STANDING_NAMES, at => answerTo(method, each, at))),
  )
}

function answerTo(method: Method, by: Role, at: StandingName): Answer {
  if (!isAboutClient(method)) return mayCall([by], method) ? 'yes' : 'no'
  const denied = (brokenGlass: boolean) => denialOf([by], method, { ...STANDINGS[at], brokenGlass }) !== undefined
  return denied(false) ? (denied(true) ? 'no' : 'glass') : 'yes'
}

function byName<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map(each => [each, of(each)])) as Record<Name, Value>
}
