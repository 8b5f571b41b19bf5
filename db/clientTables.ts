import type { ClientId } from '../main/contract/values.ts'
import type { Db } from './open.ts'

export type PlainRow = Readonly<Record<string, string | number | null>>

type ForeignKey = { table: string; from: string; to: string | null }

/** What must never leave the binder, whoever asks: it proves who opened a package. */
const SECRET = new Set(['receipt_secret'])

/**
 * Everything stored about a client, by table: found through the tables' own references, so that a table added
 * tomorrow is not forgotten. Rows come in the order of their keys.
 */
export function rowsByTable(db: Db, clientId: string): Record<string, PlainRow[]> {
  const found = tablesAboutClients(db)
  return Object.fromEntries(
    [...found].map(([table, where]) => {
      const rows = db.$client.prepare(`SELECT * FROM "${table}" WHERE ${where}`).all({ clientId }) as PlainRow[]
      return [table, rows.map(row => Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET.has(column))))]
    }),
  )
}

/** The log is never changed, so it still names those who were merged with the client. */
const LOGGED =
  'client_id IN (SELECT :clientId UNION ALL SELECT merged_id FROM client_merges WHERE client_id = :clientId)'

/** Each table that tells of clients, with the condition that finds the rows of one. */
export function tablesAboutClients({ $client }: Pick<Db, '$client'>): Map<string, string> {
  const names = $client
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY rowid")
    .pluck()
    .all() as string[]
  const found = new Map([['clients', 'id = :clientId']])
  for (const name of names) {
    const columns = $client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name)
    if (columns.includes('client_id')) found.set(name, name === 'access_log' ? LOGGED : 'client_id = :clientId')
  }
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const name of names.filter(each => !found.has(each))) {
      const keys = $client.prepare('SELECT * FROM pragma_foreign_key_list(?)').all(name) as ForeignKey[]
      const up = keys.find(each => found.has(each.table))
      if (up !== undefined)
        found.set(name, `"${up.from}" IN (SELECT "${up.to ?? 'id'}" FROM "${up.table}" WHERE ${found.get(up.table)})`)
    }
  }
  return found
}

/** The words that codes and ids stand for: people, units, reasons and the other lists that are data. */
export function wordsBehindIds({ $client }: Pick<Db, '$client'>): Map<string, string> {
  const rows = $client
    .prepare(
      `SELECT id, name FROM users UNION ALL SELECT id, name FROM units UNION ALL SELECT code, words FROM reasons
       UNION ALL SELECT code, words FROM legal_grounds UNION ALL SELECT code, words FROM end_reasons`,
    )
    .raw()
    .all() as [string, string][]
  return new Map(rows)
}

/** Whose rows have any of these ids, in whatever table about clients. */
export function ownersOf({ $client }: Pick<Db, '$client'>, ids: readonly string[]): ClientId[] {
  const owned = $client
    .prepare(
      `SELECT m.name FROM sqlite_schema m WHERE m.type = 'table'
         AND (SELECT count(*) FROM pragma_table_info(m.name) WHERE name IN ('id', 'client_id')) = 2`,
    )
    .pluck()
    .all() as string[]
  const among = 'IN (SELECT value FROM json_each(:ids))'
  const all = owned.map(each => `SELECT client_id FROM "${each}" WHERE id ${among}`)
  const events = `SELECT g.client_id FROM goal_events e JOIN goals g ON g.id = e.goal_id WHERE e.id ${among}`
  return $client
    .prepare([...all, events].join(' UNION '))
    .pluck()
    .all({ ids: JSON.stringify(ids) }) as ClientId[]
}
