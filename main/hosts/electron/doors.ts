import type { WebFrameMain } from 'electron'

/** What harden, ipc and window decide by. Apart from them, since tests can ask these without Electron. */
export const HOST = 'arton'
/** The only address the app ever shows. */
export const ORIGIN = `app://${HOST}`

/** Addresses a click may open in the user's own browser; nothing else leaves the app. */
const EXTERNAL: ReadonlySet<string> = new Set(['https://www.1177.se'])

/** Compares the whole origin: a listed address inside a path, a query or a longer name does not count. */
export function mayOpenOutside(url: string): boolean {
  return URL.canParse(url) && EXTERNAL.has(new URL(url).origin)
}

/** What the page may ask for: its own files, and the developer tools' where there are any. */
export function mayRequest(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url.startsWith('devtools:')
}

/** True for our own page itself: not for a frame in it, another origin, or a frame that is gone (null). */
export function isOwnTopFrame(frame: Pick<WebFrameMain, 'parent' | 'origin'> | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin
}
