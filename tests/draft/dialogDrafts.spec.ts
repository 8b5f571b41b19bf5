import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { tries } from '../support/longRun.ts'
import { newClient, newGoal } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { dayField, pick } from '../support/steps.ts'
import { unlock } from '../support/typing.ts'

/** Drafts that *Påbörjat* shows before one asks for all. */
const SHOWN_FIRST = 10

const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const

/** A binder with a client in the care chain, and another who is the same person. */
async function clientInCare(page: Page, address: string) {
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient({ caseNumber: 'R-44' }))
  const { clientId: twin } = await ask('client.add', newClient({ number: '', caseNumber: 'R-12' }))
  const first = { legalGround: 'lvm4', unit: HOME, fromOn: '2026-06-01', toOn: '2026-08-31', endReason: 'asPlanned' }
  const { id: earlier } = await ask('placement.add', { clientId, ...first })
  const { id: stay } = await ask('placement.add', { clientId, legalGround: 'sol', unit: HOME, fromOn: '2026-08-31' })
  const away = { clientId, kind: 'absconded', fromOn: '2026-07-01', words: '' } as const
  const { id: absence } = await ask('chainEvent.record', away)
  const { id: goal } = await ask('goal.set', newGoal(clientId))
  const slots = await ask('plan.ofClient', { clientId })
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const at = (path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)
  return { ask, clientId, twin, earlier, stay, absence, goal, slots, at, own: `/client/${clientId}` }
}

/** A form of the client: where it is, what is typed in it, and how it is saved. */
type Form = {
  /** Where its draft lies, and its address under the client’s page. */
  place: string
  /** As it stands under *Påbörjat*. */
  title: string
  address?: string
  /** The field that is typed in last, and what stands in it then. */
  field: string
  value: string
  type(): Promise<unknown>
  save(): Promise<unknown>
}

