import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Host, startHost } from './host.ts'

export type OpenedApp = {
  readonly page: Page
  /** For askHost: the address with its key. */
  readonly address: string
  readonly folder: string
  /** Lets the page complain of what the test provokes on purpose, and of nothing else. */
  forgive(complaint: RegExp): void
  /** Closes the window and stops the host, as a user does who goes home; the binder stays until the test ends. */
  close(): Promise<void>
}

type AppFixtures = {
  /**
   * Opens the app in a browser of its own, on `folder` or on an empty binder that is removed after the test.
   *
   * May be called several times in one test: each call is a machine of its own. Anything the page
   * complains of in its console, and any request that leaves the machine, fails the test at its end.
   */
  openApp(options?: { today?: string; folder?: string }): Promise<OpenedApp>
}

export const test = base.extend<AppFixtures>({
  openApp: async ({ browser }, use) => {
    const hosts: Host[] = []
    const opened: OpenedApp[] = []
    const complaints: string[] = []
    const forgiven: RegExp[] = []
    await use(async options => {
      const host = await startHost(options)
      hosts.push(host)
      const context = await browser.newContext()
      const page = await pageAt(host.address, context, complaints)
      const app: OpenedApp = {
        page,
        address: host.address,
        folder: host.folder,
        forgive: complaint => forgiven.push(complaint),
        close: async () => {
          await context.close()
          await host.stop()
        },
      }
      opened.push(app)
      return app
    })
    for (const app of opened) await app.close()
    for (const host of hosts) await host.remove()
    const unforgiven = complaints.filter(each => !forgiven.some(pattern => pattern.test(each)))
    expect(unforgiven, 'what the page complained of').toEqual([])
  },
})

async function pageAt(address: string, context: BrowserContext, complaints: string[]): Promise<Page> {
  const { origin } = new URL(address)
  const page = await context.newPage()
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => {
    const asked = new URL(request.url())
    if (asked.origin !== origin && !['data:', 'blob:'].includes(asked.protocol))
      complaints.push(`asked ${asked.origin}`)
  })
  await page.goto(address)
  return page
}
