import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../../main/context/context.ts'
import { realWorld } from '../../main/context/world.ts'
import { openCore } from '../../main/core/openCore.ts'
import { diagnosticLog } from '../../main/hosts/diagnosticLog.ts'
import { httpPlatform } from '../../main/hosts/http/platform.ts'
import { serveHttp } from '../../main/hosts/http/serve.ts'
import { LOW_COST, LOW_SEALING_WORK } from './core.ts'
import { TODAY } from './host.ts'

const ROOT = join(import.meta.dirname, '../..')

export type HostInside = {
  /** With the key. */
  readonly address: string
  readonly folder: string
  /** The lines of its diagnostic log so far. */
  complained(): string
  /** Locks the binder and stops answering. */
  stop(): Promise<void>
  /** Stops the host and takes its folder away, if it was made for this host. */
  remove(): Promise<void>
}

export type HostInsideOptions = {
  folder?: string
  today?: string
  /** The folder of the page; otherwise that of the build. */
  renderer?: string
  /** So much later by the wall clock, which `today` leaves alone. */
  hoursLater?: number
}

/**
 * Starts the loopback host as `main/serve.ts` does, but within the process of the test: on `folder` or on a new, empty
 * one. For a host that is killed, looked at from outside, or as slow as the shipped one there is `startHost`.
 */
export async function openHostInside(options: HostInsideOptions = {}): Promise<HostInside> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'arton-')))
  const lines: string[] = []
  const { failed } = diagnosticLog(line => {
    lines.push(line)
    console.error(line)
  })
  const platform = httpPlatform()
  const world = worldAt(options)
  const { call, lock } = openCore({ root: ROOT, folder, world, platform, report: failed })
  const renderer = options.renderer ?? join(ROOT, 'out/renderer')
  const host = await serveHttp({ call, platform, renderer, port: 0, report: failed })
  const stop = async () => {
    lock('end')
    host.close()
  }
  return {
    address: host.address,
    folder,
    complained: () => lines.join('\n'),
    stop,
    remove: async () => {
      await stop()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The real world on the test's day, its clock so many hours ahead, where a guess at a secret costs next to nothing. */
function worldAt({ today = TODAY, hoursLater = 0 }: HostInsideOptions): World {
  return {
    ...realWorld(today),
    now: () => new Date(Date.now() + hoursLater * 3_600_000).toISOString(),
    derivationCost: LOW_COST,
    sealingWork: LOW_SEALING_WORK,
  }
}
