import type { Db } from '../../db/open.ts'
import { addLogRow, lastLogRow } from '../../db/repositories/accessLog.ts'
import type { LogEntry } from '../contract/accessLog.ts'
import { BEFORE_THE_FIRST, hashOf } from './hashChain.ts'

/** Adds an entry after the last one. Call it in the transaction of what it tells of: then neither is there without the other. */
export function logAccess(db: Db, told: Omit<LogEntry, 'sequence'>): void {
  const last = lastLogRow(db)
  const entry = { sequence: (last?.sequence ?? 0) + 1, ...told }
  addLogRow(db, { ...entry, hash: hashOf(entry, last?.hash ?? BEFORE_THE_FIRST) })
}
