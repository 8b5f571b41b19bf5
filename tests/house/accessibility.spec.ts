import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { inSweden } from '../../main/calendar/swedishTime.ts'
import type { Input } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { keyOf, pastTheApp } from '../support/pastTheApp.ts'
import { newClient, newGoal } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { createBinder, sayMinutes } from '../support/steps.ts'

/** Also looked at in dark. What colours do is counted pair by pair in ui/contrast.test.ts; this shows that the screens use them. */
const ALSO_IN_DARK = [
  'create',
  'sheet',
  'unlock',
  'today',
  'outcome',
  'client',
  'session',
  'split',
  'sign',
  'scale',
  'scaleHistory',
  'goals',
  'consent',
  'withdrawConsent',
  'remark',
  'twoTexts',
  'handover',
  'chapter',
  'page',
  'find',
  'users',
  'register',
  'retention',
  'removal',
  'review',
]

/**
 * Has axe look at what the page shows, under a name, and remembers its faults by name. The scheme is changed as the
 * system changes it. An open list floats outside the landmarks, and its own keys scroll it: two rules are asked with
 * every list closed.
 */
async function axeOn(page: Page) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const faults: Record<string, string[]> = {}
  async function lookIn(colorScheme: 'dark' | 'light', listOpen: boolean): Promise<string[]> {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    // all in one script: the page has no frames, for which axe otherwise opens a window to gather what each has seen
    const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    if (listOpen) builder.disableRules(['region', 'scrollable-region-focusable'])
    const { violations } = await builder.analyze()
    const where = (each: (typeof violations)[number]) => each.nodes.map(node => node.target.join(' ')).join(' | ')
    return violations.map(each => `${each.id}, ${colorScheme}: ${where(each)}`)
  }
  return {
    faults,
    async look(name: string, listOpen = false): Promise<void> {
      await page.waitForTimeout(200)
      const dark = ALSO_IN_DARK.includes(name) ? await lookIn('dark', listOpen) : []
      const found = [...dark, ...(await lookIn('light', listOpen))]
      if (found.length > 0) faults[name] = found
    },
  }
}

