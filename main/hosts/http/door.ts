import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * What opens a host, new at every start. A browser shows its cookie to every port of the machine, so whoever listens at
 * another port learns it: it opens nothing without the page key, which the page keeps where no other port's page reaches.
 */
export type Door = {
  /** Stands in the printed address. The first browser to show it takes it; until then a script may use it. */
  readonly key: string
  readonly cookie: string
  readonly pageKey: string
  isKeyTaken: boolean
}

/** What a caller has shown. The cookie alone is enough for the page itself, which holds nothing of the binder. */
export type Shown = 'nothing' | 'key' | 'cookie' | 'cookie and page key'

export function newDoor(): Door {
  return { key: secret(), cookie: secret(), pageKey: secret(), isKeyTaken: false }
}

/** Cookies do not tell ports apart, so two hosts at once need two names. */
export function cookieFor({ cookie }: Door, port: number): string {
  return `arton-${port}=${cookie}`
}

export function shownAt(door: Door, port: number, headers: IncomingHttpHeaders): Shown {
  if (isSameSecret(headers.authorization, `Bearer ${door.key}`)) return door.isKeyTaken ? 'nothing' : 'key'
  const cookies = headers.cookie?.split('; ') ?? []
  if (!cookies.some(each => isSameSecret(each, cookieFor(door, port)))) return 'nothing'
  return isSameSecret(headers.authorization, `Bearer ${door.pageKey}`) ? 'cookie and page key' : 'cookie'
}

/** Compares in a time that tells nothing of where the two differ. */
export function isSameSecret(given: string | null | undefined, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given ?? ''), hash(wanted))
}

/** 256 random bits. */
function secret(): string {
  return randomBytes(32).toString('hex')
}
