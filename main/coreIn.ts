import { join } from 'node:path'
import { binderIn } from './binder.ts'
import type { Call } from './contract/index.ts'
import type { Day } from './contract/values.ts'
import { createCore } from './core.ts'
import type { Manual } from './manual/manualFormat.ts'
import { shippedManual } from './manual/service.ts'
import type { Platform } from './platform.ts'
import { realWorld } from './world.ts'

export type CoreOnDisk = {
  /** Holds manual/ and db/migrations/: the project's folder, or the packaged app. */
  readonly root: string
  /** The binder's folder; need not exist. */
  readonly folder: string
  readonly today: Day | undefined
  readonly platform: Platform
  report(error: unknown): void
}

/** Milliseconds: the window comes first, then the manual is read, some 0.3 s. */
const AFTER_THE_WINDOW = 700

/** The core as both hosts serve it, in the real world, and the way to lock its binder. */
export function coreIn({ root, folder, today, platform, report }: CoreOnDisk): { call: Call; lock(): void } {
  const world = realWorld(today)
  const binder = binderIn({
    folder,
    migrations: join(root, 'db/migrations'),
    world,
    demo: false,
    keychain: platform.keychain,
  })
  let read: Manual | undefined
  const manual = () => {
    read ??= shippedManual(join(root, 'manual'))
    return read
  }
  setTimeout(manual, AFTER_THE_WINDOW).unref() // while the user types the passphrase
  const call = createCore({ binder, manual, world, platform, report })
  return { call, lock: binder.lock }
}
