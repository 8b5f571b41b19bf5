import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { diagnosticLog } from '../../main/hosts/diagnosticLog.ts'
import { appendingTo } from '../../main/hosts/electron/logFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'arton-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the diagnostic log', () => {
  test('holds time, operation, refusal and class of error, and never what was typed', async () => {
    const lines: string[] = []
    const log = diagnosticLog(line => lines.push(line))
    const refusing = log.watching(async () => ({
      ok: false,
      refusal: { code: 'not-found', details: { unit: 'Örebro' } },
    }))
    await refusing('client.get', { clientId: '19900101-2392' })
    await refusing('Test Testsson', {})
    log.failed(Object.assign(new TypeError('Test Testsson is not a function'), { code: 'ENOSPC' }))
    log.failed(Object.assign(new Error('x'), { code: 'Test Testsson' }))
    log.failed('Test Testsson')
    expect(lines.map(line => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, ''))).toEqual([
      'refused client.get not-found',
      'refused - not-found',
      'error TypeError ENOSPC',
      'error Error',
      'error string',
    ])
  })

  test('keeps one older file and grows no further', () => {
    const file = join(folder, 'diagnostic.log')
    const append = appendingTo(file)
    for (let line = 0; line < 12; line++) append('x'.repeat(99_999))
    expect(statSync(`${file}.old`).size).toBe(600_000)
    expect(existsSync(file)).toBe(false)
    append('the next line')
    expect(readFileSync(file, 'utf8')).toBe('the next line\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('that cannot be written stops nothing', () => {
    expect(() => appendingTo(join(folder, 'nowhere/diagnostic.log'))('a line')).not.toThrow()
  })
})
