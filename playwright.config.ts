import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/browser.ts'

const executablePath = chromiumPath()

/** Behaviour is tested in Chromium over the loopback host; what only Electron can show, in Electron. */
export default defineConfig({
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  workers: 2,
  projects: [
    {
      name: 'chromium',
      testDir: 'tests/e2e',
      use: {
        browserName: 'chromium',
        launchOptions: {
          args: [...CHROMIUM_FLAGS],
          ...(executablePath === undefined ? {} : { executablePath }),
        },
      },
    },
    { name: 'electron', testDir: 'tests/electron', workers: 1 },
  ],
  use: { locale: 'sv-SE', timezoneId: 'Europe/Stockholm', trace: 'retain-on-failure' },
})
