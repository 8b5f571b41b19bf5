import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { debuggingSwitch } from '../../main/hosts/electron/debugging.ts'
import { isOwnTopFrame, mayOpenOutside, mayRequest, ORIGIN } from '../../main/hosts/electron/doors.ts'
import { rendererFile } from '../../main/hosts/files.ts'
import { contentSecurityPolicy } from '../../main/hosts/policy.ts'
import { reachedFrom } from '../support/imports.ts'

const ROOT = join(import.meta.dirname, '../..')
const source = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** The text without its comments: what is said about a setting does not set it. */
const code = (file: string) =>
  source(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?<=^|\s)\/\/.*$/gm, '')

/** Every file of the app whose code fits the pattern. */
async function filesWith(pattern: RegExp, files = '{main,db,renderer}/**/*.{ts,tsx,html}'): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob(files, { cwd: ROOT })) if (pattern.test(code(file))) found.push(file)
  return found.sort()
}

/** Electron's security checklist, by its numbers: architecture.md section 8.2. What only a window can show is in tests/electron. */
describe('the twenty items of Electron’s checklist', () => {
  test('1: no address without encryption stands outside the loopback host', async () => {
    expect(await filesWith(/http:/, '{main,db,renderer}/**/*.{ts,tsx}')).toEqual(['main/hosts/http/serve.ts'])
    expect(mayRequest(`${ORIGIN}/index.html`)).toBe(true)
    for (const url of [
      'https://www.1177.se/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://other/',
      'app://arton.evil/',
    ])
      expect(mayRequest(url), url).toBe(false)
    expect(source('main/hosts/electron/harden.ts')).toContain(
      'onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) })',
    )
  })

  test('2, 3, 4, 11: the window’s preferences are these and no others', () => {
    const preferences = /webPreferences: \{([^}]*)\}/.exec(source('main/hosts/electron/window.ts'))?.[1] ?? ''
    const lines = preferences.split('\n').map(line => line.replace(/,.*$/, '').trim())
    expect(lines.filter(line => line !== '').sort()).toEqual([
      'contextIsolation: true',
      'devTools: !app.isPackaged',
      'nodeIntegration: false',
      'preload',
      'sandbox: true',
      'spellcheck: false',
      'webviewTag: false',
    ])
  })

  test('there is one window, and so one set of preferences', async () => {
    expect(await filesWith(/new (BrowserWindow|WebContentsView|BrowserView)\b/)).toEqual([
      'main/hosts/electron/window.ts',
    ])
    expect(source('main/hosts/electron/window.ts').match(/new BrowserWindow\b/g)).toHaveLength(1)
  })

  test('4: the sandbox can be left out of an unpackaged app only', () => {
    expect(source('main/hosts/electron/harden.ts')).toContain(
      "if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()",
    )
    expect(source('vite.preload.ts')).toContain("formats: ['cjs']")
  })

  test('5: permissions are refused when asked for, when checked, and for devices', () => {
    const harden = source('main/hosts/electron/harden.ts')
    expect(harden).toContain('setPermissionRequestHandler((_contents, _permission, answer) => answer(false))')
    expect(harden).toContain('setPermissionCheckHandler(() => false)')
    expect(harden).toContain('setDevicePermissionHandler(() => false)')
  })

  test('6, 8, 9, 10: nothing loosens what Chromium does of itself', async () => {
    const loosening =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|bypassCSP|allowServiceWorkers|corsEnabled|nodeIntegrationIn|appendSwitch\((?!'lang', 'sv'\))|disableWebSecurity|setCertificateVerifyProc/
    expect(await filesWith(loosening, '{main,db,renderer}/**/*.{ts,tsx}')).toEqual([])
  })

  test('7: one policy for both hosts, without a way round', () => {
    expect(contentSecurityPolicy('N').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ])
    for (const entry of ['main/index.ts', 'main/serve.ts'])
      expect([...reachedFrom(ROOT, entry).files]).toEqual(
        expect.arrayContaining(['main/hosts/files.ts', 'main/hosts/policy.ts']),
      )
  })

  test('7: the page holds no script and no style of its own, and makes no markup from text', async () => {
    expect(source('renderer/index.html')).not.toMatch(/<style|style=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i)
    expect(
      await filesWith(
        /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      ),
    ).toEqual([])
  })

  test('12, 13, 14: webviews, navigation, redirects, new windows and downloads are refused', () => {
    const harden = source('main/hosts/electron/harden.ts')
    for (const event of ['will-attach-webview', 'will-frame-navigate', 'will-redirect', 'will-download'])
      expect(harden).toContain(`on('${event}', event => event.preventDefault())`)
    expect(harden).toContain("return { action: 'deny' }")
    expect(harden).not.toContain("'allow'")
  })

  test('15: only a listed address leaves the app, whatever it is dressed as', async () => {
    expect(mayOpenOutside('https://www.1177.se/Orebrolan/')).toBe(true)
    for (const url of [
      'https://evil.example/?x=https://www.1177.se',
      'https://www.1177.se.evil.example/',
      'https://www.1177.se@evil.example/',
      'https://evil.example/https://www.1177.se/',
      'http://www.1177.se/',
      'https://www.1177.se:8443/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://www.1177.se/',
      '',
      'www.1177.se',
    ])
      expect(mayOpenOutside(url), url).toBe(false)
    expect(await filesWith(/openExternal|openPath|showItemInFolder/)).toEqual(['main/hosts/electron/harden.ts'])
    expect(source('main/hosts/electron/harden.ts')).toContain('if (mayOpenOutside(url)) void shell.openExternal(url)')
  })

  test('16: Electron is pinned to one version', () => {
    expect(JSON.parse(source('package.json')).devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('17: only our own page itself is answered, on one channel', async () => {
    const page = { parent: null, origin: ORIGIN }
    const frame = (given: object) => ({ ...page, ...given }) as Parameters<typeof isOwnTopFrame>[0]
    expect(isOwnTopFrame(frame({}), ORIGIN)).toBe(true)
    expect(isOwnTopFrame(null, ORIGIN)).toBe(false)
    expect(isOwnTopFrame(frame({ parent: page }), ORIGIN)).toBe(false)
    for (const origin of [
      '',
      'null',
      'file://',
      'app://other',
      'https://arton',
      'app://arton.evil',
      'devtools://devtools',
    ])
      expect(isOwnTopFrame(frame({ origin }), ORIGIN), origin).toBe(false)
    const ipc = source('main/hosts/electron/ipc.ts')
    expect(ipc).toContain("if (!isOwnTopFrame(event.senderFrame, origin)) throw new Error('core: refused sender')")
    expect(await filesWith(/ipcMain\b/)).toEqual(['main/hosts/electron/ipc.ts'])
    expect(ipc.match(/ipcMain\.\w+\('core'/g)).toEqual(["ipcMain.handle('core'"])
  })

  test('18: nothing is loaded from files', async () => {
    expect(await filesWith(/loadFile|file:\/\/|registerFileProtocol|interceptFileProtocol/)).toEqual([])
    expect(source('main/hosts/electron/window.ts').match(/loadURL\(.*/g)).toEqual([`loadURL(\`\${ORIGIN}/\`)`])
  })

  test('19: the package’s fuses are shut', () => {
    const { electronFuses, asar, files, npmRebuild } = parse(source('electron-builder.yml'))
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
    expect({ asar, npmRebuild }).toEqual({ asar: true, npmRebuild: false })
    expect(files.filter((each: string) => !each.startsWith('!'))).toEqual([
      'out/main/**',
      'out/renderer/**',
      'db/migrations/**',
      'manual/**',
      'package.json',
    ])
  })

  test('20: the page gets one function, hears one word, and nothing of Electron', async () => {
    const lines = source('main/hosts/electron/preload.ts').trim().split('\n')
    expect(lines).toHaveLength(6)
    expect(lines.at(-2)).toContain("contextBridge.exposeInMainWorld('core', { call })")
    expect(lines.at(-1)).toContain("ipcRenderer.on('locking', () => window.dispatchEvent(new Event('locking')))")
    expect(await filesWith(/ipcRenderer|contextBridge/)).toEqual(['main/hosts/electron/preload.ts'])
  })
})

describe('the packaged app', () => {
  const shipped = reachedFrom(ROOT, 'main/index.ts')

  test('is bundled from the Electron entry alone', () => {
    expect(source('vite.main.ts')).toContain("lib: { entry: 'main/index.ts'")
    expect(source('vite.preload.ts')).toContain("lib: { entry: 'main/hosts/electron/preload.ts'")
    expect(JSON.parse(source('package.json')).main).toBe('out/main/index.js')
  })

  test('holds no door on the network: not the loopback host, and nothing that could open or use one', () => {
    expect(shipped.files.size).toBeGreaterThan(60)
    expect([...shipped.files].filter(file => /^main\/(serve|start)\.ts$|^main\/hosts\/http\//.test(file))).toEqual([])
    const network = /^(node:)?(http|https|http2|net|tls|dgram|dns|inspector|child_process|worker_threads|vm)(\/|$)/
    expect([...shipped.others].filter(name => network.test(name))).toEqual([])
    expect(
      [...shipped.files].filter(file => /\bfetch\(|\bnet\.(fetch|request)\b|new WebSocket/.test(source(file))),
    ).toEqual([])
  })

  test('asks the network from nowhere in the page but the loopback caller', async () => {
    expect(
      await filesWith(/\bfetch\(|XMLHttpRequest|new WebSocket|sendBeacon|EventSource/, 'renderer/**/*.{ts,tsx}'),
    ).toEqual(['renderer/core/core.ts'])
  })

  test('the loopback host does open one, so the search above would have found it', () => {
    expect([...reachedFrom(ROOT, 'main/serve.ts').others]).toContain('node:http')
  })
})

describe('a file of the page', () => {
  let outer: string
  let folder: string
  beforeAll(() => {
    outer = mkdtempSync(join(tmpdir(), 'arton-files-'))
    folder = join(outer, 'renderer')
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), '<meta name="style-nonce" content="%STYLE_NONCE%" />')
    writeFileSync(join(folder, 'assets/index-A_b-9.js'), 'start()')
    writeFileSync(join(folder, 'assets/notes.txt'), 'a note')
    writeFileSync(join(folder, '.hidden.js'), 'hidden')
    writeFileSync(join(outer, 'secret.js'), 'secret')
    writeFileSync(join(outer, 'renderer.js'), 'beside')
  })
  afterAll(() => rmSync(outer, { recursive: true, force: true }))

  test('comes with its type and the policy, and is kept nowhere', async () => {
    const found = await rendererFile(folder, '/assets/index-A_b-9.js')
    expect(found?.body.toString()).toBe('start()')
    expect(found?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': expect.stringContaining("script-src 'self'; style-src 'self' 'nonce-"),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  test('that is the page itself carries the nonce of its own header, new each time', async () => {
    const nonces = new Set<string>()
    for (const path of ['/', '/index.html', '/']) {
      const found = await rendererFile(folder, path)
      const nonce = /'nonce-([\w+/]{22}==)'/.exec(found?.headers['content-security-policy'] ?? '')?.[1] ?? 'none'
      expect(found?.body.toString()).toBe(`<meta name="style-nonce" content="${nonce}" />`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/assets/../../secret.js',
    '/..\\secret.js',
    '/assets/..%5c..%5csecret.js',
    '//secret.js',
    '../secret.js',
    '/.hidden.js',
    '/assets/./index-A_b-9.js',
    '/assets/index-A_b-9.js/',
    '/assets/index-A_b-9.js%00',
    '/assets/index-A_b-9.js\0.html',
    '/assets/notes.txt',
    '/assets',
    '/nothing.js',
    '',
  ])('is not found at %j', async path => {
    expect(await rendererFile(folder, path)).toBeUndefined()
  })
})

describe('a packaged Arton', () => {
  test.each([
    ['--inspect'],
    ['--inspect=0.0.0.0:9229'],
    ['--inspect-brk'],
    ['--INSPECT-brk-node'],
    ['--remote-debugging-port=9222'],
    ['--remote-debugging-pipe'],
    ['--remote-allow-origins=*'],
    ['--debug-brk=1'],
    ['--js-flags=--expose-gc'],
    ['--load-extension=/tmp/x'],
    ['--require=/tmp/x.js'],
    ['--import', '/tmp/x.js'],
    ['--renderer-cmd-prefix=gdb'],
    ['--disable-web-security'],
    ['--log-net-log=/tmp/x'],
    ['--binder', '/tmp/b', '--remote-debugging-port=1'],
  ])('is not to be started with %s', (...words) => {
    expect(debuggingSwitch(words, {})).toMatch(/^--/)
  })

  test.each(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_ENABLE_LOGGING', 'NODE_V8_COVERAGE'])(
    'is not to be started under %s',
    name => {
      expect(debuggingSwitch([], { [name]: '1' })).toBe(name)
      expect(debuggingSwitch([], { [name]: '' })).toBeUndefined()
    },
  )

  test('starts with what belongs to it, and names no value of what does not', () => {
    expect(debuggingSwitch(['--binder', '/home/inspect/--inspector', '--user-data-dir=/x', '--lang=sv'], {})).toBe(
      undefined,
    )
    expect(debuggingSwitch(['--remote-debugging-port=9222'], {})).toBe('--remote-debugging-port')
    expect(debuggingSwitch([], { PATH: '/bin', HOME: '/root' })).toBeUndefined()
  })

  test('looks before it opens anything, and the fuses shut what comes before it', () => {
    const index = code('main/index.ts')
    const asked = index.search(/app\.isPackaged\s*\? debuggingSwitch\(/)
    expect(asked).toBeGreaterThan(0)
    for (const later of ['readCommandLine(process', 'ownFolder(binder)', 'registerScheme()', 'openCore('])
      expect(asked, later).toBeLessThan(index.indexOf(later))
    expect(parse(source('electron-builder.yml')).electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    })
  })
})
