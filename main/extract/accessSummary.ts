import type { LogKind } from '../contract/accessLog.ts'
import type { Section } from './sections.ts'

type Access = { at: string; userId: string | null; kind: LogKind }

const KIND_WORDS: Record<LogKind, string> = {
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
}

/** Who has read and changed, how many times, and between which days. */
export function accessSummary(log: readonly Access[], nameOf: (userId: string) => string): Section {
  const people = Map.groupBy(log, each => (each.userId === null ? 'Okänd' : nameOf(each.userId)))
  return {
    title: 'Vem som har läst och ändrat',
    rows: [...people].map(([name, done]) => ({
      head: name,
      facts: [...Map.groupBy(done, each => each.kind)].map(([kind, times]) => {
        const days = times.map(each => each.at.slice(0, 10)).sort()
        const between = days[0] === days.at(-1) ? days[0] : `${days[0]} till ${days.at(-1)}`
        return [KIND_WORDS[kind], `${times.length} ${times.length === 1 ? 'gång' : 'gånger'}, ${between}`] as const
      }),
    })),
  }
}
