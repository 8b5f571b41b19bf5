import type { Role } from '../../main/contract/user.ts'
import type { Ask } from '../support/invented.ts'

/** Berit's colleagues in the demo, who come in with these. */
export const DEMO_COLLEAGUES: readonly { name: string; roles: Role[]; passphrase: string }[] = [
  { name: 'Sara Samordnare', roles: ['coordinator'], passphrase: 'två grodor räknar moln' },
  { name: 'Hanna Handledare', roles: ['supervisor'], passphrase: 'rostig cykel under granen' },
]

/** Adds them as an administrator does, and lets each choose a passphrase. Leaves the binder locked. */
export async function addColleagues(ask: Ask, administrator: string): Promise<void> {
  for (const { passphrase, ...colleague } of DEMO_COLLEAGUES) {
    await ask('user.unlock', { passphrase: administrator })
    const { userId, words } = await ask('user.add', colleague)
    await ask('user.lock', {})
    await ask('user.unlock', { passphrase: words })
    await ask('user.choosePassphrase', { userId, passphrase })
    await ask('user.lock', {})
  }
}
