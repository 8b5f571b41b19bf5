import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { type OpenedElectron, test } from '../support/electronApp.ts'
import { chanceFrom } from '../support/invented.ts'
import { tries } from '../support/longRun.ts'
import { BEGUN, clientToMeet, goToNote, killWhileTyping, noteOn, unlock } from '../support/typing.ts'

/** A new binder with one client, at the note of their first session. */
async function atTheNote({ page, ask }: OpenedElectron): Promise<void> {
  const client = await clientToMeet(ask)
  await page.reload()
  await goToNote(page, client)
}

test('closing the window in the middle of a word loses no letter, and the next start is in the same field', async ({
  openElectron,
}) => {
  const first = await openElectron()
  await atTheNote(first)
  await first.page.keyboard.type('Mitt i ')
  const gone = once(first.app.process(), 'exit')
  await first.app.evaluate(({ BrowserWindow }, letters) => {
    const [window] = BrowserWindow.getAllWindows()
    for (const keyCode of letters) window?.webContents.sendInputEvent({ type: 'char', keyCode })
    window?.close() // in the same breath as the last key
  }, 'ett or')
  await gone

  const second = await openElectron()
  await unlock(second.page)
  await expect(noteOn(second.page)).toBeFocused({ timeout: 20_000 })
  await second.page.keyboard.type('d.')
  await expect(noteOn(second.page)).toHaveValue(`${BEGUN}Mitt i ett ord.`)
})

test('kill -9 of the program during typing loses at most two seconds', async ({ openElectron }) => {
  const kills = tries(2, 60)
  test.setTimeout(60_000 + kills * 80_000)
  let opened = await openElectron()
  await atTheNote(opened)
  const program = {
    page: () => opened.page,
    kill: async () => {
      const gone = once(opened.app.process(), 'exit')
      opened.app.process().kill('SIGKILL')
      await gone
    },
    startAgain: async () => {
      opened = await openElectron()
    },
  }
  await killWhileTyping(program, kills, chanceFrom('kill -9 of Electron'))
})

test('a window whose last words cannot be stored asks before it closes, and stays when asked to', async ({
  openElectron,
}) => {
  test.skip(process.platform !== 'linux', 'a process’s own limit on files can be set from outside on Linux only')
  const opened = await openElectron()
  await atTheNote(opened)
  const { app, page } = opened
  const letWrite = (bytes: number | 'unlimited') =>
    execFileSync('prlimit', [`--pid=${app.process().pid}`, `--fsize=${bytes}:unlimited`])
  letWrite(1)
  await page.keyboard.type('Disken är full.')
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await close()
  const asking = page.getByRole('dialog', { name: 'Det du skrev senast är inte sparat' })
  await asking.getByRole('button', { name: 'Stanna kvar' }).click()
  await expect(noteOn(page)).toHaveValue(`${BEGUN}Disken är full.`)
  letWrite('unlimited')
  await expect(page.getByText(/Sparat \d\d/)).toBeVisible({ timeout: 20_000 })
  const gone = once(app.process(), 'exit')
  await close()
  await gone
})
