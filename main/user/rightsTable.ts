import { contract, type Method } from '../contract/index.ts'
import type { Role } from '../contract/user.ts'
import { denialOf, isAboutClient, mayCall } from './rights.ts'

/** `glass`: only after breaking the glass. */
export type Answer = 'yes' | 'glass' | 'no'

/** Each role alone, and the two that look after clients together: then it is how the client is theirs that decides. */
export const CALLERS = {
  therapist: ['therapist'],
  coordinator: ['coordinator'],
  therapistAndCoordinator: ['therapist', 'coordinator'],
  supervisor: ['supervisor'],
  administrator: ['administrator'],
} as const satisfies Record<string, readonly Role[]>
export type CallerName = keyof typeof CALLERS
export const CALLER_NAMES = Object.keys(CALLERS) as CallerName[]

/** How a caller can stand to a client, and a client's record to this binder. */
export const STANDINGS = {
  treatsHeld: { own: ['therapist'], held: true },
  treatsAway: { own: ['therapist'], held: false },
  coordinatesHeld: { own: ['coordinator'], held: true },
  coordinatesAway: { own: ['coordinator'], held: false },
  bothHeld: { own: ['therapist', 'coordinator'], held: true },
  bothAway: { own: ['therapist', 'coordinator'], held: false },
  otherHeld: { own: [], held: true },
  otherAway: { own: [], held: false },
} as const satisfies Record<string, { own: readonly Role[]; held: boolean }>
export type StandingName = keyof typeof STANDINGS
export const STANDING_NAMES = Object.keys(STANDINGS) as StandingName[]

/** One cell for each method, caller and standing; an operation about no client answers the same whatever the standing. */
export type RightsTable = Readonly<Record<Method, Readonly<Record<CallerName, Readonly<Record<StandingName, Answer>>>>>>

/** The rights as the dispatcher applies them. */
export function rightsTable(): RightsTable {
  const methods = Object.keys(contract) as Method[]
  return byName(methods, method =>
    byName(CALLER_NAMES, each => byName(STANDING_NAMES, at => answerTo(method, CALLERS[each], at))),
  )
}

function answerTo(method: Method, roles: readonly Role[], at: StandingName): Answer {
  if (!isAboutClient(method)) return mayCall(roles, method) ? 'yes' : 'no'
  const denied = (brokenGlass: boolean) => denialOf(roles, method, { ...STANDINGS[at], brokenGlass }) !== undefined
  return denied(false) ? (denied(true) ? 'no' : 'glass') : 'yes'
}

function byName<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map(each => [each, of(each)])) as Record<Name, Value>
}
