import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsByComputedName, importsOf, packageOf, pathOf } from '../support/imports.ts'

const ROOT = join(import.meta.dirname, '../..')
const MOST_LINES = 300

/** Which kind of file may import what. Source: architecture.md section 3. `node` leaves out what reaches the network. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contract: ['contract', 'npm:zod'],
  rule: ['contract', 'rule'], // pure: no database, no clock, no file
  service: ['contract', 'rule', 'db', 'context'], // one per room; never another room's service
  context: ['contract', 'rule', 'db'], // types only
  platform: [],
  print: ['contract', 'rule', 'print', 'npm:markdown-it', 'npm:pdfmake'], // pure: of pdfmake its types only
  main: ['contract', 'rule', 'service', 'print', 'db', 'context', 'platform', 'main', 'node'],
  entry: ['main', 'hosts', 'node'], // index, serve, start: the order of starting, nothing else
  hosts: ['contract', 'hosts', 'node'],
  'hosts/electron': ['contract', 'hosts', 'hosts/electron', 'platform', 'npm:electron', 'node'],
  'hosts/http': ['contract', 'hosts', 'hosts/http', 'platform', 'node', 'node:http', 'node:net'],
  db: ['contract', 'db', 'npm:better-sqlite3', 'npm:drizzle-orm', 'node'],
  renderer: [
    'contract',
    'renderer',
    'npm:react',
    'npm:react-dom',
    'npm:@mantine',
    'npm:@tabler/icons-react',
    'npm:@fontsource-variable',
    'npm:@tanstack/react-query',
    'npm:dayjs',
    'npm:get-nonce',
    'npm:markdown-it',
    'npm:wouter',
  ],
}

/** Files that need more than the rest of their kind. */
const ALSO: Record<string, readonly string[]> = {
  'main/index.ts': ['hosts/electron', 'npm:electron'],
  'main/serve.ts': ['hosts/http'],
  'main/start.ts': ['entry'], // serve.ts, where there is no Electron
  'main/accessLog/chainFault.ts': ['node'],
  'main/accessLog/hashChain.ts': ['node'],
  'main/accessLog/logHead.ts': ['node', 'npm:zod'],
  'main/handover/receipt.ts': ['node'],
  'main/handover/seal.ts': ['node', 'npm:age-encryption'],
  'main/logReview/randomSample.ts': ['node'],
  'main/manual/check.ts': ['node'],
  'main/manual/manualFormat.ts': ['npm:zod'],
  'main/manual/readManual.ts': ['npm:yaml', 'npm:zod'],
  'main/manual/manualFolder.ts': ['node'],
  'main/print/pdf.ts': ['node'],
  'main/binder/attempts.ts': ['npm:zod'],
  'main/user/rights.ts': ['npm:zod'],
  'main/binder/keyring.ts': ['node', 'npm:@node-rs/argon2', 'npm:zod'],
  'main/binder/wordCode.ts': ['node'],
}

/** The one file that sets type. */
const TYPESETTER = 'main/print/pdf.ts'

/** The files of the binder's room that open files and keep state; the rest of it is rules. */
const BEFORE_UNLOCKING = ['binder.ts', 'door.ts', 'keys.ts', 'openInside.ts', 'threshold.ts']

const NETWORK = [
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:inspector',
]

function kindOf(file: string): string {
  const [top = '', room = '', name = ''] = file.split('/')
  if (top !== 'main') return top
  if (room === 'contract') return 'contract'
  if (room === 'hosts') return ['electron', 'http'].includes(name) ? `hosts/${name}` : 'hosts'
  if (room === 'context' && name !== 'world.ts') return name === 'platform.ts' ? 'platform' : 'context'
  if (['index.ts', 'serve.ts', 'start.ts'].includes(room)) return 'entry'
  if (room === 'core' || room === 'context' || name === 'operations.ts') return 'main'
  if (room === 'binder' && BEFORE_UNLOCKING.includes(name)) return 'main'
  if (room === 'print') return 'print'
  return name === 'service.ts' ? 'service' : 'rule'
}

function targetOf(specifier: string, file: string): string {
  if (specifier.startsWith('.')) return kindOf(pathOf(specifier, file))
  if (NETWORK.includes(specifier)) return specifier
  return specifier.startsWith('node:') ? 'node' : `npm:${packageOf(specifier)}`
}

