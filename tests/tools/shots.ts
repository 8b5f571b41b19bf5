import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Role } from '../../main/contract/user.ts'
import { DEMO_PASSPHRASE, type DemoBinder, makeDemoBinder } from '../demo/demo.ts'
import { DEMO_COLLEAGUES } from '../demo/demoUsers.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/browser.ts'
import { askOn, startHost } from '../support/host.ts'
import { newClient, testNumber } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { createBinder, PASSPHRASE, pick } from '../support/steps.ts'

/**
 * `npm run shots [-- FOLDER]`: a picture of every screen and dialog, from the demo binder, light and dark,
 * at 1280×800 and 1024×700. A screen that cannot be reached stops the run.
 */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const
const THEMES = ['light', 'dark'] as const

type Shoot = (name: string) => Promise<void>

const folder = process.argv[2] ?? 'shots'
await mkdir(folder, { recursive: true })
const binder = await mkdtemp(join(tmpdir(), 'arton-shots-'))
const demo = await makeDemoBinder(binder)
const old = await oldBinder()
const executablePath = chromiumPath()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...CHROMIUM_FLAGS],
})
const passphraseOf = (role: Role) => DEMO_COLLEAGUES.find(each => each.roles.includes(role))?.passphrase ?? ''
let supervisor = passphraseOf('supervisor') // another after each round: it is chosen anew in a picture
let count = 0
try {
  for (const theme of THEMES) {
    for (const size of SIZES) {
      count += await withPage(browser, undefined, theme, size, shootDoor)
      count += await withPage(browser, binder, theme, size, (page, shoot) => shootInside(page, shoot, demo))
      count += await withPage(browser, old, theme, size, shootRetention)
    }
  }
} finally {
  await browser.close()
  for (const each of [binder, old]) await rm(each, { recursive: true, force: true })
}
console.log(`${count} bilder i ${folder}/`)

type Size = (typeof SIZES)[number]

async function withPage(
  inBrowser: Browser,
  onBinder: string | undefined,
  theme: (typeof THEMES)[number],
  size: Size,
  shootAll: (page: Page, shoot: Shoot) => Promise<void>,
): Promise<number> {
  const host = await startHost(onBinder === undefined ? {} : { folder: onBinder })
  const context = await inBrowser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  let taken = 0
  try {
    await page.goto(host.address)
    await shootAll(page, async name => {
      await page.waitForTimeout(250) // fonts and the last query
      await page.screenshot({ path: join(folder, `${name}-${theme}-${size.width}.png`) })
      taken += 1
    })
  } finally {
    await context.close()
    await host.remove()
  }
  return taken
}

async function shootDoor(page: Page, shoot: Shoot) {
  await page.getByLabel('Enhetens namn').waitFor()
  await shoot('01-create')
  await page.getByLabel('Enhetens namn').fill('Runnagården')
  await page.getByLabel('Ditt namn').fill('Berit Exempel')
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Lösenfrasen en gång till', { exact: true }).fill('en annan')
  await page.getByRole('button', { name: 'Skapa pärmen' }).click()
  await shoot('02-create-differs')
  await page.reload()
  await createBinder(page, {
    unitName: 'Runnagården',
    unitKind: 'LVM-hem',
    userName: 'Berit Exempel',
    onSheet: () => shoot('03-recovery-sheet'),
  })
  await page.getByRole('heading', { level: 1, name: /^God / }).waitFor()
  await shoot('04-today-empty')
  await page.getByRole('link', { name: 'Klienter' }).click()
  await page.getByText('Du har inga klienter än.').waitFor()
  await shoot('05-clients-empty')
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Lås upp' }).waitFor()
  await page.getByLabel('Lösenfras', { exact: true }).fill('fel lösenfras här')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await shoot('06-unlock-wrong')
  for (const _ of [2, 3]) {
    await page.getByLabel('Lösenfras', { exact: true }).fill('fel lösenfras här')
    const heard = page.waitForResponse('**/core/user.unlock')
    await page.keyboard.press('Enter')
    await heard
  }
  await page.getByText(/^Nästa försök om/).waitFor()
  await shoot('07-unlock-wait')
}

