import { isFoundOnly } from '../accessLog/describeEntry.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import type { LogEntry } from '../contract/accessLog.ts'
import type { KeptItem, KindCounts, ReviewReason } from '../contract/logReview.ts'
import type { ClientId, Day, UserId } from '../contract/values.ts'

/** Everything one user did with one client on one day: what a person can be asked about. */
export type ClientAccess = {
  readonly userId: UserId
  readonly clientId: ClientId
  readonly day: Day
  readonly entries: readonly LogEntry[]
}

/** The occasions in these entries, in an order that is the same every time: by day, user and client. */
export function clientAccessesIn(entries: readonly LogEntry[]): ClientAccess[] {
  const found = new Map<string, ClientAccess & { entries: LogEntry[] }>()
  for (const entry of entries) {
    const { userId, clientId } = entry
    if (userId === null || clientId === null || isFoundOnly(entry)) continue
    const { day } = inSweden(entry.at)
    const key = `${day} ${userId} ${clientId}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { userId, clientId, day, entries: [entry] })
    else known.entries.push(entry)
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
}

export function countsOf(entries: readonly LogEntry[]): KindCounts {
  const counts: KindCounts = {}
  for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Entries named in an item; the rest are only counted. */
const MOST_NAMED = 200

type About = { userName: string; aboutUser?: string; reasonId?: string | undefined }

/** Something to decide on. `entries` in the order of the log, at least one. */
export function itemOf(
  reason: ReviewReason,
  about: string,
  entries: readonly LogEntry[],
  { userName, aboutUser = '', reasonId }: About,
): KeptItem {
  const times = entries.map(each => each.at).sort()
  const clients = [...new Set(entries.flatMap(each => each.clientId ?? []))]
  return {
    key: `${reason}:${about}`,
    reason,
    userId: entries[0]?.userId ?? null,
    userName,
    clientId: (clients.length === 1 ? clients[0] : undefined) ?? null,
    clients: clients.length,
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
    counts: countsOf(entries),
    entries: entries.length,
    sequences: entries.slice(0, MOST_NAMED).map(each => each.sequence),
    aboutUser,
    reasonId: reasonId ?? null,
  }
}
