import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
mkdirSync(join(ROOT, 'test-results'), { recursive: true })
const folder = mkdtempSync(join(ROOT, 'test-results/second-tries-')) // here, since what lies elsewhere finds no Playwright
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')

/** Runs tests that need no browser under the reporter, and gives the end of the run. */
function run(body: string): { code: number | null; said: string } {
  const own = mkdtempSync(join(folder, 'run-'))
  const projects = ['chromium', 'electron'].map(name => ({ name, testMatch: `${name}.spec.ts` }))
  const reporter = [[join(ROOT, 'tests/support/secondTries.ts'), { mustRun: ['electron'] }]]
  const config = { testDir: own, outputDir: join(own, 'out'), retries: 1, workers: 1, reporter, projects }
  writeFileSync(join(own, 'playwright.config.ts'), `export default ${JSON.stringify(config)}\n`)
  const begin =
    "import { test } from '@playwright/test'\nconst slow = info => { if (info.retry === 0) throw new Error('slow') }\n"
  writeFileSync(join(own, 'chromium.spec.ts'), `${begin}${body}`)
  writeFileSync(
    join(own, 'electron.spec.ts'),
    body.includes('LEFT OUT')
      ? `${begin}test.skip(true, 'no Electron')\ntest('left', () => {})`
      : `${begin}test('runs', () => {})`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'test', '--config', own], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] }, // none of what tells a child of Vitest that it is tested
  })
  return { code: status, said: stdout + stderr }
}

test('a run where all pass at once says so', () => {
  const { code, said } = run("test('one', () => {})")
  expect(said).toContain('chromium: 1 tests')
  expect(said).toContain('electron: 1 tests')
  expect(said).toContain('Passed at a second try or later: 0 of 2')
  expect(said).not.toContain('FAILED')
  expect(code).toBe(0)
})

test('two second tries are named and forgiven', () => {
  const { code, said } = run(
    "for (const name of ['one', 'two']) test(name, ({}, info) => slow(info)); test('three', () => {})",
  )
  expect(said).toContain('Passed at a second try or later: 2 of 4')
  for (const name of ['one', 'two']) expect(said).toContain(`[chromium] chromium.spec.ts › ${name}`)
  expect(said).not.toContain('[chromium] chromium.spec.ts › three')
  expect(code).toBe(0)
})

test('three fail the run', () => {
  const { code, said } = run("for (const name of ['one', 'two', 'three']) test(name, ({}, info) => slow(info))")
  expect(said).toContain('Passed at a second try or later: 3 of 4')
  expect(said).toContain('FAILED: More than 2 tests needed a second try.')
  expect(code).toBe(1)
})

test('a test that fails twice fails the run and is no second try', () => {
  const { code, said } = run("test('one', () => { throw new Error('always') })")
  expect(said).toContain('Passed at a second try or later: 0 of 2')
  expect(code).toBe(1)
})

test('a test that is left out is named, and fails the run in a project where all must run', () => {
  const forgiven = run("test.skip('one', () => {})")
  expect(forgiven.said).toContain('Did not run: 1 of 2\n  [chromium] chromium.spec.ts › one')
  expect(forgiven.code).toBe(0)
  const { code, said } = run("test('one', () => {}) // LEFT OUT")
  expect(said).toContain('[electron] electron.spec.ts › left')
  expect(said).toContain('FAILED: There is an Electron here, and 1 of its tests did not run.')
  expect(code).toBe(1)
})
