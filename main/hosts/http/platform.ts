import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { Platform } from '../../context/platform.ts'
import type { Reply } from '../../contract/index.ts'

type KeptFile = { readonly name: string; readonly bytes: Uint8Array }

/** A reply with the address of the file that the call saved, for the page to fetch. */
type ReplyWithDownload = Reply & { readonly download?: string }

export type HttpPlatform = Platform & {
  /** Runs one call and adds the file it saved. After a refusal nothing is kept. */
  during(call: () => Promise<Reply>): Promise<ReplyWithDownload>
  /** The file at a download's path, once. */
  take(path: string): KeptFile | undefined
}

/** Files nobody fetches are forgotten once so many newer ones wait. */
const MOST_WAITING = 8

/** A browser saves what it downloads: the host keeps each file in memory until it is fetched. */
export function httpPlatform(): HttpPlatform {
  const waiting = new Map<string, KeptFile>()
  const current = new AsyncLocalStorage<{ path?: string }>()
  return {
    async placeFor(name) {
      const call = current.getStore()
      if (call === undefined) return undefined // nobody would learn the address
      const path = `/download/${randomBytes(32).toString('hex')}/${encodeURIComponent(name)}`
      return {
        write(bytes) {
          call.path = path
          waiting.set(path, { name, bytes })
          for (const each of [...waiting.keys()].slice(0, -MOST_WAITING)) waiting.delete(each)
        },
        takeBack: () => void waiting.delete(path),
      }
    },

    during(call) {
      const saved: { path?: string } = {}
      return current.run(saved, async () => {
        const reply = await call()
        if (saved.path === undefined) return reply
        if (reply.ok) return { ...reply, download: saved.path }
        waiting.delete(saved.path)
        return reply
      })
    },

    take(path) {
      const found = waiting.get(path)
      waiting.delete(path)
      return found
    },
  }
}
