import { expect, type Page } from '@playwright/test'
import type { FormAnswers } from '../../main/contract/form.ts'
import { type OpenedClient, test } from '../support/app.ts'
import type { Ask } from '../support/readyToSeal.ts'
import { sayMinutes } from '../support/steps.ts'

/** Goes to a place in the app, as a link does. */
async function goTo(page: Page, path: string) {
  await page.evaluate(hash => window.location.assign(`#${hash}`), path)
}

/** Shows the app at its start page. */
async function shown({ page, address }: OpenedClient) {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const answer = (ask: Ask, clientId: string, formId: string, answeredOn: string, answers: FormAnswers) =>
  ask('worksheet.answer', { clientId, formId, answeredOn, answers })

/** Seconds that a client may think of each area: what an unhurried rating takes. */
const THINKING = 2

test('the twelve areas are rated by twelve digits, from the client’s page in one action, within half a minute', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  await answer(ask, clientId, 'satisfactionScale', '2026-10-01', { areas: { housing: 2 } })
  await goTo(page, `/client/${clientId}`)
  let presses = 0
  const press = async (key: string) => {
    presses += 1
    await page.keyboard.press(key)
  }
  await page.getByRole('link', { name: 'Ny skattning' }).focus()
  await press('Enter')
  await expect(
    page
      .getByRole('radiogroup', { name: /^Alkohol och droger/ })
      .getByRole('radio')
      .first(),
  ).toBeFocused()
  for (const digit of ['1', '0', '3', '5', '2', '6', '4', '1', '0', '0', '1', '1']) await press(digit) // as fast as can be
  await press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Exempel' })).toBeVisible()
  expect(presses).toBe(14)
  expect(12 * THINKING + 2).toBeLessThanOrEqual(30)
  const { areas } = await ask('scale.ofClient', { clientId })
  expect(areas.map(each => each.points.at(-1)?.score)).toEqual([1, 10, 3, 5, 2, 6, 4, 1, 10, 10, 1, 1])
})

test('an area may be left out, taken back and said in the client’s own words, without leaving the keys', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  await goTo(page, `/client/${clientId}/form/satisfactionScale`)
  const focused = page.locator(':focus')
  await expect(
    page
      .getByRole('radiogroup', { name: /^Alkohol och droger/ })
      .getByRole('radio')
      .first(),
  ).toBeFocused()
  await page.keyboard.press('3')
  await page.keyboard.press('4')
  await page.keyboard.press('Shift+Tab') // the words about the row that was just rated
  await expect(page.getByLabel('Egna ord om Boende')).toBeFocused()
  await page.keyboard.type('Soffan hos min syster')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown') // work is left out
  await page.keyboard.press('0') // ten
  await page.keyboard.press('8')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Backspace')
  await expect(page.getByText('Svaret för ”Fritid” är borttaget.')).toBeVisible()
  await page.keyboard.press('Alt+z')
  await expect(page.getByRole('radiogroup', { name: /^Fritid/ }).getByRole('radio', { name: '8' })).toBeChecked()
  await focused.press('Delete')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByLabel('Egna ord om Ekonomi')).toBeFocused()
  await page.keyboard.type('Räcker till')
  await page.keyboard.press('Control+Enter') // saves from the words too
  await page.getByRole('heading', { level: 1, name: 'Anna Exempel' }).waitFor()
  const [kept] = await ask('worksheet.ofForm', { clientId, formId: 'satisfactionScale' })
  expect(kept?.answers).toEqual({
    areas: { alcoholAndDrugs: 3, housing: 4, money: 10 },
    areaWords: { housing: 'Soffan hos min syster', money: 'Räcker till' },
  })
})

