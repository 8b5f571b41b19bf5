import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { realWorld } from '../../main/context/world.ts'
import { openCore } from '../../main/core/openCore.ts'
import { keepingPlatform, ROOT } from '../support/core.ts'
import { asking } from '../support/invented.ts'
import { readyToSeal } from '../support/readyToSeal.ts'
import { takeApart } from '../support/sealedFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'arton-sealing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a guess at the words of a sealed file costs 2^17 of scrypt, in the core that both hosts serve', async () => {
  const platform = keepingPlatform()
  const report = (error: unknown) => {
    throw error
  }
  const { call, lock } = openCore({ root: ROOT, folder, world: realWorld(), platform, report })
  const ask = asking(call)
  const { words, fileName } = await ask('handover.seal', await readyToSeal(ask))
  const file = Buffer.from(platform.files.get(fileName) ?? [])
  expect(file.toString('latin1').split('\n').slice(1, 3)).toEqual([
    'age-encryption.org/v1',
    expect.stringMatching(/^-> scrypt \S+ 17$/),
  ])
  expect((await takeApart(file, words.join(' '))).content.cover.situation).not.toBe('') // and the words open it
  lock('end')
})
