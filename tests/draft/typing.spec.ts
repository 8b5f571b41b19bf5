import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askOn, type Host, letIn, startHost } from '../support/host.ts'
import { chanceFrom } from '../support/invented.ts'
import { tries } from '../support/longRun.ts'
import { BEGUN, clientToMeet, goToNote, killWhileTyping, noteOn, unlock } from '../support/typing.ts'

const KILLS = tries(2, 200)

test(`kill -9 of the host during typing loses at most two seconds, ${KILLS} times in a row`, async ({ page }) => {
  test.setTimeout(60_000 + KILLS * 25_000) // some five seconds each on a machine that does nothing else
  page.on('dialog', dialog => void dialog.accept()) // the browser asks before it leaves the page whose host is gone
  let host = await startHost()
  const { folder } = host
  try {
    const client = await clientToMeet(askOn(host.address))
    await letIn(page.context(), host.address)
    await page.goto(host.address)
    await goToNote(page, client)
    const program = {
      page: () => page,
      kill: async () => {
        const gone = once(host.process, 'exit')
        host.process.kill('SIGKILL')
        await gone
      },
      startAgain: async () => {
        host = await startHost({ folder })
        await page.goto(host.address)
      },
    }
    await killWhileTyping(program, KILLS, chanceFrom('kill -9'))
  } finally {
    await host.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/** Puts text in the note and does something in the very same breath, before any timer. */
function inOneBreath(page: Page, text: string, then: 'leave' | 'blur') {
  return noteOn(page).evaluate(
    (field, [words, what]) => {
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
      set?.call(field, words)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      if (what === 'leave') window.location.assign('about:blank')
      else window.dispatchEvent(new Event('blur'))
    },
    [text, then] as const,
  )
}

test('what was typed in the moment the window loses the focus, or the page goes, is stored', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  const ask = askOn(address)
  const client = await clientToMeet(ask)
  const stored = async () => (await ask('draft.get', client.draft))?.content
  await page.goto(address)
  await goToNote(page, client)
  await page.clock.install() // from here no timer runs: what is stored is stored by the event itself
  await inOneBreath(page, 'Fönstret lämnades här.', 'blur')
  await expect.poll(stored).toContain('Fönstret lämnades här.')
  await inOneBreath(page, 'Och sidan här.', 'leave')
  await expect.poll(stored).toContain('Och sidan här.')
})

test('a text too long to be sent while the page goes holds the page until it is stored', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  const ask = askOn(address)
  const client = await clientToMeet(ask)
  await page.goto(address)
  await goToNote(page, client)
  await page.keyboard.type('En')
  const asked = page.waitForEvent('dialog')
  const leaving = inOneBreath(page, 'ord '.repeat(5_000), 'leave') // stands still while the browser asks
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  await expect.poll(async () => (await ask('draft.get', client.draft))?.content.length).toBeGreaterThan(20_000)
})

test('after a lock one is in the same field, at the end of the text', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await goToNote(page, await reloaded(page, address))
  await page.keyboard.type('Mitt i en mening ')
  await page.keyboard.press('Home') // where the eye went does not matter, where the text ends does
  await page.keyboard.press('Control+l')
  await unlock(page)
  await expect(noteOn(page)).toBeFocused()
  await page.keyboard.type('och vidare.')
  await expect(noteOn(page)).toHaveValue(`${BEGUN}Mitt i en mening och vidare.`)
})

/** A client to meet, in a binder that the page has seen opened. */
async function reloaded(page: Page, address: string) {
  const client = await clientToMeet(askOn(address))
  await page.goto(address)
  return client
}

test('what is begun stands under Idag, is taken away with one click and brought back with another', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await goToNote(page, await reloaded(page, address))
  await page.keyboard.type('Påbörjad.')
  await page.getByRole('link', { name: 'Idag' }).click()
  const begun = page.getByRole('region', { name: 'Påbörjat' })
  await expect(begun).toContainText(/Anna Exempel\s*Träff 1, sparat/)
  await begun.getByRole('button', { name: 'Ta bort utkastet: Träff 1, Anna Exempel' }).click()
  await expect(begun).toBeHidden()
  await page.getByRole('button', { name: 'Ångra' }).click()
  await begun.getByRole('button', { name: 'Fortsätt: Träff 1, Anna Exempel' }).click()
  await expect(noteOn(page)).toHaveValue(`${BEGUN}Påbörjad.`)
})

/** Lets the host write no file beyond so many bytes, as a full disk does; without a number, whatever it likes. */
function letWrite(host: Host, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${host.process.pid}`, `--fsize=${bytes}:unlimited`])
}

test('where the disk takes nothing more one is told, the text stays, and it is stored as soon as there is room', async ({
  page,
}) => {
  test.skip(process.platform !== 'linux', 'a process’s own limit on files can be set from outside on Linux only')
  const host = await startHost()
  try {
    const ask = askOn(host.address)
    const client = await clientToMeet(ask)
    await letIn(page.context(), host.address)
    await page.goto(host.address)
    await goToNote(page, client)
    await page.keyboard.type('Före. ')
    await expect.poll(async () => (await ask('draft.get', client.draft))?.content).toContain('Före. ')
    letWrite(host, 1)
    await page.keyboard.type('Medan disken är full. ')
    await expect(page.getByRole('alert')).toContainText('sparas inte just nu')
    await page.keyboard.type('Och lite till.')
    await expect(noteOn(page)).toHaveValue(`${BEGUN}Före. Medan disken är full. Och lite till.`)
    expect((await ask('draft.get', client.draft))?.content).not.toContain('Medan')
    letWrite(host, 'unlimited')
    await expect(page.getByRole('alert')).toBeHidden({ timeout: 20_000 })
    expect((await ask('draft.get', client.draft))?.content).toContain('Medan disken är full. Och lite till.')
  } finally {
    await host.remove()
  }
})
