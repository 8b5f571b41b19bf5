import { expect, type Page } from '@playwright/test'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { type OpenedClient, test } from '../support/app.ts'
import { askHost } from '../support/host.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { dayField, pick, sayMinutes } from '../support/steps.ts'

const RING = { what: 'Ring Sara', when: '', where: '', withWhom: '' }

/** The client was given homework a week ago. */
async function begin({ ask, clientId }: OpenedClient) {
  const slots = await ask('plan.ofClient', { clientId })
  const slotId = (number: number) => slots.find(each => each.number === number)?.id ?? ''
  const whole = { ...NOTHING_TICKED, outcome: 'held', minutes: 60, setting: 'locked', note: '' } as const
  const first = { clientId, slotId: slotId(1), on: '2026-11-14' }
  await ask('session.record', { ...whole, ...first, homeworkGiven: [RING] })
  return { ask, clientId, slotId, whole }
}

async function open(page: Page, address: string, path: string) {
  await page.goto(`${address}#/${path}`)
}

test('what is signed is what was ticked last, and homework that was followed up elsewhere is not in the way', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId, slotId, whole } = await begin(app)
  await open(page, app.address, `client/${clientId}/session/${slotId(2)}`)
  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: /hemuppgift/i })
    .first()
    .click()
  await page.getByRole('radiogroup', { name: 'Hur gick det: Ring Sara' }).getByText('Gjord', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Träffen hölls lördag 21 november.')).toBeVisible()
  await sayMinutes(page)

  await test.step('the homework is followed up in another window meanwhile, and the first try is refused', async () => {
    const [given] = await ask('homework.ofClient', { clientId })
    const homeworkReviewed = [{ homeworkId: given?.id ?? '', done: 'partly' as const }]
    await ask('session.record', { ...whole, clientId, slotId: slotId(16), on: '2026-11-20', homeworkReviewed })
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Signera ändå' }).click()
    await expect(page.getByText('”Ring Sara” följdes upp i träff 16, fre 20 nov: delvis gjord.')).toBeVisible()
  })

  await test.step('new homework and the key to sign come before the note has caught up', async () => {
    let letGo = () => {}
    const gate = new Promise<void>(go => {
      letGo = go
    })
    await page.route('**/core/session.noteText', async route => {
      await gate
      await route.continue()
    })
    await page.getByRole('combobox', { name: 'Vad', exact: true }).fill('Skriv tre bra saker')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Signera ändå' }).click()
    letGo()
    await expect(page.getByText('Träff 2 är signerad.')).toBeVisible()
    await page.unroute('**/core/session.noteText')
  })

  const signed = (await ask('session.ofClient', { clientId })).find(each => each.number === 2)
  expect(signed?.note).toContain('Till nästa gång: Skriv tre bra saker.')
  expect(signed?.note).not.toContain('Ring Sara')
})

test('a living document that was filled in elsewhere since it was begun here says so before it is signed', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId, slotId } = await begin(app)
  const fillIn = (answeredOn: string, stop: string) =>
    ask('worksheet.answer', { clientId, formId: 'stopCard', answeredOn, answers: { stop } })
  const card = page.getByRole('region', { name: 'Stoppkort' }).getByRole('textbox').first()
  const cardStep = page.getByRole('navigation', { name: 'Agenda' }).getByRole('button', { name: /Stoppkortet/ })
  const notice = page.getByText(/^Stoppkort fylldes i lör 21 nov, efter att det här utkastet började/)
  await fillIn('2026-11-14', 'Går ut.')
  await open(page, app.address, `client/${clientId}/session/${slotId(10)}`)
  await cardStep.click()
  await expect(card).toHaveValue('Går ut.')
  await card.fill('Sätter mig.')
  await expect(notice).toBeHidden()
  await fillIn('2026-11-21', 'Ringer Sara.')
  await page.reload()
  await expect(card).toHaveValue('Sätter mig.')
  await expect(notice).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Avsluta och signera' })).toBeVisible()
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'börja från det' }).click()
  await expect(notice).toBeHidden()
  await cardStep.click()
  await expect(card).toHaveValue('Ringer Sara.')
  await page.keyboard.press('Alt+z')
  await expect(card).toHaveValue('Sätter mig.')
  await expect(notice).toBeVisible()
})

test('the client’s page tells of what is not documented and of the next time, and leads to both', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId, slotId } = await begin(app)
  await ask('plan.schedule', { clientId, slotId: slotId(2), plannedOn: '2026-11-18' })
  await ask('plan.schedule', { clientId, slotId: slotId(3), plannedOn: '2026-11-22', plannedAt: '10:00' })
  await open(page, app.address, 'clients')
  await expect(page.getByRole('cell', { name: 'ons 18 nov, ej dokumenterad' })).toBeVisible()
  await open(page, app.address, `client/${clientId}`)
  await expect(page.getByText('Träff 2 ons 18 nov är inte dokumenterad')).toBeVisible()
  await expect(page.getByText('sön 22 nov kl. 10.00')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Börja träff 3' })).toBeVisible()

  await test.step('a new time for the missed one begins with what came of it', async () => {
    await page.keyboard.press('Alt+p')
    await page.getByRole('combobox', { name: 'Träff' }).click()
    await page.getByRole('option', { name: /^2\. / }).click()
    await expect(page.getByRole('dialog')).toContainText('Träff 2 hade en tid ons 18 nov')
    await expect(page.getByRole('button', { name: 'Spara tiden' })).toBeHidden()
    await page.getByRole('button', { name: 'Anteckna utfallet' }).click()
    await expect(page.getByLabel('Dag', { exact: true })).toHaveValue('ons 18 nov 2026')
    await page.getByRole('radio', { name: 'Erbjuden – uteblev' }).check()
    await pick(page, 'Klientens skäl', 'Sjuk')
    await page.getByRole('button', { name: 'Spara utfallet' }).click()
  })

  await test.step('and then it is booked, also before the outcome has been signed by itself', async () => {
    await expect(page.getByText('är inte dokumenterad')).toBeHidden()
    await page.keyboard.press('Alt+p')
    await page.getByRole('combobox', { name: 'Träff' }).click()
    await page.getByRole('option', { name: /^2\. / }).click()
    await dayField(page, 'Dag', '2026-11-28')
    await page.getByRole('button', { name: 'Spara tiden' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })
  expect((await ask('plan.ofClient', { clientId }))[1]).toMatchObject({
    outcome: 'noShow',
    settledOn: '2026-11-18',
    plannedOn: '2026-11-28',
    awaited: true,
  })
})

test('an outcome is recorded where the client is, also of a session that most hold after the move', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId, slotId } = await begin(app)
  await open(page, app.address, `client/${clientId}/do/outcome/${slotId(13)}`)
  await page.getByRole('radio', { name: 'Genomförd', exact: true }).check()
  await expect(page.getByRole('combobox', { name: 'Plats' })).toHaveValue('LVM-hem')
  await sayMinutes(page)
  await page.getByRole('button', { name: 'Spara utfallet' }).click()
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Lås upp' }).waitFor()
  await askHost(app.address, 'user.unlock', { passphrase: NEW_BINDER.passphrase })
  expect((await ask('session.ofClient', { clientId })).at(-1)).toMatchObject({ number: 13, setting: 'locked' })
})
