import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** `npm run dev`: builds the renderer at every change and serves a binder in dev-binder/, restarted when the core changes. */
const root = join(import.meta.dirname, '../..')
const vite = join(root, 'node_modules/.bin/vite')
const started = [
  spawn(vite, ['build', '--watch', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' }),
  spawn(process.execPath, ['--watch', 'main/serve.ts', '--binder', 'dev-binder', '--port', '4180'], {
    cwd: root,
    stdio: 'inherit',
  }),
]
for (const each of started) {
  each.on('exit', () => {
    for (const other of started) other.kill()
  })
}