test('no screen has a fault that axe can see', async ({ openApp }) => {
  test.setTimeout(300_000)
  const { page, address } = await openApp()
  const { look, faults } = await axeOn(page)
  await page.getByLabel('Enhetens namn').waitFor()
  await look('create')
  const ask = askOn(address)
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient())
  const twin = await ask('client.add', newClient({ number: '', caseNumber: 'R-12' }))
  const [first, second, third] = await ask('plan.ofClient', { clientId })
  const held: Input<'session.record'> = {
    clientId,
    slotId: first?.id ?? '',
    outcome: 'held',
    on: '2026-11-20',
    minutes: 55,
    setting: 'locked',
    ...NOTHING_TICKED,
    present: ['contactPerson'],
    steps: [{ step: 'checkIn', minutes: 6, done: true }],
    importance: 8,
    takesAlong: 'Att det har ett slut.',
    procedures: [{ code: 'P01', extent: 'part', rolePlays: 1 }],
    homeworkGiven: [{ what: 'Skriv tre saker', when: 'i kväll', where: '', withWhom: '' }],
    worksheets: [{ formId: 'satisfactionScale', answers: { areas: { housing: 2, work: 4 } } }],
    craving: 3,
    changeTalk: 'Jag vill hem.',
    note: 'Lugnt.',
  }
  await ask('session.record', held)
  await ask('worksheet.answer', {
    clientId,
    formId: 'satisfactionScale',
    answeredOn: '2026-11-21',
    answers: { areas: { housing: 5 }, areaWords: { housing: 'Eget kontrakt' } },
  })
  await ask('plan.schedule', { clientId, slotId: second?.id ?? '', plannedOn: '2026-11-19' })
  await ask('plan.schedule', { clientId, slotId: third?.id ?? '', plannedOn: '2026-11-21', plannedAt: '13:30' })
  const goal = await ask('goal.set', newGoal(clientId, { words: 'Ett eget hem', steps: [{ what: 'Ringa', who: '' }] }))
  const reached = await ask('goal.set', newGoal(clientId, { words: 'En katt' }))
  await ask('goal.setStatus', {
    clientId,
    goalId: reached.id,
    status: 'reached',
    on: '2026-11-21',
    whatHelped: 'Grannen',
  })
  const [signed] = await ask('session.ofClient', { clientId })
  const note = { clientId, about: { kind: 'session', id: signed?.id ?? '' } } as const
  await ask('remark.add', { ...note, kind: 'addition', words: 'Det var på en onsdag.' })
  await ask('remark.add', { ...note, kind: 'disagreement', words: 'Jag var rädd.', on: '2026-11-20' })
  await ask('remark.add', { ...note, kind: 'informed', on: '2026-11-21' })
  const consent = await ask('consent.give', {
    clientId,
    kind: 'waiver',
    receiver: 'Örebro kommun',
    parts: ['goals'],
    manner: 'inWriting',
    witness: '',
    validUntil: '2026-12-31',
  })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await look('today')
  await page.getByRole('button', { name: 'Erbjuden – uteblev' }).click()
  await page.getByRole('dialog').waitFor()
  await look('outcome', true)
  await page.keyboard.press('Escape')
  const screens = {
    clients: '/clients',
    newClient: '/clients/new',
    client: `/client/${clientId}`,
    record: `/client/${clientId}/session/${first?.id}`,
    session: `/client/${clientId}/session/${third?.id}`,
    scale: `/client/${clientId}/form/satisfactionScale`,
    riskMap: `/client/${clientId}/form/riskMap`,
    scaleHistory: `/client/${clientId}/form/satisfactionScale/history`,
    scaleCompare: `/client/${clientId}/form/satisfactionScale/compare`,
    sheets: `/client/${clientId}/forms`,
    goalForm: `/client/${clientId}/goals/reword/${goal.id}`,
    goalReview: `/client/${clientId}/goals/review/${goal.id}`,
    goals: `/client/${clientId}/goals`,
    consents: `/client/${clientId}/consents`,
    newConsent: `/client/${clientId}/consents/new`,
    consent: `/client/${clientId}/consents/${consent.id}`,
    history: `/client/${clientId}/history`,
    mergeChoice: `/client/${clientId}/merge`,
    merge: `/client/${clientId}/merge/${twin.clientId}`,
    handover: `/client/${clientId}/handover`,
    handovers: '/handovers',
    receive: '/handovers/receive',
    manual: '/manual',
    chapter: '/manual/chapter/9',
    page: '/manual/page/introduction',
    form: '/manual/form/emergencyPlan',
    settings: '/settings',
    users: '/settings/users',
    passphrase: '/settings/passphrase',
    locking: '/settings/locking',
    lists: '/settings/lists',
    numbers: '/settings/emergency-numbers',
    recovery: '/settings/recovery',
    manualSettings: '/settings/manual',
  }
  for (const [name, path] of Object.entries(screens)) {
    await page.evaluate(hash => window.location.assign(`#${hash}`), path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(name, name === 'handover' || name === 'newConsent')
  }
  const outcomeFirst = `#/client/${clientId}/do/plan/${second?.id}`
  await page.evaluate(hash => window.location.assign(hash), outcomeFirst)
  await page.getByRole('button', { name: 'Anteckna utfallet' }).waitFor()
  await look('outcomeFirst')
  await page.keyboard.press('Escape')
  for (const item of ['Ändra uppgifter', 'Avliden']) {
    await page.evaluate(hash => window.location.assign(`#${hash}`), screens.client)
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByLabel(/^(Varför|Källa)/).focus() // closes the calendar, which is not ours
    await look(item)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.evaluate(hash => window.location.assign(`#${hash}`), screens.record)
  await page.getByLabel('Ändra sekretess').first().waitFor()
  await look('secrecy')
  await page.getByRole('button', { name: 'Klienten ser det annorlunda' }).first().click()
  await page.getByLabel('Med klientens egna ord').waitFor()
  await look('remark')
  await page.evaluate(hash => window.location.assign(`#${hash}`), `${screens.consent}/withdraw`)
  await page.getByRole('dialog').waitFor()
  await look('withdrawConsent')
  await page.evaluate(hash => window.location.assign(`#${hash}`), screens.goals)
  for (const each of await page.getByText('Historik').all()) await each.click()
  await look('goalHistory')
  await page.getByRole('button', { name: 'Målet är nått' }).click()
  await page.getByRole('dialog').waitFor()
  await look('goalReached')
  await page.keyboard.press('Escape')
  await page.evaluate(hash => window.location.assign(`#${hash}`), screens.session)
  await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
  await look('finish')
  const draft = { clientId, place: `session:${third?.id}`, writer: (await ask('user.me', {})).user.id }
  const byAnother = { ...draft, content: '{"note":"Skrivet i ett annat fönster"}' }
  const id = crypto.randomUUID()
  await ask('draft.setAside', { ...byAnother, id })
  await page.evaluate(() => window.dispatchEvent(new Event('focus'))) // the page looks who else is here
  await page.getByRole('button', { name: 'Tidigare texter' }).click()
  await page.getByRole('button', { name: 'Hämta tillbaka' }).waitFor()
  await look('earlierTexts')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.route('**/core/draft.watch', route =>
    route.fulfill({ json: { ok: false, refusal: { code: 'unexpected' } } }),
  )
  await ask('draft.save', { ...byAnother, window: crypto.randomUUID(), basedOn: 0, attempt: 1, takeOver: id })
  await page.getByLabel('Anteckning', { exact: true }).fill('Skrivet här')
  await page.getByText('Här finns två texter').waitFor()
  await look('twoTexts')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Klient, kapitel eller kommando').fill('an')
  await look('find')
  expect(faults).toEqual({})
})
test('nothing at the door and among the users has a fault that axe can see', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page } = await openApp()
  const { look, faults } = await axeOn(page)
  const field = page.getByLabel('Lösenfras', { exact: true })
  await createBinder(page, {
    unitName: 'Runnagården',
    unitKind: 'LVM-hem',
    userName: 'Berit Exempel',
    onSheet: () => look('sheet'),
    onWriteBack: () => look('writeBack'),
  })
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
  await page.evaluate(() => window.location.assign('#/settings/users'))
  await page.getByRole('button', { name: 'Ny användare' }).click()
  await look('newUser')
  await page.getByLabel('Namn', { exact: true }).fill('Sara Exempel')
  await page.getByRole('button', { name: 'Lägg till användaren' }).click()
  await page.getByRole('button', { name: 'Orden är lämnade' }).waitFor()
  await look('givenWords')
  const words = await page.locator('.given-words').textContent()
  await page.getByRole('button', { name: 'Orden är lämnade' }).click()
  await page.getByRole('button', { name: 'Mer om Sara Exempel' }).click()
  await page.getByRole('menuitem', { name: 'Stäng av' }).click()
  await look('disable')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+l')
  await field.waitFor()
  await look('unlock')
  await field.fill(words ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Välkommen/ }).waitFor()
  await look('choosePassphrase')
  await page.reload()
  for (const _ of [1, 2, 3]) {
    await field.fill('fel lösenfras här')
    const heard = page.waitForResponse('**/core/user.unlock')
    await page.keyboard.press('Enter')
    await heard
  }
  await page.getByText(/^Nästa försök om/).waitFor()
  await look('wait')
  expect(faults).toEqual({})
})
test('nothing that opens over a session has a fault that axe can see', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await askOn(address)('client.add', newClient())
  const slot = (await askOn(address)('plan.ofClient', { clientId })).find(each => each.number === 9)
  await page.goto(`${address}#/client/${clientId}/session/${slot?.id}`)
  await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
  await sayMinutes(page)
  await page.getByRole('heading', { level: 1 }).click() // a key for help is a sign in a field
  const { look, faults } = await axeOn(page)
  const dialogs = { shortcuts: 'Shift+?', procedure: 'Alt+p', chapter: 'Alt+k', sign: 'Control+Enter' }
  for (const [name, key] of Object.entries(dialogs)) {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await look(name, true)
    if (name === 'procedure' || name === 'chapter') await page.keyboard.press('Escape') // its list first
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.keyboard.press('Alt+b')
  await page.getByLabel('Tid för resten').focus()
  await look('split')
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await look('menu', true)
  await page.getByRole('menuitem', { name: 'Ta träff 16 nu' }).click()
  await page.getByRole('dialog').waitFor()
  await look('lapse')
  expect(faults).toEqual({})
})

