import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/core.ts'

/** Where days alone are reckoned with; and where what stands in a log that was altered is shown as it stands. */
const MAY = ['main/calendar/days.ts', 'main/calendar/swedishTime.ts']

test('no day is cut out of an instant: from midnight to one or two in the morning it would be yesterday’s', () => {
  const cut = /\.(slice|substring|substr)\(0, ?10\)|substr\([^()]*, ?1, ?10\)|\bdate\(\w+_at\b|\.split\('T'\)/i
  const files = globSync('{main,db,renderer}/**/*.{ts,tsx,sql}', { cwd: ROOT })
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter(each => cut.test(readFileSync(join(ROOT, each), 'utf8'))).toSorted()).toEqual(MAY)
})
