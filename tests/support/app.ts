import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import type { Input } from '../../main/contract/index.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { launchElectron, wordsFor } from './electronApp.ts'
import { askOn, letIn, startHost, TODAY } from './host.ts'
import { type HostInside, type HostInsideOptions, openHostInside } from './hostInside.ts'
import { newClient } from './people.ts'
import { type Ask, NEW_BINDER } from './readyToSeal.ts'

/** A file the app let the user keep. */
export type SavedFile = { readonly name: string; readonly path: string }

export type OpenedApp = {
  readonly page: Page
  /** For askHost: the loopback host's address with its key; empty in Electron. */
  readonly address: string
  readonly folder: string
  /** The program's process: the test's own unless `asProcess` was asked. */
  readonly pid: number
  /** All that the program has written to its terminal so far: without `asProcess`, its faults. */
  told(): string
  /** Does what makes the app save a file, and gives the file as the user gets it. */
  saved(action: () => Promise<void>): Promise<SavedFile>
  /** Lets the page complain of what the test provokes on purpose, and of nothing else. */
  forgive(complaint: RegExp): void
  /** Closes the window and stops the host, as a user does who goes home; the binder stays until the test ends. */
  close(): Promise<void>
}

type Machine = Omit<OpenedApp, 'forgive'> & { remove(): Promise<void> }
type Options = HostInsideOptions & {
  /** The host is a process of its own, to kill or to look at from outside. Electron always is. */
  asProcess?: boolean
  /** False leaves the page empty: the test goes to the address itself, once the binder holds what the page is to show. */
  shown?: boolean
}

/** A client of the test's own, in a binder that the tests of a worker share. */
export type OpenedClient = {
  /** Not gone anywhere yet. */
  readonly page: Page
  readonly address: string
  readonly ask: Ask
  readonly clientId: ClientId
}

type SharedFixtures = {
  /** The worker's own app: its binder has a user and nothing else. */
  sharedHost: HostInside
}

type AppFixtures = {
  /** Opens a page on the worker's app, which is unlocked, and adds a client there. Listens as `openApp` does. */
  openClient(given?: Partial<Input<'client.add'>>): Promise<OpenedClient>
  /**
   * Opens the app on `folder`, or on an empty binder that is removed after the test: in a browser over the
   * loopback host, or in a real Electron when the test runs in the project of that name.
   *
   * May be called several times in one test: each call is a machine of its own. Anything the page
   * complains of in its console, and any request that leaves the machine, fails the test at its end.
   */
  openApp(options?: Options): Promise<OpenedApp>
}

export const test = base.extend<AppFixtures, SharedFixtures>({
  sharedHost: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern, and this one has none
    async ({}, use) => {
      const host = await openHostInside()
      await askOn(host.address)('binder.create', NEW_BINDER)
      await use(host)
      await host.remove()
    },
    { scope: 'worker' },
  ],
  openClient: async ({ browser, sharedHost: { address } }, use, { workerIndex, testId, retry }) => {
    const context = await browser.newContext()
    await letIn(context, address)
    const page = await context.newPage()
    const complaints: string[] = []
    listen(page, complaints)
    const ask = askOn(address)
    await use(async given => {
      const caseNumber = `Ä ${workerIndex}:${testId.slice(-8)}:${retry}`
      const { clientId } = await ask('client.add', { ...newClient({ number: '' }), caseNumber, ...given })
      return { page, address, ask, clientId }
    })
    await context.close()
    if ((await ask('binder.state', {})).state === 'locked')
      await ask('user.unlock', { passphrase: NEW_BINDER.passphrase }) // for the next test
    expect(complaints, 'what the page complained of').toEqual([])
  },
  openApp: async ({ browser }, use, testInfo) => {
    const machines: Machine[] = []
    const complaints: string[] = []
    const forgiven: RegExp[] = []
    await use(async (options = {}) => {
      const machine =
        testInfo.project.name === 'electron'
          ? await inElectron(options, complaints)
          : await inBrowser(browser, options, complaints)
      machines.push(machine)
      return { ...machine, forgive: complaint => forgiven.push(complaint) }
    })
    for (const each of machines) await each.close()
    for (const each of machines) await each.remove()
    const unforgiven = complaints.filter(each => !forgiven.some(pattern => pattern.test(each)))
    expect(unforgiven, 'what the page complained of').toEqual([])
  },
})

function listen(page: Page, complaints: string[]): void {
  const own = ['data:', 'blob:', 'app:', 'devtools:']
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => {
    const asked = new URL(request.url())
    if (asked.hostname !== '127.0.0.1' && !own.includes(asked.protocol)) complaints.push(`asked ${asked.origin}`)
  })
}

/** A host as a test needs it: to be asked, and stopped. */
type AnyHost = {
  readonly address: string
  readonly folder: string
  readonly pid: number
  told(): string
  stop(): Promise<void>
  remove(): Promise<void>
}

async function hostFor({ asProcess = false, shown: _, ...options }: Options): Promise<AnyHost> {
  if (!asProcess) {
    const host = await openHostInside(options)
    return { ...host, pid: process.pid, told: host.complained }
  }
  const host = await startHost(options)
  const told = () => `${host.printed.join('\n')}\n${host.complained()}`
  return { ...host, pid: host.process.pid ?? 0, told }
}

async function inBrowser(browser: Browser, options: Options, complaints: string[]): Promise<Machine> {
  const host = await hostFor(options)
  const context = await browser.newContext({ acceptDownloads: true })
  await letIn(context, host.address)
  const page = await context.newPage()
  listen(page, complaints)
  if (options.shown ?? true) await page.goto(host.address)
  return {
    page,
    address: host.address,
    folder: host.folder,
    pid: host.pid,
    told: host.told,
    saved: async action => {
      const downloading = page.waitForEvent('download')
      await action()
      const download = await downloading
      return { name: download.suggestedFilename(), path: await download.path() }
    },
    close: async () => {
      await context.close()
      await host.stop()
    },
    remove: host.remove,
  }
}

async function inElectron({ today = TODAY, folder }: Options, complaints: string[]): Promise<Machine> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'arton-electron-')))
  const app = await launchElectron(wordsFor(own, today))
  let closed = false
  let told = ''
  for (const each of [app.process().stdout, app.process().stderr])
    each?.on('data', part => {
      told += part
    })
  app.on('close', () => {
    closed = true
  })
  const page = await app.firstWindow()
  listen(page, complaints)
  // The page has been there a moment: everything from its start is heard once it has loaded anew. Its window may still
  // be changing processes, and then refuses.
  await expect(() => page.reload()).toPass({ timeout: 20_000 })
  return {
    page,
    address: '',
    folder: own,
    pid: app.process().pid ?? 0,
    told: () => told,
    saved: async action => {
      const keep = await mkdtemp(join(tmpdir(), 'arton-saved-'))
      await app.evaluate(({ dialog }, into) => {
        dialog.showSaveDialog = async (...words: unknown[]) => {
          const { defaultPath = '' } = words.at(-1) as { defaultPath?: string }
          return { canceled: false, filePath: `${into}/${defaultPath.split('/').at(-1)}` }
        }
      }, keep)
      await action()
      await expect.poll(async () => (await savedIn(keep)).length).toBe(1)
      const [path = ''] = await savedIn(keep)
      return { name: basename(path), path }
    },
    close: async () => {
      if (!closed) await app.close()
    },
    remove: async () => {
      if (folder === undefined) await rm(own, { recursive: true, force: true })
    },
  }
}

async function savedIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter(name => !name.endsWith('.part')).map(name => join(folder, name))
}
