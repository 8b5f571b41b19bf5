import { globSync, readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { importsByComputedName, importsOf, packageOf, pathOf } from '../support/imports.ts'

const ROOT = join(import.meta.dirname, '../..')
const MOST_LINES = 300
/** Of a component in the window, and of any other function. */
const MOST_LINES_OF_COMPONENT = 80
const MOST_LINES_OF_FUNCTION = 40

const WINDOW_PACKAGES = [
  'npm:react',
  'npm:react-dom',
  'npm:@mantine',
  'npm:@tabler/icons-react',
  'npm:@tanstack/react-query',
  'npm:dayjs',
  'npm:get-nonce',
  'npm:wouter',
]

/** Which kind of file may import what. Source: architecture.md section 3. `node` leaves out what reaches the network. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contract: ['contract', 'npm:zod'],
  rule: ['contract', 'rule'], // pure: no database, no clock, no file
  service: ['contract', 'rule', 'db', 'context'], // one per room; never another room's service
  context: ['contract', 'rule', 'db', 'context', 'platform'], // types only
  platform: [],
  print: ['contract', 'rule', 'print', 'npm:markdown-it', 'npm:pdfmake'], // pure: of pdfmake its types only
  operations: ['contract', 'rule', 'service', 'print', 'db', 'context', 'platform', 'binder', 'operations'],
  binder: ['contract', 'rule', 'service', 'db', 'context', 'platform', 'binder', 'node'],
  core: ['contract', 'rule', 'service', 'operations', 'db', 'context', 'platform', 'binder', 'core', 'node'],
  entry: ['core', 'hosts', 'node'], // index, serve, start: the order of starting, nothing else
  hosts: ['contract', 'hosts', 'node'],
  'hosts/electron': ['contract', 'hosts', 'hosts/electron', 'platform', 'npm:electron', 'node'],
  'hosts/http': ['contract', 'hosts', 'hosts/http', 'platform', 'node', 'node:http', 'node:net'],
  db: ['contract', 'db', 'npm:better-sqlite3', 'npm:drizzle-orm', 'node'],
  // the window, from the ground up: no arrow runs back
  'window/core': ['contract', 'window/core', ...WINDOW_PACKAGES],
  'window/ui': ['contract', 'window/core', 'window/ui', 'npm:@fontsource-variable', ...WINDOW_PACKAGES],
  'window/draft': ['contract', 'window/core', 'window/ui', 'window/draft', ...WINDOW_PACKAGES],
  'window/room': ['contract', 'window/core', 'window/ui', 'window/draft', 'window/room', ...WINDOW_PACKAGES],
  'window/app': [
    'contract',
    'window/core',
    'window/ui',
    'window/draft',
    'window/room',
    'window/app',
    ...WINDOW_PACKAGES,
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
  'main/manual/parseYaml.ts': ['npm:yaml', 'npm:zod'],
  'main/manual/readManual.ts': ['npm:zod'],
  'main/manual/manualFolder.ts': ['node'],
  'main/print/pdf.ts': ['node'],
  'main/binder/attemptMemory.ts': ['npm:zod'],
  'main/user/rights.ts': ['npm:zod'],
  'renderer/manual/markdown.tsx': ['npm:markdown-it'],
  'main/binder/passphraseStrength.ts': ['npm:@zxcvbn-ts/core', 'npm:@zxcvbn-ts/language-common'],
  'main/binder/cipher.ts': ['node'],
  'main/binder/keyPair.ts': ['node', 'npm:zod'],
  'main/binder/keyring.ts': ['node', 'npm:@node-rs/argon2', 'npm:zod'],
  'main/binder/wordCode.ts': ['node'],
}

/** Files of the contract that are no room: values and forms that many share. */
const NOT_ROOMS =
  'errors feeds folding form index operation personalNumber phoneNumber readMunicipality record refusedInput textLimit unitMeant validity values consentText'.split(
    ' ',
  )

/** The one file that sets type. */
const TYPESETTER = 'main/print/pdf.ts'

/** What starts the program: the only files that lie loose in `main/`. */
const ENTRIES = ['main/index.ts', 'main/serve.ts', 'main/start.ts']

/** The files of the binder's room that open files and keep state; the rest of it is rules. */
const BEFORE_UNLOCKING = [
  'attemptLimiter.ts',
  'changeKey.ts',
  'createBinder.ts',
  'keychainKeys.ts',
  'keys.ts',
  'keyStore.ts',
  'lockSeal.ts',
  'manualInUse.ts',
  'pendingUnlock.ts',
  'recoverySheet.ts',
  'seat.ts',
  'unlock.ts',
  'unlockedBinder.ts',
  'vault.ts',
  'vaultLog.ts',
]

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
  if (top === 'renderer') return ['core', 'ui', 'draft', 'app'].includes(room) ? `window/${room}` : 'window/room'
  if (top !== 'main') return top
  if (room === 'contract' || room === 'core' || room === 'print') return room
  if (room === 'hosts') return ['electron', 'http'].includes(name) ? `hosts/${name}` : 'hosts'
  if (room === 'context') return { 'world.ts': 'core', 'platform.ts': 'platform' }[name] ?? 'context'
  if (name === '') return ENTRIES.includes(file) ? 'entry' : 'loose'
  if (name === 'operations.ts' || name === 'service.ts') return name.replace('.ts', '')
  return room === 'binder' && BEFORE_UNLOCKING.includes(name) ? 'binder' : 'rule'
}

