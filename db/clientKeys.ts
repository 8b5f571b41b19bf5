import { eq } from 'drizzle-orm'
import { folded, nameWordsOf, sortKeyOf, undotted, wholeNamesOf } from '../main/contract/folding.ts'
import type { ClientId } from '../main/contract/values.ts'
import type { Db } from './open.ts'
import { clients } from './schema/client.ts'

/** Stands before and after each whole name and case number: what is between two is never a part of one. */
const FENCE = '|'
/** Comes after every letter: protected clients stand last in a list, by their case number, so that their place tells nothing of the name. */
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

/** Keeps what the client is found and listed by in step with the names and case numbers that they have and have had. */
export function keepClientKeys(db: Db, id: ClientId): void {
  const row = db.select().from(clients).where(eq(clients.id, id)).get()
  if (row === undefined) return
  const names = [row.name, ...earlier(db, id, EARLIER_NAMES)]
  const cases = [row.caseNumber, ...earlier(db, id, EARLIER_CASE_NUMBERS)]
    .map(caseNumberKey)
    .filter(each => each !== '')
  const known = row.protectedIdentity ? [...names.flatMap(wholeNamesOf), ...cases] : cases // in part only by whoever is not protected
  db.update(clients)
    .set({
      nameKey: row.protectedIdentity ? LAST + sortKeyOf(row.caseNumber) : sortKeyOf(row.name),
      nameWords: row.protectedIdentity ? '' : [...new Set(names.flatMap(nameWordsOf))].join(' '),
      knownAs: FENCE + [...new Set(known)].map(each => each + FENCE).join(''),
    })
    .where(eq(clients.id, id))
    .run()
}

const EARLIER_NAMES = `
  SELECT json_extract(each.value, '$.was') FROM client_changes, json_each(client_changes.changes) each
  WHERE client_id = :id AND json_extract(each.value, '$.detail') = 'name'
  UNION SELECT json_extract(merged_before, '$.name') FROM client_merges WHERE client_id = :id`
const EARLIER_CASE_NUMBERS = `
  SELECT earlier_case_number FROM client_changes WHERE client_id = :id
  UNION SELECT json_extract(merged_before, '$.caseNumber') FROM client_merges WHERE client_id = :id`

function earlier({ $client }: Db, id: ClientId, sql: string): string[] {
  return ($client.prepare(sql).pluck().all({ id }) as (string | null)[]).filter(each => each !== null)
}

/** Fills the keys of whoever has none: clients written by a version that did not have them. */
export function fillClientKeys(db: Db): void {
  const ids = db.$client.prepare("SELECT id FROM clients WHERE known_as = ''").pluck().all() as ClientId[]
  if (ids.length === 0) return
  db.transaction(() => {
    for (const id of ids) keepClientKeys(db, id)
  })
}
