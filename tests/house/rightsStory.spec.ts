import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { inSweden } from '../../main/calendar/swedishTime.ts'
import type { Input } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { type OpenedApp, test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient, newGoal } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { handsOn } from '../tools/hands.ts'

const KIM = 'tre båtar och en fyr'
const NAME = 'Kanariefågel Testsson'
const CASE = 'R-2026-17'
const REASON = 'Jour: klienten ringde och mådde dåligt'
const SAID = 'Jag vill ha en kolonilott'

/** Berit's binder with one client of hers, who has said something; and Kim, a therapist of the same unit. Nobody is in. */
async function twoTherapists({ page, address }: OpenedApp, given: Partial<Input<'binder.create'>> = {}, on?: string) {
  await askHost(address, 'binder.create', { ...NEW_BINDER, ...given })
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient({ name: NAME, number: '', caseNumber: CASE }))
  const slots = await ask('plan.ofClient', { clientId })
  await ask('session.record', {
    clientId,
    slotId: slots[0]?.id ?? '',
    outcome: 'held',
    on: on ?? '2026-11-20',
    minutes: 55,
    setting: 'locked',
    ...NOTHING_TICKED,
    changeTalk: SAID,
    note: 'Sista anteckningen.',
  })
  const { words } = await ask('user.add', { name: 'Kim Kollega', roles: ['therapist'] })
  await ask('user.lock', {})
  const door = await ask('user.unlock', { passphrase: words })
  if (door.next !== 'ownPassphrase') throw new Error('Kim came in without a passphrase')
  await ask('user.choosePassphrase', { userId: door.users[0]?.id ?? '', passphrase: KIM })
  await ask('user.lock', {})
  await page.goto(address)
  return { ask, clientId }
}

