import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { electronBinary, type OpenedElectron, ROOT, test } from '../support/electronApp.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE, readyToSeal } from '../support/readyToSeal.ts'

const binary = electronBinary()
const why = 'There is no Electron here: run `../shared/tools/electron/with-electron npm run e2e:electron`.'
if (binary === undefined) console.log(why)
test.skip(binary === undefined, why)

/** Electron's data for the one binder in the folder. */
function ownFolder(folder: string): string {
  const binders = join(folder, 'electron/binders')
  return join(binders, readdirSync(binders)[0] ?? '')
}

test('a binder is made, a client added, and both are there after a restart', async ({ openElectron }) => {
  const first = await openElectron()
  await expect(first.page.getByRole('heading').first()).toBeVisible()
  await expect(first.page.getByRole('textbox', { name: /lösenfras/i }).first()).toBeVisible()
  await first.ask('binder.create', NEW_BINDER)
  const { clientId } = await first.ask('client.add', newClient())
  expect(first.complaints).toEqual([])
  await first.close()

  const second = await openElectron()
  expect(await second.ask('binder.state', {})).toMatchObject({ state: 'locked' })
  await expect(second.ask('client.get', { clientId })).rejects.toThrow('locked')
  await second.page.getByRole('textbox', { name: 'Lösenfras' }).fill(PASSPHRASE)
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByRole('navigation')).toBeVisible()
  expect((await second.ask('client.get', { clientId })).name).toBe('Anna Exempel')
  expect(second.complaints).toEqual([])
})

test('a sealed file is saved where the user says, readable by that user only', async ({ openElectron, folder }) => {
  const { app, ask } = await openElectron()
  const input = await readyToSeal(ask)
  const saved = join(folder, 'saved.arton')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, saved)
  const sealed = await ask('handover.seal', input)
  expect(sealed.saved).toBe(true)
  const bytes = readFileSync(saved)
  expect(JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n')))).toMatchObject({ packageId: sealed.packageId })
  expect(statSync(saved).mode & 0o777).toBe(0o600)
  expect(await ask('handover.list', {})).toMatchObject([{ packageId: sealed.packageId, state: 'sent' }])
})

test('a user who closes the save dialog has sent nothing', async ({ openElectron, folder }) => {
  const { app, ask } = await openElectron()
  const input = await readyToSeal(ask)
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  expect((await ask('handover.seal', input)).saved).toBe(false)
  expect(await ask('handover.list', {})).toEqual([])
  expect(readdirSync(folder).filter(name => name.endsWith('.arton') || name.endsWith('.part'))).toEqual([])
})

test('when Arton is locked while the save dialog stands open, Save writes nothing', async ({
  openElectron,
  folder,
}) => {
  const { app, ask } = await openElectron()
  const { clientId } = await readyToSeal(ask)
  await app.evaluate(
    ({ dialog, ipcMain }, filePath) => {
      dialog.showSaveDialog = () =>
        new Promise(resolve => ipcMain.once('test:save', () => resolve({ canceled: false, filePath })))
    },
    join(folder, 'everything.json'),
  )
  const extract = ask('client.extract', { clientId, as: 'json' })
  const refused = expect(extract).rejects.toThrow('locked')
  await ask('user.lock', {})
  await app.evaluate(({ ipcMain }) => void ipcMain.emit('test:save'))
  await refused
  expect(readdirSync(folder).filter(name => name.startsWith('everything'))).toEqual([])
})

test('the page has one function of ours and nothing of Node or Electron', async ({ openElectron }) => {
  const { page } = await openElectron()
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      name => name in window,
    ),
    core: Object.entries(window.core ?? {}).map(([name, value]) => [name, typeof value]),
  }))
  expect(found).toEqual({
    globals: [],
    core: [['call', 'function']],
  })
})

test('text cannot become script or markup, and nothing else is fetched', async ({ openElectron }) => {
  const { page } = await openElectron()
  const tried = await page.evaluate(async () => {
    const attempt = async (what: () => unknown) => {
      try {
        return String(await what())
      } catch (error) {
        return error instanceof Error ? error.constructor.name : 'refused'
      }
    }
    const status = async (path: string) => (await fetch(path)).status
    await new Promise(resolve => setTimeout(resolve)) // what a test runs at once may evaluate text; a page's own code may not
    return {
      eval: await attempt(() => Reflect.construct(Function, ['return 1'])),
      markup: await attempt(() => {
        document.createElement('div').innerHTML = '<img src=x>'
      }),
      elsewhere: await attempt(() => fetch('https://example.com/')),
      otherHost: await attempt(() => fetch('app://other/')),
      file: await attempt(() => fetch('file:///etc/passwd')),
      outside: await attempt(() => status('/%2e%2e/package.json')),
      outsideInDisguise: await attempt(() => status('/..%2f..%2fpackage.json')),
      posted: await attempt(async () => (await fetch('/', { method: 'POST' })).status),
      policy: (await fetch('/')).headers.get('content-security-policy')?.includes("require-trusted-types-for 'script'"),
    }
  })
  expect(tried).toEqual({
    eval: 'EvalError',
    markup: 'TypeError',
    elsewhere: 'TypeError',
    otherHost: 'TypeError',
    file: 'TypeError',
    outside: '404',
    outsideInDisguise: '404',
    posted: '404',
    policy: true,
  })
})

