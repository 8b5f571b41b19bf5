import { expect, test } from 'vitest'
import { coreInMemory } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const NOTE = JSON.stringify({ note: 'Halvvägs i en mening och' })

test('what is typed and not signed is kept, newest text only, until it is let go', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const place = { clientId, place: 'session:5' }
  expect(await core.ask('draft.get', place)).toBeUndefined()
  await core.ask('draft.save', { ...place, content: '{}' })
  const { savedAt } = await core.ask('draft.save', { ...place, content: NOTE })
  await core.ask('draft.save', { clientId, place: 'goal:new', content: '"annat"' })
  expect(await core.ask('draft.get', place)).toEqual({ content: NOTE, savedAt })
  await core.ask('draft.discard', place)
  await core.ask('draft.discard', place)
  expect(await core.ask('draft.get', place)).toBeUndefined()
  expect(await core.ask('draft.get', { clientId, place: 'goal:new' })).toMatchObject({ content: '"annat"' })
})

test('a draft is its writer’s own: no one else reads it', async () => {
  const core = coreInMemory()
  const place = { clientId: await addedClient(core), place: 'session:5' }
  await core.ask('draft.save', { ...place, content: NOTE })
  const { $client } = databaseOf(core)
  $client.exec("INSERT INTO users VALUES ('other', 'Kim Kollega'); UPDATE drafts SET user_id = 'other'")
  expect(await core.ask('draft.get', place)).toBeUndefined()
})

test.each(['', 'ingen JSON', '{"note":'])('a draft that cannot be read back is refused (%#)', async content => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const before = everyRecord(core)
  expect(await core.refusal('draft.save', { clientId, place: 'session:5', content })).toEqual({
    code: 'invalid-input',
    details: { field: 'content' },
  })
  expect(everyRecord(core)).toEqual(before)
})