/** In through the door as whoever has the passphrase. */
async function comeIn(page: Page, passphrase: string) {
  const menu = page.getByRole('navigation', { name: 'Huvudmeny' })
  if (await menu.isVisible()) await page.keyboard.press('Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await menu.waitFor()
}

const at = (page: Page, path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)
const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('a colleague breaks the glass: reads and cannot write, it is told and reviewed, and it is over after eight hours', async ({
  openApp,
}) => {
  test.setTimeout(150_000)
  const today = inSweden(new Date().toISOString()).day // the log bears the real time
  const first = await openApp({ today, shown: false })
  const { page } = first
  const { ask, clientId } = await twoTherapists(first, {}, today)

  await test.step('Kim finds the client by name, by keyboard, and stands before a closed door', async () => {
    await comeIn(page, KIM)
    await at(page, '/clients')
    await page.getByRole('textbox', { name: /^Sök på namn/ }).waitFor()
    await page.keyboard.type('kanarie')
    await expect(page.getByText('Berit Exempels klient')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(h1(page, 'Klienten är inte din')).toBeVisible()
    await expect(page.locator('body')).not.toContainText(NAME)
  })

  await test.step('a reason of a word is not enough; one in words opens, to read', async () => {
    const { act, moveTo, write } = handsOn(page)
    await expect(page.getByLabel('Skäl')).toBeFocused()
    await write('Akut')
    await moveTo('Öppna för läsning')
    await act('Enter')
    await expect(page.getByText('Skriv skälet med några ord.')).toBeVisible()
    await page.getByLabel('Skäl').fill(REASON)
    await moveTo('Öppna för läsning')
    await act('Enter')
    await expect(h1(page, NAME)).toBeVisible()
    await expect(page.getByText(/^Öppnad med nödåtkomst\./)).toBeVisible()
    await page
      .getByRole('link', { name: /^Träff 1:/ })
      .first()
      .click()
    await expect(page.getByText('Sista anteckningen.')).toBeVisible()
  })

  await test.step('there is nothing to write with, and the core takes nothing', async () => {
    await at(page, `/client/${clientId}`)
    await expect(h1(page, NAME)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Börja träff/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: 'Sök i anteckningarna' })).toBeVisible()
    for (const name of ['Nytt mål', 'Registerutdrag', 'Byt ansvarig', 'Lämna över'])
      await expect(page.getByRole('menuitem', { name })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await at(page, `/client/${clientId}/consents`)
    await expect(h1(page, 'Samtycken')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Nytt samtycke' })).toHaveCount(0)
    await expect(ask('goal.set', newGoal(clientId))).rejects.toThrow('not-own-client')
  })

  await test.step('Berit is told who, when and why, until she has seen it', async () => {
    await comeIn(page, PASSPHRASE)
    await at(page, '/')
    const told = page.getByRole('region', { name: 'Öppnat med nödåtkomst' })
    await expect(told).toContainText(`”${REASON}”`)
    await expect(told).toContainText('Kim Kollega')
    await told.getByRole('button', { name: 'Jag har sett det' }).click()
    await expect(told).toHaveCount(0)
  })

  await test.step('it stands in the log review, with the reason', async () => {
    await at(page, '/settings/log-review')
    await page.getByRole('button', { name: 'Börja uppföljningen' }).click()
    await page.getByRole('button', { name: 'Börja', exact: true }).click()
    const broken = page.getByRole('region', { name: 'Nödåtkomst' })
    await expect(broken).toContainText(`Kim Kollega · ${CASE}`)
    await expect(broken).toContainText(`Skäl: ${REASON}`)
    await expect(page.locator('body')).not.toContainText(NAME)
  })
  await first.close()

  await test.step('eight hours later the door is closed again', async () => {
    const inAnHour = await openApp({ folder: first.folder, today, hoursLater: 7 })
    await comeIn(inAnHour.page, KIM)
    await at(inAnHour.page, `/client/${clientId}`)
    await expect(h1(inAnHour.page, NAME)).toBeVisible()
    await inAnHour.close()
    const later = await openApp({ folder: first.folder, today, hoursLater: 9 })
    await comeIn(later.page, KIM)
    await at(later.page, `/client/${clientId}`)
    await expect(h1(later.page, 'Klienten är inte din')).toBeVisible()
    await expect(later.page.locator('body')).not.toContainText(NAME)
  })
})

test('a register extract is saved to read and for a program: all the client’s words are in it, none in its name', async ({
  openApp,
}) => {
  test.setTimeout(90_000)
  const app = await openApp({ shown: false })
  const { page, saved } = app
  const { clientId } = await twoTherapists(app)
  await comeIn(page, PASSPHRASE)
  await at(page, `/client/${clientId}`)
  await h1(page, NAME).waitFor()
  const { act, moveTo } = handsOn(page)
  await moveTo('Mer')
  await act('Enter')
  await page.getByRole('menuitem', { name: 'Registerutdrag' }).waitFor()
  await moveTo('Registerutdrag', 'ArrowUp')
  await act('Enter')
  await expect(page.getByRole('button', { name: 'Att läsa (PDF)' })).toBeFocused()
  const pdf = await saved(() => page.keyboard.press('Enter'))
  await expect(page.getByText('Registerutdraget är sparat.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Att läsa (PDF)' })).toBeFocused() // again, when it is done
  await moveTo('För ett annat program (JSON)')
  const json = await saved(() => page.keyboard.press('Enter'))

  expect(pdf.name).toMatch(/^registerutdrag-[0-9a-f]{8}\.pdf$/)
  expect(json.name).toMatch(/^registerutdrag-[0-9a-f]{8}\.json$/)
  expect((await readFile(pdf.path)).subarray(0, 5).toString()).toBe('%PDF-')
  const extract = await readFile(json.path, 'utf8')
  for (const word of [NAME, CASE, SAID, 'Sista anteckningen.']) expect(extract).toContain(word)
  expect(JSON.parse(extract)).toMatchObject({ format: 'arton-registerutdrag', tables: { sessions: [{}] } })
})

test('a record past its time is listed with its paragraph, decided on, removed for good, and stands in the protocol', async ({
  openApp,
}) => {
  test.setTimeout(90_000)
  const then = await openApp({ today: '2020-03-03' })
  const { clientId } = await twoTherapists(
    then,
    { unitName: 'Örebro eftervård', unitKind: 'municipality' },
    '2020-03-02',
  )
  await then.close()
  const { page, address } = await openApp({ folder: then.folder })
  await comeIn(page, PASSPHRASE)
  const { act, moveTo, write } = handsOn(page)
  await at(page, '/settings')
  await h1(page, 'Inställningar').waitFor()
  await moveTo('Gallring')
  await act('Enter')
  const due = page.getByRole('region', { name: 'Att besluta om' })
  await expect(due).toContainText(CASE)
  await expect(due).toContainText('SoL 16 kap. 1 §: fem år efter sista anteckningen')
  await expect(due).toContainText('Bevaras tills vidare Födelsedagen är inte känd.')
  await expect(page.locator('body')).not.toContainText(NAME)

  await expect(page.getByText('Du är den enda här som får besluta om gallring')).toBeVisible()
  const form = page.getByRole('form', { name: 'Beslut om valda' })
  await expect(form.getByRole('button', { name: 'Besluta' })).toBeDisabled() // nothing is chosen beforehand
  for (const each of await form.getByRole('radio').all()) await expect(each).not.toBeChecked()
  await moveTo(`Välj ${CASE}`)
  await act('Space')
  await moveTo('Gallras')
  await act('Space')
  await moveTo('Besluta')
  await act('Enter')
  await expect(form).toContainText(
    `Skriv hur det är kontrollerat att uppgifterna inte ska bevaras för forskning: ${CASE}.`,
  )
  await form.getByLabel('Skäl').focus()
  await write('Folkbokföringen är kontrollerad')
  await moveTo('Besluta')
  await act('Enter')
  const decided = page.getByRole('region', { name: 'Beslutade, att gallra' })
  await expect(decided).toContainText('Gallras, Berit Exempel 21 november 2026: Folkbokföringen är kontrollerad')
  const dialog = page.getByRole('dialog', { name: `Ärende ${CASE}` })

  await moveTo(`Gallra ${CASE}`)
  await act('Enter')
  await expect(dialog).toContainText('Det går inte att ångra.')
  await expect(dialog.getByLabel(`Skriv ${CASE}`)).toBeFocused()
  await write('R-2026-71')
  await expect(dialog.getByRole('button', { name: 'Gallra för alltid' })).toBeDisabled()
  await dialog.getByLabel(`Skriv ${CASE}`).fill(CASE)
  await act('Enter')
  await expect(page.getByText(/^Gallrat: \d+ uppgifter\./)).toBeVisible()
  await expect(due).toContainText('Inga uppgifter har nått sin gallringstid.')
  const protocol = page.getByRole('region', { name: 'Protokoll' }).getByRole('row').nth(1)
  await expect(protocol).toContainText(CASE)
  await expect(protocol).toContainText('SoL 16 kap. 1 §')
  await expect(protocol).toContainText(/\d+ uppgifter/)

  await at(page, '/clients')
  await page.getByRole('textbox', { name: /^Sök på namn/ }).fill(CASE)
  await expect(page.getByText(/^Ingen klient passar/)).toBeVisible()
  await expect(askHost(address, 'client.get', { clientId })).rejects.toThrow('not-found')
})

test('the administrator gives a client to a colleague, whose it then is', async ({ openApp }) => {
  test.setTimeout(90_000)
  const app = await openApp({ shown: false })
  const { page } = app
  const { clientId } = await twoTherapists(app)
  await comeIn(page, PASSPHRASE)
  const { act, moveTo } = handsOn(page)
  await at(page, '/settings')
  await h1(page, 'Inställningar').waitFor()
  await moveTo('Klienternas behandlare')
  await act('Enter')
  const row = page.getByRole('row', { name: new RegExp(CASE) })
  await expect(row).toContainText('Berit Exempel')
  await expect(page.locator('body')).not.toContainText(NAME)
  await moveTo(`Byt behandlare för ${CASE}`)
  await act('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Behandlare' })).toBeFocused()
  await act('ArrowDown')
  await page.getByRole('option', { name: 'Kim Kollega' }).waitFor()
  await act('ArrowDown', 'Enter')
  await expect(dialog).toContainText('Därefter är klienten inte längre din')
  await moveTo('Spara')
  await act('Enter')
  await expect(row).toContainText('Kim Kollega')
  await expect(page.getByRole('button', { name: `Byt behandlare för ${CASE}` })).toBeFocused()
  await moveTo('Inställningar', 'Shift+Tab')
  await act('Enter')
  await expect(h1(page, 'Inställningar')).toBeVisible()

  await at(page, `/client/${clientId}`)
  await expect(h1(page, 'Klienten är inte din')).toBeVisible()
  await comeIn(page, KIM)
  await at(page, '/clients')
  await page.getByRole('link', { name: NAME }).click()
  await expect(page.getByRole('button', { name: /^Börja träff 2/ })).toBeVisible()
})

