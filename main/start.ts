import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What `npm start` runs: Electron where it can be had, otherwise the same app in the machine's own browser.
 * Never packaged. The words after `npm start --` go on to whichever host it is.
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
/** Milliseconds. The electron package fetches its binary when it is first asked for; where nothing answers, that hangs. */
const DOWNLOAD_LIMIT = 20_000
/** Milliseconds. An Electron that fails sooner than this never showed a window. */
const START_LIMIT = 10_000

/** The Electron executable, or nothing on a machine that has none and cannot get one. */
function electronBinary(): string | undefined {
  const asked = spawnSync(process.execPath, ['-e', "process.stdout.write('\\n' + require('electron'))"], {
    cwd: root,
    encoding: 'utf8',
    timeout: DOWNLOAD_LIMIT,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const path = asked.status === 0 ? asked.stdout.split('\n').at(-1) : undefined
  return path !== undefined && existsSync(path) ? path : undefined
}

async function serveInBrowser(why: string): Promise<void> {
  console.error(`${why} Öppna adressen i en webbläsare på den här datorn:`)
  await import('./serve.ts')
}

const hasScreen = process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env
if (hasScreen) console.error('Startar Arton …') // looking for Electron may take a while
const electron = hasScreen ? electronBinary() : undefined
if (electron === undefined) {
  await serveInBrowser(hasScreen ? 'Electron finns inte på den här datorn.' : 'Här finns ingen skärm för ett fönster.')
} else {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  let stopped = false
  const child = spawn(electron, [root, ...asRoot, ...words], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopped = true
      child.kill(signal)
    })
  }
  child.on('error', () => void serveInBrowser('Electron kan inte startas här.'))
  child.on('exit', code => {
    if (code === 0 || stopped || Date.now() - startedAt > START_LIMIT) process.exit(code ?? 1)
    void serveInBrowser('Electron kan inte visa något fönster här.')
  })
}
