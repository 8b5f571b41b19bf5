import { assignedIn } from '../accessLog/assignmentDetail.ts'
import { OTHERS } from '../accessLog/auditKind.ts'
import { isFoundOnly, userIn } from '../accessLog/describeEntry.ts'
import { takesOver } from '../assignment/assignees.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import type { LogEntry } from '../contract/accessLog.ts'
import { folded, undotted } from '../contract/folding.ts'
import type { KeptItem, ReviewSettings } from '../contract/logReview.ts'
import type { ClientId, Instant, UserId } from '../contract/values.ts'
import { type ClientAccess, itemOf } from './clientAccess.ts'

/** What is known of a client who was opened. The name is compared and never shown. */
export type OpenedClient = {
  readonly name: string
  /** Whether the user treated or coordinated the client then. */
  wasOwnOf(userId: UserId, at: string): boolean
}

export type HintInput = {
  readonly entries: readonly LogEntry[]
  readonly occasions: readonly ClientAccess[]
  readonly settings: ReviewSettings
  userName(id: UserId | null): string
  /** Nothing for one who is no longer here. */
  client(id: ClientId): OpenedClient | undefined
  /** The broken glass that an entry tells of, and until when it was. */
  brokenGlass(entry: LogEntry): { id: string; until: Instant } | undefined
  /** The giving away of a client that an entry tells of. */
  assignment(entry: LogEntry): { id: string } | undefined
}

/** Searches on one day from which they are told: a name typed letter by letter counts as some three. */
const MANY_SEARCHES = 30
/** Wrong attempts on one day from which they are told. */
const MANY_FAILURES = 3
/** What is done with a client's name on it by those who look after the unit, and opens no record. */
const ADMINISTRATIVE = ['client.assign', 'assignment.see', 'breakGlass.see', 'accessLog.entries', 'accessLog.extract']

/** The patterns worth a question. Arton cannot know who is related to whom, nor why anyone was at work at night. */
export function hintsIn(look: HintInput): KeptItem[] {
  return [
    ...breakGlassHints(look),
    ...takeoverHints(look),
    ...sameSurname(look),
    ...notOwn(look),
    ...manyClients(look),
    ...manySearches(look),
    ...accessRenewed(look),
    ...oddHours(look),
    ...failedUnlocks(look),
  ]
}

function breakGlassHints({ entries, userName, brokenGlass }: HintInput): KeptItem[] {
  return entries
    .filter(each => each.kind === 'breakGlass')
    .map(entry => {
      const { userId, clientId, at } = entry
      const { id, until = at } = brokenGlass(entry) ?? {}
      const read = entries.filter(
        each => each.userId === userId && each.clientId === clientId && each.at > at && each.at <= until,
      )
      const about = { userName: userName(userId), reasonId: id }
      return itemOf('breakGlass', String(entry.sequence), [entry, ...read], about)
    })
}

function takeoverHints({ entries, userName, assignment }: HintInput): KeptItem[] {
  return entries.flatMap(entry => {
    const given = entry.method === 'client.assign' ? assignedIn(entry.detail) : undefined
    if (given === undefined || !takesOver(entry.userId, given.from, given.to)) return []
    const about = { userName: userName(entry.userId), reasonId: assignment(entry)?.id }
    return [itemOf('tookOver', String(entry.sequence), [entry], about)]
  })
}

function sameSurname(look: HintInput): KeptItem[] {
  const alike = look.occasions.filter(({ userId, clientId }) => {
    const clients = surnamesOf(look.client(clientId)?.name ?? '')
    return surnamesOf(look.userName(userId)).some(each => clients.includes(each))
  })
  return [...grouped(alike, each => `${each.userId}:${each.clientId}`)].map(([about, those]) =>
    itemOf('sameSurname', about, entriesOf(those), { userName: look.userName(those[0]?.userId ?? null) }),
  )
}

/** The last name, or both of a double one, in lower case. */
function surnamesOf(name: string): string[] {
  const last = undotted(folded(name)).split(' ').at(-1) ?? ''
  return last === '' ? [] : last.split('-').filter(each => each !== '')
}

/** Who neither treated nor coordinated the client at the time, whosever it is now. */
function notOwn({ occasions, userName, client }: HintInput): KeptItem[] {
  const others = occasions.flatMap(each => {
    const opened = client(each.clientId)
    const entries = each.entries.filter(({ at }) => opened?.wasOwnOf(each.userId, at) === false)
    return entries.some(({ method }) => !ADMINISTRATIVE.includes(method)) ? [{ ...each, entries }] : []
  })
  return [...grouped(others, each => each.userId)].map(([about, those]) =>
    itemOf('notOwn', about, entriesOf(those), { userName: userName(those[0]?.userId ?? null) }),
  )
}

