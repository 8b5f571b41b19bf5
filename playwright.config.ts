import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/browser.ts'

const executablePath = chromiumPath()

/** Where this tool is there is an Electron to test in, and no test of Electron may be left out. */
const WITH_ELECTRON = join(import.meta.dirname, '../shared/tools/electron/with-electron')

/** Both hosts' screens show the story and the door alike: where both projects run, as in .ci/run, Electron's show them. */
const ONLY_ELECTRON = process.env['STORY_IN'] === 'electron' ? ['house/story.spec.ts', 'user/users.spec.ts'] : []

/** Behaviour is tested in Chromium over the loopback host; what only Electron can show, in Electron. */
export default defineConfig({
  forbidOnly: true,
  fullyParallel: true, // each test has an app of its own, or a client of its own in its worker's
  reporter: [['list'], ['./tests/support/secondTries.ts', { mustRun: existsSync(WITH_ELECTRON) ? ['electron'] : [] }]],
  timeout: 60_000,
  workers: 4, // on two cores: one that waits for a timer of the app lets the others go on
  projects: [
    {
      name: 'electron',
      testDir: 'tests',
      testMatch: ['electron/*.spec.ts', 'house/story.spec.ts', 'user/users.spec.ts', 'house/canary.spec.ts'],
      workers: 1, // one window has the focus
      retries: 1,
    },
    {
      name: 'chromium',
      testDir: 'tests',
      testMatch: '**/*.spec.ts',
      testIgnore: ['electron/**', ...ONLY_ELECTRON],
      retries: 1, // what passes at the second try is named at the end of the run, and too many fail it
    },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { args: [...CHROMIUM_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'on-first-retry', // a trace of every test would take a fifth of the run
  },
})
