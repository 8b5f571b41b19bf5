import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Consent } from '../../main/contract/consent.ts'
import type { ClientId, Day, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto } from '../prepared.ts'
import { consents } from '../schema/consent.ts'
import { preparedByStanding, type Which } from './mistake.ts'

type Row = typeof consents.$inferSelect
/** A consent as it stands in the register; whether it holds depends on the day. */
export type StoredConsent = Omit<Consent, 'standing'>

type Withdrawn = `withdrawn${string}`
export type NewConsentRow = { [Column in keyof Row as Column extends Withdrawn ? never : Column]: Row[Column] }

const NOT_WITHDRAWN = {
  withdrawnOn: null,
  withdrawnWords: null,
  withdrawnById: null,
  withdrawnBy: null,
  withdrawnAt: null,
}

const addConsent = insertInto(consents)

export function insertConsent(db: Db, row: NewConsentRow): void {
  addConsent(db, { ...row, ...NOT_WITHDRAWN })
}

const consentsByClient = preparedByStanding(consents.id, (db, which) =>
  db
    .select()
    .from(consents)
    .where(and(eq(consents.clientId, sql.placeholder('clientId')), which))
    .orderBy(desc(consents.givenOn), desc(consents.writtenAt), desc(consents.id))
    .prepare(),
)

/** Newest first. One that was recorded by mistake gives no right to anything, and is not among them unless asked for. */
export function consentsOf(db: Db, clientId: ClientId, which?: Which): StoredConsent[] {
  return consentsByClient(db, which).all({ clientId }).map(asConsent)
}

export type Withdrawal = { on: Day; words: string; byId: UserId; by: string; at: Instant }

/** Notes a withdrawal; one that is noted already stays as it was. */
export function withdrawConsent(db: Db, clientId: ClientId, id: string, given: Withdrawal): void {
  db.update(consents)
    .set({
      withdrawnOn: given.on,
      withdrawnWords: given.words,
      withdrawnById: given.byId,
      withdrawnBy: given.by,
      withdrawnAt: given.at,
    })
    .where(and(eq(consents.id, id), eq(consents.clientId, clientId), isNull(consents.withdrawnOn)))
    .run()
}

function asConsent(row: Row): StoredConsent {
  const { id, clientId, kind, receiver, parts, concerns, manner, witness, givenOn, validUntil, text, writtenAt } = row
  const { withdrawnOn: on, withdrawnWords: words, withdrawnBy: by, withdrawnAt: at } = row
  const withdrawn = on !== null && words !== null && by !== null && at !== null
  return {
    id,
    clientId,
    kind,
    receiver,
    parts,
    concerns,
    manner,
    witness,
    givenOn,
    validUntil,
    text,
    writtenAt,
    author: row.authorName,
    ...(withdrawn ? { withdrawal: { on, words, author: by, writtenAt: at } } : {}),
  }
}
