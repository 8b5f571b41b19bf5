import { join } from 'node:path'
import { binderIn } from './binder.ts'
import type { Call } from './contract/index.ts'
import type { Day } from './contract/values.ts'
import { createCore } from './core.ts'
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

/** The core as both hosts serve it, in the real world, and the way to lock its binder. */
export function coreIn({ root, folder, today, platform, report }: CoreOnDisk): { call: Call; lock(): void } {
  const world = realWorld(today)
  const binder = binderIn(folder, join(root, 'db/migrations'), world, false)
  const call = createCore({ binder, manual: shippedManual(join(root, 'manual')), world, platform, report })
  return { call, lock: binder.lock }
}
