import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Call } from '../../contract/index.ts'
import { rendererFile } from '../files.ts'
import { cookieFor, type Door, isSameSecret, newDoor, shownAt } from './door.ts'
import type { HttpPlatform } from './platform.ts'

export type HttpParts = {
  readonly call: Call
  readonly platform: HttpPlatform
  /** The folder of the built renderer. */
  readonly renderer: string
  /** 0 for any port that is free. */
  readonly port: number
  /** Hears of faults of ours. */
  report(error: unknown): void
}

export type HttpHost = {
  /** What to open in a browser, once: with the key, so it is a secret. */
  readonly address: string
  close(): void
}

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** Bytes of a question. The longest draft fits, JSON within JSON and every character of it three bytes; so does a sealed file. */
const MOST_BODY = 20_000_000

/** Why a request is turned away, in words for a person who sees it in a browser. */
const REFUSALS = {
  400: 'Frågan kan inte läsas.',
  401: 'Öppna Arton med hela adressen som skrevs ut när programmet startade.',
  403: 'Frågan kommer från en annan sida än Arton.',
  404: 'Sidan finns inte.',
  410: 'Adressen har redan använts, och den gäller bara en gång. Stäng Arton och starta det igen, så skrivs en ny adress ut. Inget som är sparat försvinner.',
  421: 'Arton svarar bara på sin egen adress.',
  500: 'Något gick fel.',
} as const

/**
 * Serves the app to this machine's own browser.
 *
 * The doors, in order: the exact Host, so that no other name can be pointed here; the key, once, or what it was exchanged
 * for; and for questions to the core the page key beside the cookie and the exact Origin, which only a script with the
 * key itself may leave out.
 */
export async function serveHttp(parts: HttpParts): Promise<HttpHost> {
  const door = newDoor()
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo // listening, so it has one
    answer(request, parts, door, port)
      .catch(error => {
        parts.report(error)
        return refused(500)
      })
      .then(each => send(response, each))
  })
  server.listen(parts.port, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/?key=${door.key}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function answer(request: IncomingMessage, parts: HttpParts, door: Door, port: number): Promise<Answer> {
  const host = `127.0.0.1:${port}`
  if (request.headers.host !== host) return refused(421)
  const origin = `http://${host}`
  const asked = request.url?.startsWith('/') === true ? `${origin}${request.url}` : ''
  if (!URL.canParse(asked)) return refused(400)
  const { pathname, searchParams } = new URL(asked)

  const shown = shownAt(door, port, request.headers)
  if (request.method === 'GET' && pathname === '/' && isSameSecret(searchParams.get('key'), door.key)) {
    if (!door.isKeyTaken) return firstPage(parts, door, port)
    return shown === 'nothing' ? refused(410) : { status: 303, headers: { location: '/' }, body: '' }
  }
  if (shown === 'nothing') return refused(401)
  if (request.method === 'GET') return fileAt(pathname, parts)

  if (request.method !== 'POST' || !pathname.startsWith('/core/')) return refused(404)
  if (shown === 'cookie') return refused(401)
  const from = request.headers.origin
  if (from !== origin && !(from === undefined && shown === 'key')) return refused(403)
  const body = await bodyOf(request)
  if (body === undefined) return refused(400)
  const reply = await parts.platform.during(() => parts.call(pathname.slice('/core/'.length), body.input))
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(reply) }
}

/** Takes the key and gives what opens the host from now on: a cookie, and within the page its own key. */
async function firstPage({ renderer }: HttpParts, door: Door, port: number): Promise<Answer> {
  door.isKeyTaken = true // before anything is waited for: no other may come between
  const page = await rendererFile(renderer, '/', door.pageKey)
  if (page === undefined) return refused(404)
  const given = `${cookieFor(door, port)}; HttpOnly; SameSite=Strict; Path=/`
  return { status: 200, headers: { ...page.headers, 'set-cookie': given }, body: page.body }
}

async function fileAt(path: string, { platform, renderer }: HttpParts): Promise<Answer> {
  const download = platform.take(path)
  if (download !== undefined) {
    const name = download.name.replaceAll(/[^\w.-]/g, '_')
    return {
      status: 200,
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
      },
      body: download.bytes,
    }
  }
  const found = await rendererFile(renderer, path)
  return found === undefined ? refused(404) : { status: 200, ...found }
}

/** The question, or nothing when it is too large or no JSON. What is too large is read to its end, but not kept. */
async function bodyOf(request: IncomingMessage): Promise<{ input: unknown } | undefined> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request) {
      size += part.length
      if (size > MOST_BODY) parts.length = 0
      else parts.push(part)
    }
    if (size > MOST_BODY) return undefined
    return { input: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))) }
  } catch {
    return undefined
  }
}

function refused(status: keyof typeof REFUSALS): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: REFUSALS[status] }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    ...headers, // a file brings a policy of its own
  })
  response.end(body)
}