test('the curves say every number, break at a gap, and tell the client’s own words and the ends of the scale', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  await answer(ask, clientId, 'satisfactionScale', '2026-09-01', {
    areas: { housing: 2, work: 5 },
    areaWords: { housing: 'Soffan' },
  })
  await answer(ask, clientId, 'satisfactionScale', '2026-10-01', { areas: { work: 6 } })
  await answer(ask, clientId, 'satisfactionScale', '2026-11-01', { areas: { housing: 7, work: 6 } })
  await goTo(page, `/client/${clientId}/form/satisfactionScale/history`)
  const curves = page.getByRole('region', { name: 'Kurvor' })
  const housing = curves.getByRole('figure').filter({ hasText: 'Boende' })
  await expect(
    housing.getByRole('img', { name: 'Boende: 1 september 2026 2, 1 oktober 2026 inget svar, 1 november 2026 7' }),
  ).toBeVisible()
  await expect(housing).toContainText('2 → 7')
  await expect(housing).toContainText('”Soffan”')
  await expect(housing.locator('.curve-line')).toHaveCount(0)
  await expect(curves.getByRole('figure').filter({ hasText: 'Arbete' }).locator('.curve-line')).toHaveCount(2)
  await expect(curves).toContainText('10 är helt tillfredsställd')
  await expect(curves).toContainText('1 är helt otillfredsställd')
  await curves.getByText('Som tabell').click()
  await expect(curves.getByRole('row', { name: /^Boende/ })).toHaveText(/Boende\s*2\s*inget svar\s*7/)
  await answer(ask, clientId, 'riskMap', '2026-11-02', { firstRisk: 'Söndagar' })
  await goTo(page, `/client/${clientId}/form/riskMap/history`)
  await page.getByRole('heading', { level: 1, name: 'Riskkarta' }).waitFor()
  await expect(curves).toHaveCount(0) // they are the scale's alone, though its numbers are at hand
})

test('a living document begins with what it says now; its earlier versions stay and can be compared', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  const conflict = (risk: number, confidence: number) => ({ row: 'conflict', example: 'Pappa', risk, confidence })
  await answer(ask, clientId, 'riskMap', '2026-10-01', { risks: [conflict(8, 3)], firstRisk: 'Söndagar' })
  await goTo(page, `/client/${clientId}/form/riskMap`)
  const row = page.getByRole('group', { name: 'Min karta: Konflikt med andra' })
  await expect(row.getByLabel('Hos mig: till exempel')).toHaveValue('Pappa')
  await expect(page.getByRole('button', { name: /^Spara/ })).toBeDisabled() // nothing new to keep
  await row
    .getByRole('radiogroup', { name: /^Tilltro/ })
    .getByRole('radio', { name: '6' })
    .click()
  await page.getByRole('button', { name: /^Spara/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Anna Exempel' }).waitFor()
  expect(await ask('worksheet.ofForm', { clientId, formId: 'riskMap' })).toMatchObject([
    { answers: { risks: [conflict(8, 3)] } },
    { answers: { risks: [conflict(8, 6)], firstRisk: 'Söndagar' } },
  ])

  await goTo(page, `/client/${clientId}/form/riskMap/history`)
  const times = page.getByRole('navigation', { name: 'Gånger bladet är ifyllt' })
  await expect(times.getByRole('link')).toHaveCount(2)
  await times.getByRole('link', { name: /tor 1 okt/ }).click()
  await expect(page.getByRole('article', { name: /^1 oktober 2026/ })).toContainText('Söndagar')
  await page.getByRole('button', { name: 'Jämför' }).click()
  await expect(page.getByRole('row', { name: /Tilltro/ })).toContainText('Upp 3')
  await expect(page.getByRole('row', { name: /Risk 0/ })).toContainText('Samma')
  await page.getByText('Det som ändrats').click()
  await expect(page.getByRole('row', { name: /Risk 0/ })).toBeHidden()
})

test('another sheet is begun empty, may go on from the last one, and a row taken away comes back', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  await answer(ask, clientId, 'tryOutPlan', '2026-11-01', { activity: 'Simma' })
  await goTo(page, `/client/${clientId}/forms`)
  await page.getByRole('button', { name: 'Fyll i på nytt: Prova-på-planen' }).click()
  await expect(page.getByLabel('Det här vill jag prova')).toHaveValue('')
  await page.getByRole('button', { name: /^Fortsätt på den från/ }).click()
  await expect(page.getByLabel('Det här vill jag prova')).toHaveValue('Simma')

  await goTo(page, `/client/${clientId}/form/warningSystem`)
  await page.getByLabel('Tecken', { exact: true }).fill('Sover sämre')
  await page.getByRole('button', { name: 'En rad till' }).click()
  await expect(page.getByRole('group', { name: 'Våra tecken: 2' }).getByLabel('Tecken')).toBeFocused()
  await page.keyboard.type('Svarar inte')
  await page.getByRole('button', { name: 'Ta bort rad 1' }).click()
  await expect(page.getByLabel('Tecken', { exact: true })).toHaveValue('Svarar inte')
  await page.getByRole('button', { name: /^Ångra/ }).click()
  await expect(page.getByRole('group', { name: 'Våra tecken: 1' }).getByLabel('Tecken')).toHaveValue('Sover sämre')
  await expect(page.getByRole('group', { name: 'Våra tecken: 2' }).getByLabel('Tecken')).toHaveValue('Svarar inte')
})