test('the training register has no fault that axe can see', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page, address } = await openApp({ shown: false })
  const ask = askOn(address)
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient({ number: '', caseNumber: 'Ä 7-26' }))
  const [slot] = await ask('plan.ofClient', { clientId })
  const notOffered = { outcome: 'notOffered', reasonCode: 'noTrainedStaff', on: '2026-11-20', note: '' } as const
  await ask('session.record', { clientId, slotId: slot?.id ?? '', ...notOffered })
  const userId = (await ask('user.me', {})).user.id
  await page.goto(address)
  const { look, faults } = await axeOn(page)
  const at = (path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)
  await at('/settings/training')
  await page.getByRole('heading', { level: 1, name: 'Min utbildning' }).waitFor()
  await look('ownEmpty')
  await ask('user.setRoles', { userId, roles: ['therapist', 'administrator', 'supervisor'] })
  const kim = await ask('user.add', { name: 'Kim Kollega', roles: ['therapist'] })
  const shared = { method: 'craBasic', givenBy: '', level: '', fromOn: '2019-03-14' } as const
  await ask('training.add', { userId, content: { kind: 'method', state: 'completed', ...shared } })
  await ask('training.add', {
    userId: kim.userId,
    content: { kind: 'certification', procedure: 'P09', on: '2026-05-07', by: 'Berit Exempel', judged: 'Rollspel.' },
  })
  await page.reload()
  await page.getByRole('button', { name: 'Visa träffarna' }).click()
  await page.getByRole('cell', { name: 'Ä 7-26' }).waitFor()
  await look('register')
  await page.getByRole('link', { name: 'Kim Kollega' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Kim Kollega' }).waitFor()
  await page.getByText(/^Historik/).click()
  await look('person')
  for (const button of ['Lägg till metod', 'Lägg till utbildning', 'Certifiera P10 Tacka nej']) {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: 'Spara' }).click()
    await look(button)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: 'Mer om P09 Problemlösning' }).click()
  await look('menu', true)
  await page.getByRole('menuitem', { name: 'Ta tillbaka' }).click()
  await page.getByRole('dialog').waitFor()
  await look('takeBack')
  expect(faults).toEqual({})
})

