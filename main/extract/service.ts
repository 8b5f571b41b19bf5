import { rowsByTable, wordsBehindIds } from '../../db/clientTables.ts'
import { accessTo } from '../../db/repositories/accessLog.ts'
import { allEndReasons, allLegalGrounds, allReasons } from '../../db/repositories/list.ts'
import { municipalityNames } from '../../db/repositories/municipality.ts'
import type { Context } from '../context/context.ts'
import type { ClientId } from '../contract/values.ts'
import { accessSummary } from './accessSummary.ts'
import { withOwnWords } from './ownWords.ts'
import { municipalityKey, type Section, sectionsOf } from './sections.ts'

/** A random name: nothing in it tells whose extract it is. */
export function extractName({ newId }: Context): string {
  return `registerutdrag-${newId<string>().slice(0, 8)}`
}

/** Unsigned texts, of which each is its writer's own until it is signed. */
const DRAFTS = ['drafts', 'earlier_drafts']

/** Everything stored about the client, but what others than the one who makes the extract have begun and not signed. */
function storedFor({ db, user }: Pick<Context, 'db' | 'user'>, clientId: ClientId): ReturnType<typeof rowsByTable> {
  const tables = rowsByTable(db, clientId)
  const own = DRAFTS.map(each => [each, (tables[each] ?? []).filter(row => row['user_id'] === user.id)])
  return { ...tables, ...Object.fromEntries(own) }
}

/** Everything stored, in words, with who has read it last. */
export function extractInWords(context: Context, clientId: ClientId): Section[] {
  const { db, manual } = context
  const places = [...municipalityNames(db)].map(([code, name]) => [municipalityKey(code), name] as const)
  const names = new Map([...wordsBehindIds(db), ...places])
  const log = accessTo(db, clientId)
  const lists = { reasons: allReasons(db), legalGrounds: allLegalGrounds(db), endReasons: allEndReasons(db) }
  const tables = withOwnWords(storedFor(context, clientId), lists)
  return [...sectionsOf(tables, names, manual), accessSummary(log, id => names.get(id) ?? 'Okänd')]
}

/** Everything stored, as it is stored, for a program to read; with names only of those who occur in it. */
export function extractAsJson(context: Context, clientId: ClientId): Uint8Array {
  const { db, unit, now } = context
  const tables = storedFor(context, clientId)
  const stored = JSON.stringify(tables) // ids stand within JSON too
  const homes = [...stored.matchAll(/home_?[mM]unicipality\\*":\\*"(\w+)/g)].map(([, code]) => code)
  const extract = {
    format: 'arton-registerutdrag',
    version: 1,
    madeAt: now(),
    unit: unit.name,
    tables,
    words: Object.fromEntries([...wordsBehindIds(db)].filter(([id]) => stored.includes(id))),
    municipalities: Object.fromEntries([...municipalityNames(db)].filter(([code]) => homes.includes(code))),
  }
  return new TextEncoder().encode(JSON.stringify(extract, undefined, 2))
}
