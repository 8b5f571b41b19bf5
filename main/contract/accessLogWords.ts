import type { FaultKind, LogKind, PrintedPage } from './accessLog.ts'
import type { Method } from './index.ts'

/** The kinds of entries, in the order they are shown. */
export const logKindWords: Record<LogKind, string> = {
  view: 'Läst',
  create: 'Nytt',
  change: 'Ändrat',
  print: 'Utskrivet',
  export: 'Lämnat ut',
  import: 'Läst in',
  breakGlass: 'Nödåtkomst',
  unlock: 'Låst upp',
  failedUnlock: 'Fel lösenfras',
  lock: 'Låst',
  chainBroken: 'Fel i loggen',
  refused: 'Nekat',
}

/** After a number: one of the kind, and several. */
export const logKindCountWords: Record<LogKind, readonly [one: string, several: string]> = {
  view: ['läsning', 'läsningar'],
  create: ['ny uppgift', 'nya uppgifter'],
  change: ['ändring', 'ändringar'],
  print: ['utskrift', 'utskrifter'],
  export: ['utlämning', 'utlämningar'],
  import: ['inläsning', 'inläsningar'],
  breakGlass: ['nödåtkomst', 'nödåtkomster'],
  unlock: ['upplåsning', 'upplåsningar'],
  failedUnlock: ['fel lösenfras', 'fel lösenfraser'],
  lock: ['låsning', 'låsningar'],
  chainBroken: ['fel i loggen', 'fel i loggen'],
  refused: ['nekat försök', 'nekade försök'],
}

/** What someone did, after their name. */
export const logKindDeedWords: Record<LogKind, string> = {
  view: 'läste',
  create: 'skrev nytt',
  change: 'ändrade',
  print: 'skrev ut',
  export: 'lämnade ut',
  import: 'läste in',
  unlock: 'låste upp',
  failedUnlock: 'försökte låsa upp',
  lock: 'låste',
  breakGlass: 'öppnade med nödåtkomst',
  chainBroken: 'logg som inte stämde',
  refused: 'nekades',
}

type Subject = Method extends `${infer S}.${string}` ? S : never

/** What an operation is about, in the words of the screen. */
export const subjectWords: Record<Subject, string> = {
  binder: 'pärmen',
  user: 'användare',
  recoverySheet: 'återställningsbladet',
  unit: 'enheter',
  list: 'listorna',
  emergencyNumber: 'nödnumren',
  client: 'klientuppgifter',
  municipality: 'hemkommuner',
  assignment: 'klientens ansvariga',
  breakGlass: 'nödåtkomst',
  careChain: 'vårdkedjan',
  placement: 'placeringar',
  chainEvent: 'händelser i vårdkedjan',
  offer: 'erbjudanden',
  plan: 'planen',
  session: 'träffar',
  homework: 'hemuppgifter',
  worksheet: 'arbetsblad',
  scale: 'skattningar',
  goal: 'mål',
  remark: 'tillägg',
  mistake: 'det som förts in av misstag',
  valueChange: 'det som ändrats i dag',
  typing: 'påbörjad text',
  secrecy: 'sekretess',
  retention: 'gallring',
  draft: 'utkast',
  consent: 'samtycken',
  handover: 'överlämningar',
  accessLog: 'åtkomstloggen',
  logReview: 'logguppföljningen',
  training: 'utbildningsregistret',
  today: 'dagens lista',
  manual: 'manualen',
}

/** Which page of the app was printed. */
export const printedPageWords: Record<PrintedPage, string> = {
  client: 'klientens sida',
  session: 'en träff',
  form: 'ett arbetsblad',
  handover: 'en överlämning',
  goals: 'mål',
  consent: 'ett samtycke',
  accessLog: 'åtkomstloggen',
  other: 'en sida',
}

/** What is wrong, after *post 12*. */
export const faultInSentence: Record<FaultKind, string> = {
  missing: 'saknas',
  changed: 'är ändrad',
  inserted: 'är instoppad utifrån',
  moved: 'har bytt plats',
  rolledBack: 'och framåt saknas',
  rewritten: 'är en annan än den som minns utanför databasen',
  headMissing: 'är den sista, men filen som minns den saknas',
  headChanged: 'är den sista, men filen som minns den är ändrad',
  doorMissing: 'är den sista, och filen som minns fel lösenfraser saknades',
  doorChanged: 'är den sista, och filen som minns fel lösenfraser är en annan än vid låsningen',
  keyringChanged: 'är den sista, och nyckelringen är en annan än vid låsningen',
  databaseChanged: 'är den sista, och databasens fil är en annan än vid låsningen',
}

const numbers = new Intl.NumberFormat('sv-SE')
const number = (value: number) => numbers.format(value)

/** What is wrong with the log, from the entry with this number. */
export const faultWords: Record<FaultKind, (entry: number) => string> = {
  missing: at => `Post ${number(at)} saknas: den har tagits bort.`,
  changed: at => `Post ${number(at)} har ändrats efter att den skrevs.`,
  inserted: at => `Post ${number(at)} har stoppats in av något annat än Arton.`,
  moved: at => `Poster från nummer ${number(at)} har bytt plats.`,
  rolledBack: at =>
    `Poster från nummer ${number(at)} saknas: pärmens databas är äldre än den var sist. Så blir det också när pärmen återställs från en kopia.`,
  rewritten: at =>
    `Post ${number(at)} är en annan än den som Arton minns utanför databasen. Loggen är omskriven, eller pärmen är bytt mot en annan kopia.`,
  headMissing: at =>
    `Filen som minns loggens sista post saknas. Loggen hänger ihop till post ${number(at)}, men det går inte att se om senare poster har tagits bort.`,
  doorMissing: at =>
    `Filen som minns fel lösenfraser saknades eller var skadad efter post ${number(at)}. Det går inte att se om någon försökte komma in dessförinnan.`,
  doorChanged: at =>
    `Filen som minns fel lösenfraser är inte den som låg där när pärmen låstes efter post ${number(at)}. Det går inte att se om någon försökte komma in sedan dess.`,
  keyringChanged: at =>
    `Nyckelringen är inte den som låg där när pärmen låstes efter post ${number(at)}. Den kan ha bytts mot en äldre. Se över vilka som kommer in.`,
  databaseChanged: at =>
    `Databasens fil är inte den som låg där när pärmen låstes efter post ${number(at)}. Delar av den kan ha bytts mot äldre. Så blir det också när bara databasen återställs från en kopia.`,
  headChanged: at =>
    `Filen som minns loggens sista post är ändrad eller skadad. Loggen hänger ihop till post ${number(at)}, men det går inte att se om senare poster har tagits bort.`,
}
