import type { DemoBinder } from '../../demo/demo.ts'
import { type Camera, chooseMore, closeDialog, dialogNamed, heading } from './camera.ts'

/** The client's page in all its states, and the dialogs over it. */
export async function shootClient(camera: Camera, { shown }: DemoBinder) {
  const { page, at, shoot, shootPrint } = camera
  for (const [name, id] of [
    ['20-client', shown.wholeHistory],
    ['20b-client-27', shown.section27],
    ['20c-client-lapse', shown.lapseAndBack],
    ['20d-client-received', shown.receivedHandover],
    ['20f-client-protected', shown.protectedIdentity],
    ['31-client-handed-over', shown.handedOver],
  ] as const) {
    await at(`/client/${id}`)
    await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
    await shoot(name)
    if (id === shown.wholeHistory) await shootPrint('client')
  }
  await at(`/client/${shown.undocumented}`)
  await page.getByText('är inte dokumenterad').waitFor()
  await page.keyboard.press('Alt+p')
  await page.getByRole('button', { name: 'Anteckna utfallet' }).waitFor()
  await shoot('20e-client-outcome-first')
  await closeDialog(page)
  await shootMenu(camera, shown.section27)
  await shootCareChain(camera, shown.section27)
  await shootGoals(camera, shown.wholeHistory)
  await shootIdentity(camera, shown)
}

async function shootMenu({ page, at, shoot, shootFile }: Camera, clientId: string) {
  await at(`/client/${clientId}`)
  await page.getByRole('button', { name: /^Börja träff/ }).waitFor()
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Lämna över' }).waitFor()
  await shoot('22-menu')
  await page.keyboard.press('Escape')
  for (const [name, item, title] of [
    ['22b-care-chain', 'Vårdkedjan som lista', 'Vårdkedjan'],
    ['22c-plan', 'Planera träffar', 'Planera träffar'],
    ['22d-plan-seen-otherwise', 'Klienten ser planen annorlunda', 'Klienten ser planen annorlunda'],
    ['22e-find-in-notes', 'Sök i anteckningarna', 'Sök i anteckningarna'],
    ['23-offer', 'Anteckna erbjudande', /erbjudande/i],
    ['82-extract', 'Registerutdrag', 'Registerutdrag'],
  ] as const) {
    await chooseMore(page, item)
    await dialogNamed(page, title)
    await shoot(name)
    if (name === '82-extract') await shootFile('extract', () => page.getByRole('button', { name: /PDF/ }).click())
    await closeDialog(page)
  }
}

/** The forms of the care chain, each from its list, and the ledger of offers. */
async function shootCareChain({ page, at, shoot }: Camera, clientId: string) {
  for (const [name, what, title] of [
    ['22f-care-chain-placement', 'placement', 'Ny placering'],
    ['22g-offers', 'offers', 'Alla erbjudanden'],
  ] as const) {
    await at(`/client/${clientId}/do/${what}`)
    await dialogNamed(page, title)
    await shoot(name)
    await at('/clients')
    await heading(page, 'Klienter')
  }
  for (const [name, button, title] of [
    ['22h-care-chain-end', /^Avsluta\b/, 'Avsluta placeringen'],
    ['22i-care-chain-absence', 'Frånvaro', 'Frånvaro'],
    ['22j-care-chain-day', 'Möte eller annan dag', 'Möte eller annan dag'],
  ] as const) {
    await at(`/client/${clientId}/do/chain`)
    await dialogNamed(page, 'Vårdkedjan')
    await page.getByRole('dialog').getByRole('button', { name: button }).first().click()
    await dialogNamed(page, title)
    await shoot(name)
    await at('/clients')
    await heading(page, 'Klienter')
  }
}

async function shootGoals({ page, at, shoot, shootPrint }: Camera, clientId: string) {
  await at(`/client/${clientId}/goals`)
  await page.getByRole('region', { name: 'Nådda mål' }).waitFor()
  await shoot('21-goals')
  await shootPrint('goals')
  await page.getByRole('button', { name: 'Målet är nått' }).first().click()
  await dialogNamed(page, 'Målet är nått')
  await shoot('21b-goal-reached')
  await closeDialog(page)
  await page.getByRole('button', { name: 'Följ upp' }).first().click()
  await page.getByText('Hur långt har det gått?').waitFor()
  await shoot('21c-goal-review')
  await at(`/client/${clientId}/goals/new`)
  await page.getByLabel('Med klientens egna ord').fill('Jag vill sluta vara ensam på söndagar')
  await page.getByLabel('Kort, positivt och konkret').fill('Jag är inte ensam, mamma ska ringa')
  await page.getByText('Går det att säga vad du gör i stället?').waitFor()
  await shoot('21d-goal-form')
}

async function shootIdentity({ page, at, shoot, shootPrint }: Camera, shown: DemoBinder['shown']) {
  for (const [name, item] of [
    ['37-client-details', 'Ändra uppgifter'],
    ['37b-client-death', 'Avliden'],
  ] as const) {
    await at(`/client/${shown.newcomer}`)
    await chooseMore(page, item)
    await dialogNamed(page, item)
    await shoot(name)
    await at('/clients') // takes the dialog away, and a calendar over it
    await heading(page, 'Klienter')
  }
  for (const [name, path] of [
    ['37c-client-history', `/client/${shown.newcomer}/history`],
    ['37d-merge-choice', `/client/${shown.newcomer}/merge`],
    ['37e-merge', `/client/${shown.newcomer}/merge/${shown.manyScales}`],
  ] as const) {
    await at(path)
    await heading(page, /^(Tidigare uppgifter|Slå ihop)/)
    await shoot(name)
    if (name === '37c-client-history') await shootPrint('client-history')
  }
}
