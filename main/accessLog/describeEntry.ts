import type { LogEntry, PrintedPage } from '../contract/accessLog.ts'
import { faultInSentence, logKindWords, printedPageWords, subjectWords } from '../contract/accessLogWords.ts'
import { listName } from '../contract/list.ts'
import { listWords } from '../contract/listWords.ts'
import { mistakeReasonWords } from '../contract/mistakeWords.ts'
import { recordWords } from '../contract/recordWords.ts'
import { retentionEntryWords } from '../contract/retentionWords.ts'
import { secrecyAbout } from '../contract/secrecy.ts'
import { unitKind } from '../contract/unit.ts'
import { unitKindWords } from '../contract/unitWords.ts'
import { assignedIn } from './assignmentDetail.ts'
import { faultIn } from './chainFault.ts'
import { retentionChangeWords } from './retentionDetail.ts'

/** What was done to a user: by the name they have now, and the one that the entry kept. */
const DONE_TO_USER: Partial<Record<string, (name: string, earlier: string) => string>> = {
  'user.add': name => `användaren ${name}`,
  'user.rename': (name, earlier) => `namnet på ${name}, som hette ${earlier}`,
  'user.setRoles': name => `behörigheterna för ${name}`,
  'user.renewAccess': name => `nya tillfälliga ord till ${name}`,
  'user.disable': name => `${name} kommer inte längre in`,
  'user.remove': (_, earlier) => `${earlier} är borttagen`,
}

const UNLOCKED: Partial<Record<string, string>> = {
  'user.unlockByKeychain': ' med datorns nyckelring',
  'user.choosePassphrase': ' med en ny lösenfras',
}

const FAILED: Partial<Record<string, string>> = {
  'user.changePassphrase': ' vid byte av lösenfras',
  'user.keepInKeychain': ' när datorns nyckelring skulle användas',
}

/** A client who was shown by someone's search, and not more than that. */
export function isFoundOnly({ method, clientId }: Pick<LogEntry, 'method' | 'clientId'>): boolean {
  return method === 'client.list' && clientId !== null
}

/** Whom the entry says something was done to; empty when no one. */
export function userIn({ method, detail }: Pick<LogEntry, 'method' | 'detail'>): string {
  return DONE_TO_USER[method] === undefined ? '' : (detail.split(' ')[0] ?? '')
}

/** One entry as a person reads it: what was done, with what. */
export function describeEntry(entry: LogEntry, nameOf: (userId: string) => string): string {
  const { kind, method, detail } = entry
  if (kind === 'chainBroken') {
    const fault = faultIn(entry)
    return `${logKindWords.chainBroken}: post ${fault.sequence} ${faultInSentence[fault.kind]}`
  }
  if (kind === 'lock') return logKindWords.lock
  if (kind === 'unlock') return logKindWords.unlock + (UNLOCKED[method] ?? '')
  if (kind === 'failedUnlock') return logKindWords.failedUnlock + failedWords(method, detail)
  if (kind === 'refused') return `${logKindWords.refused}: ${refusedWords(entry)}`
  if (isFoundOnly(entry)) return `${logKindWords.view}: visad vid en sökning`
  if (method === 'binder.changeKey') return `${logKindWords.change}: pärmens nyckel`
  if (method === 'client.assign') return `${logKindWords.change}: ${givenWords(detail, nameOf)}`
  if (method.startsWith('list.')) return `${logKindWords[kind]}: ${listEntryWords(detail)}`
  const who = userIn(entry)
  if (who !== '') return `${logKindWords[kind]}: ${DONE_TO_USER[method]?.(nameOf(who), detail.slice(who.length + 1))}`
  const about =
    kind === 'print'
      ? printedPageWords[detail as PrintedPage]
      : subjectWords[method.split('.')[0] as keyof typeof subjectWords]
  const more = kind === 'change' ? detailWords(method, detail) : ''
  return `${logKindWords[kind]}: ${about ?? method}${more && `, ${more}`}`
}

/** The refusals that said that someone has this number, or is here already. */
const TOLD_THAT_HERE: readonly string[] = ['number-taken', 'number-of-another', 'client-already-here']

/** What someone was kept from, or came to know by being refused. */
function refusedWords({ method, detail }: LogEntry): string {
  if (TOLD_THAT_HERE.includes(detail)) return 'fick veta att klienten finns i pärmen'
  return subjectWords[method.split('.')[0] as keyof typeof subjectWords] ?? method
}

/** What was decided about a record past its time, and how the rule for it changed; empty where the entry says no more. */
function detailWords(method: string, detail: string): string {
  if (method === 'retention.decide') return (DECIDED[detail] ?? '').toLowerCase()
  if (method === 'unit.change') return `som hette ${detail}`
  if (method === 'mistake.mark') return strikingWords(detail)
  if (method === 'unit.merge') return `${detail} är hopslagen med en annan`
  return retentionChangeWords(detail)
}

/** Which kind of record was struck, and why. */
function strikingWords(detail: string): string {
  const [kind, reason] = detail.split(' ')
  const words: (string | undefined)[] = [
    (recordWords as Partial<Record<string, string>>)[kind ?? ''],
    (mistakeReasonWords as Partial<Record<string, string>>)[reason ?? ''],
  ]
  return words
    .filter(each => each !== undefined)
    .join(', ')
    .toLocaleLowerCase('sv')
}

const DECIDED: Partial<Record<string, string>> = retentionEntryWords

/** From whom a client was given to whom; of what did not change, nothing. */
function givenWords(detail: string, nameOf: (userId: string) => string): string {
  const given = assignedIn(detail)
  if (given === undefined) return 'klientens ansvariga, till dem det redan var'
  const { from, to } = given
  const name = (id: string | null) => (id === null ? 'ingen här' : nameOf(id))
  const changed = (what: string, was: string | null, is: string | null) =>
    was === is ? [] : [`${what} från ${name(was)} till ${name(is)}`]
  return [
    ...changed('behandlare', from.therapistId, to.therapistId),
    ...changed('samordnare', from.coordinatorId, to.coordinatorId),
  ].join(', ')
}

/** Which row of which list; of secrecy, for which records of which kind of unit. */
function listEntryWords(detail: string): string {
  const [first = '', ...rest] = detail.split(' ')
  const list = listName.safeParse(first).data
  if (list !== undefined) return `listan ${listWords[list]}, ”${rest.join(' ')}”`
  if (first === 'researchAreas') return `det som bevaras för forskning, ”${rest.join(' ')}”`
  const [unit, record] = [unitKind.safeParse(first).data, secrecyAbout.shape.kind.safeParse(rest[0]).data]
  if (unit === undefined || record === undefined) return subjectWords.list
  return `sekretess när ingen har bestämt, ${recordWords[record]}, ${unitKindWords[unit]}`
}

/** What a `failedUnlock` says when the phrase already opens for someone else. */
export const OF_ANOTHER = 'ofAnother'

function failedWords(method: string, detail: string): string {
  const [, more] = /^earlier (\d+)$/.exec(detail) ?? []
  if (more !== undefined) return `: ${more} gånger till före den`
  return (FAILED[method] ?? '') + (detail === OF_ANOTHER ? ': den öppnar redan för någon annan' : '')
}