test('no link, redirect, frame or new window leads out of the app', async ({ openElectron }) => {
  const { app, page } = await openElectron()
  const tried = await page.evaluate(() => {
    const link = document.body.appendChild(document.createElement('a'))
    const go = (href: string, target = '') => {
      Object.assign(link, { href, target })
      link.click()
    }
    go('https://example.com/')
    go('https://example.com/', '_blank')
    go('app://other/')
    go('file:///etc/passwd')
    location.assign('https://example.com/')
    document.body.appendChild(document.createElement('iframe')).src = 'https://example.com/'
    return window.open('https://example.com/')
  })
  expect(tried).toBeNull()
  await page.waitForTimeout(500) // a navigation that is not refused has begun by now
  expect(page.url()).toBe('app://arton/')
  expect(page.frames().filter(each => each.url().startsWith('http'))).toEqual([])
  expect(app.windows()).toHaveLength(1)
})

test('a page that asks for permissions gets none', async ({ openElectron }) => {
  const { page } = await openElectron()
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    position: await new Promise(resolve =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        error => resolve(error.code),
      ),
    ),
    microphone: (await navigator.permissions.query({ name: 'microphone' })).state,
    camera: (await navigator.permissions.query({ name: 'camera' })).state,
    clipboard: await navigator.clipboard.readText().then(
      () => 'given',
      error => error.name,
    ),
  }))
  expect(answers).toEqual({
    notifications: 'denied',
    position: 1, // PERMISSION_DENIED
    microphone: 'denied',
    camera: 'denied',
    clipboard: 'NotAllowedError',
  })
})

test('a window that is not our own page is not answered', async ({ openElectron }) => {
  const { app } = await openElectron()
  const other = app.waitForEvent('window')
  await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      await new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } }).loadURL('about:blank')
    },
    join(ROOT, 'out/main/preload.cjs'),
  )
  const answer = await (await other).evaluate(() => window.core?.call('binder.state', {}).catch(error => String(error)))
  expect(answer).toContain('core: refused sender')
})

test('a second start gives way to the window that is open', async ({ openElectron, words }) => {
  const { app, ask } = await openElectron()
  await ask('binder.create', NEW_BINDER)
  const second = spawn(binary ?? '', [...words], { cwd: ROOT, stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(app.windows()).toHaveLength(1)
  expect((await ask('user.me', {})).user.name).toBe('Berit Exempel')
})

test('the window’s title is Arton whatever the page says, and the menu is Swedish', async ({ openElectron }) => {
  const { app, page } = await openElectron()
  await page.evaluate(() => {
    document.title = 'Anna Exempel'
  })
  await page.waitForTimeout(200)
  const seen = await app.evaluate(({ BrowserWindow, Menu }) => ({
    title: BrowserWindow.getAllWindows()[0]?.getTitle(),
    menu: Menu.getApplicationMenu()?.items.map(each => each.label),
  }))
  expect(seen).toEqual({ title: 'Arton', menu: ['Arton', 'Redigera', 'Visa'] })
})

test('the window opens where it was left', async ({ openElectron, folder }) => {
  const area = { x: 40, y: 60, width: 1000, height: 720 }
  const boundsIn = ({ app }: OpenedElectron) =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return window?.isVisible() ? window.getNormalBounds() : undefined // undefined until it is shown
    })
  const first = await openElectron()
  await expect.poll(() => boundsIn(first)).toBeDefined()
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), area)
  await expect.poll(() => boundsIn(first)).toEqual(area) // the desktop takes its time
  await first.close()
  expect(JSON.parse(readFileSync(join(ownFolder(folder), 'window.json'), 'utf8'))).toEqual({ area, maximised: false })

  const second = await openElectron()
  await expect.poll(() => boundsIn(second)).toEqual(area)
})

test('a window left on a screen that is gone comes back', async ({ openElectron, folder }) => {
  await (await openElectron()).close()
  const lost = { area: { x: 9000, y: 9000, width: 1000, height: 720 }, maximised: false }
  writeFileSync(join(ownFolder(folder), 'window.json'), JSON.stringify(lost))
  const { app } = await openElectron()
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toMatchObject({ width: 1000, height: 720 })
  expect(bounds?.x).toBeLessThan(1440)
  expect(bounds?.y).toBeLessThan(1000)
})

test('a binder that cannot be made is refused by name, and the log says so without a word of what was typed', async ({
  openElectron,
  folder,
}) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'binder'), 'a file where the folder should be')
  const { ask, close } = await openElectron()
  await expect(ask('binder.create', NEW_BINDER)).rejects.toThrow('unexpected')
  await expect(ask('user.unlock', { passphrase: 'Anna Exempel' })).rejects.toThrow('binder-missing')
  await close()
  const log = readFileSync(join(ownFolder(folder), 'diagnostic.log'), 'utf8')
  expect(log.replaceAll(/^\S+Z /gm, '')).toBe(
    'error Error EEXIST\nrefused binder.create unexpected\nrefused user.unlock binder-missing\n',
  )
})

test('the bundle holds no door on the network', () => {
  const bundle = readFileSync(join(ROOT, 'out/main/index.js'), 'utf8')
  expect(bundle).not.toMatch(/["'](node:)?(http|https|http2|net|tls|dgram|child_process|inspector)["']/)
})
