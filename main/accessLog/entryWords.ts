import type { FaultKind, LogEntry, LogKind, PrintedPage } from '../contract/accessLog.ts'
import type { Method } from '../contract/index.ts'
import { faultIn } from './chainFault.ts'

type Subject = Method extends `${infer S}.${string}` ? S : never

const KIND: Record<LogKind, string> = {
  view: 'Läst',
  create: 'Nytt',
  change: 'Ändrat',
  print: 'Utskrivet',
  export: 'Lämnat ut',
  import: 'Läst in',
  unlock: 'Låst upp',
  failedUnlock: 'Fel lösenfras',
  lock: 'Låst',
  breakGlass: 'Nödöppning',
  chainBroken: 'Fel i loggen',
}

/** What an operation is about, in the words of the screen. */
const SUBJECT: Record<Subject, string> = {
  binder: 'pärmen',
  user: 'användare',
  recoverySheet: 'återställningsbladet',
  unit: 'enheter',
  client: 'klientuppgifter',
  assignment: 'klientens ansvariga',
  breakGlass: 'nödöppningar',
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

const PAGE: Record<PrintedPage, string> = {
  client: 'klientens sida',
  session: 'en träff',
  form: 'ett arbetsblad',
  handover: 'en överlämning',
  goals: 'mål',
  consent: 'ett samtycke',
  accessLog: 'åtkomstloggen',
  other: 'en sida',
}

const FAULT: Record<FaultKind, string> = {
  missing: 'saknas',
  changed: 'är ändrad',
  inserted: 'är instoppad utifrån',
  moved: 'har bytt plats',
  rolledBack: 'och framåt saknas',
  rewritten: 'är en annan än den som minns utanför databasen',
  headMissing: 'är den sista, men filen som minns den saknas',
  headChanged: 'är den sista, men filen som minns den är ändrad',
}

/** One entry as a person reads it: what was done, with what. */
export function wordsOf(entry: LogEntry): string {
  const { kind, method, detail } = entry
  if (kind === 'chainBroken') {
    const fault = faultIn(entry)
    return `${KIND.chainBroken}: post ${fault.sequence} ${FAULT[fault.kind]}`
  }
  if (kind === 'unlock' || kind === 'failedUnlock' || kind === 'lock') return KIND[kind]
  if (method === 'client.assign') return `${KIND.change}: klientens ansvariga`
  const about = kind === 'print' ? PAGE[detail as PrintedPage] : SUBJECT[method.split('.')[0] as Subject]
  return `${KIND[kind]}: ${about ?? method}`
}
