import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, instant, line, userId, words } from './values.ts'

/** What an entry of the access log tells of. Source: law-and-data.md L13. */
export const logKind = z.enum([
  'view',
  'create',
  'change',
  'print',
  'export',
  'import',
  'unlock',
  'failedUnlock',
  'lock',
  'breakGlass',
  /** The log itself was found not to add up: `detail` says how, where, and by what evidence. */
  'chainBroken',
  /** Not given, and yet it told of a client, or kept someone from reading them: `detail` is the refusal's code. */
  'refused',
])
export type LogKind = z.infer<typeof logKind>

/**
 * One row of the access log. An instant or an id is told as it stands: in a log that someone has altered it may be
 * anything, and that is when it must be possible to read.
 */
export const logEntry = z.strictObject({
  /** 1, 2, 3 … without a gap. */
  sequence: z.int().min(1),
  /** An instant. */
  at: z.string(),
  /** Null where nobody is known: a failed attempt to unlock. */
  userId: z.string().brand('UserId').nullable(),
  /** Null where no single client is concerned. */
  clientId: z.string().brand('ClientId').nullable(),
  method: z.string(),
  kind: logKind,
  /** What the method does not say, in a few code words. Of a user it may hold the name they had; never anything of a client. */
  detail: z.string().max(300),
})
export type LogEntry = z.infer<typeof logEntry>

/** An entry as it is stored, with the hash that ties it to the one before: 64 hexadecimal digits. */
export type ChainedEntry = LogEntry & { readonly hash: string }

/** What can be wrong with the log. */
const faultKind = z.enum([
  /** An entry has been taken out. */
  'missing',
  /** An entry does not say what it said when it was written. */
  'changed',
  /** An entry was put in by something else than Arton. */
  'inserted',
  /** Entries have changed places. */
  'moved',
  /** The last entries are gone: the database is older than what is remembered outside it. */
  'rolledBack',
  /** The entries hang together, but are others than those remembered outside the database. */
  'rewritten',
  /** What is remembered outside the database is gone. Then nobody can say whether the last entries are. */
  'headMissing',
  /** What is remembered outside the database is damaged, or not Arton's. */
  'headChanged',
  /** What remembers wrong passphrases was gone or damaged: nobody can say who has tried to come in. */
  'doorMissing',
  /** It is not the one that lay there at the orderly lock. */
  'doorChanged',
  /** Nor is the keyring. */
  'keyringChanged',
  /** Nor is the database's file, though the log in it hangs together: pages of it are others, or older. */
  'databaseChanged',
])
export type FaultKind = z.infer<typeof faultKind>

/** A fault, and the first entry that it concerns. */
export const chainFault = z.strictObject({ kind: faultKind, sequence: z.int().min(0) })
export type ChainFault = z.infer<typeof chainFault>

/** A fault as it was told in the log, by the entry `entry`. */
export const reportedFault = chainFault.extend({ entry: z.int().min(1), detectedAt: z.string() })
export type ReportedFault = z.infer<typeof reportedFault>

/** What someone found out about a fault, and did about it. */
const faultAnswer = z.strictObject({ words: z.string(), by: line, at: instant })

/** An entry as a reader of the log sees it: the user by name, the client by case number or initials, what was done in words. */
const entryView = logEntry.extend({ userName: z.string(), clientReference: z.string(), what: z.string() })
export type EntryView = z.infer<typeof entryView>

/** A part of the log: whole days in Sweden, and of those only one client's, one user's or one kind. */
const part = z.strictObject({
  fromOn: day,
  toOn: day,
  clientId: clientId.optional(),
  userId: userId.optional(),
  kind: logKind.optional(),
})

/** Which page of the app was printed. */
const printedPage = z.enum(['client', 'session', 'form', 'handover', 'goals', 'consent', 'accessLog', 'other'])
export type PrintedPage = z.infer<typeof printedPage>

export const accessLogContract = {
  /** Whether the log adds up: the latest fault that nobody has answered for. */
  'accessLog.state': query(z.strictObject({}), z.strictObject({ fault: reportedFault.optional() })),
  /** Newest first. */
  'accessLog.faults': query(z.strictObject({}), z.array(reportedFault.extend({ answer: faultAnswer.optional() }))),
  'accessLog.answerFault': command(z.strictObject({ entry: z.int().min(1), words: words.min(10) }), z.strictObject({})),
  /**
   * Goes through the log from an entry on, a piece at a time: ask again from `checkedTo` + 1 until it is `entries`.
   * A fault that is new is told in the log, and ends it.
   */
  'accessLog.verify': command(
    z.strictObject({ from: z.int().min(1) }),
    z.strictObject({ checkedTo: z.int().min(0), entries: z.int().min(0), fault: reportedFault.optional() }),
  ),
  /** The first of them, in order, and how many there are. */
  'accessLog.entries': query(
    part.extend({
      /** Of those, only the ones with these numbers. */
      sequences: z.array(z.int().min(1)).max(200).optional(),
      most: z.int().min(1).max(5000),
    }),
    z.strictObject({ entries: z.array(entryView), total: z.int().min(0) }),
  ),
  /** Everyone who is or has been a user, by name. */
  'accessLog.users': query(z.strictObject({}), z.array(z.strictObject({ id: userId, name: line }))),
  /** The client with exactly this personal number or case number, now or before, by reference only. */
  'accessLog.findClient': query(
    z.strictObject({ words: line }),
    z.strictObject({ clientId, reference: z.string() }).optional(),
  ),
  /** A part of the log as a file, for an incident report within 72 hours (L15). */
  'accessLog.extract': query(
    part.extend({ form: z.enum(['csv', 'json']) }),
    z.strictObject({ fileName: z.string(), saved: z.boolean(), entries: z.int().min(0) }),
  ),
  /** Leaves its entry for a page that the window prints; reads nothing. */
  'accessLog.printed': query(z.strictObject({ clientId: clientId.optional(), page: printedPage }), z.strictObject({})),
}
