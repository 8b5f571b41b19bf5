import { describe, expect, test } from 'vitest'
import { rowsByTable, wordsBehindIds } from '../../db/clientTables.ts'
import type { ValueAbout } from '../../main/contract/valueChange.ts'
import { sectionsOf } from '../../main/extract/sections.ts'
import { coreInMemory, ourManual, type SharedCore } from '../support/core.ts'
import { addedClient, clientWithRecord, heldSession, missedSession, slotFor } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

/** Undoes the one change of that kind that may be undone. */
async function undo(core: SharedCore, clientId: string, kind: ValueAbout['kind']) {
  const found = (await core.ask('valueChange.undoable', { clientId })).find(each => each.about.kind === kind)
  await core.ask('valueChange.undo', { clientId, changeId: found?.id ?? '' })
}

const stay = { legalGround: 'lvm4', unit: { name: 'Runnagården', kind: 'lvmHome' }, fromOn: '2026-08-31' } as const

describe('every value that one has changed today is put back from where it shows', () => {
  test('a booked time, with what was settled and to be offered again before it', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const slotId = await slotFor(core, clientId, 2)
    await core.ask('session.record', await missedSession(core, clientId, 2, { offerAgainOn: '2026-11-30' }))
    const before = await core.ask('plan.ofClient', { clientId })
    await core.ask('plan.schedule', {
      clientId,
      slotId,
      plannedOn: '2026-11-24',
      plannedAt: '10:00',
      plannedWhere: 'Rum 4',
    })
    await undo(core, clientId, 'slot')
    expect(await core.ask('plan.ofClient', { clientId })).toEqual(before)
    await undo(core, clientId, 'slot') // what was put back is a change like others
    expect((await core.ask('plan.ofClient', { clientId })).find(each => each.id === slotId)).toMatchObject({
      plannedOn: '2026-11-24',
      plannedWhere: 'Rum 4',
      awaited: true,
    })
  })

  test('a stay that was changed or ended, and the day of being back', async () => {
    const core = coreInMemory()
    const clientId = await clientWithRecord(core)
    await core.ask('chainEvent.record', { clientId, kind: 'absconded', fromOn: '2026-11-10', words: '' })
    const before = await core.ask('careChain.ofClient', { clientId })
    const [placementId, eventId] = [before.placements[0]?.id ?? '', before.events[0]?.id ?? '']
    await core.ask('chainEvent.end', { clientId, eventId, backOn: '2026-11-12' })
    await core.ask('placement.change', { clientId, placementId, ...stay, fromOn: '2026-09-30' })
    await undo(core, clientId, 'placement')
    await core.ask('placement.end', { clientId, placementId, toOn: '2026-11-20', endReason: 'asPlanned' })
    await undo(core, clientId, 'placement')
    await undo(core, clientId, 'absence')
    expect(await core.ask('careChain.ofClient', { clientId })).toEqual(before)
  })

  test('the client’s details, as a change that their history tells', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const before = await core.ask('client.get', { clientId })
    await core.ask('client.changeDetails', {
      clientId,
      name: 'Lisa Påhittad',
      protectedIdentity: true,
      reason: 'Bad om det',
    })
    await undo(core, clientId, 'details')
    expect(await core.ask('client.get', { clientId })).toEqual(before)
    expect(await core.ask('client.history', { clientId })).toMatchObject([{ reason: 'Ångrat samma dag' }, {}])
    expect((await core.ask('client.list', { words: before.name })).clients).toMatchObject([{ id: clientId }])
  })
})

test('not what another changed, nor of another day, nor what something has happened to since', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const slotId = await slotFor(core, clientId, 3)
  await core.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-21' })
  const [change] = await core.ask('valueChange.undoable', { clientId })
  const input = { clientId, changeId: change?.id ?? '' }
  const berit = core.binder.opened()?.user.id
  const kim = core.signIn({ roles: ['therapist'] })
  databaseOf(core).$client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(kim, clientId)
  const before = everyRecord(core)
  expect(await core.ask('valueChange.undoable', { clientId })).toEqual([])
  expect(await core.refusalCode('valueChange.undo', input)).toBe('cannot-take-back')
  databaseOf(core).$client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(berit, clientId)
  core.signIn({ ...(berit === undefined ? {} : { id: berit }), roles: ['therapist'] })
  core.world.setToday('2026-11-22')
  expect(await core.refusalCode('valueChange.undo', input)).toBe('cannot-take-back')
  core.world.setToday('2026-11-21')
  expect(await core.ask('valueChange.undoable', { clientId })).toHaveLength(1)
  expect(everyRecord(core)['slots']).toEqual(before['slots'])
  await core.ask('session.record', await heldSession(core, clientId, 3))
  expect(await core.refusalCode('valueChange.undo', input)).toBe('cannot-take-back')
})

test('in the register extract a change says what it was and became, in words', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const slotId = await slotFor(core, clientId, 3)
  await core.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-24', plannedWhere: 'Rum 4' })
  await core.ask('client.changeDetails', { clientId, sex: 'man', protectedIdentity: true, reason: 'Fel från början' })
  const db = databaseOf(core)
  const sections = sectionsOf(rowsByTable(db, clientId), wordsBehindIds(db), ourManual())
  const told = JSON.stringify(sections.find(each => each.title === 'Ändrade tider och uppgifter'))
  for (const words of ['Planerad', '2026-11-24', 'Rum 4', 'Kvinna', 'Man', 'Skyddade personuppgifter', 'Ja'])
    expect(told.toLocaleLowerCase('sv')).toContain(words.toLocaleLowerCase('sv'))
  expect(told).not.toMatch(/planned|identity|settled/)
})

test.each(["UPDATE value_changes SET was = '{}'", 'DELETE FROM value_changes', 'UPDATE value_changes SET epoch = 2'])(
  'a change is an addition, and never changed: %s',
  async sql => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, 3), plannedOn: '2026-11-24' })
    expect(() => databaseOf(core).$client.exec(sql)).toThrow(/never/)
  },
)
