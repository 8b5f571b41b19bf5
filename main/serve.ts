import { homedir } from 'node:os'
import { join } from 'node:path'
import { realWorld } from './context/world.ts'
import { openCore } from './core/openCore.ts'
import { readCommandLine } from './hosts/commandLine.ts'
import { diagnosticLog } from './hosts/diagnosticLog.ts'
import { dataFolder } from './hosts/http/dataFolder.ts'
import { httpPlatform } from './hosts/http/platform.ts'
import { serveHttp } from './hosts/http/serve.ts'

/**
 * The loopback host: `node main/serve.ts [--binder FOLDER] [--port N] [--today YYYY-MM-DD]`.
 *
 * Prints one line, its address; faults go to stderr. Never packaged: architecture.md section 5.
 */
process.umask(0o077) // what this program makes is its own account's alone
const root = join(import.meta.dirname, '..')
const { binder: named, port, today } = readCommandLine(process.argv.slice(2))
const folder = named ?? join(dataFolder(process.platform, process.env, homedir()), 'binder')
const { failed } = diagnosticLog(line => console.error(line))
const platform = httpPlatform()
const { call, lock } = openCore({ root, folder, world: realWorld(today), platform, report: failed })
const { address } = await serveHttp({ call, platform, renderer: join(root, 'out/renderer'), port, report: failed })

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    lock('end')
    process.exit(0)
  })
}
console.log(address)
