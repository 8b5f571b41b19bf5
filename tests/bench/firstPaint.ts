import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/browser.ts'
import { askHost, letIn, startHost } from '../support/host.ts'
import { BENCH_DAY } from './fill.ts'

const PAGES = 60
/** Pages before the clock starts: code compiled, styles read. */
const WARM_UP = 10

/** What there is of a client when the whole page is painted. */
const WHOLE_CLIENT = [
  '.chain-line li',
  '.slot-strip .slot',
  '.curves svg',
  '.card-rows > *',
  '.coverage-cell',
  '[aria-label="Att ha med sig"]',
  'h1',
]
const WHOLE_DAY = ['.two-columns .card']

/** Milliseconds from the key press to the frame in which all of a screen is painted, by screen. */
export type Painted = ReadonlyMap<string, readonly number[]>

/** Opens a filled binder in a real browser over the real host, and walks between *Idag* and clients it has not shown before. */
export async function firstPaints(folder: string, passphrase: string): Promise<Painted> {
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...CHROMIUM_FLAGS],
  })
  const host = await startHost({ folder, today: BENCH_DAY })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' })
    await letIn(page.context(), host.address)
    await page.goto(host.address)
    await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page
      .locator(WHOLE_DAY[0] ?? '')
      .first()
      .waitFor()
    const found = await Promise.all(
      ['an', 'er', 'is', 'ma'].map(words => askHost(host.address, 'client.list', { words })),
    )
    const ids = [...new Set(found.flatMap(each => each.clients.map(({ id }) => id)))]
    const painted = { day: [] as number[], client: [] as number[] }
    for (const [nth, id] of ids.slice(0, WARM_UP + PAGES).entries()) {
      const client = await opened(page, `/client/${id}`, WHOLE_CLIENT)
      const day = await opened(page, '/', WHOLE_DAY)
      if (nth < WARM_UP) continue
      painted.client.push(client)
      painted.day.push(day)
    }
    return new Map([
      ['a client’s page, whole', painted.client],
      ['Idag', painted.day],
    ])
  } finally {
    await host.remove()
    await browser.close()
  }
}

/** From the change of address to the frame after the one in which everything is there. */
function opened(page: Page, path: string, parts: readonly string[]): Promise<number> {
  return page.evaluate(
    ({ path, parts }) =>
      new Promise<number>((done, fail) => {
        const from = performance.now()
        window.location.hash = path
        const look = () => {
          const missing = parts.filter(each => document.querySelector(each) === null)
          const took = performance.now() - from
          if (missing.length === 0) requestAnimationFrame(() => done(performance.now() - from))
          else if (took > 10_000) fail(new Error(`nothing was painted at ${missing.join(', ')}`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    { path, parts: [...parts] },
  )
}