function targetOf(specifier: string, file: string): string {
  if (specifier.startsWith('.')) return kindOf(pathOf(specifier, file))
  if (NETWORK.includes(specifier)) return specifier
  return specifier.startsWith('node:') ? 'node' : `npm:${packageOf(specifier)}`
}

/** What breaks a rule in these files, by path and text. */
function faultsOf(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => [...importFaults(file, text), ...formFaults(file, text)])
}

function importFaults(file: string, text: string): string[] {
  const kind = kindOf(file)
  const allowed = [...(MAY_IMPORT[kind] ?? []), ...(ALSO[file] ?? [])]
  const fits = (target: string) =>
    allowed.some(name => target === name || (name.startsWith('npm:@') && target.startsWith(`${name}/`)))
  return importsOf(text).flatMap(specifier => {
    const path = specifier.startsWith('.') ? pathOf(specifier, file) : ''
    if (!fits(targetOf(specifier, file))) return [`${file} imports ${specifier}`]
    if (isScreen(file) && isScreen(path)) return [`${file} imports the screen ${specifier}`]
    if (kind === 'window/ui' && ASKS.includes(path)) return [`${file} knows an operation: ${specifier}`]
    return []
  })
}

function formFaults(file: string, text: string): string[] {
  const kind = kindOf(file)
  const isTypesOnly = (names: string) => !new RegExp(`^import (?!type )${names}`, 'm').test(text)
  return [
    kind === 'loose' && `${file} lies loose in main`,
    importsByComputedName(text) && `${file} imports by a computed name`,
    kind === 'context' && !isTypesOnly('') && `${file} imports more than types`,
    kind === 'print' && file !== TYPESETTER && !isTypesOnly(`[^'"]*from 'pdfmake`) && `${file} imports more than types`,
    text.split('\n').length - 1 > MOST_LINES && `${file} is over ${MOST_LINES} lines`,
  ].filter(each => each !== false)
}

/** Where the core's operations are asked or named. */
const ASKS = ['renderer/core/core.ts', 'main/contract/index.ts']

/** Screens are shown by the shell and never by each other. */
const isScreen = (file: string) => /^renderer\/.+Screen\.tsx$/.test(file)

