import { join } from 'node:path'
import { createSeat, currentVisit, type LockedBy, lockIfIdle, lockSeat, type Seat } from '../binder/seat.ts'
import { openBinderFolder } from '../binder/vault.ts'
import type { World } from '../context/context.ts'
import type { Platform } from '../context/platform.ts'
import type { Call } from '../contract/index.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { shippedManual } from '../manual/service.ts'
import { createCore } from './core.ts'

type CoreOnDisk = {
  /** Holds manual/ and db/migrations/: the project's folder, or the packaged app. */
  readonly root: string
  /** The binder's folder; need not exist. */
  readonly folder: string
  readonly world: World
  readonly platform: Platform
  report(error: unknown): void
  /** Hears that the core locked by itself, which it does only when the page did not. */
  lockedAlone?(): void
}

/** The core as a host serves it to its one window. */
type OpenCore = {
  readonly call: Call
  /** A user's being in, or nothing while locked; another object each time someone comes in. */
  visit(): object | undefined
  lock(by: LockedBy): void
}

/** Milliseconds: the window comes first, then the manual is read, some 0.3 s. */
const MANUAL_PRELOAD_DELAY = 700

/** Milliseconds between two looks at whether anyone is still here. */
const LOOK_EVERY = 5_000

/** Milliseconds: a look that comes so late means that the computer has slept. */
const SLEPT = 60_000

/** The core with one seat. */
export function openCore({ root, folder, world, platform, report, lockedAlone }: CoreOnDisk): OpenCore {
  let read: Manual | undefined
  const manual = () => {
    read ??= shippedManual(join(root, 'manual'))
    return read
  }
  setTimeout(manual, MANUAL_PRELOAD_DELAY).unref() // while the user types the passphrase
  const vault = openBinderFolder({ folder, migrations: join(root, 'db/migrations'), world, demo: false, manual })
  const seat = createSeat(vault, platform.keychain)
  watch(seat, () => lockedAlone?.())
  return {
    call: createCore({ seat, platform, report }),
    visit: () => currentVisit(seat),
    lock: by => lockSeat(seat, by),
  }
}

/** Looks now and then whether anyone is here: a page that hangs, or that means ill, does not keep the binder open. */
function watch(seat: Seat, lockedAlone: () => void): void {
  let looked = Date.now()
  setInterval(() => {
    const hasSlept = Date.now() - looked > LOOK_EVERY + SLEPT
    looked = Date.now()
    const isAlone = lockIfIdle(seat) || (hasSlept && currentVisit(seat) !== undefined)
    if (hasSlept) lockSeat(seat)
    if (isAlone) lockedAlone()
  }, LOOK_EVERY).unref()
}
