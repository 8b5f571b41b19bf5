import type { ConsentPart } from '../contract/consent.ts'
import type { ClientRecord } from '../contract/record.ts'

/**
 * The record as far as the consent lets it out. The person, the care chain and the plan of slots are
 * the frame that the receiver needs; everything else goes only with its part.
 */
export function withinScope(parts: readonly ConsentPart[], record: ClientRecord): ClientRecord {
  const has = (part: ConsentPart) => parts.includes(part)
  const settled = new Set<string>(record.sessions.map(each => each.slotId))
  return {
    ...record,
    chainEvents: has('notes') ? record.chainEvents : record.chainEvents.map(each => ({ ...each, words: '' })),
    slots: has('sessions') ? record.slots : record.slots.map(each => (settled.has(each.id) ? withoutPlan(each) : each)),
    sessions: has('sessions') ? record.sessions.map(each => (has('notes') ? each : { ...each, ...NO_WORDS })) : [],
    homework: has('sessions') ? record.homework : [],
    worksheets: has('worksheets') ? record.worksheets.map(each => (has('sessions') ? each : withoutSession(each))) : [],
    goals: has('goals') ? record.goals : [],
    offers: has('offers') ? record.offers : [],
  }
}

/** A session without its free text. */
const NO_WORDS = { note: '', changeTalk: '', takesAlong: '', wouldChange: '', howItWas: '' }

/** True when what the record points to is its own: no session at another client's slot, no homework from nowhere. */
export function hangsTogether({
  slots,
  sessions,
  homework,
  worksheets,
  goals,
  placements,
  offers,
}: ClientRecord): boolean {
  const [slotIds, sessionIds, placementIds] = [idsOf(slots), idsOf(sessions), idsOf(placements)]
  const mayPoint = (ids: ReadonlySet<string>, id: string | undefined) => id === undefined || ids.has(id)
  return (
    sessions.every(each => slotIds.has(each.slotId)) &&
    homework.every(each => sessionIds.has(each.givenIn) && mayPoint(sessionIds, each.reviewedIn)) &&
    worksheets.every(each => mayPoint(sessionIds, each.sessionId)) &&
    goals.every(({ events: [first] }) => first?.what.kind === 'worded' && first.takenBack === undefined) &&
    offers.every(each => mayPoint(placementIds, each.placementId))
  )
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(each => each.id))
}

/** The day of a session that stays behind: at the receiver it would look planned and never documented. */
function withoutPlan({ id, number }: ClientRecord['slots'][number]) {
  return { id, number, plannedWhere: '', plannedWith: '' }
}

function withoutSession({ sessionId: _, ...rest }: ClientRecord['worksheets'][number]) {
  return rest
}
