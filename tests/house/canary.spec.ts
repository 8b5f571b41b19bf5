import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Input, Method, Output, Reply } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { type OpenedApp, test } from '../support/app.ts'
import { filesWith } from '../support/canary.ts'
import { AFTERCARE, COVER, EVERY_PART, newClient, newGoal, testNumber } from '../support/people.ts'
import { createBinder, PASSPHRASE } from '../support/steps.ts'

const NUMBER = testNumber('1985-03-12', 983)

/** Words about people, each said nowhere else: stored in the binder, and found nowhere outside its encryption. */
const ABOUT = {
  name: 'Kanariefågel Zebraskog',
  caseNumber: 'ZEBRA-2026-77',
  note: 'Notväxlaren sjöng i gruvan',
  halfWritten: 'Halvskriven koltrast på väg mot',
  goal: 'Måltrasten vill ha en brygga',
  sheet: 'Bladmesen räknade till nio',
  disagreement: 'Siskan säger att det inte var så',
  consent: 'Ugglan vid Hjälmaren',
  cover: 'Läget är att orren spelar',
  user: 'Userlärkan Exempel',
}
/** As a personal identity number is written, typed and printed. */
const NUMBERS = [
  NUMBER,
  NUMBER.slice(2),
  `${NUMBER.slice(0, 8)}-${NUMBER.slice(8)}`,
  `${NUMBER.slice(2, 8)}-${NUMBER.slice(8)}`,
]
const WRONG = 'Kråkan bor inte i den eken'
const SECRETS = [PASSPHRASE, WRONG]
const words = (extra: readonly string[] = []) => {
  const all = [
    ...Object.values(ABOUT),
    ...Object.values(ABOUT).map(each => each.split(' ')[0] ?? ''),
    ...NUMBERS,
    ...SECRETS,
    ...extra,
  ]
  return [...new Set(all.flatMap(each => [each, each.normalize('NFD')]))]
}

/** Asks the core as the page does, in Electron and in a browser. */
async function call(page: Page, method: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    async ([name, given]) => {
      if (window.core !== undefined) return window.core.call(name as string, given)
      const headers = { authorization: `Bearer ${localStorage.getItem('page-key')}` }
      return (await fetch(`/core/${name}`, { method: 'POST', headers, body: JSON.stringify(given) })).json()
    },
    [method, input] as const,
  )
}

async function ask<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await call(page, method, input)
  if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
  return reply.value as Output<M>
}

