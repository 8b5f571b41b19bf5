import { expect } from '@playwright/test'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient, testNumber } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'

const COORDINATION = testNumber('1985-03-72')
const NUMBER = testNumber('1985-03-12')

test('a client gets a personnummer, is recorded as dead by mistake, and is merged with the same person, all by keyboard', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const { page, address } = await openApp()
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient({ number: COORDINATION, caseNumber: 'R-44' }))
  const other = await ask('client.add', newClient({ number: '', caseNumber: 'R-12', homeMunicipality: '1881' }))
  const slot = async (of: string, number: number) =>
    (await ask('plan.ofClient', { clientId: of })).find(each => each.number === number)?.id ?? ''
  const shared = { on: '2026-11-02', minutes: 50, setting: 'locked', ...NOTHING_TICKED } as const
  await ask('session.record', {
    clientId: other.clientId,
    slotId: await slot(other.clientId, 2),
    outcome: 'held',
    ...shared,
    note: 'Ritade kartan.',
  })
  await ask('plan.schedule', { clientId, slotId: await slot(clientId, 1), plannedOn: '2026-11-21', plannedAt: '13:00' })
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Mer', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
  }
  const dialog = page.getByRole('dialog')
  await page.goto(`${address}#/client/${clientId}`)
  const name = page.getByRole('heading', { level: 1, name: 'Anna Exempel' })
  await name.waitFor()

  await test.step('a number that somebody else has is refused, and leads to merging', async () => {
    await ask('client.add', newClient({ name: 'Eva Annan', number: NUMBER, caseNumber: 'R-77' }))
    await menu('Ändra uppgifter')
    await dialog.getByLabel('Nytt personnummer').fill(NUMBER)
    await dialog.getByLabel('Varför').fill('Fick personnummer')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('status').filter({ hasText: 'Finns klienten redan här?' })).toContainText(
      'ärende R-12',
    )
    await page.keyboard.press('Enter') // someone else: it is saved all the same
    await expect(dialog.getByRole('alert')).toContainText('En annan klient i pärmen har det numret.')
    await expect(dialog).not.toContainText('Eva')
    await expect(dialog.getByRole('link', { name: /slå ihop/ })).toBeVisible()
  })

  await test.step('the right one is kept, and both find the client', async () => {
    await dialog.getByLabel('Nytt personnummer').fill(testNumber('1985-03-12', 970))
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Finns klienten redan här?')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await menu('Tidigare uppgifter')
    await expect(page.getByText('Fick personnummer')).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Klient, kapitel eller kommando').fill(COORDINATION)
    await expect(page.getByRole('button', { name: 'Anna Exempel' })).toBeVisible()
    await page.keyboard.press('Enter')
    await name.waitFor()
  })

  await test.step('the day of death stands calmly, nothing is begun by accident, and it can be taken back', async () => {
    await menu('Avliden')
    await dialog.getByLabel('Dag').fill('3 nov')
    await page.keyboard.press('Tab')
    await dialog.getByLabel('Källa').fill('Folkbokföringen')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Avliden 3 november 2026')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Börja träff/ })).toHaveCount(0)
    await page.getByRole('link', { name: /^Träff 1:/ }).press('Enter')
    await expect(page.getByText('Klienten är antecknad som avliden 3 november 2026.')).toBeVisible()
    await page.getByRole('button', { name: 'Till klienten' }).press('Enter')
    await page.getByRole('link', { name: 'Idag' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').getByText('Anna Exempel')).toHaveCount(0)
    await page.goBack()
    await menu('Avliden: rätta eller ta tillbaka')
    await dialog.getByLabel('Källa eller skäl').fill('Det var en annan person')
    await dialog.getByRole('button', { name: 'Ta tillbaka' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Börja träff 1' })).toBeVisible()
  })

  await test.step('two who are one stand side by side, and become one with a protocol', async () => {
    await menu('Slå ihop med en annan klient')
    await expect(page.getByText('samma namn, nummer saknas')).toBeVisible()
    await page.getByRole('region', { name: 'Kan vara samma person' }).getByRole('link').press('Enter')
    const table = page.getByRole('table', { name: 'De två klienterna bredvid varandra' })
    await expect(table.getByRole('row', { name: /^Träff 2/ })).toContainText('Genomförd')
    await page.getByRole('radio', { name: 'Kumla' }).press('Space')
    await page.getByLabel('Varför').fill('Samma person, lades in två gånger')
    await page.getByLabel('Skriv R-12').fill('R-1')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Skriv precis som det står.')).toBeVisible()
    await page.getByLabel('Skriv R-12').fill('R-12')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Protokoll: sammanfogad med R-12' })).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Träff 2' })).toBeVisible()
    const [session] = await ask('session.ofClient', { clientId })
    expect(session).toMatchObject({ number: 2, note: 'Ritade kartan.', author: NEW_BINDER.userName })
    expect((await ask('client.list', { words: 'R-12' })).clients).toMatchObject([{ id: clientId, caseNumber: 'R-44' }])
  })
})
