import { isFoundOnly } from '../accessLog/describeEntry.ts'
import { inSweden } from '../calendar/swedishTime.ts'
import type { LogEntry } from '../contract/accessLog.ts'
import { logKindDeedWords } from '../contract/accessLogWords.ts'
import type { Section } from './sections.ts'

type Access = Pick<LogEntry, 'at' | 'userId' | 'kind' | 'method' | 'clientId'>

const wordsFor = (each: Access) => (isFoundOnly(each) ? 'såg namnet vid sökning' : logKindDeedWords[each.kind])

/** Who has read and changed, how many times, and between which days. */
export function accessSummary(log: readonly Access[], nameOf: (userId: string) => string): Section {
  const people = Map.groupBy(log, each => (each.userId === null ? 'Okänd' : nameOf(each.userId)))
  return {
    title: 'Vem som har läst och ändrat',
    rows: [...people].map(([name, done]) => ({
      head: name,
      facts: [...Map.groupBy(done, wordsFor)].map(([words, times]) => {
        const days = times.map(each => inSweden(each.at).day).sort()
        const between = days[0] === days.at(-1) ? days[0] : `${days[0]} till ${days.at(-1)}`
        return [words, `${times.length} ${times.length === 1 ? 'gång' : 'gånger'}, ${between}`] as const
      }),
    })),
  }
}
