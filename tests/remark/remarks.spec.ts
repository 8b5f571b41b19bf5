import { expect } from '@playwright/test'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

const NOTE = 'Kom till träffen. Var arg.'

test('a signed note is corrected and disagreed with below it, by keyboard, and printed with both', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await ask('session.record', {
    clientId,
    slotId: slot?.id ?? '',
    outcome: 'held',
    on: '2026-11-20',
    minutes: 55,
    setting: 'locked',
    ...NOTHING_TICKED,
    note: NOTE,
  })
  await page.goto(`${address}#/client/${clientId}/session/${slot?.id}`)
  const attempt = page.getByRole('article', { name: /^Genomförd/ })
  const added = attempt.getByRole('group', { name: 'Tillagt efteråt' })

  await test.step('what is typed is kept when the binder is locked in the middle of a word', async () => {
    await added.getByRole('button', { name: 'Lägg till rättelse' }).focus()
    await page.keyboard.press('Enter')
    await expect(added.getByLabel('Det som ska rättas eller läggas till')).toBeFocused()
    await page.keyboard.type('Hon kom tio minuter se')
    await page.keyboard.press('Control+l')
    await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await added.getByRole('button', { name: 'Fortsätt på rättelsen' }).click()
    const field = added.getByLabel('Det som ska rättas eller läggas till')
    await expect(field).toHaveValue('Hon kom tio minuter se')
    await field.press('End')
    await page.keyboard.type('nt.')
    await page.keyboard.press('Control+Enter')
    await expect(added.getByRole('article', { name: 'Tillägg' })).toContainText('Hon kom tio minuter sent.')
    await expect(added.getByRole('article', { name: 'Tillägg' })).toContainText('Berit Exempel')
    await expect(added.getByRole('button', { name: 'Lägg till rättelse' })).toBeFocused()
  })

  await test.step('Escape leaves the form, and the focus goes back to where it was', async () => {
    await added.getByRole('button', { name: 'Klienten ser det annorlunda' }).click()
    await expect(added.getByLabel('Med klientens egna ord')).toBeFocused()
    await page.keyboard.type('Jag var rädd, inte arg.')
    await page.keyboard.press('Escape')
    const begun = added.getByRole('button', { name: 'Fortsätt på det klienten sa' })
    await expect(begun).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(added.getByLabel('Med klientens egna ord')).toHaveValue('Jag var rädd, inte arg.')
    await added.getByRole('button', { name: 'Spara klientens ord' }).click()
  })

  await test.step('that the client has read it is one key more', async () => {
    await added.getByRole('button', { name: 'Klienten har fått läsa' }).click()
    await expect(added.getByRole('button', { name: 'Spara' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(added).toContainText('Klienten informerad om anteckningen 21 november 2026')
  })

  await test.step('the secrecy is decided, and says by whom', async () => {
    await attempt.getByLabel('Ändra sekretess').selectOption({ label: 'Hälso- och sjukvård' })
    await expect(attempt).toContainText('Sekretess: hälso- och sjukvård, bestämt av Berit Exempel')
  })

  await test.step('on paper the note stands first and unchanged, with what was added under it', async () => {
    await page.emulateMedia({ media: 'print' })
    const paper = (await attempt.textContent()) ?? ''
    const order = [NOTE, 'Signerad av Berit', 'Hon kom tio minuter sent.', '”Jag var rädd, inte arg.”', 'informerad']
    expect(order.map(each => paper.indexOf(each))).toEqual(
      order.map(each => paper.indexOf(each)).toSorted((a, b) => a - b),
    )
    for (const each of order) await expect(attempt.getByText(each).first()).toBeVisible()
    await expect(added.getByRole('button', { name: 'Lägg till rättelse' })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('what falls under health care is told before it is handed over, and stays unless it is ticked', async () => {
    await page.evaluate(id => window.location.assign(`#/client/${id}/handover`), clientId)
    await expect(page.getByRole('checkbox', { name: /^Hälso- och sjukvård/ })).not.toBeChecked()
    await expect(page.getByText('En uppgift faller dit. Utan kryss här följer den inte med.')).toBeVisible()
  })
})
