import type { Db } from '../../db/open.ts'
import {
  addFaultAnswer,
  addLogRow,
  countEntries,
  entriesFrom,
  faultAnswers,
  faultEntries,
  findEntries,
  insertQuestion,
  lastLogRow,
  latestRefusalAt,
  logHashAt,
  questionsOfHour,
} from '../../db/repositories/accessLog.ts'
import { clientKnownAs, clientRow } from '../../db/repositories/client.ts'
import { mergedInto } from '../../db/repositories/merge.ts'
import { allUsers } from '../../db/repositories/user.ts'
import { instantsOf } from '../calendar/swedishTime.ts'
import { numberIn } from '../client/personalIdentityNumber.ts'
import type { Context, FileExport } from '../context/context.ts'
import type { ChainFault, EntryView, LogEntry, ReportedFault } from '../contract/accessLog.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Method, Output } from '../contract/index.ts'
import type { ClientId } from '../contract/values.ts'
import { AUDIT_KIND } from './auditKind.ts'
import { type DetectedFault, faultDetail, faultIn, firstFault } from './chainFault.ts'
import { describeEntry } from './describeEntry.ts'
import { GENESIS_HASH, hashOf } from './hashChain.ts'
import { logCsv } from './logCsv.ts'
import { headFault, type LogHead } from './logHead.ts'
import { refuseIfAskedOften } from './questionWait.ts'

/** Entries gone through anew at each unlocking, beside those added since the last: about 0.15 s. */
const RECHECKED_AT_UNLOCK = 50_000

/** Entries gone through in one piece when someone asks for it: about 60 ms. */
const VERIFIED_AT_A_TIME = 20_000

/** Adds an entry after the last one. Call it in the transaction of what it tells of: then neither is there without the other. */
export function logAccess(db: Db, told: Omit<LogEntry, 'sequence'>): void {
  const last = lastLogRow(db)
  const entry = { sequence: (last?.sequence ?? 0) + 1, ...told }
  addLogRow(db, { ...entry, hash: hashOf(entry, last?.hash ?? GENESIS_HASH) })
}

/** Milliseconds: a page that asks again every few seconds is refused as often. */
const SAME_REFUSAL = 10 * 60_000

/** Adds that someone was refused. What leaves no row when it is answered is asked again and again, and noted once in ten minutes. */
export function logRefused(
  db: Db,
  told: Omit<LogEntry, 'sequence' | 'kind' | 'clientId'> & { clientId: ClientId },
): void {
  const method = told.method as Method
  const before = AUDIT_KIND[method] === 'unlogged' ? latestRefusalAt(db, told) : undefined
  const since = new Date(Date.parse(told.at) - SAME_REFUSAL).toISOString()
  if (before !== undefined && before > since && before <= told.at) return
  logAccess(db, { ...told, kind: 'refused' })
}

/**
 * What the head of the log should be when the database is opened, and what is wrong.
 *
 * Gone through are all entries since the last opening, and `recheck` of the older ones in turn.
 */
export function checkLogAtOpening(
  db: Db,
  remembered: LogHead | 'headMissing' | 'headChanged',
  recheck = RECHECKED_AT_UNLOCK,
): { head: LogHead; fault?: DetectedFault | undefined } {
  const last = lastLogRow(db) ?? { sequence: 0, hash: '' }
  const afresh: LogHead = { format: 1, ...last, closed: false, checkedTo: 0, recheckedTo: 0 }
  if (typeof remembered === 'string') {
    if (last.sequence === 0) return { head: afresh }
    const fault = faultBetween(db, 1, last.sequence) ?? ofHead({ kind: remembered, sequence: last.sequence })
    return { head: { ...afresh, checkedTo: last.sequence }, fault }
  }
  const from = Math.min(remembered.checkedTo, last.sequence) + 1
  const reached = Math.min(remembered.recheckedTo, from - 1)
  const to = Math.min(from - 1, reached + recheck)
  const again = Math.min(reached, recheck - (to - reached)) // at the end of a round the next begins
  const whatHeadSays = headFault(remembered, last, sequence => logHashAt(db, sequence) ?? '')
  const isWhole =
    whatHeadSays === undefined &&
    faultBetween(db, from, last.sequence) === undefined &&
    faultBetween(db, reached + 1, to) === undefined &&
    faultBetween(db, 1, again) === undefined
  const head = { ...afresh, checkedTo: last.sequence, recheckedTo: again > 0 ? again : to }
  if (isWhole) return { head }
  const inChain = faultBetween(db, 1, last.sequence) // the first one, wherever it is
  const isAfterHead = whatHeadSays?.kind === 'inserted' && whatHeadSays.sequence === inChain?.sequence
  const fault = isAfterHead ? { ...inChain, ...whatHeadSays } : (inChain ?? (whatHeadSays && ofHead(whatHeadSays)))
  return { head, fault }
}

const ofHead = (fault: ChainFault): DetectedFault => ({ ...fault, breakAt: 0, evidence: '' })

/** What has been found wrong with the log, newest first. */
export function reportedFaults({ db }: Pick<Context, 'db'>): Output<'accessLog.faults'> {
  const answers = new Map(faultAnswers(db).map(each => [each.entry, each]))
  return faultEntries(db)
    .toReversed()
    .map(each => {
      const answer = answers.get(each.sequence)
      const view = toFaultView(each)
      return answer === undefined
        ? view
        : { ...view, answer: { words: answer.words, by: answer.authorName, at: answer.at } }
    })
}

function toFaultView(entry: LogEntry): ReportedFault {
  const { kind, sequence } = faultIn(entry)
  return { kind, sequence, entry: entry.sequence, detectedAt: entry.at }
}

