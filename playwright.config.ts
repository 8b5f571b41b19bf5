import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/browser.ts'

const executablePath = chromiumPath()

/** Behaviour is tested in Chromium over the loopback host; what only Electron can show, in Electron. */
export default defineConfig({
  forbidOnly: true,
  fullyParallel: true, // each test has its own host and its own binder
  reporter: 'list',
  timeout: 60_000,
  workers: 2,
  projects: [
    {
      name: 'chromium',
      testDir: 'tests',
      testMatch: '**/*.spec.ts',
      testIgnore: 'electron/**',
      // on a shared machine one slow second in ninety tests must not hide what the others say; what passes at the
      // second try is printed as flaky, and is a fault to mend
      retries: 1,
    },
    {
      name: 'electron',
      testDir: 'tests',
      testMatch: ['electron/*.spec.ts', 'house/story.spec.ts', 'user/users.spec.ts', 'house/canary.spec.ts'],
      workers: 1,
      // Playwright loses an answer from Electron's main process when that process collects garbage just then
      // (“Resulting promise was garbage collected”), which says nothing of the app
      retries: 2,
    },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { args: [...CHROMIUM_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
  },
})
