import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { launchElectron, wordsFor } from './electronApp.ts'
import { type HostOptions, startHost, TODAY } from './host.ts'

/** A file the app let the user keep. */
export type SavedFile = { readonly name: string; readonly path: string }

export type OpenedApp = {
  readonly page: Page
  /** For askHost: the loopback host's address with its key; empty in Electron. */
  readonly address: string
  readonly folder: string
  /** The program's own process. */
  readonly pid: number
  /** All that the program has written to its terminal so far. */
  told(): string
  /** Does what makes the app save a file, and gives the file as the user gets it. */
  saved(action: () => Promise<void>): Promise<SavedFile>
  /** Lets the page complain of what the test provokes on purpose, and of nothing else. */
  forgive(complaint: RegExp): void
  /** Closes the window and stops the host, as a user does who goes home; the binder stays until the test ends. */
  close(): Promise<void>
}

type Machine = Omit<OpenedApp, 'forgive'> & { remove(): Promise<void> }
type Options = HostOptions

type AppFixtures = {
  /**
   * Opens the app on `folder`, or on an empty binder that is removed after the test: in a browser over the
   * loopback host, or in a real Electron when the test runs in the project of that name.
   *
   * May be called several times in one test: each call is a machine of its own. Anything the page
   * complains of in its console, and any request that leaves the machine, fails the test at its end.
   */
  openApp(options?: Options): Promise<OpenedApp>
}

export const test = base.extend<AppFixtures>({
  openApp: async ({ browser }, use, testInfo) => {
    const machines: Machine[] = []
    const complaints: string[] = []
    const forgiven: RegExp[] = []
    await use(async (options = {}) => {
      const machine =
        testInfo.project.name === 'electron' ? await inElectron(options) : await inBrowser(browser, options)
      machines.push(machine)
      await listen(machine.page, complaints)
      return { ...machine, forgive: complaint => forgiven.push(complaint) }
    })
    for (const each of machines) await each.close()
    for (const each of machines) await each.remove()
    const unforgiven = complaints.filter(each => !forgiven.some(pattern => pattern.test(each)))
    expect(unforgiven, 'what the page complained of').toEqual([])
  },
})

async function listen(page: Page, complaints: string[]): Promise<void> {
  const own = ['data:', 'blob:', 'app:', 'devtools:']
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => {
    const asked = new URL(request.url())
    if (asked.hostname !== '127.0.0.1' && !own.includes(asked.protocol)) complaints.push(`asked ${asked.origin}`)
  })
  // The page has been there a moment: everything from its start is heard once it has loaded anew. Electron's window may
  // still be changing processes, and then refuses.
  await expect(() => page.reload()).toPass({ timeout: 20_000 })
}

async function inBrowser(browser: Browser, options: Options): Promise<Machine> {
  const host = await startHost(options)
  const context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(host.address)
  return {
    page,
    address: host.address,
    folder: host.folder,
    pid: host.process.pid ?? 0,
    told: () => `${host.printed.join('\n')}\n${host.complained()}`,
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

async function inElectron({ today = TODAY, folder }: Options): Promise<Machine> {
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
  return {
    page: await app.firstWindow(),
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
