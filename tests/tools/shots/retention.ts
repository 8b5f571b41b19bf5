import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askOn, startHost } from '../../support/host.ts'
import { newClient, testNumber } from '../../support/people.ts'
import { NEW_BINDER } from '../../support/readyToSeal.ts'
import { type Camera, unlock } from './camera.ts'

/** A folder with a record past its time: nothing in the demo is so old. */
export async function makeOldBinder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'arton-shots-old-'))
  const host = await startHost({ folder, today: '2020-03-03' })
  const ask = askOn(host.address)
  await ask('binder.create', { ...NEW_BINDER, unitName: 'Örebro eftervård', unitKind: 'municipality' })
  await ask('client.add', { ...newClient(), caseNumber: 'IFO 2019:17' })
  await ask('client.add', {
    ...newClient({ name: 'Bo Exempel', number: testNumber('1970-05-15') }),
    caseNumber: 'IFO 2018:4',
  })
  await host.stop()
  return folder
}

/** What has reached its time, the decision about it, and the removal that cannot be undone. */
export async function shootRetention({ page, at, shoot, shootPrint }: Camera) {
  await unlock(page, NEW_BINDER.passphrase)
  await at('/settings/retention')
  await page.getByLabel('Välj IFO 2019:17').check()
  await shoot('84-retention')
  await shootPrint('retention')
  const form = page.getByRole('form', { name: 'Beslut om valda' })
  await form.getByRole('radio', { name: 'Gallras' }).check()
  await form.getByLabel('Skäl').fill('Tiden är ute')
  await shoot('85-retention-decision')
  await form.getByRole('button', { name: 'Besluta' }).click()
  await page.getByRole('button', { name: 'Gallra IFO 2019:17' }).click()
  await page.getByText('Det går inte att ångra.').waitFor()
  await shoot('86-removal')
}
