import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { realWorld } from './context/world.ts'
import { openCore } from './core/openCore.ts'
import { readCommandLine } from './hosts/commandLine.ts'
import { diagnosticLog } from './hosts/diagnosticLog.ts'
import { debuggingSwitch } from './hosts/electron/debugging.ts'
import { ORIGIN } from './hosts/electron/doors.ts'
import { harden } from './hosts/electron/harden.ts'
import { serveIpc } from './hosts/electron/ipc.ts'
import { lockWithComputer } from './hosts/electron/locking.ts'
import { appendingTo } from './hosts/electron/logFile.ts'
import { setMenu } from './hosts/electron/menu.ts'
import { electronPlatform } from './hosts/electron/platform.ts'
import { openWindow, registerScheme, serveRenderer } from './hosts/electron/window.ts'

process.umask(0o077) // what this program makes is its own account's alone
const watched = app.isPackaged
  ? debuggingSwitch([...process.execArgv, ...process.argv.slice(1)], process.env)
  : undefined
if (watched !== undefined) refuseToStart(watched)

const root = join(import.meta.dirname, '../..') // seen from out/main, in the project and in the package alike
const { binder, today } = readCommandLine(process.argv.slice(1))
const userData = ownFolder(binder)
const log = diagnosticLog(appendingTo(join(userData, 'diagnostic.log')))
process.on('uncaughtException', log.failed)
process.on('unhandledRejection', log.failed)

app.commandLine.appendSwitch('lang', 'sv') // the browser's own words, as in an empty required field, are Swedish too
registerScheme()
harden()
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp)
else app.quit()

/**
 * Electron's folder for this app: window state, diagnostic log, and the binder unless another is named.
 * A named binder has a folder of its own in it, so that one binder has one program and two may stand side by side.
 */
function ownFolder(named: string | undefined): string {
  const shared = app.getPath('userData')
  const name = named === undefined ? '' : createHash('sha256').update(named).digest('hex').slice(0, 16)
  const folder = named === undefined ? shared : join(shared, 'binders', name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
  return folder
}

function start(): void {
  const core = openCore({
    root,
    folder: binder ?? join(userData, 'binder'),
    world: realWorld(app.isPackaged ? undefined : today), // what is signed in the shipped app bears the real day
    platform: electronPlatform(),
    report: log.failed,
    lockedAlone: () => reload(),
  })
  serveIpc(log.watching(core.call), ORIGIN)
  serveRenderer(join(root, 'out/renderer'))
  setMenu()
  const window = openWindow(join(root, 'out/main/preload.cjs'), join(userData, 'window.json'))
  const reload = () => window.webContents.reload() // the page did not lock itself: it may hang, and still show what it showed
  lockWithComputer(window, core, reload)
  window.on('closed', () => core.lock('end'))
  app.on('will-quit', () => core.lock('end'))
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

/** Before anything is read: with a debugger at the door the binder stays shut. */
function refuseToStart(because: string): never {
  dialog.showErrorBox(
    'Arton',
    `Arton startar inte med ${because}: då kan någon annan se in i programmet. Inget har öppnats. Starta Arton som vanligt, och fråga den som sköter datorn om det händer igen.`,
  )
  process.exit(1)
}

function giveUp(error: unknown): void {
  log.failed(error)
  dialog.showErrorBox('Arton', 'Arton kunde inte starta. Inget har ändrats. Installera om programmet och försök igen.')
  app.exit(1)
}