export function logState({ db }: Context): Output<'accessLog.state'> {
  const answered = new Set(faultAnswers(db).map(each => each.entry))
  const open = faultEntries(db).findLast(each => !answered.has(each.sequence))
  return open === undefined ? {} : { fault: toFaultView(open) }
}

export function answerFault(
  { db, user, now }: Context,
  { entry, words }: Checked<'accessLog.answerFault'>,
): Output<'accessLog.answerFault'> {
  const told = reportedFaults({ db }).find(each => each.entry === entry) ?? refuse('not-found')
  if (told.answer !== undefined) refuse('fault-answered')
  addFaultAnswer(db, { entry, words, authorId: user.id, authorName: user.name, at: now() })
  return {}
}

/** A piece of the log gone through because someone asked; what is wrong is told in the log. */
export function verifyLog(context: Context, { from }: Checked<'accessLog.verify'>): Output<'accessLog.verify'> {
  const entries = lastLogRow(context.db)?.sequence ?? 0
  const checkedTo = Math.min(entries, from - 1 + VERIFIED_AT_A_TIME)
  const fault = checkBetween(context, from, checkedTo)
  return { checkedTo, entries, ...(fault && { fault }) }
}

/** What a review of the log asks of it. */
export function chainChecks(context: Context) {
  return {
    check: (from: number) => void checkBetween(context, from, lastLogRow(context.db)?.sequence ?? 0),
    open: () => reportedFaults(context).flatMap(({ answer, ...fault }) => (answer === undefined ? [fault] : [])),
  }
}

function checkBetween(context: Context, from: number, to: number): ReportedFault | undefined {
  const found = faultBetween(context.db, from, to)
  return found && reportFault(context, found)
}

function reportFault({ db, user, now }: Context, found: DetectedFault): ReportedFault {
  const at = now()
  const detail = faultDetail(found)
  logAccess(db, { at, userId: user.id, clientId: null, method: 'accessLog.verify', kind: 'chainBroken', detail })
  return { kind: found.kind, sequence: found.sequence, entry: lastLogRow(db)?.sequence ?? 0, detectedAt: at }
}

/** The first fault not told before, from an entry through another. */
function faultBetween(db: Db, from: number, to: number): DetectedFault | undefined {
  if (from > to) return undefined
  const inside = faultEntries(db).find(each => {
    const { breakAt } = faultIn(each)
    return breakAt > 0 && breakAt < from && from <= each.sequence
  })
  return firstFault(sequence => entriesFrom(db, sequence), inside ? faultIn(inside).breakAt : from, to)
}

export function entriesOfLog(
  context: Context,
  { sequences, most, ...part }: Checked<'accessLog.entries'>,
): Output<'accessLog.entries'> {
  const filter = { ...instantsOf(part.fromOn, part.toOn), ...part, sequences }
  const entries = findEntries(context.db, filter, most)
  const shown = entries.map(({ hash: _, ...entry }) => entry)
  return { entries: toEntryViews(context, shown), total: countEntries(context.db, filter) }
}

/** The entries in words, with who and whose. */
function toEntryViews<Entry extends LogEntry>({ db }: Context, entries: readonly Entry[]): (Entry & EntryView)[] {
  const names = new Map<string, string>(allUsers(db).map(each => [each.id, each.name]))
  const references = new Map<ClientId, string>()
  const referenceOf = (id: ClientId) => {
    const known = references.get(id)
    if (known !== undefined) return known
    const row = clientRow(db, id)
    const kept = row === undefined ? mergedInto(db, id) : undefined
    const gone = kept === undefined ? 'finns inte längre' : `sammanfogad med ${kept.reference}`
    const reference = row === undefined ? gone : row.reference
    references.set(id, reference)
    return reference
  }
  const nameOf = (id: string) => names.get(id) ?? 'Okänd användare'
  return entries.map(entry => ({
    ...entry,
    userName: entry.userId === null ? '' : nameOf(entry.userId),
    clientReference: entry.clientId === null ? '' : referenceOf(entry.clientId),
    what: describeEntry(entry, nameOf),
  }))
}

export function usersOfLog({ db }: Context): Output<'accessLog.users'> {
  return allUsers(db).map(({ id, name }) => ({ id, name }))
}

/** A question, whatever the answer: it is asked by a whole number, one at a time. */
export function findClientOfLog(
  { db, user, now }: Context,
  { words }: Checked<'accessLog.findClient'>,
): Output<'accessLog.findClient'> {
  const at = now()
  refuseIfAskedOften(questionsOfHour(db, user.id, at), at)
  insertQuestion(db, user.id, at)
  const row = clientKnownAs(db, { words, digits: numberIn(words) })
  return row && { clientId: row.id, reference: row.reference }
}

/** A part of the log as a file: its name says the days and nothing about anyone. */
export function extractOfLog(
  context: Context,
  { form, ...part }: Checked<'accessLog.extract'>,
): FileExport<Output<'accessLog.extract'>> {
  const name = `atkomstlogg-${part.fromOn}-${part.toOn}.${form}`
  return {
    name,
    none: { fileName: name, saved: false, entries: 0 },
    async make() {
      const entries = findEntries(context.db, { ...instantsOf(part.fromOn, part.toOn), ...part })
      const rows = toEntryViews(context, entries)
      const { unit, user } = context
      const about = { format: 'arton access log 1', unit: unit.name, ...part, madeAt: context.now(), madeBy: user.name }
      const text = form === 'csv' ? logCsv(rows) : `${JSON.stringify({ ...about, entries: rows }, undefined, 2)}\n`
      return {
        bytes: Buffer.from(text),
        store: () => ({ fileName: name, saved: true, entries: entries.length }),
      }
    },
  }
}
