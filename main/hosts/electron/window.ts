import { app, BrowserWindow, protocol, screen } from 'electron'
import { rendererFile } from '../files.ts'
import { HOST, ORIGIN } from './doors.ts'
import { readWindowState, SMALLEST, windowArea, writeWindowState } from './windowState.ts'

/** Must run before `ready`. No `bypassCSP`, no `allowServiceWorkers`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers app://arton/ with the built renderer in `folder`; every other address is not found. */
export function serveRenderer(folder: string): void {
  // 18
  protocol.handle('app', async request => {
    const { host, pathname } = new URL(request.url)
    const found = request.method === 'GET' && host === HOST ? await rendererFile(folder, pathname) : undefined
    return found === undefined
      ? new Response(null, { status: 404 })
      : new Response(found.body, { headers: found.headers })
  })
}

/** Opens the window where it was left; `stateFile` remembers place and size, and nothing about anyone. */
export function openWindow(preload: string, stateFile: string): BrowserWindow {
  const left = readWindowState(stateFile)
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(each => each.id !== main.id)
  const window = new BrowserWindow({
    ...windowArea(
      left,
      [main, ...others].map(each => each.workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Arton',
    show: false,
    webPreferences: {
      preload,
      nodeIntegration: false, // 2
      contextIsolation: true, // 3
      sandbox: true, // 4
      webviewTag: false, // 11, 12
      devTools: !app.isPackaged,
      spellcheck: false, // its word lists would be fetched from the network
    },
  })
  window.on('page-title-updated', event => event.preventDefault()) // a title is read over shoulders and in task bars
  window.once('ready-to-show', () => {
    if (left?.maximised === true) window.maximize()
    window.show()
  })
  window.on('close', () =>
    writeWindowState(stateFile, { area: window.getNormalBounds(), maximised: window.isMaximized() }),
  )
  closeThoughHung(window)
  void window.loadURL(`${ORIGIN}/`)
  return window
}

/** Milliseconds. A page that answers has said within this whether it goes or first stores what was typed. */
const HUNG_AFTER = 4_000

/** The page may hold on until it has stored what was typed; one that does not answer at all may not keep the window. */
function closeThoughHung(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined
  const answered = () => clearTimeout(timer)
  window.on('close', () => {
    answered()
    timer = setTimeout(() => window.destroy(), HUNG_AFTER)
  })
  window.webContents.on('will-prevent-unload', answered)
  window.on('closed', answered)
}
