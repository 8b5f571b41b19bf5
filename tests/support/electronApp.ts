import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { Input, Method, Output } from '../../main/contract/index.ts'
import { TODAY } from './host.ts'
import type { Ask } from './readyToSeal.ts'
import { writeBack } from './writeBack.ts'

export const ROOT = join(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0

/** The Electron to test with; nothing on a machine without one. Never asks for a download, as the package itself would. */
export function electronBinary(): string | undefined {
  const home = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const named = join(home, 'path.txt')
  const name = existsSync(named) ? readFileSync(named, 'utf8') : 'electron'
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(home, 'dist'), name)
  return existsSync(path) ? path : undefined
}

/** The words after the executable: the binder and Electron's own data both lie in `folder`. */
export function wordsFor(folder: string, today: string): string[] {
  const own = ['--binder', join(folder, 'binder'), `--user-data-dir=${join(folder, 'electron')}`, '--today', today]
  return ['.', ...(isRoot ? ['--no-sandbox'] : []), ...own]
}

/** Without `executablePath`: only then does Playwright hold the app back until it listens, and never hang. */
export async function launchElectron(words: readonly string[]): Promise<ElectronApplication> {
  const app = await _electron.launch({ args: [...words], cwd: ROOT, chromiumSandbox: !isRoot, timeout: 30_000 })
  return Object.assign(app, { evaluate: askedAgain(app.evaluate.bind(app)) })
}

/**
 * Playwright loses the answer of Electron's main process when that process collects garbage just then. Nothing holds the
 * promise there, and nothing outside can; so the question is put again, a few times. What is asked must bear it.
 */
function askedAgain(evaluate: ElectronApplication['evaluate']): ElectronApplication['evaluate'] {
  const ask = evaluate as (...given: unknown[]) => Promise<unknown>
  const again = async (...given: unknown[]): Promise<unknown> => {
    for (let tries = 1; ; tries++) {
      try {
        return await ask(...given)
      } catch (error) {
        if (tries === 5 || !String(error).includes('Resulting promise was garbage collected')) throw error
      }
    }
  }
  return again as ElectronApplication['evaluate']
}

export type OpenedElectron = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Asks the core as the page does, through the preload; a refusal fails with its code. */
  readonly ask: Ask
  /** Errors in the page's console so far. */
  readonly complaints: readonly string[]
  /** Closes the window as a user does, and waits until the program is gone. */
  close(): Promise<void>
}

type ElectronFixtures = {
  /** A folder of the test's own, removed afterwards. */
  folder: string
  /** The words after the executable: the binder and Electron's own data both lie in `folder`. */
  words: readonly string[]
  openElectron(): Promise<OpenedElectron>
}

export const test = base.extend<ElectronFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern, and this one has none
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'arton-electron-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  words: async ({ folder }, use) => use(wordsFor(folder, TODAY)),
  openElectron: async ({ words }, use) => {
    const open = new Set<ElectronApplication>()
    await use(async () => {
      const app = await launchElectron(words)
      open.add(app)
      app.on('close', () => open.delete(app))
      return opened(app)
    })
    for (const app of open) await app.close()
  },
})

async function opened(app: ElectronApplication): Promise<OpenedElectron> {
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  await page.waitForLoadState()
  return {
    app,
    page,
    complaints,
    ask: async <M extends Method>(method: M, input: Input<M>) => {
      const call = (name: Method, given: unknown) =>
        page.evaluate(each => window.core?.call(each.name, each.given), { name, given } as {
          name: string
          given: unknown
        })
      const reply = await call(method, input)
      if (reply === undefined) throw new Error('the page has no core')
      if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
      await writeBack(method, reply.value, words => call('recoverySheet.test', words))
      return reply.value as Output<M>
    },
    close: async () => {
      const gone = once(app.process(), 'exit') // Playwright's own close event comes before the program has let go of its lock
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      await gone
    },
  }
}
