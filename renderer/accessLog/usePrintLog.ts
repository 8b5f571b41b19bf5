import { useEffect } from 'react'
import type { PrintedPage } from '../../main/contract/accessLog.ts'
import { ask } from '../core/core.ts'

/** Which page an address is, for the access log. */
const pages: readonly [RegExp, PrintedPage][] = [
  [/^\/client\/[^/]+\/session\//, 'session'],
  [/^\/client\/[^/]+\/form\//, 'form'],
  [/^\/client\/[^/]+\/goals/, 'goals'],
  [/^\/client\/[^/]+\/handover/, 'handover'],
  [/^\/client\/[^/]+\/consents/, 'consent'],
  [/^\/client\/[^/]+(\/do\/.*)?$/, 'client'],
  [/^\/handovers/, 'handover'],
  [/^\/settings\/log-/, 'accessLog'],
]

/** Leaves an entry in the access log whenever the window prints, by a button or by Ctrl+P. The manual tells of no one. */
export function usePrintLog(path: string): void {
  useEffect(() => {
    const clientId = /^\/client\/([^/]+)/.exec(path)?.[1]
    const page = pages.find(([address]) => address.test(path))?.[1] ?? 'other'
    const logPrint = () => {
      if (!path.startsWith('/manual')) void ask('accessLog.printed', { ...(clientId && { clientId }), page })
    }
    window.addEventListener('beforeprint', logPrint)
    return () => window.removeEventListener('beforeprint', logPrint)
  }, [path])
}
