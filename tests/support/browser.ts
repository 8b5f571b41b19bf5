import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

/** Where a system keeps a Chromium or a Chrome. */
const KNOWN: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const isRoot = process.getuid?.() === 0

/** As a test wants it: no sandbox where the user is root (who cannot have one), and nothing asked of the network. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser to test in: the system's own, or Playwright's where there is one; nothing when there is none that starts. */
export function chromiumPath(): string | undefined {
  return [...(KNOWN[process.platform] ?? []), chromium.executablePath()].find(starts)
}

/** A browser that is there may still be a stub or lack a library; on Linux asking its version tells. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  return process.platform !== 'linux' || run(path, ['--version'], 20, 'ignore')
}

function run(command: string, words: readonly string[], seconds: number, stdio: 'ignore' | 'inherit'): boolean {
  return spawnSync(command, words, { stdio, timeout: seconds * 1000, killSignal: 'SIGKILL' }).status === 0
}

/** Ways to get a browser, tried in order until one is there. */
const WAYS: readonly { readonly what: string; readonly possible: boolean; try(): void }[] = [
  {
    what: 'Playwright’s own Chromium',
    possible: true,
    try: () => {
      const playwright = join(
        dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
        'cli.js',
      )
      run(process.execPath, [playwright, 'install', 'chromium'], 180, 'inherit')
    },
  },
  {
    what: 'Debian’s chromium, by apt-get',
    possible: process.platform === 'linux' && isRoot && existsSync('/usr/bin/apt-get'),
    try: () => {
      run('apt-get', ['update'], 120, 'inherit')
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 400, 'inherit')
    },
  },
]

if (import.meta.main) {
  for (const way of WAYS) {
    if (chromiumPath() !== undefined) break
    if (!way.possible) continue
    console.log(`No browser to test in yet; trying ${way.what}.`)
    way.try()
  }
  const path = chromiumPath()
  if (path === undefined) {
    console.error('No Chromium or Chrome was found, and none could be installed. Install one, then run this again.')
    process.exitCode = 1
  } else {
    console.log(`Tests run in ${path}.`)
  }
}
