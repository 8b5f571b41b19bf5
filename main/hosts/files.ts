import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy } from './policy.ts'

/** Kinds of file the built renderer consists of; nothing else is served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** The names Vite gives its files. No step starts with a dot and nothing is percent-encoded, so no path leads out of the folder. */
const BUILT_NAME = /^(\/[\w-]+(\.[\w-]+)*)+$/

export type ServedFile = {
  readonly body: Buffer<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/**
 * One file of the built renderer with its headers, or nothing. `path` is as it stands in the address: not decoded.
 * `pageKey` is for the page itself to keep: the loopback host gives it to the first, and to no other.
 */
export async function rendererFile(folder: string, path: string, pageKey = ''): Promise<ServedFile | undefined> {
  const name = path === '/' ? '/index.html' : path
  const type = TYPES[extname(name)]
  if (type === undefined || !BUILT_NAME.test(name)) return undefined
  const read = await readFile(join(folder, name)).catch(() => undefined)
  if (read === undefined) return undefined
  const nonce = randomBytes(16).toString('base64')
  const page = () => read.toString('utf8').replaceAll('%STYLE_NONCE%', nonce).replaceAll('%PAGE_KEY%', pageKey)
  return {
    body: name === '/index.html' ? Buffer.from(page()) : read,
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  }
}