/** Everything that breaks a rule in these files, by path and text. */
function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  for (const [file, text] of files) {
    const kind = kindOf(file)
    const allowed = [...(MAY_IMPORT[kind] ?? []), ...(ALSO[file] ?? [])]
    for (const specifier of importsOf(text)) {
      const target = targetOf(specifier, file)
      const fits = (name: string) => target === name || (name.startsWith('npm:@') && target.startsWith(`${name}/`))
      if (!allowed.some(fits)) faults.push(`${file} imports ${specifier}`)
      const toOtherScreen = screenOf(file) !== '' && screenOf(pathOf(specifier, file)) !== ''
      if (specifier.startsWith('.') && toOtherScreen) faults.push(`${file} imports the screen ${specifier}`)
    }
    if (importsByComputedName(text)) faults.push(`${file} imports by a computed name`)
    if (kind === 'context' && /^import (?!type )/m.test(text)) faults.push(`${file} imports more than types`)
    if (kind === 'print' && file !== TYPESETTER && /^import (?!type )[^'"]*from 'pdfmake/m.test(text))
      faults.push(`${file} imports more than types`)
    if (text.split('\n').length - 1 > MOST_LINES) faults.push(`${file} is over ${MOST_LINES} lines`)
  }
  return faults
}

/** The screen a file is, or nothing: screens are shown by the shell and never by each other. */
function screenOf(file: string): string {
  return /^renderer\/.+Screen\.tsx$/.exec(file)?.[0] ?? ''
}

describe('the table of what may import what', () => {
  test('holds for every source file, and no file is over 300 lines', async () => {
    const files = new Map<string, string>()
    for await (const file of glob('{main,db,renderer}/**/*.{ts,tsx}', { cwd: ROOT })) {
      files.set(file.replaceAll('\\', '/'), readFileSync(join(ROOT, file), 'utf8'))
    }
    expect(files.size).toBeGreaterThan(80)
    expect(faultsOf(files)).toEqual([])
  })

  test('gives no right to a file that is no longer there', () => {
    for (const file of Object.keys(ALSO)) expect(() => readFileSync(join(ROOT, file)), file).not.toThrow()
  })

  test.each([
    ['a contract that reads files', 'main/contract/goal.ts', "import { readFileSync } from 'node:fs'"],
    ['a contract that knows a room', 'main/contract/goal.ts', "import { setGoal } from '../goal/service.ts'"],
    ['a rule that opens the database', 'main/careChain/phase.ts', "import type { Db } from '../../db/open.ts'"],
    ['a rule that draws by chance', 'main/careChain/phase.ts', "import { randomUUID } from 'node:crypto'"],
    ['a service that calls another', 'main/goal/service.ts', "import { addClient } from '../client/service.ts'"],
    ['a service that writes SQL', 'main/goal/service.ts', "import { sql } from 'drizzle-orm'"],
    [
      'a context that is more than types',
      'main/context/context.ts',
      "import { clientId } from '../contract/values.ts'",
    ],
    ['a rule that prints', 'main/careChain/phase.ts', "import { printManual } from '../print/pdf.ts'"],
    ['a printed page that reads a file', 'main/print/sheetContent.ts', "import { readFileSync } from 'node:fs'"],
    ['a printed page that sets type', 'main/print/sheetContent.ts', "import pdfmake from 'pdfmake'"],
    ['a core that knows its host', 'main/core/core.ts', "import { app } from 'electron'"],
    ['a core that opens a port', 'main/core/core.ts', "import { createServer } from 'node:http'"],
    ['a database that asks a room', 'db/open.ts', "import { phaseOf } from '../main/careChain/phase.ts'"],
    ['a window that opens a port', 'main/hosts/electron/window.ts', "import { createServer } from 'node:net'"],
    ['a host that knows a room', 'main/hosts/http/serve.ts', "import { setGoal } from '../../goal/service.ts'"],
    ['the Electron entry with the other host', 'main/index.ts', "import { serveHttp } from './hosts/http/serve.ts'"],
    [
      'a screen that reads the database',
      'renderer/goal/goalsScreen.tsx',
      "import { openDatabase } from '../../db/open.ts'",
    ],
    [
      'a screen that shows another',
      'renderer/goal/goalsScreen.tsx',
      "import { TodayScreen } from '../today/todayScreen.tsx'",
    ],
    ['a screen that draws with an unknown package', 'renderer/goal/goalsScreen.tsx', "import { Line } from 'recharts'"],
    ['a package with a name that begins as another', 'renderer/app/app.tsx', "import x from 'react-evil'"],
    ['an import inside a function', 'main/careChain/phase.ts', "const { db } = await import('../../db/open.ts')"],
    ['an import for its effect', 'main/careChain/phase.ts', "import 'node:fs'"],
    ['a re-export', 'main/careChain/phase.ts', "export { open } from 'node:fs/promises'"],
    ['an import by a computed name', 'main/careChain/phase.ts', 'await import(name)'],
    ['a file that has grown too long', 'main/careChain/phase.ts', 'const one = 1\n'.repeat(301)],
  ])('refuses %s', (_what, file, text) => {
    expect(faultsOf(new Map([[file, text]]))).toHaveLength(1)
  })

  test('lets a file of exactly 300 lines pass', () => {
    expect(faultsOf(new Map([['main/careChain/phase.ts', 'const one = 1\n'.repeat(300)]]))).toEqual([])
  })
})