test('whoever takes a colleague’s client says why, the colleague is told, and the log review asks', async ({
  openApp,
}) => {
  test.setTimeout(90_000)
  const { day: today } = inSweden(new Date().toISOString()) // the log bears the clock's own time
  const { page, ask, clientId } = await ownedByKim(await openApp({ today }))

  await test.step('no client is taken without a reason', async () => {
    await at(page, '/settings/assignments')
    await page.getByRole('button', { name: `Byt behandlare för ${CASE}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Behandlare' }).click()
    await page.getByRole('option', { name: 'Berit Exempel' }).click()
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toContainText('Skriv varför klienten byter ansvarig.')
    await dialog.getByLabel('Skäl').fill('Kim är sjuk till jul')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('row', { name: new RegExp(CASE) })).toContainText('Berit Exempel')
  })

  await test.step('Kim is told who, when and why, until it has been seen', async () => {
    await comeIn(page, KIM)
    await at(page, '/')
    const told = page.getByRole('region', { name: 'Inte längre dina klienter' })
    await expect(told).toContainText('Behandlare är nu Berit Exempel.')
    await expect(told).toContainText('”Kim är sjuk till jul”')
    await told.getByRole('button', { name: 'Jag har sett det' }).click()
    await expect(told).toBeHidden()
  })

  await test.step('it stands in the client’s history, and in the log review, where nobody clears themself unseen', async () => {
    await comeIn(page, PASSPHRASE)
    await at(page, `/client/${clientId}/history`)
    await expect(page.getByRole('region', { name: 'Byten av ansvarig' })).toContainText('Kim är sjuk till jul')
    const { next } = await ask('logReview.list', {})
    const { reviewId } = await ask('logReview.begin', { ...next, toOn: today })
    await at(page, `/settings/log-review/${reviewId}`)
    const asked = page.getByRole('region', { name: 'Gav sig själv en klient' })
    await expect(asked).toContainText('Skäl: Kim är sjuk till jul')
    await asked.getByRole('button', { name: 'Utan anmärkning' }).click()
    await expect(asked).toContainText('Bedömd av den det gäller.')
    await page.emulateMedia({ media: 'print' })
    await expect(asked.getByText('Bedömd av den det gäller.')).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    const { words } = await ask('user.add', { name: 'Hanna Handledare', roles: ['supervisor'] })
    expect(words).not.toBe('')
    await page.reload()
    await expect(page.getByText('Gäller dig själv, och bedöms av någon annan.')).toBeVisible()
    await expect(asked).toContainText('Bedömd av den det gäller.')
    await expect(asked.getByRole('button', { name: 'Ändra' })).toHaveCount(0)
  })
})

/** Berit's client, whom she has given to Kim; Berit is in: therapist, coordinator and administrator. */
async function ownedByKim(app: OpenedApp) {
  const { ask, clientId } = await twoTherapists(app)
  await comeIn(app.page, PASSPHRASE)
  const kim = (await ask('user.colleagues', {})).find(each => each.name === 'Kim Kollega')
  await ask('client.assign', { clientId, therapistId: kim?.id ?? '' })
  await app.page.reload()
  return { page: app.page, ask, clientId }
}
