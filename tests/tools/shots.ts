import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { DEMO_PASSPHRASE, type DemoBinder, makeDemoBinder } from '../demo/demo.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/browser.ts'
import { startHost } from '../support/host.ts'
import { type Camera, cameraOn, unlock } from './shots/camera.ts'
import { shootClient } from './shots/client.ts'
import { shootConsents } from './shots/consent.ts'
import { shootDoor } from './shots/door.ts'
import { shootHandover } from './shots/handover.ts'
import { shootLog } from './shots/log.ts'
import { makeLongNames, shootLongNames } from './shots/longNames.ts'
import { shootManual } from './shots/manual.ts'
import { shootMistake } from './shots/mistake.ts'
import { makeOldBinder, shootRetention } from './shots/retention.ts'
import { shootSession } from './shots/session.ts'
import { shootSettings } from './shots/settings.ts'
import { shootToday } from './shots/today.ts'
import { shootWorksheets } from './shots/worksheets.ts'
import { shootWritten } from './shots/written.ts'

/**
 * `npm run shots [-- FOLDER [WORDS]]`: a picture of every screen and dialog, from the demo binder, an empty one, one of
 * old records and one of long names; light and dark, in four sizes; and every printed page as a PDF, drawn as pictures
 * where the system has poppler. With WORDS only the looks that have them in their name, as in `light-1280`. Each round
 * has a fresh copy of its binder, so that no picture shows what an earlier one left. A screen, or a dialog by its title, that
 * cannot be reached stops the run.
 */
const SIZES = [
  { width: 1280, height: 800, scale: 1 },
  { width: 1024, height: 700, scale: 1 },
  { width: 1920, height: 1080, scale: 1 },
  { width: 640, height: 400, scale: 2 }, // 1280×800 at 200 % zoom
] as const
const THEMES = ['light', 'dark'] as const
/** Paper is the same in every look: it is printed in one of them. */
const PAPER = 'light-1280'

type Look = { readonly theme: (typeof THEMES)[number]; readonly size: (typeof SIZES)[number] }
type Tour = (camera: Camera) => Promise<void>

const folder = process.argv[2] ?? 'shots'
const wanted = process.argv[3] ?? ''
await mkdir(folder, { recursive: true })
const demoFolder = await mkdtemp(join(tmpdir(), 'arton-shots-'))
const demo = await makeDemoBinder(demoFolder)
const old = await makeOldBinder()
const long = await makeLongNames()
const executablePath = chromiumPath()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...CHROMIUM_FLAGS],
})
let count = 0
try {
  for (const theme of THEMES) {
    for (const size of SIZES) {
      if (!`${theme}-${size.width}`.includes(wanted)) continue
      const look = { theme, size }
      await tour(browser, undefined, look, shootDoor)
      await tour(browser, demoFolder, look, camera => shootDemo(camera, demo))
      await tour(browser, old, look, shootRetention)
      await tour(browser, long, look, shootLongNames)
      console.log(`${theme} ${size.width}×${size.height}: ${count} bilder hittills`)
    }
  }
} finally {
  await browser.close()
  for (const each of [demoFolder, old, long]) await rm(each, { recursive: true, force: true })
}
console.log(`${count} bilder i ${folder}/`)

/** One walk through a fresh copy of the binder in `template`, or through an empty folder. */
async function tour(inBrowser: Browser, template: string | undefined, { theme, size }: Look, walk: Tour) {
  const copy = await mkdtemp(join(tmpdir(), 'arton-shots-round-'))
  if (template !== undefined) await cp(template, copy, { recursive: true })
  const host = await startHost({ folder: copy })
  const context = await inBrowser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.scale,
    colorScheme: theme,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(120_000) // the whole book takes a while on a busy machine
  const page = await context.newPage()
  const camera = cameraOn(page, folder, { theme, width: size.width }, () => {
    count += 1
  })
  const onPaper = `${theme}-${size.width}` === PAPER
  const nothing = async () => undefined
  try {
    await page.goto(host.address)
    await walk(onPaper ? camera : { ...camera, shootPrint: nothing, shootFile: nothing })
  } catch (error) {
    await page.screenshot({ path: join(folder, `FEL-${theme}-${size.width}.png`) })
    throw error
  } finally {
    await context.close()
    await host.remove()
    await rm(copy, { recursive: true, force: true })
  }
}

/** The demo from *Idag* to the settings; what changes who is in comes last. */
async function shootDemo(camera: Camera, binder: DemoBinder) {
  await unlock(camera.page, DEMO_PASSPHRASE)
  await shootToday(camera, binder)
  await shootClient(camera, binder)
  await shootSession(camera, binder)
  await shootWorksheets(camera, binder)
  await shootConsents(camera, binder)
  await shootHandover(camera, binder)
  await shootManual(camera)
  await shootLog(camera)
  await shootMistake(camera, binder)
  await shootWritten(camera)
  await shootSettings(camera, binder)
}
