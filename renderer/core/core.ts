import { MutationCache, type Query, QueryClient, useMutation, useQuery } from '@tanstack/react-query'
import { CoreError } from '../../main/contract/errors.ts'
import type { Call, Input, Method, Output, Reply } from '../../main/contract/index.ts'
import { pageKey } from './pageKey.ts'

declare global {
  interface Window {
    /** Put there by Electron's preload; a browser has none and asks over the loopback. */
    readonly core?: { readonly call: Call }
  }
}

/** True in Electron: a window that is to close waits until all is stored. A browser's does not. */
export const mayDelayClosing: boolean = window.core !== undefined

/**
 * Characters that can be sent while the page goes, 0 where it waits anyway: browsers allow 64 kB, and a character may
 * be three bytes.
 */
export const KEEPALIVE_LIMIT: number = mayDelayClosing ? 0 : 20_000

async function callOverLoopback(method: string, input: unknown): Promise<Reply> {
  const body = JSON.stringify(input)
  const isTyping = method.startsWith('draft.') || method.startsWith('typing.')
  const keepalive = isTyping && body.length <= KEEPALIVE_LIMIT
  const headers = { authorization: `Bearer ${pageKey}` }
  const response = await fetch(`/core/${method}`, { method: 'POST', headers, body, keepalive })
  const reply = (await response.json()) as Reply & { download?: string }
  if (reply.download !== undefined) offerDownload(reply.download)
  return reply
}

/** The loopback host cannot open a save dialog: it lends the file to the browser once. */
function offerDownload(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

const call: Call = window.core?.call ?? callOverLoopback

/** Asks the core. @throws CoreError with the refusal, also when the core cannot be reached. */
export async function ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await call(method, input).catch((): Reply => ({ ok: false, refusal: { code: 'unexpected' } }))
  if (reply.ok) return reply.value as Output<M>
  if (reply.refusal.code === 'locked') void queryClient.invalidateQueries({ queryKey: ['binder.state'] })
  if (reply.refusal.code === 'other-user') forgetEverything()
  throw new CoreError(reply.refusal)
}

/**
 * Every successful command makes all shown data stale: SQLite is near, so asking again is cheap. It is not waited
 * for: the screen that gave the command hears first, and may leave before new data takes it away.
 */
export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({ onSuccess: () => void queryClient.invalidateQueries() }),
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' },
    mutations: { networkMode: 'always', gcTime: 0 }, // what was typed is not kept: it may be a passphrase
  },
})

/** Shows the locked door at once: what was on the screen goes before anything is asked. */
export function showLocked(): void {
  const key = ['binder.state', {}]
  const state = queryClient.getQueryData<Output<'binder.state'>>(key)
  if (state !== undefined) queryClient.setQueryData(key, { ...state, state: 'locked' })
}

/** Takes away from the page's memory all that has been shown and typed, and looks anew where the user stands. */
export function forgetEverything(): void {
  const allButBinderState = { predicate: (query: Query) => query.queryKey[0] !== 'binder.state' }
  queryClient.getMutationCache().clear()
  queryClient.removeQueries({ ...allButBinderState, type: 'inactive' })
  void queryClient.resetQueries(allButBinderState)
  void queryClient.invalidateQueries({ queryKey: ['binder.state'] })
}

// typing changes these, and typing makes nothing else stale
for (const each of ['draft.list', 'draft.earlier'] satisfies Method[])
  queryClient.setQueryDefaults([each], { staleTime: 0 })

export function useCore<M extends Method>(method: M, input: Input<M>, options: { enabled?: boolean } = {}) {
  return useQuery<Output<M>, CoreError>({ queryKey: [method, input], queryFn: () => ask(method, input), ...options })
}

export function useCommand<M extends Method>(method: M) {
  return useMutation<Output<M>, CoreError, Input<M>>({ mutationFn: input => ask(method, input) })
}
