import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { logRows } from '../../db/repositories/accessLog.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient, heldSession } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

test('every entry of the log is tied to the one before by SHA-256 over its fields', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  await core.ask('session.record', await heldSession(core, clientId, 1))
  const rows = logRows(databaseOf(core))
  expect(rows.length).toBeGreaterThan(2)
  rows.forEach(({ hash, ...row }, nth) => {
    const fields = [row.sequence, row.at, row.userId, row.clientId, row.method, row.kind, row.detail]
    const text = JSON.stringify([...fields, rows[nth - 1]?.hash ?? ''])
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'))
  })
})
