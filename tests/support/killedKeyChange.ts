import { coreInFolder } from './core.ts'

/** Shuts a user out in a process of its own, which is killed when the change of key reaches a stage. */
const [folder = '', passphrase = '', userId = '', stage = ''] = process.argv.slice(2)
const core = coreInFolder({ folder, seed: 'killed' })
await core.ask('user.unlock', { passphrase })
void core.ask('user.disable', { userId })
for (;;) {
  if ((await core.ask('binder.keyProgress', {})).stage === stage) process.kill(process.pid, 'SIGKILL')
  await new Promise(resolve => setImmediate(resolve))
}