function manyClients({ entries, settings, userName }: HintInput): KeptItem[] {
  const opened = entries.filter(each => each.userId !== null && each.clientId !== null && !isFoundOnly(each))
  const byUserAndDay = grouped(opened, each => `${each.userId}:${inSweden(each.at).day}`)
  return [...byUserAndDay].flatMap(([about, those]) => {
    const hour = busiestHour(those)
    if (new Set(hour.map(each => each.clientId)).size <= settings.clientsAnHour) return []
    return [itemOf('manyClients', about, hour, { userName: userName(hour[0]?.userId ?? null) })]
  })
}

/** Many searches that showed someone else's clients. The clients they showed stand beside them. */
function manySearches({ entries, userName }: HintInput): KeptItem[] {
  const found = entries.filter(each => each.method === 'client.list' && (isFoundOnly(each) || each.detail === OTHERS))
  const byUserAndDay = grouped(found, each => `${each.userId}:${inSweden(each.at).day}`)
  return [...byUserAndDay].flatMap(([about, those]) => {
    const searches = those.filter(each => !isFoundOnly(each))
    if (searches.length < MANY_SEARCHES) return []
    return [itemOf('manySearches', about, those, { userName: userName(those[0]?.userId ?? null) })]
  })
}

/** Whoever holds the new words can come in as that user: told with the first coming in and the first reading after. */
function accessRenewed({ entries, userName }: HintInput): KeptItem[] {
  return entries.flatMap((entry, nth) => {
    if (entry.method !== 'user.renewAccess') return []
    const whose = userIn(entry) as UserId
    const after = entries.slice(nth + 1).filter(each => each.userId === whose)
    const comingIn = after.find(each => each.kind === 'unlock')
    const reading = after.find(each => each.clientId !== null)
    const told = [entry, comingIn, reading].filter(each => each !== undefined)
    return [
      itemOf('accessRenewed', String(entry.sequence), told, {
        userName: userName(entry.userId),
        aboutUser: userName(whose),
      }),
    ]
  })
}

/** The entries of the hour with the most different clients. */
function busiestHour(entries: readonly LogEntry[]): LogEntry[] {
  const inTime = entries.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const within = new Map<ClientId | null, number>()
  let best = { from: 0, to: 0, clients: 0 }
  let from = 0
  for (const [to, entry] of inTime.entries()) {
    within.set(entry.clientId, (within.get(entry.clientId) ?? 0) + 1)
    for (let first = inTime[from]; first && Date.parse(entry.at) - Date.parse(first.at) > 3_600_000; ) {
      const left = (within.get(first.clientId) ?? 0) - 1
      if (left === 0) within.delete(first.clientId)
      else within.set(first.clientId, left)
      first = inTime[++from]
    }
    if (within.size > best.clients) best = { from, to: to + 1, clients: within.size }
  }
  return inTime.slice(best.from, best.to)
}

function oddHours({ entries, settings: { hoursFrom, hoursTo }, userName }: HintInput): KeptItem[] {
  const odd = entries.filter(({ userId, clientId, at }) => {
    if (userId === null || clientId === null) return false
    const { time } = inSweden(at)
    return time < hoursFrom || time >= hoursTo
  })
  return [...grouped(odd, each => String(each.userId))].map(([about, those]) =>
    itemOf('oddHours', about, those, { userName: userName(those[0]?.userId ?? null) }),
  )
}

function failedUnlocks({ entries, userName }: HintInput): KeptItem[] {
  const failed = grouped(
    entries.filter(each => each.kind === 'failedUnlock'),
    each => [inSweden(each.at).day, each.userId ?? []].flat().join(':'),
  )
  return [...failed].flatMap(([about, those]) => {
    const isTold = those.length >= MANY_FAILURES || those.some(each => each.detail !== '') // many more, or another's own
    return isTold ? [itemOf('failedUnlocks', about, those, { userName: userName(those[0]?.userId ?? null) })] : []
  })
}

function entriesOf(occasions: readonly ClientAccess[]): LogEntry[] {
  return occasions.flatMap(each => each.entries).sort((one, other) => one.sequence - other.sequence)
}

function grouped<T>(all: readonly T[], by: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = by(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}