/** The rooms of the window that need each other, directly or round about: each circle once, by its rooms. */
function circlesOf(files: ReadonlyMap<string, string>): string[] {
  const needs = new Map<string, Set<string>>()
  for (const [file, text] of files) {
    const room = file.split('/')[1] ?? ''
    const others = importsOf(text).flatMap(each => (each.startsWith('.') ? [pathOf(each, file)] : []))
    const rooms = others.filter(each => each.startsWith('renderer/')).map(each => each.split('/')[1] ?? '')
    needs.set(room, new Set([...(needs.get(room) ?? []), ...rooms].filter(each => each !== room)))
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(needs.get(from) ?? [])].some(next => {
      if (next === to) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, to, seen)
    })
  return [...needs.keys()].filter(room => reaches(room, room)).toSorted()
}

async function filesOf(pattern: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for await (const file of glob(pattern, { cwd: ROOT }))
    files.set(file.replaceAll('\\', '/'), readFileSync(join(ROOT, file), 'utf8'))
  return files
}

describe('the table of what may import what', () => {
  test('holds for every source file, and no file is over 300 lines', async () => {
    const files = await filesOf('{main,db,renderer}/**/*.{ts,tsx}')
    expect(files.size).toBeGreaterThan(80)
    expect(faultsOf(files)).toEqual([])
  })

  test('gives no right to a file that is no longer there', () => {
    for (const file of Object.keys(ALSO)) expect(() => readFileSync(join(ROOT, file)), file).not.toThrow()
  })

  test.each([
    ['a contract that reads files', 'main/contract/goal.ts', "import { globSync, readFileSync } from 'node:fs'"],
    ['a contract that knows a room', 'main/contract/goal.ts', "import { setGoal } from '../goal/service.ts'"],
    ['a rule that opens the database', 'main/careChain/phase.ts', "import type { Db } from '../../db/open.ts'"],
    ['a rule that draws by chance', 'main/careChain/phase.ts', "import { randomUUID } from 'node:crypto'"],
    ['a service that calls another', 'main/goal/service.ts', "import { addClient } from '../client/service.ts'"],
    ['a service that writes SQL', 'main/goal/service.ts', "import { sql } from 'drizzle-orm'"],
    ['a service that knows its operations', 'main/goal/service.ts', "import { goalOperations } from './operations.ts'"],
    ['operations that open a file', 'main/goal/operations.ts', "import { globSync, readFileSync } from 'node:fs'"],
    [
      'a context that is more than types',
      'main/context/context.ts',
      "import { clientId } from '../contract/values.ts'",
    ],
    ['a rule that prints', 'main/careChain/phase.ts', "import { printManual } from '../print/pdf.ts'"],
    [
      'a printed page that reads a file',
      'main/print/sheetContent.ts',
      "import { globSync, readFileSync } from 'node:fs'",
    ],
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
    ['a part that asks the core', 'renderer/ui/page.tsx', "import { ask } from '../core/core.ts'"],
    ['a part that knows a room', 'renderer/ui/page.tsx', "import { GoalCard } from '../goal/goalCard.tsx'"],
    ['drafts that know a room', 'renderer/draft/useDraft.ts', "import { GoalCard } from '../goal/goalCard.tsx'"],
    ['a room that knows the app', 'renderer/goal/goalCard.tsx', "import { Shell } from '../app/shell.tsx'"],
    ['a file that lies loose', 'main/helper.ts', ''],
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

type Node = { readonly [key: string]: unknown; readonly type: string; readonly start: number; readonly end: number }

/** The functions that are too long, each as `file name (n lines)`. */
function longFunctionsOf(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const most = file.startsWith('renderer/') ? MOST_LINES_OF_COMPONENT : MOST_LINES_OF_FUNCTION
    return functionsIn(parseSync(file, text).program, '').flatMap(({ name, node }) => {
      const lines = text.slice(node.start, node.end).split('\n').length
      return lines > most ? [`${file} ${name} (${lines} lines)`] : []
    })
  })
}

/** Every function below a node, under its own name or that of the variable or property that holds it. */
function functionsIn(node: unknown, name: string): { name: string; node: Node }[] {
  if (Array.isArray(node)) return node.flatMap(each => functionsIn(each, name))
  if (!isNode(node)) return []
  const key = node.type === 'VariableDeclarator' ? node['id'] : node.type === 'Property' ? node['key'] : undefined
  const below = Object.values(node).flatMap(each => functionsIn(each, nameIn(key) ?? name))
  const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)
  return isFunction ? [{ name: nameIn(node['id']) ?? name, node }, ...below] : below
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const nameIn = (value: unknown) => (isNode(value) && typeof value['name'] === 'string' ? value['name'] : undefined)

describe('the length of a function', () => {
  test(`is at most ${MOST_LINES_OF_FUNCTION} lines in main and db, ${MOST_LINES_OF_COMPONENT} in the window`, async () => {
    expect(longFunctionsOf(await filesOf('{main,db,renderer}/**/*.{ts,tsx}'))).toEqual([])
  })

  const ofLines = (lines: number) => `export function phaseOf() {\n${'  one()\n'.repeat(lines - 2)}}\n`
  test.each([
    ['main/careChain/phase.ts', ofLines(40), []],
    ['main/careChain/phase.ts', ofLines(41), ['main/careChain/phase.ts phaseOf (41 lines)']],
    ['db/open.ts', `const open = () => {\n${'  one()\n'.repeat(39)}}\n`, ['db/open.ts open (41 lines)']],
    ['db/open.ts', `const PARTS = { read() {\n${'  one()\n'.repeat(39)}} }\n`, ['db/open.ts read (41 lines)']],
    ['renderer/goal/goalCard.tsx', ofLines(80), []],
    ['renderer/goal/goalCard.tsx', ofLines(81), ['renderer/goal/goalCard.tsx phaseOf (81 lines)']],
  ])('is measured in %s', (file, text, long) => {
    expect(longFunctionsOf(new Map([[file, text]]))).toEqual(long)
  })
})

/** Objects and lists that are spread where they are written, to save lines: `{ ...{ a, b } }`. The formatter breaks lines. */
function foldedSpreads(node: unknown, parent: string, text: string): string[] {
  if (Array.isArray(node)) return node.flatMap(each => foldedSpreads(each, parent, text))
  if (!isNode(node)) return []
  const spread = isNode(node['argument']) ? node['argument'].type : ''
  const isFolded =
    (node.type === 'SpreadElement' && spread === parent && /^(Object|Array)Expression$/.test(spread)) ||
    (node.type === 'JSXSpreadAttribute' && spread === 'ObjectExpression')
  const below = Object.values(node).flatMap(each => foldedSpreads(each, node.type, text))
  return isFolded ? [text.slice(node.start, node.end), ...below] : below
}

describe('what is written out', () => {
  const spreadsIn = (file: string, text: string) =>
    foldedSpreads(parseSync(file, text).program, '', text).map(each => `${file}: ${each}`)

  test('is not folded into a spread', async () => {
    const files = await filesOf('{main,db,renderer,tests}/**/*.{ts,tsx}')
    expect([...files].flatMap(([file, text]) => spreadsIn(file, text))).toEqual([])
  })

  test.each([
    ['an object in an object', 'const a = { ...{ b, c }, d }', 1],
    ['a list in a list', 'const a = [...[1, 2], 3]', 1],
    ['a component’s properties', 'const a = <B {...{ c, d }} />', 1],
    ['what may be absent', 'const a = { ...(b && { b }), ...c }', 0],
  ])('%s', (_what, text, count) => {
    expect(spreadsIn('renderer/goal/goalCard.tsx', text)).toHaveLength(count)
  })
})

/** The rooms of the window from the ground up: none needs one of its own line or a later one. README shows the same. */
const ROOM_ORDER = [
  ['emergencyNumber', 'extract', 'mistake', 'municipality', 'secrecy', 'unit', 'valueChange'],
  ['accessLog', 'assignment', 'binder', 'breakGlass', 'list', 'plan', 'remark', 'retention', 'user'],
  ['careChain', 'consent', 'identity', 'logReview', 'offer', 'training'],
  ['handover', 'merge', 'settings'],
  ['worksheet'],
  ['manual'],
  ['session'],
  ['goal'],
  ['client', 'today'],
]
const BELOW_THE_ROOMS = ['core', 'ui', 'draft']

describe('the rooms of the window', () => {
  test('stand in an order', async () => {
    const rankOf = (room: string) => ROOM_ORDER.findIndex(line => line.includes(room))
    const files = await filesOf('renderer/*/**/*.{ts,tsx}')
    const wrong = [...files].flatMap(([file, text]) => {
      const room = roomOf(file)
      if (room === 'app' || BELOW_THE_ROOMS.includes(room)) return []
      if (rankOf(room) < 0) return [`${room} has no place in the order`]
      const needed = importsOf(text)
        .filter(each => each.startsWith('.'))
        .map(each => pathOf(each, file))
      const rooms = needed.filter(each => each.startsWith('renderer/')).map(roomOf)
      return rooms
        .filter(each => each !== room && !BELOW_THE_ROOMS.includes(each) && rankOf(each) >= rankOf(room))
        .map(each => `${file} needs ${each}`)
    })
    expect(wrong).toEqual([])
  })

  test('make no circle', async () => {
    const files = await filesOf('renderer/**/*.{ts,tsx}')
    expect(circlesOf(files)).toEqual([])
  })

  test('are found out when two need each other, also round about', () => {
    const files = new Map([
      ['renderer/goal/goalCard.tsx', "import { Offers } from '../offer/offers.tsx'"],
      ['renderer/offer/offers.tsx', "import { Plan } from '../plan/plan.tsx'"],
      ['renderer/plan/plan.tsx', "import { GoalCard } from '../goal/goalCard.tsx'"],
      ['renderer/unit/unit.tsx', "import { Plan } from '../plan/plan.tsx'"],
    ])
    expect(circlesOf(files)).toEqual(['goal', 'offer', 'plan'])
  })
})

/** A room is what the contract says it is: these are the names that every storey may use. */
const ROOMS = globSync('main/contract/*.ts', { cwd: ROOT })
  .map(nameOf)
  .filter(name => !NOT_ROOMS.includes(name) && !/Words$/.test(name))

describe('one name in every storey', () => {
  test.each([
    ['main/*/operations.ts', []],
    ['main/*/service.ts', []],
    ['db/repositories/*.ts', ['record']], // record: what a handover carries, out of many rooms' tables
    ['db/schema/*.ts', []],
    ['renderer/*/', ['app', 'core', 'ui', 'settings']], // settings: the page that leads to the rooms' own
    [
      'tests/*/',
      ['bench', 'calendar', 'core', 'db', 'demo', 'electron', 'hosts', 'house', 'print', 'support', 'tools', 'ui'],
    ],
  ])('%s', (pattern, besides) => {
    const names = new Set(globSync(pattern, { cwd: ROOT }).map(nameOf))
    expect([...names].filter(name => !ROOMS.includes(name) && !besides.includes(name))).toEqual([])
  })

  test('every room has tests of its own', () => {
    const tested = globSync('tests/*/', { cwd: ROOT }).map(nameOf)
    expect(ROOMS.filter(name => !tested.includes(name))).toEqual([])
  })

  test('every room has its contract answered by its own operations', () => {
    const joined = globSync('main/*/operations.ts', { cwd: ROOT }).map(nameOf)
    expect(ROOMS.filter(name => !joined.includes(name))).toEqual([])
  })
})

const roomOf = (file: string) => file.split('/')[1] ?? ''

/** `goal` of `main/goal/operations.ts`, `db/schema/goal.ts` and `tests/goal/`. */
function nameOf(path: string): string {
  const parts = path.replaceAll('\\', '/').replace(/\/$/, '').split('/')
  const last = parts.at(-1) ?? ''
  return /^(operations|service)\.ts$/.test(last) ? (parts.at(-2) ?? '') : last.replace(/\.ts$/, '')
}
