import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BrowserContext } from '@playwright/test'
import type { Input, Method, Output } from '../../main/contract/index.ts'
import { writeBack } from './writeBack.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The day tests live in unless they choose another: a Saturday. */
export const TODAY = '2026-11-21'

export type Host = {
  /** What the host printed: with the key. */
  readonly address: string
  readonly folder: string
  readonly process: ChildProcess
  /** Every line it has printed to stdout so far. */
  readonly printed: readonly string[]
  /** All it has written to stderr so far: its faults, and what a crash would leave. */
  complained(): string
  /** Stops the host as a system does, and waits until its binder is locked. */
  stop(): Promise<void>
  /** Stops the host and takes its folder away, if it was made for this host. */
  remove(): Promise<void>
}

/** Starts the loopback host as a process of its own, on `folder` or on a new, empty one. */
export async function startHost(options: { folder?: string; today?: string } = {}): Promise<Host> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'arton-')))
  const words = ['main/serve.ts', '--binder', folder, '--today', options.today ?? TODAY]
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => printed.push(line))
  let complaints = ''
  child.stderr.on('data', part => {
    complaints += part
    process.stderr.write(part)
  })
  await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the host ended with ${code} before it printed its address`)
    }),
  ])
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill()
    await once(child, 'exit')
  }
  return {
    address: printed[0] ?? '',
    folder,
    process: child,
    printed,
    complained: () => complaints,
    stop,
    remove: async () => {
      await stop()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The parts of a printed address: where the host is, and the key that opens it. */
export function originAndKey(address: string): { origin: string; key: string } {
  const { origin, searchParams } = new URL(address)
  return { origin, key: searchParams.get('key') ?? '' }
}

/** What a printed address was exchanged for. */
export type Entry = { readonly cookie: string; readonly pageKey: string }

/** The addresses that have been used in this process; each works once, and tests open many browsers at one host. */
const entries = new Map<string, Promise<Entry>>()

/** Uses the address as the first browser does. The renderer must be built. */
export async function firstEntry(address: string): Promise<Entry> {
  const response = await fetch(address)
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const pageKey = /name="page-key" content="([0-9a-f]{64})"/.exec(await response.text())?.[1] ?? ''
  return { cookie, pageKey }
}

/** Lets a browser in at a host as the one that used its address, so that the address leads it to the page from now on. */
export async function letIn(context: BrowserContext, address: string): Promise<void> {
  const entry = entries.get(address) ?? firstEntry(address)
  entries.set(address, entry)
  const { cookie, pageKey } = await entry
  const { origin } = originAndKey(address)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }])
  await context.addInitScript(
    given => {
      if (window.location.origin === given.origin) window.localStorage.setItem('page-key', given.pageKey)
    },
    { origin, pageKey },
  )
}

/** With the key itself as a script does, or as the browser to which the key has gone. */
async function credentials(address: string): Promise<Record<string, string>> {
  const { origin, key } = originAndKey(address)
  const entry = await entries.get(address)
  if (entry === undefined) return { authorization: `Bearer ${key}` }
  return { authorization: `Bearer ${entry.pageKey}`, cookie: entry.cookie, origin }
}

/** Asks a running host; a refusal fails with its code. */
export async function askHost<M extends Method>(address: string, method: M, input: Input<M>): Promise<Output<M>> {
  const { origin } = originAndKey(address)
  const response = await fetch(`${origin}/core/${method}`, {
    method: 'POST',
    headers: await credentials(address),
    body: JSON.stringify(input),
  })
  const reply = await response.json()
  if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
  await writeBack(method, reply.value, words => askHost(address, 'recoverySheet.test', words))
  return reply.value
}

/** `askHost` for one host. */
export function askOn(address: string): <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>> {
  return (method, input) => askHost(address, method, input)
}