/** The program's processes: itself, and in Electron those it has started. */
function processesOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter(each => /^\d+$/.test(each))
    .flatMap(each => {
      try {
        return [
          { pid: Number(each), parent: Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${each}/stat`, 'utf8'))?.[1]) },
        ]
      } catch {
        return [] // gone meanwhile
      }
    })
  const under = (of: number): number[] => [
    of,
    ...parents.filter(each => each.parent === of).flatMap(each => under(each.pid)),
  ]
  return under(pid)
}

/** Where one of the words is seen from outside: on the disk, in what is printed, among the processes, in a title. */
async function seenOutside({ page, folder, told, pid }: OpenedApp, extra: readonly string[]): Promise<string[]> {
  const all = words(extra)
  const holds = (text: string | Buffer) => all.some(each => text.includes(each))
  const found = (await filesWith(folder, all)).map(each => `the file ${each}`)
  for (const each of readdirSync(folder, { recursive: true })) if (holds(String(each))) found.push(`the name ${each}`)
  if (holds(told())) found.push('what the program printed')
  if (process.platform === 'linux')
    for (const each of processesOf(pid))
      for (const about of ['cmdline', 'environ'])
        if (holds(readIfThere(`/proc/${each}/${about}`))) found.push(`${about} of ${each}`)
  const shown = await page.evaluate(() => [
    document.title,
    location.href,
    JSON.stringify({ ...localStorage, ...sessionStorage }),
  ])
  if (holds(shown.join('\n'))) found.push('title, address or storage of the page')
  if (shown[0] !== 'Arton') found.push(`the title ${shown[0]}`)
  return found
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function comeIn(page: Page) {
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
}

/** The note of a session that is under way. */
async function openNote(page: Page, path: string): Promise<Locator> {
  await page.evaluate(hash => window.location.assign(`#${hash}`), path)
  const note = page.getByLabel('Anteckning', { exact: true })
  const finish = page.getByRole('button', { name: /^Avsluta Ctrl/ })
  await note.or(finish).first().waitFor()
  if (!(await note.isVisible())) await finish.click()
  return note
}

/** A client with something of every kind that is written about one. */
async function everythingWritten(page: Page): Promise<{ clientId: string; slotId: string }> {
  const { clientId } = await ask(page, 'client.add', {
    ...newClient({ name: ABOUT.name, number: NUMBER }),
    caseNumber: ABOUT.caseNumber,
  })
  const [first, second] = await ask(page, 'plan.ofClient', { clientId })
  await ask(page, 'session.record', {
    clientId,
    slotId: first?.id ?? '',
    outcome: 'held',
    on: '2026-11-20',
    minutes: 55,
    setting: 'locked',
    ...NOTHING_TICKED,
    note: ABOUT.note,
  })
  const [signed] = await ask(page, 'session.ofClient', { clientId })
  const about = { kind: 'session', id: signed?.id ?? '' } as const
  await ask(page, 'remark.add', { clientId, about, kind: 'disagreement', words: ABOUT.disagreement, on: '2026-11-21' })
  await ask(page, 'goal.set', newGoal(clientId, { words: ABOUT.goal }))
  await ask(page, 'worksheet.answer', {
    clientId,
    formId: 'satisfactionScale',
    answeredOn: '2026-11-21',
    answers: { areas: { housing: 4 }, comment: ABOUT.sheet },
  })
  await ask(page, 'consent.give', {
    clientId,
    kind: 'waiver',
    receiver: AFTERCARE.name,
    parts: EVERY_PART,
    manner: 'orally',
    witness: ABOUT.consent,
    validUntil: '2026-12-21',
  })
  return { clientId, slotId: second?.id ?? '' }
}

test('no word about anyone, and no secret, reaches a file, a log, a title, a file name or the process list – not in a crash either', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const app = await openApp({ asProcess: true })
  const { page, folder, saved } = app
  app.forgive(/./) // the faults below are made on purpose
  const secrets: string[] = []
  await createBinder(page, {
    unitName: 'Runnagården',
    unitKind: 'LVM-hem',
    userName: ABOUT.user,
    onSheet: async () => {
      const sheet = await page.getByRole('list', { name: 'Återställningsord' }).getByRole('listitem').allInnerTexts()
      secrets.push(sheet.join(' '), sheet.slice(0, 3).join(' '))
    },
  })
  await page.getByRole('heading', { level: 1, name: /^God / }).waitFor()
  const { clientId, slotId } = await everythingWritten(page)
  secrets.push((await ask(page, 'user.add', { name: 'Kim Kollega', roles: ['therapist'] })).words)

  await test.step('while someone looks for the client, opens the page and types', async () => {
    await page.reload()
    await page.evaluate(() => window.location.assign('#/clients'))
    await page.getByRole('textbox', { name: /^Sök på namn/ }).fill(ABOUT.name)
    await page.getByRole('link', { name: ABOUT.name }).click()
    await page.getByRole('heading', { level: 1, name: ABOUT.name }).waitFor()
    await (await openNote(page, `/client/${clientId}/session/${slotId}`)).fill(ABOUT.halfWritten)
    await expect(page.getByRole('status').filter({ hasText: 'Sparat' })).toBeVisible()
    expect(await seenOutside(app, secrets)).toEqual([])
  })

  await test.step('in the names of what is saved, though the words are in the extract', async () => {
    await page.evaluate(path => window.location.assign(`#${path}`), `/client/${clientId}`)
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Registerutdrag' }).click()
    const json = await saved(() => page.getByRole('button', { name: /JSON/ }).click())
    expect(json.name).toMatch(/^registerutdrag-[0-9a-f]{8}\.json$/)
    const extract = await readFile(json.path, 'utf8')
    for (const each of [...Object.values(ABOUT).filter(word => word !== ABOUT.cover), NUMBER])
      expect(extract).toContain(each)
    const bytes = await readFile(await sealed(app, clientId))
    expect(words(secrets).filter(each => bytes.includes(each))).toEqual([])
    expect(await seenOutside(app, secrets)).toEqual([])
  })

  await test.step('in refusals and in faults of the machine', async () => {
    for (const [method, input] of [
      [`client.add ${ABOUT.name}`, {}],
      ['client.add', { name: ABOUT.name, number: NUMBER }],
      ['client.list', { words: ABOUT.name.repeat(5_000) }],
      ['user.changePassphrase', { current: WRONG, next: WRONG }],
    ] as const)
      expect(await call(page, method, input)).toMatchObject({ ok: false })
    await page.evaluate(
      name =>
        void window.setTimeout(() => {
          throw new Error(name)
        }),
      ABOUT.name,
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await page.getByLabel('Lösenfras', { exact: true }).fill(WRONG)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    const ring = join(folder, readdirSync(folder).includes('binder') ? 'binder' : '', 'keyring.json')
    renameSync(ring, `${ring}.away`)
    mkdirSync(ring)
    expect(await call(page, 'user.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      refusal: { code: 'unexpected' },
    })
    rmSync(ring, { recursive: true })
    renameSync(`${ring}.away`, ring)
    expect(await seenOutside(app, secrets)).toEqual([])
  })

  await test.step('when the program is killed while someone types', async () => {
    await comeIn(page)
    await (await openNote(page, `/client/${clientId}/session/${slotId}`)).fill(`${ABOUT.halfWritten} söder`)
    await page.waitForTimeout(600)
    process.kill(app.pid, 'SIGKILL')
    await expect
      .poll(() => readIfThere(`/proc/${app.pid}/stat`) === '' || /\) Z /.test(readIfThere(`/proc/${app.pid}/stat`)))
      .toBe(true)
    const all = words(secrets)
    expect(await filesWith(folder, all)).toEqual([])
    expect(all.filter(each => app.told().includes(each))).toEqual([])
  })

  await test.step('and the next time the words are there, inside', async () => {
    const again = await openApp({ folder, asProcess: true })
    again.forgive(/./)
    await comeIn(again.page)
    const note = await openNote(again.page, `/client/${clientId}/session/${slotId}`)
    await expect(note).toHaveValue(new RegExp(`^${ABOUT.halfWritten}`))
    expect(await seenOutside(again, secrets)).toEqual([])
  })
})

/** The path of the handover, sealed and saved as the user does it. */
async function sealed({ page, saved }: OpenedApp, clientId: string): Promise<string> {
  const file = await saved(async () => {
    await page.keyboard.press('Escape')
    await page.evaluate(path => window.location.assign(`#${path}`), `/client/${clientId}/handover`)
    await page.getByRole('button', { name: /^Använd samtycket till/ }).click()
    await page.getByLabel('Läget').fill(ABOUT.cover)
    await page.getByLabel('Nästa steg').fill(COVER.next)
    await page.getByText('Ingen tid bokad').click()
    await page.getByLabel('Varför ingen tid är bokad').fill('De ringer')
    await page.getByRole('button', { name: 'Försegla' }).click()
  })
  expect(file.name).toMatch(/^overlamning-[0-9a-f]{8}\.arton$/)
  return file.path
}
