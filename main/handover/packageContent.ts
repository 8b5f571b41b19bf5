import type { ConsentPart } from '../contract/consent.ts'
import type { ClientRecord } from '../contract/record.ts'

/**
 * The record as far as the consent lets it out. The person, the care chain and the plan of slots are
 * the frame that the receiver needs; everything else goes only with its part.
 */
export function withinScope(parts: readonly ConsentPart[], record: ClientRecord): ClientRecord {
  const has = (part: ConsentPart) => parts.includes(part)
  return {
    ...record,
    sessions: has('sessions')
      ? record.sessions.map(each => (has('notes') ? each : { ...each, note: '', changeTalk: '', feedback: '' }))
      : [],
    homework: has('sessions') ? record.homework : [],
    worksheets: has('worksheets') ? record.worksheets.map(each => (has('sessions') ? each : withoutSession(each))) : [],
    goals: has('goals') ? record.goals : [],
    offers: has('offers') ? record.offers : [],
  }
}

function withoutSession({ sessionId: _, ...rest }: ClientRecord['worksheets'][number]) {
  return rest
}