test('in a session craving is asked for once, and the answer to the offer says that it goes to the ledger, and does', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  const [slot] = await ask('plan.ofClient', { clientId })
  await goTo(page, `/client/${clientId}/session/${slot?.id}`)
  const beside = page.getByRole('radiogroup', { name: /^Sug just nu/ })
  const meter = page.getByRole('region', { name: 'Sugtermometer' }).getByRole('radiogroup', { name: /^Så starkt/ })
  await meter.getByRole('radio', { name: '4' }).click()
  await expect(beside.getByRole('radio', { name: '4' })).toBeChecked()
  await beside.getByRole('radio', { name: '6' }).click()
  await expect(meter.getByRole('radio', { name: '6' })).toBeChecked()

  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: /Vad vill du ha ut/ })
    .click()
  const map = page.getByRole('region', { name: 'Min CRA-karta' })
  await expect(map).toContainText('Svaret läggs också i erbjudandena.')
  await map.getByRole('combobox', { name: 'Mitt svar på erbjudandet om CRA' }).click()
  await page.getByRole('option', { name: 'Jag vill vänta' }).click()
  await map.getByRole('combobox', { name: 'Om mitt svar inte är ja' }).click()
  await page.getByRole('option', { name: 'Jag tvivlar på CRA' }).click()
  await expect(map).toContainText(
    'Svaret läggs också i erbjudandena: Jag vill vänta, tvivlar på CRA, 21 november 2026.',
  )
  expect(await ask('offer.ofClient', { clientId })).toEqual([])
  await page.keyboard.press('Control+Enter')
  await sayMinutes(page)
  await page.getByRole('button', { name: /^Signera träffen/ }).click()
  await page.getByRole('button', { name: 'Signera ändå' }).click()
  await page.getByRole('link', { name: /^Träff 1: Genomförd/ }).waitFor()
  expect(await ask('offer.ofClient', { clientId })).toMatchObject([
    { offered: 'cra', answer: 'wait', reasonCode: 'doubtsMethod', on: '2026-11-21' },
  ])
  expect(await ask('session.ofClient', { clientId })).toMatchObject([{ craving: 6 }])
  expect(await ask('worksheet.ofForm', { clientId, formId: 'cravingMeter' })).toMatchObject([{ answers: { now: 6 } }])
})

test('the numbers of Tillfredsskalan are fetched to the sheet that compares them, and what was written there stays', async ({
  openClient,
}) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  for (const [on, housing] of [
    ['2026-09-01', 2],
    ['2026-10-01', 4],
    ['2026-11-01', 7],
  ] as const)
    await answer(ask, clientId, 'satisfactionScale', on, { areas: { housing } })
  await goTo(page, `/client/${clientId}/form/beforeAndNow`)
  const row = page.getByRole('group', { name: 'Mina siffror på Tillfredsskalan: Boende' })
  const scored = (label: RegExp, score: string) =>
    row.getByRole('radiogroup', { name: label }).getByRole('radio', { name: score, exact: true })
  await scored(/^Däremellan/, '5').click()
  await page.getByRole('button', { name: 'Hämta siffrorna från Tillfredsskalan' }).click()
  await expect(scored(/^Första gången/, '2')).toBeChecked()
  await expect(scored(/^Däremellan/, '5')).toBeChecked()
  await expect(scored(/^Nu/, '7')).toBeChecked()
  await expect(page.getByRole('button', { name: 'Hämta siffrorna från Tillfredsskalan' })).toBeHidden()
})

test('what was marked as a risk in an earlier session is shown beside the risk map', async ({ openClient }) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  const markers = [{ trigger: 'Lönedagen' }, { trigger: 'Tyst hemma' }]
  await answer(ask, clientId, 'riskMarkers', '2026-11-01', { markers })
  await goTo(page, `/client/${clientId}/form/riskMap`)
  await expect(page.getByText('Riskmarkörer sön 1 nov: Lönedagen · Tyst hemma')).toBeVisible()
})

test('a sheet of before is read as it stood, with nothing to fill in', async ({ openClient }) => {
  const own = await openClient()
  const { page, ask, clientId } = own
  await shown(own)
  await answer(ask, clientId, 'stopCard', '2026-11-01', { avoid: 'Torget' })
  await goTo(page, `/client/${clientId}/form/stopCard/history`)
  await expect(page.getByRole('article')).toContainText('Torget')
  await expect(page.getByRole('textbox')).toHaveCount(0)
})
