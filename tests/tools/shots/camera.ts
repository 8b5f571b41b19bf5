import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download, Page, Request } from '@playwright/test'

/** What a tour walks and takes pictures with. A screen or dialog that does not come stops the run. */
export type Camera = {
  readonly page: Page
  /** Goes to an address of the app. */
  at(path: string): Promise<void>
  /** A picture of the window as it stands. */
  shoot(name: string): Promise<void>
  /** The page as the browser prints it. */
  shootPrint(name: string): Promise<void>
  /** The PDF that a button of the page makes. */
  shootFile(name: string, press: () => Promise<void>): Promise<void>
}

export type Look = { readonly theme: 'light' | 'dark'; readonly width: number }

/** A camera on `page` that keeps its pictures in `folder`; `taken` hears of each one. */
export function cameraOn(page: Page, folder: string, { theme, width }: Look, taken: () => void): Camera {
  const settled = quietOf(page)

  async function keepPdf(name: string, bytes: Uint8Array) {
    const file = join(folder, `paper-${name}.pdf`)
    await writeFile(file, bytes)
    drawPages(file)
    taken()
  }
  return {
    page,
    at: path => page.evaluate(hash => window.location.assign(`#${hash}`), path),
    async shoot(name) {
      await settled()
      await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`) })
      taken()
    },
    async shootPrint(name) {
      await settled()
      await keepPdf(name, await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    },
    async shootFile(name, press) {
      const [download] = await Promise.all([page.waitForEvent('download'), press()])
      await keepPdf(name, await bytesOf(download))
      await closeNotices(page)
    },
  }
}

/** Answers when fonts have come, nothing asked of the core waits for its answer, and what moves has come to rest. */
function quietOf(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  page.on('request', each => asked.add(each))
  page.on('requestfinished', each => asked.delete(each))
  page.on('requestfailed', each => asked.delete(each))
  return async () => {
    await page.evaluate(() => document.fonts.ready)
    do await page.waitForTimeout(150)
    while (asked.size > 0)
  }
}

/** Takes away the notices that tell of a saved file: the next picture is of something else. */
async function closeNotices(page: Page) {
  const close = page.locator('.mantine-Notification-closeButton')
  await close.first().waitFor()
  while ((await close.count()) > 0) {
    await close.first().click()
    await page.waitForTimeout(200)
  }
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** Each page of a PDF as a picture beside it, where the system has poppler's `pdftoppm`; else the PDF alone is looked at. */
function drawPages(file: string) {
  spawnSync('pdftoppm', ['-png', '-r', '60', '-l', '8', file, file.replace(/\.pdf$/, '')], { stdio: 'ignore' })
}

/** Waits for the dialog with this title: another one over the same page does not count. */
export async function dialogNamed(page: Page, title: string | RegExp) {
  await page.getByRole('dialog', { name: title }).waitFor()
}

/** Puts the open dialog away, with the list or calendar that lies over it. */
export async function closeDialog(page: Page) {
  const dialog = page.getByRole('dialog').first()
  for (let tries = 0; tries < 3 && (await dialog.isVisible()); tries++) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(100)
  }
  await dialog.waitFor({ state: 'hidden' })
}

/** Chooses from a page's menu *Mer*. */
export async function chooseMore(page: Page, item: string) {
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Lets someone in at the door. */
export async function unlock(page: Page, passphrase: string) {
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
}

/** Locks, and lets someone else in. */
export async function changeUser(page: Page, passphrase: string) {
  await page.keyboard.press('Control+l')
  await unlock(page, passphrase)
}

export async function heading(page: Page, name: string | RegExp) {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