test('what is typed in a dialog about a client is there after a lock, in the same field, and until it is saved', async ({
  openApp,
}) => {
  test.setTimeout(240_000) // sixteen forms in the long run, each through a lock: a minute on a machine that does nothing else
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId, twin, earlier, stay, absence, goal, slots, at, own } = await clientInCare(page, address)
  const inForm = (name: string) =>
    page
      .locator('form')
      .getByRole('textbox', { name, exact: true })
      .or(page.getByRole('combobox', { name, exact: true }))
  const write = (name: string, words: string) => inForm(name).fill(words)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()
  const first = slots[0]?.id ?? ''

  const everyForm: Form[] = [
    {
      place: 'details',
      title: 'Ändrade uppgifter',
      field: 'Varför',
      value: 'Har flyttat',
      type: () => write('Hemkommun', 'Kumla').then(() => write('Varför', 'Har flyttat')),
      save: () => press('Spara'),
    },
    {
      place: `plan:${first}`,
      title: 'Planera träffar',
      field: 'Var',
      value: 'Rum 3',
      type: () => write('Var', 'Rum 3'),
      save: () => press('Spara tiden'),
    },
    {
      place: 'lapse',
      title: 'Planera träff 16',
      field: 'Tid',
      value: '9.30', // it is not left by a lock, so it is not read
      type: () => write('Tid', '9.30'),
      save: () => press('Planera träff 16'),
    },
    {
      place: 'offer:cra',
      title: 'Erbjudande',
      field: 'Klientens skäl',
      value: 'Sjuk',
      type: () => pick(page, 'Klientens svar', 'Vill vänta').then(() => pick(page, 'Klientens skäl', 'Sjuk')),
      save: () => press('Spara'),
    },
    {
      place: `outcome:${first}`,
      title: 'Utfall',
      field: 'Kort anteckning',
      value: 'Ringde och hörde sig för.',
      type: () =>
        page
          .getByRole('radio', { name: 'Erbjuden – tackade nej' })
          .check()
          .then(() => pick(page, 'Klientens skäl', 'Sjuk'))
          .then(() => write('Kort anteckning', 'Ringde och hörde sig för.')),
      save: () => press('Spara utfallet'),
    },
    {
      place: 'placement',
      title: 'Ny placering',
      field: 'Var',
      value: 'Villan',
      type: () => pick(page, 'Lagrum', '27 § LVM').then(() => write('Var', 'Villan')),
      save: () => press('Spara'),
    },
    {
      place: `placement:${earlier}`,
      title: 'Placering som rättas',
      field: 'Ansökt av',
      value: 'Örebro kommun',
      type: () => write('Ansökt av', 'Örebro kommun'),
      save: () => press('Spara'),
    },
    {
      place: `placement-end:${stay}`,
      title: 'Placering som avslutas',
      field: 'Varför det slutade',
      value: 'Avslutades som planerat',
      type: () => pick(page, 'Varför det slutade', 'Avslutades som planerat'),
      save: () => press('Avsluta'),
    },
    {
      place: 'chain-event:absconded',
      title: 'Frånvaro',
      field: 'Med några ord',
      value: 'Kom inte tillbaka',
      type: () => dayField(page, 'Tillbaka den', '2026-11-21').then(() => write('Med några ord', 'Kom inte tillbaka')),
      save: () => press('Spara'),
    },
    {
      place: 'chain-event:agreementMeeting',
      title: 'Möte eller annan dag',
      field: 'Med några ord',
      value: 'Alla tre parter',
      type: () => write('Med några ord', 'Alla tre parter'),
      save: () => press('Spara'),
    },
    {
      place: `chain-back:${absence}`,
      title: 'Åter från frånvaro',
      field: 'Tillbaka den',
      value: '2026-07-03',
      type: () => write('Tillbaka den', '2026-07-03'),
      save: () => press('Spara'),
    },
    {
      place: `remark:disagreement:plan:${clientId}`,
      title: 'Tillägg',
      address: `${own}/do/planSeenOtherwise`,
      field: 'Med klientens egna ord',
      value: 'Det går för fort.',
      type: () => write('Med klientens egna ord', 'Det går för fort.'),
      save: () => press('Spara klientens ord'),
    },
    {
      place: `goal-reached:${goal}`,
      title: 'Mål som är nått',
      address: `${own}/goals/reached/${goal}`,
      field: 'Vad gjorde att det gick?',
      value: 'Sara följde med.',
      type: () => write('Vad gjorde att det gick?', 'Sara följde med.'),
      save: () => press('Spara'),
    },
    {
      place: 'death',
      title: 'Avliden',
      field: 'Källa',
      value: 'Folkbokföringen',
      type: () => dayField(page, 'Dag', '2026-11-21').then(() => write('Källa', 'Folkbokföringen')),
      save: () => press('Anteckna'),
    },
    {
      place: `merge:${twin}`,
      title: 'Sammanslagning',
      address: `${own}/merge/${twin}`,
      field: 'Varför',
      value: 'Lades in två gånger',
      type: () => write('Skriv R-12', 'R-12').then(() => write('Varför', 'Lades in två gånger')),
      save: () => write('Skriv R-12', 'R-12').then(() => press('Slå ihop för alltid')),
    },
  ]

  // a third of them, the last too, in every run; all of them in the long one
  const forms = everyForm.filter((_each, nth) => (everyForm.length - 1 - nth) % tries(3, 1) === 0)

  /** Kept with the typing that belongs to no record. */
  const elsewhere: Form = {
    place: 'assign',
    title: '',
    field: 'Skäl',
    value: 'Går på ledighet',
    type: () => write('Skäl', 'Går på ledighet'),
    save: () => press('Spara'),
  }
  for (const { place, address: path = `${own}/do/${place.replace(':', '/')}`, field, value, type } of [
    elsewhere,
    ...forms,
  ])
    await test.step(`after a lock: ${place}`, async () => {
      await at(path)
      await inForm(field).or(page.getByRole('combobox')).first().waitFor()
      await type()
      await expect(inForm(field)).toBeFocused()
      await page.waitForTimeout(350) // a field that is only passed is not remembered
      await page.keyboard.press('Control+l')
      await unlock(page)
      await expect(inForm(field), place).toHaveValue(value)
      await expect(inForm(field), place).toBeFocused()
    })

  await test.step('but what confirms is written anew', async () => {
    await expect(inForm('Skriv R-12')).toHaveValue('')
  })

  const begun = page.getByRole('region', { name: 'Påbörjat' })
  const places = async () => (await ask('draft.list', {})).map(each => each.place).toSorted()
  expect(await places()).toEqual(forms.map(each => each.place).toSorted())

  let left = forms.map(each => each.place)
  for (const { place, title, field, value, save } of forms)
    await test.step(`from Påbörjat to ${place}, which is saved and leaves nothing`, async () => {
      await at('/')
      if (left.length > SHOWN_FIRST) await begun.getByRole('button', { name: /^Visa alla/ }).click()
      await begun.getByRole('button', { name: `Fortsätt: ${title}, Anna Exempel` }).click()
      await expect(inForm(field), place).toHaveValue(value)
      await save()
      left = left.filter(each => each !== place)
      await expect.poll(places, { timeout: 15_000, message: place }).toEqual(left.toSorted())
    })
  await at('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(begun).toHaveCount(0)
})