async function shootInside(page: Page, shoot: Shoot, { shown }: DemoBinder) {
  const at = (path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)
  await page.getByLabel('Lösenfras', { exact: true }).fill(DEMO_PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
  await at('/') // an earlier round left the user elsewhere
  await page.getByRole('heading', { level: 1, name: /^God / }).waitFor()
  await shoot('10-today')
  await page.getByRole('button', { name: /^Ta bort utkastet: Träff 3,/ }).click()
  await page.getByRole('button', { name: 'Ångra' }).waitFor()
  await shoot('10b-draft-removed')
  await page.reload() // takes the notice away, and leaves the draft among the earlier texts
  await at(`/client/${shown.undocumented}`)
  await page.getByRole('link', { name: /^Träff 3:/ }).click()
  await page.getByRole('button', { name: 'Tidigare texter' }).click()
  await page.getByRole('button', { name: 'Hämta tillbaka' }).waitFor()
  await shoot('10c-earlier-texts')
  await page.getByRole('button', { name: 'Hämta tillbaka' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await at('/')
  await page.getByRole('heading', { level: 1, name: /^God / }).waitFor()
  await page.getByRole('button', { name: 'Erbjuden – uteblev' }).first().click()
  await page.getByRole('dialog').waitFor()
  await shoot('11-outcome')
  await page.keyboard.press('Escape')

  await at('/clients')
  await page.getByRole('table').waitFor()
  await shoot('12-clients')
  await at('/clients/new')
  await page.getByLabel('Namn', { exact: true }).waitFor()
  await shoot('13-new-client')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Klient, kapitel eller kommando').fill('tes')
  await shoot('14-find')
  await page.keyboard.press('Escape')

  await at(`/client/${shown.wholeHistory}`)
  await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
  await shoot('20-client')
  await at(`/client/${shown.section27}`)
  await page.getByRole('button', { name: /^Börja träff/ }).waitFor()
  for (const [name, item] of [
    ['22-plan', 'Planera träffar'],
    ['23-offer', 'Anteckna erbjudande'],
  ] as const) {
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').waitFor()
    await shoot(name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page
    .getByRole('link', { name: /: Genomförd(?! delvis)/ })
    .first()
    .click()
  await page
    .getByText(/^Signerad av/)
    .first()
    .waitFor()
  await shoot('24-session-record')
  await page.getByRole('button', { name: 'Klienten ser det annorlunda' }).first().click()
  await page.getByLabel('Med klientens egna ord').waitFor()
  await shoot('24b-session-remark')
  await page.keyboard.press('Escape')
  await at(`/client/${shown.wholeHistory}/goals`)
  await page.getByRole('region', { name: 'Nådda mål' }).waitFor()
  await shoot('21-goals')
  await page.getByRole('button', { name: 'Målet är nått' }).first().click()
  await page.getByRole('dialog').waitFor()
  await shoot('21b-goal-reached')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Följ upp' }).first().click()
  await page.getByText('Hur långt har det gått?').waitFor()
  await shoot('21c-goal-review')
  await at(`/client/${shown.wholeHistory}/goals/new`)
  await page.getByLabel('Med klientens egna ord').fill('Jag vill sluta vara ensam på söndagar')
  await page.getByLabel('Kort, positivt och konkret').fill('Jag är inte ensam, mamma ska ringa')
  await page.getByText('Går det att säga vad du gör i stället?').waitFor()
  await shoot('21d-goal-form')
  for (const [name, id] of [
    ['20b-client-27', shown.section27],
    ['20c-client-lapse', shown.lapseAndBack],
    ['20d-client-received', shown.receivedHandover],
  ] as const) {
    await at(`/client/${id}`)
    await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
    await shoot(name)
  }
  await at(`/client/${shown.undocumented}`)
  await page.getByText('är inte dokumenterad').waitFor()
  await page.keyboard.press('Alt+p')
  await page.getByRole('button', { name: 'Anteckna utfallet' }).waitFor()
  await shoot('20e-client-outcome-first')
  await page.keyboard.press('Escape')
  await at(`/client/${shown.todaysSession}`)
  await page.getByRole('button', { name: /^Börja träff/ }).click()
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
  await shoot('25-session')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await shoot('26-session-step')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Signera träffen/ }).waitFor()
  await shoot('27-session-finish')
  for (const [name, key] of [
    ['27b-session-shortcuts', 'Shift+?'],
    ['27c-session-procedure', 'Alt+p'],
    ['27d-session-chapter', 'Alt+k'],
    ['27e-session-sign', 'Control+Enter'],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await shoot(name)
    if (key.startsWith('Alt')) await page.keyboard.press('Escape') // its list first
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.keyboard.press('Alt+b')
  await page.getByLabel('Tid för resten').focus()
  await shoot('27f-session-split')
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Ta träff 16 nu' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('27g-session-lapse')
  await page.keyboard.press('Escape')
  for (const [name, form] of [
    ['28-satisfaction', 'satisfactionScale'],
    ['29-risk-map', 'riskMap'],
    ['30-stop-card', 'stopCard'],
  ] as const) {
    await at(`/client/${shown.todaysSession}/form/${form}`)
    await page.getByRole('button', { name: 'Fortsätt senare' }).waitFor()
    await shoot(name)
  }
  for (const [name, path] of [
    ['32-scale-history', `/client/${shown.manyScales}/form/satisfactionScale/history`],
    ['33-scale-compare', `/client/${shown.manyScales}/form/satisfactionScale/compare`],
    ['34-sheets', `/client/${shown.todaysSession}/forms`],
    ['35-risk-map-history', `/client/${shown.todaysSession}/form/riskMap/history`],
    ['36-risk-map-compare', `/client/${shown.todaysSession}/form/riskMap/compare`],
  ] as const) {
    await at(path)
    await page.getByRole('heading', { level: 1, name: /Tillfredsskalan|Blad och övningar|Riskkarta/ }).waitFor()
    await shoot(name)
  }
  await at(`/client/${shown.handedOver}`)
  await page.getByText(/^Överlämnad till/).waitFor()
  await shoot('31-client-handed-over')

  for (const [name, item] of [
    ['37-client-details', 'Ändra uppgifter'],
    ['37b-client-death', 'Avliden'],
  ] as const) {
    await at(`/client/${shown.newcomer}`)
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').waitFor()
    await shoot(name)
    await at('/clients') // takes the dialog away, and a calendar over it
    await page.getByRole('heading', { level: 1, name: 'Klienter' }).waitFor()
  }
  for (const [name, path] of [
    ['37c-client-history', `/client/${shown.newcomer}/history`],
    ['37d-merge-choice', `/client/${shown.newcomer}/merge`],
    ['37e-merge', `/client/${shown.newcomer}/merge/${shown.manyScales}`],
  ] as const) {
    await at(path)
    await page.getByRole('heading', { level: 1, name: /^(Tidigare uppgifter|Slå ihop)/ }).waitFor()
    await shoot(name)
  }

  await at('/handovers')
  await page.getByRole('heading', { level: 1, name: 'Överlämning' }).waitFor()
  await shoot('40-handovers')
  await page.getByRole('button', { name: 'Skriv in kvittens' }).first().click()
  await page.getByRole('dialog').waitFor()
  await shoot('41-receipt')
  await page.keyboard.press('Escape')
  await at('/handovers/receive')
  await page.getByLabel('Orden som avsändaren läste upp').waitFor()
  await shoot('42-receive')
  await at(`/client/${shown.todaysSession}/handover`)
  await page.getByRole('heading', { level: 1, name: /^Lämna över/ }).waitFor()
  const back = page.getByRole('button', { name: 'Föregående' }) // an earlier round left its draft on the second page
  if (await back.isVisible()) await back.click()
  await page.getByRole('combobox', { name: 'Enhet', exact: true }).fill('Eskilstuna kommun')
  await shoot('43-send-consent')
  await page.getByRole('heading', { level: 1 }).click()
  await page.getByRole('checkbox', { name: 'Mål och steg' }).check()
  await pick(page, 'Så gavs det', 'Skriftligt')
  await page.getByRole('button', { name: 'Spara samtycket och gå vidare' }).click()
  await page.getByLabel('Läget').waitFor()
  await shoot('44-send-cover')

  await at(`/client/${shown.wholeHistory}/consents`)
  await page.getByRole('region', { name: 'Gäller', exact: true }).waitFor()
  await shoot('45-consents')
  await page
    .getByRole('link', { name: /Boendeteamet Bryggan/ })
    .last()
    .click()
  await page.getByRole('region', { name: 'Det klienten säger ja till' }).waitFor()
  await shoot('46-consent')
  await page.getByRole('button', { name: 'Ta tillbaka' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('47-withdraw-consent')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await at(`/client/${shown.wholeHistory}/consents/new`)
  await page.getByRole('combobox', { name: 'Mottagare' }).fill('Eskilstuna kommun')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Mål och steg' }).check()
  await shoot('48-new-consent')
  await at('/manual')
  await page.getByRole('heading', { level: 1, name: 'Manualen' }).waitFor()
  await shoot('50-manual')
  await at('/manual/chapter/9')
  await page.getByRole('heading', { name: 'Inför träffen' }).waitFor()
  await shoot('51-chapter')
  await at('/manual/page/whatIsCra')
  await page.getByRole('heading', { level: 1, name: /CRA/ }).waitFor()
  await shoot('52-page')
  await at('/manual/form/everydayCheck')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot('53-form')
  await at('/settings')
  await page.getByRole('heading', { level: 1, name: 'Inställningar' }).waitFor()
  await shoot('60-settings')
  await shootLog(page, shoot, at)
  await shootRights(page, shoot, at, demo)
  await shootUsers(page, shoot, at)
}

/** Locks, and lets someone else in. */
async function come(page: Page, passphrase: string) {
  await page.keyboard.press('Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
}

async function shootRights(page: Page, shoot: Shoot, at: (path: string) => Promise<void>, { shown }: DemoBinder) {
  await at('/settings/assignments')
  await page.getByRole('row').nth(1).waitFor()
  await shoot('80-assignments')
  await page
    .getByRole('button', { name: /^Byt behandlare för/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await shoot('81-assign')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape') // the list first
  await at(`/client/${shown.wholeHistory}`)
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Registerutdrag' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('82-extract')
  await page.keyboard.press('Escape')
  await come(page, passphraseOf('coordinator'))
  await at(`/client/${shown.wholeHistory}`)
  await page.getByLabel('Skäl').waitFor()
  await shoot('83-closed-door')
  await come(page, DEMO_PASSPHRASE)
}

/** A binder with a record past its time: nothing in the demo is so old. */
async function oldBinder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'arton-shots-old-'))
  const host = await startHost({ folder: made, today: '2020-03-03' })
  const ask = askOn(host.address)
  await ask('binder.create', { ...NEW_BINDER, unitName: 'Örebro eftervård', unitKind: 'municipality' })
  await ask('client.add', { ...newClient(), caseNumber: 'IFO 2019:17' })
  await ask('client.add', {
    ...newClient({ name: 'Bo Exempel', number: testNumber('1970-05-15') }),
    caseNumber: 'IFO 2018:4',
  })
  await host.stop()
  return made
}

async function shootRetention(page: Page, shoot: Shoot) {
  await page.getByLabel('Lösenfras', { exact: true }).fill(NEW_BINDER.passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
  await page.evaluate(() => window.location.assign('#/settings/retention'))
  await page.getByRole('button', { name: 'Besluta om IFO 2019:17' }).waitFor()
  await shoot('84-retention')
  await page.getByRole('button', { name: 'Besluta om IFO 2019:17' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('85-retention-decision')
  await page.getByRole('dialog').getByText('Gallras', { exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Besluta', exact: true }).click()
  await page.getByRole('button', { name: 'Gallra IFO 2019:17' }).click()
  await page.getByText('Det går inte att ångra.').waitFor()
  await shoot('86-removal')
  await page.getByRole('button', { name: 'Ta tillbaka beslutet' }).click() // for the next round
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function shootUsers(page: Page, shoot: Shoot, at: (path: string) => Promise<void>) {
  await at('/settings/users')
  await page.getByText('(du)').waitFor()
  await page.getByText('Behörigheter genom tiden').first().click()
  await shoot('61-users')
  await page.getByRole('button', { name: 'Ny användare' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('62-new-user')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mer om Hanna Handledare' }).click()
  await page.getByRole('menuitem', { name: 'Stäng av' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('63-disable-user')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mer om Hanna Handledare' }).click()
  await page.getByRole('menuitem', { name: 'Ge nya ord' }).click()
  await page.getByRole('button', { name: 'Ge nya ord' }).click()
  await page.getByRole('button', { name: 'Orden är lämnade' }).waitFor()
  await shoot('64-given-words')
  const words = await page.locator('.given-words').textContent()
  await page.getByRole('button', { name: 'Orden är lämnade' }).click()
  await at('/settings/passphrase')
  await page.getByText('Datorns nyckelring').first().waitFor()
  await shoot('65-passphrase')
  await at('/settings/training')
  await page.getByRole('heading', { level: 1, name: 'Min utbildning' }).waitFor()
  await shoot('80-training-own')
  await at('/settings/locking')
  await page.getByText('Vad som händer').waitFor()
  await shoot('66-locking')
  await at('/settings/recovery')
  await page.getByRole('button', { name: 'Gör ett nytt blad' }).click()
  await page.getByRole('button', { name: 'Bladet är utskrivet eller avskrivet' }).click()
  await page.getByRole('button', { name: 'Använd det nya bladet' }).waitFor()
  await shoot('67-write-back')
  await page.keyboard.press('Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).fill(words ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Välkommen/ }).waitFor()
  await shoot('68-choose-passphrase')
  const fresh = `exempel ${crypto.randomUUID()}` // none that an earlier round has used
  supervisor = fresh
  await page.getByLabel('Lösenfras', { exact: true }).fill(fresh)
  await page.getByLabel('Lösenfrasen en gång till', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Spara och öppna pärmen' }).click()
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
  await shootTraining(page, shoot, at) // as the supervisor who came in
}

async function shootTraining(page: Page, shoot: Shoot, at: (path: string) => Promise<void>) {
  await at('/settings/training')
  await page.getByRole('button', { name: 'Visa träffarna' }).click()
  await page.getByRole('columnheader', { name: 'Ärende' }).waitFor()
  await shoot('81-training-register')
  await page.getByRole('link', { name: 'Berit Exempel' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Berit Exempel' }).waitFor()
  await shoot('82-training-person')
  for (const [name, button] of [
    ['83-training-method', 'Lägg till metod'],
    ['84-training-education', 'Lägg till utbildning'],
    ['85-training-certify', 'Certifiera P10 Tacka nej'],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: 'Spara' }).click() // says what is missing
    await shoot(name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: 'Mer om Socionomexamen' }).click()
  await page.getByRole('menuitem', { name: 'Ta tillbaka' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('86-training-take-back')
}

async function shootLog(page: Page, shoot: Shoot, at: (path: string) => Promise<void>) {
  await at('/settings/log-review')
  await page.getByRole('region', { name: 'Tidigare uppföljningar' }).waitFor()
  await shoot('70-log-review')
  const begin = page.getByRole('button', { name: 'Börja uppföljningen' })
  if (await begin.isVisible()) {
    await begin.click() // an earlier round has begun one
    await page.getByRole('dialog').waitFor()
    await shoot('71-log-review-begin')
    await page.getByRole('button', { name: 'Börja', exact: true }).click()
  } else await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('region', { name: 'Skriv under' }).waitFor()
  await shoot('72-log-review-own') // what concerns oneself is left to a colleague
  await come(page, supervisor)
  await at('/settings/log-review')
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('button', { name: 'Fråga användaren' }).first().waitFor()
  await shoot('72b-log-review-page')
  await page
    .getByRole('button', { name: /^Visa / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
  await shoot('73-log-entries')
  await page.keyboard.press('Escape')
  await at('/settings/log-extract')
  await page.getByRole('row').nth(1).waitFor()
  await shoot('74-log-extract')
  await come(page, DEMO_PASSPHRASE)
}
