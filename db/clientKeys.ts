import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import { folded, nameWordsOf, sortKeyOf, undotted, wholeNamesOf } from '../main/contract/folding.ts'
import { clientDetailWords } from '../main/contract/identityWords.ts'
import { birthIn } from '../main/contract/personalNumber.ts'
import type { ClientId } from '../main/contract/values.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { clients } from './schema/client.ts'
import { installation } from './schema/unit.ts'

/** Stands before and after each whole name and case number: what is between two is never a part of one. */
const FENCE = '|'
/** Comes after every letter: protected clients stand last in a list, by case or running number, so that their place tells nothing of the name. */
const LAST = '~'

/** How a whole name or a case number is sought in `known_as`. */
export function fenced(whole: string): string {
  return FENCE + whole + FENCE
}

/** A case number as it stands in `known_as`; no name has its first sign. Empty for none. */
export function caseNumberKey(caseNumber: string): string {
  const key = undotted(folded(caseNumber)).replaceAll(FENCE, ' ')
  return key === '' ? '' : `#${key}`
}

/** The columns that are kept here. */
export type ClientKey =
  | 'nameKey'
  | 'nameWords'
  | 'knownAs'
  | 'serial'
  | 'reference'
  | 'listedAs'
  | 'caseKey'
  | 'sharesCaseNumber'
type Client = typeof clients.$inferSelect

/** Keeps what the client is found, listed and told from others by in step with the names and case numbers that they have and have had. */
export function keepClientKeys(db: Db, id: ClientId): void {
  const stored = clientById(db).get({ id })
  if (stored === undefined) return
  const caseKey = caseNumberKey(stored.caseNumber)
  const isShared = caseKey !== '' && anotherWith(db).get({ caseKey, id }) !== undefined
  const row = { ...stored, caseKey, sharesCaseNumber: isShared }
  const names = [row.name, ...earlierNamesOf(db, id)]
  const cases = [row.caseNumber, ...earlierCaseNumbers(db, id)].map(caseNumberKey)
  const known = [...cases, ...(row.protectedIdentity ? names.flatMap(wholeNamesOf) : [])].filter(each => each !== '')
  const listedAs = listedAsOf(row)
  db.update(clients)
    .set({
      caseKey,
      sharesCaseNumber: row.sharesCaseNumber,
      listedAs,
      reference: referenceOf(row),
      nameKey: row.protectedIdentity ? LAST + sortKeyOf(listedAs) : sortKeyOf(row.name),
      nameWords: row.protectedIdentity ? '' : [...new Set(names.flatMap(nameWordsOf))].join(' '),
      knownAs: FENCE + [...new Set(known)].map(each => each + FENCE).join(''),
    })
    .where(eq(clients.id, id))
    .run()
  if (isShared) for (const each of notYetSharing(db).all({ caseKey, id })) keepClientKeys(db, each.id)
}

/** The client with `id`. */
export const clientById = prepared(db =>
  db
    .select()
    .from(clients)
    .where(eq(clients.id, sql.placeholder('id')))
    .prepare(),
)

/** Who has the case number beside the client. That it is not empty is said so that the index is used. */
function othersWith(db: Db, which?: SQL) {
  return db
    .select({ id: clients.id })
    .from(clients)
    .where(
      and(
        sql`${clients.caseKey} <> ''`,
        eq(clients.caseKey, sql.placeholder('caseKey')),
        ne(clients.id, sql.placeholder('id')),
        which,
      ),
    )
}
const anotherWith = prepared(db => othersWith(db).limit(1).prepare())
const notYetSharing = prepared(db => othersWith(db, eq(clients.sharesCaseNumber, false)).prepare())

/** The next running number; of one who has gone it is not used again. */
export function nextSerial(db: Db): number {
  db.update(installation)
    .set({ lastSerial: sql`${installation.lastSerial} + 1` })
    .run()
  return db.select({ serial: installation.lastSerial }).from(installation).get()?.serial ?? 0
}

const numbered = (words: string, { serial }: Pick<Client, 'serial'>) => `${words}, nr ${serial}`

/** A case number that nobody else has stands alone; all else is numbered, and so is one that looks as if it were. */
const isAlone = (row: Client) => row.caseNumber !== '' && !row.sharesCaseNumber && !/nr \d+$/.test(row.caseNumber)

/**
 * A client named without their name, for those who share out the work or keep the registers: the case number, or else
 * initials and year of birth. A protected client without a case number is only said to be one (L16).
 */
function referenceOf(row: Client): string {
  if (isAlone(row)) return row.caseNumber
  if (row.caseNumber !== '') return numbered(row.caseNumber, row)
  if (row.protectedIdentity) return numbered(clientDetailWords.protectedIdentity, row)
  const initials = row.name.split(/\s+/).map(each => `${[...each][0]}.`)
  return numbered([...initials, birthIn(row.number).year ?? ''].filter(each => each !== '').join(' '), row)
}

function listedAsOf(row: Client): string {
  if (!row.protectedIdentity || isAlone(row)) return row.caseNumber
  return row.caseNumber === '' ? `nr ${row.serial}` : numbered(row.caseNumber, row)
}

const earlierNames = preparedEarlier(`
  SELECT json_extract(each.value, '$.was') FROM client_changes, json_each(client_changes.changes) each
  WHERE client_id = :id AND json_extract(each.value, '$.detail') = 'name'
  UNION SELECT json_extract(merged_before, '$.name') FROM client_merges WHERE client_id = :id`)
const earlierCaseNumbers = preparedEarlier(`
  SELECT earlier_case_number FROM client_changes WHERE client_id = :id
  UNION SELECT json_extract(merged_before, '$.caseNumber') FROM client_merges WHERE client_id = :id`)

function preparedEarlier(words: string): (db: Db, id: ClientId) => string[] {
  const statement = prepared(({ $client }) => $client.prepare(words).pluck())
  return (db, id) => (statement(db).all({ id }) as (string | null)[]).filter(each => each !== null)
}

/** What the client was called before, and those who were merged with them. */
export function earlierNamesOf(db: Db, id: ClientId): string[] {
  return earlierNames(db, id)
}

/** Fills the keys of whoever has none: clients written by a version that did not have them. */
export function fillClientKeys(db: Db): void {
  const ids = db.$client.prepare("SELECT id FROM clients WHERE known_as = ''").pluck().all() as ClientId[]
  if (ids.length === 0) return
  db.transaction(() => {
    for (const id of ids) keepClientKeys(db, id)
  })
}