test('nothing about another’s client, an extract, Gallring or whose clients they are has a fault that axe can see', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const then = await openApp({ today: '2020-03-03' })
  const ask = askOn(then.address)
  await askHost(then.address, 'binder.create', { ...NEW_BINDER, unitKind: 'municipality' })
  await ask('user.add', { name: 'Kim Kollega', roles: ['therapist'] })
  const kim = (await ask('user.colleagues', {})).find(each => each.name === 'Kim Kollega')
  const own = await ask('client.add', { ...newClient(), caseNumber: 'IFO 17' })
  const theirs = await ask('client.add', {
    ...newClient({ name: 'Bo Exempel', number: '' }),
    ...(kim && { therapistId: kim.id }),
  })
  await then.close()
  const { page } = await openApp({ folder: then.folder })
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
  const { look, faults } = await axeOn(page)
  const at = (path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)
  const dialog = page.getByRole('dialog')
  await at('/settings/assignments')
  await page.getByRole('row').nth(2).waitFor()
  await look('assignments')
  await page
    .getByRole('button', { name: /^Byt behandlare för/ })
    .first()
    .click()
  await dialog.waitFor()
  await look('assign', true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await at('/settings/retention')
  await page.getByLabel('Välj IFO 17').check()
  const form = page.getByRole('form', { name: 'Beslut om valda' })
  await form.getByRole('button', { name: 'Besluta' }).click()
  await form.getByText('Välj.', { exact: true }).waitFor()
  await look('retention')
  await form.getByRole('radio', { name: 'Gallras' }).check()
  await form.getByLabel('Skäl').fill('Tiden är ute')
  await form.getByRole('button', { name: 'Besluta' }).click()
  await page.getByRole('region', { name: 'Protokoll' }).waitFor()
  await page.getByRole('button', { name: 'Gallra IFO 17' }).click()
  await page.getByText('Det går inte att ångra.').waitFor()
  await look('removal')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await at(`/client/${own.clientId}`)
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Registerutdrag' }).click()
  await dialog.waitFor()
  await look('extract')
  await page.keyboard.press('Escape')
  await at(`/client/${theirs.clientId}`)
  await page.getByLabel('Skäl').waitFor()
  await look('closedDoor')
  await page.getByLabel('Skäl').fill('Jour: klienten ringde akut')
  await page.getByRole('button', { name: 'Öppna för läsning' }).click()
  await page.getByText(/^Öppnad med nödåtkomst/).waitFor()
  await look('brokenGlass')
  expect(faults).toEqual({})
})

test('the pages of the access log have no fault that axe can see', async ({ openApp }) => {
  test.setTimeout(120_000)
  const today = inSweden(new Date().toISOString()).day // the log bears the real time
  const { page, address, folder } = await openApp({ today, shown: false })
  const ask = askOn(address)
  await askHost(address, 'binder.create', NEW_BINDER)
  await ask('client.add', newClient())
  await askHost(address, 'user.lock', {})
  pastTheApp(folder, await keyOf(folder, PASSPHRASE), ({ $client }) =>
    $client.exec("UPDATE access_log SET detail = 'x' WHERE method = 'client.add'"),
  )
  await ask('user.unlock', { passphrase: PASSPHRASE })
  await page.goto(address)
  const { look, faults } = await axeOn(page)
  const at = (path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)
  await at('/settings/log-review')
  await page.getByLabel('Vad har hänt, och vad är gjort?').waitFor()
  await look('logReview')
  await page.getByRole('button', { name: 'Börja uppföljningen' }).click()
  await page.getByRole('dialog').waitFor()
  await look('beginReview')
  await page.getByRole('button', { name: 'Börja', exact: true }).click()
  await page.getByRole('button', { name: 'Fråga användaren' }).first().click()
  await look('review')
  await page
    .getByRole('button', { name: /^Visa / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
  await look('entries')
  await page.keyboard.press('Escape')
  await at('/settings/log-extract')
  await page.getByRole('row').nth(1).waitFor()
  await look('logExtract')
  expect(faults).toEqual({})
})