test('a draft holds only what was changed in it: what another changes meanwhile stands', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId, at, own } = await clientInCare(page, address)
  const dialog = page.getByRole('dialog', { name: 'Ändra uppgifter' })
  const writer = (await ask('user.me', {})).user.id
  const draft = () => ask('draft.get', { clientId, place: 'details', writer })

  await at(`${own}/do/details`)
  await dialog.getByLabel('Namn').fill('Anna Gift')
  await dialog.getByLabel('Varför').fill('Har gift sig')
  await expect.poll(draft).toMatchObject({ content: JSON.stringify({ name: 'Anna Gift', reason: 'Har gift sig' }) })
  await dialog.getByRole('button', { name: 'Stäng' }).last().click()
  await ask('client.changeDetails', { clientId, homeMunicipality: '1881', reason: 'Har flyttat' })
  await page.reload()
  await at(`${own}/do/details`)
  await expect(dialog.getByLabel('Hemkommun')).toHaveValue('Kumla')
  await expect(dialog.getByLabel('Namn')).toHaveValue('Anna Gift')
  await dialog.getByLabel('Namn').fill('Anna Exempel')
  await dialog.getByLabel('Varför').fill('')
  await expect.poll(draft).toBeUndefined() // all as it stood: nothing is begun
  await dialog.getByLabel('Ärendenummer').fill('R-45')
  await dialog.getByLabel('Varför').fill('Nytt ärende')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await ask('client.get', { clientId })).toMatchObject({
    name: 'Anna Exempel',
    homeMunicipality: { code: '1881' },
    caseNumber: 'R-45',
  })
  expect(await draft()).toBeUndefined()
})

test('a dialog has an address but is no step on the way: back leads to the page before the client', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  const { at, own } = await clientInCare(page, address)
  await at('/clients')
  await page.getByRole('link', { name: 'Anna Exempel' }).first().waitFor()
  await at(own)
  await page.getByRole('heading', { level: 1, name: 'Anna Exempel' }).waitFor()
  await page.keyboard.press('Alt+v')
  const dialog = page.getByRole('dialog', { name: 'Vårdkedjan' })
  await dialog.getByRole('button', { name: 'Placering' }).click()
  await expect(page).toHaveURL(new RegExp(`${own}/do/placement$`))
  await expect(page.getByRole('combobox', { name: 'Lagrum' })).toBeFocused()
  await page.getByRole('button', { name: 'Tillbaka till listan' }).click()
  await expect(dialog.getByRole('button').nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`${own}$`))
  await page.goBack()
  await expect(page).toHaveURL(/\/clients$/)
})
