import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from '../support/app.ts'
import { MANUAL } from '../support/core.ts'
import { askHost } from '../support/host.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'

test('the manual is searched, a hit opens at its step, and the step leads to its worksheet', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  await page.goto(`${address}#/manual`)
  await page.getByLabel('Sök i manualen').fill('riskkartan')
  const hits = page.getByRole('region', { name: 'Träffar i manualen' })
  await expect(hits.locator('mark').first()).toHaveText(/riskkartan/i)
  await hits.getByRole('link', { name: /Tacka nej – Riskkartan/ }).click()
  const step = page.getByRole('heading', { level: 2, name: /^Riskkartan/ })
  await expect(step).toBeInViewport()
  await page.getByRole('link', { name: 'Riskkarta', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Riskkarta' })).toBeVisible()
})

test('a client sheet is saved as PDF in two actions, and bears no name', async ({ openApp }) => {
  const { page, address, saved } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  await page.goto(`${address}#/manual/chapter/9`)
  const { name, path } = await saved(() => page.getByRole('button', { name: 'Klientblad' }).click())
  expect(name).toBe('klientblad-09.pdf')
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page.getByText('klientblad-09.pdf är sparad.')).toBeVisible()
})

test('a content pack is taken in from its folder, and a broken one is refused by file and line', async ({
  openApp,
}) => {
  const pack = await mkdtemp(join(tmpdir(), 'arton-pack-'))
  try {
    await cp(MANUAL, pack, { recursive: true })
    const about = join(pack, 'manual.yaml')
    await writeFile(
      about,
      (await readFile(about, 'utf8'))
        .replace(/^id: .*$/m, 'id: clinicManual')
        .replace(/^title: .*$/m, 'title: Klinikens manual'),
    )
    const chapter = join(pack, '09-refusal.md')
    const good = await readFile(chapter, 'utf8')
    await writeFile(chapter, good.replace('minutes: 60', 'minutes: 61'))

    const { page, address } = await openApp({ shown: false })
    await askHost(address, 'binder.create', NEW_BINDER)
    await page.goto(`${address}#/settings/manual`)
    const folder = page.getByLabel('Mapp med innehållspaket')
    await folder.setInputFiles(pack)
    const faults = page.getByRole('alert', { name: 'Fel i paketet' })
    await expect(faults).toContainText('Inget har ändrats.')
    await expect(faults).toContainText('09-refusal.md, rad 6')

    await writeFile(chapter, good)
    await folder.setInputFiles(pack)
    await expect(page.getByText('Paketet är inläst och används.')).toBeVisible()
    await page.getByRole('link', { name: 'Manualen', exact: true }).click()
    await expect(page.getByText(/^Klinikens manual, version/)).toBeVisible()
    await page.getByRole('link', { name: 'Inställningar' }).click()
    await page.getByRole('link', { name: /^Manualen Vilken manual/ }).click()
    await page.getByRole('button', { name: 'Använd den här' }).click()
    await page.getByRole('link', { name: 'Manualen', exact: true }).click()
    await expect(page.getByText(/^CRA i 18 sessioner, anpassat för vårdkedjan, version/)).toBeVisible()
  } finally {
    await rm(pack, { recursive: true, force: true })
  }
})
