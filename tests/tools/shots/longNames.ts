import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askOn, startHost, TODAY } from '../../support/host.ts'
import { newClient } from '../../support/people.ts'
import { NEW_BINDER } from '../../support/readyToSeal.ts'
import { type Camera, closeDialog, heading, unlock } from './camera.ts'

const LONG_NAME = 'Maria-Alexandra Wilhelmina von Exempelström-Fiktivsson de la Påhittad'
const LONG_UNIT = 'Socialförvaltningens vuxenenhet för missbruk och beroende, öppenvård nordost och landsbygd'
const LONG_GOAL = 'Jag vill kunna vara med på alla föräldramöten, utvecklingssamtal och luciatåg utan att någon undrar'

/** A folder where every name is as long as people, units and goals can be called. */
export async function makeLongNames(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'arton-shots-long-'))
  const host = await startHost({ folder })
  const ask = askOn(host.address)
  await ask('binder.create', { ...NEW_BINDER, unitName: LONG_UNIT, userName: LONG_NAME })
  const { clientId } = await ask('client.add', {
    ...newClient({ name: LONG_NAME, homeMunicipality: '0114' }),
    caseNumber: 'SN-IFO-VUXEN-2026-0000123456',
    coordinator: LONG_NAME,
  })
  const [slot] = await ask('plan.ofClient', { clientId })
  if (slot === undefined) throw new Error('the plan is empty')
  const time = { plannedAt: '09:30', plannedWhere: LONG_UNIT, plannedWith: LONG_NAME }
  await ask('plan.schedule', { clientId, slotId: slot.id, plannedOn: TODAY, ...time })
  await ask('goal.set', {
    clientId,
    words: LONG_GOAL,
    wording: LONG_GOAL,
    area: 'family',
    obstacle: '',
    plan: '',
    levels: ['', '', '', '', ''],
    steps: [],
  })
  await host.stop()
  return folder
}

/** Where long names meet little room. */
export async function shootLongNames({ page, at, shoot }: Camera) {
  await unlock(page, NEW_BINDER.passphrase)
  await heading(page, /^God /)
  await shoot('90-long-today')
  await at('/clients')
  await page.getByRole('table').waitFor()
  await shoot('91-long-clients')
  await page.getByRole('link', { name: LONG_NAME }).first().click()
  await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
  await shoot('92-long-client')
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Lämna över' }).waitFor()
  await shoot('93-long-menu')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Börja träff/ }).click()
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
  await shoot('94-long-session')
  await at('/settings/users')
  await page.getByText('(du)').waitFor()
  await shoot('95-long-users')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Klient, kapitel eller kommando').fill('exempelström')
  await shoot('96-long-find')
  await closeDialog(page)
}
