import { spawnSync } from 'node:child_process'

/**
 * `npm run test:long`: the tests that try something again and again, at length: 200 kills while someone types, 60 in
 * Electron where there is one, ten times the invented inputs, 20 000 packages made wrong, every byte of a sealed file. Some fifty minutes.
 */
const RUNS: readonly (readonly string[])[] = [
  ['vitest', 'run', 'tests/house/fuzz.test.ts', 'tests/house/packageFuzz.test.ts', 'tests/handover/sealedFile.test.ts'],
  ['playwright', 'test', '--project=chromium', 'draft/typing.spec.ts'],
  ['playwright', 'test', '--project=electron', 'electron/typing.spec.ts'],
]

for (const words of RUNS) {
  const { status } = spawnSync('npx', words, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ARTON_LONG: '1' },
  })
  if (status !== 0) process.exitCode = 1
}
