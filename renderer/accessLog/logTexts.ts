import type { FaultKind, LogKind } from '../../main/contract/accessLog.ts'
import { count } from '../ui/format.ts'

/** What is wrong with the log, from the entry with this number. */
export const faultText: Record<FaultKind, (entry: number) => string> = {
  missing: at => `Post ${count(at)} saknas: den har tagits bort.`,
  changed: at => `Post ${count(at)} har ändrats efter att den skrevs.`,
  inserted: at => `Post ${count(at)} har stoppats in av något annat än Arton.`,
  moved: at => `Poster från nummer ${count(at)} har bytt plats.`,
  rolledBack: at =>
    `Poster från nummer ${count(at)} saknas: pärmens databas är äldre än den var sist. Så blir det också när pärmen återställs från en kopia.`,
  rewritten: at =>
    `Post ${count(at)} är en annan än den som Arton minns utanför databasen. Loggen är omskriven, eller pärmen är bytt mot en annan kopia.`,
  headMissing: at =>
    `Filen som minns loggens sista post saknas. Loggen hänger ihop till post ${count(at)}, men det går inte att se om senare poster har tagits bort.`,
  doorMissing: at =>
    `Filen som minns fel lösenfraser saknades eller var skadad efter post ${count(at)}. Det går inte att se om någon försökte komma in dessförinnan.`,
  headChanged: at =>
    `Filen som minns loggens sista post är ändrad eller skadad. Loggen hänger ihop till post ${count(at)}, men det går inte att se om senare poster har tagits bort.`,
}

/** The kinds of entries, in the order they are shown. */
export const logKindText: Record<LogKind, string> = {
  view: 'Läst',
  create: 'Nytt',
  change: 'Ändrat',
  print: 'Utskrivet',
  export: 'Lämnat ut',
  import: 'Läst in',
  breakGlass: 'Nödöppning',
  unlock: 'Låst upp',
  failedUnlock: 'Fel lösenfras',
  lock: 'Låst',
  chainBroken: 'Fel i loggen',
}

const counted: Record<LogKind, readonly [one: string, several: string]> = {
  view: ['läsning', 'läsningar'],
  create: ['ny uppgift', 'nya uppgifter'],
  change: ['ändring', 'ändringar'],
  print: ['utskrift', 'utskrifter'],
  export: ['utlämning', 'utlämningar'],
  import: ['inläsning', 'inläsningar'],
  breakGlass: ['nödöppning', 'nödöppningar'],
  unlock: ['upplåsning', 'upplåsningar'],
  failedUnlock: ['fel lösenfras', 'fel lösenfraser'],
  lock: ['låsning', 'låsningar'],
  chainBroken: ['fel i loggen', 'fel i loggen'],
}

/** How many of each kind: *6 läsningar, 1 ändring*. */
export function countsText(counts: Partial<Record<LogKind, number>>): string {
  const kinds = Object.keys(logKindText) as LogKind[]
  return kinds
    .flatMap(each => {
      const number = counts[each]
      return number === undefined ? [] : [`${count(number)} ${counted[each][number === 1 ? 0 : 1]}`]
    })
    .join(', ')
}
