import type { ConsentPart } from '../contract/consent.ts'
import type { PackagePreview } from '../contract/handover.ts'
import type { MistakeAbout } from '../contract/mistake.ts'
import type { ClientRecord, PackageContent } from '../contract/record.ts'
import { keyOf, latestDecisions } from '../secrecy/branches.ts'

/**
 * The record as far as the consent lets it out. The person, the care chain and the plan of slots are
 * the frame that the receiver needs; everything else goes only with its part, and what falls under the
 * secrecy of health care only where the consent names that too.
 */
export function withinScope(parts: readonly ConsentPart[], record: ClientRecord): ClientRecord {
  const has = (part: ConsentPart) => parts.includes(part)
  const own = withoutOthers(record)
  const free = has('healthCare') ? own : withoutHealthCare(own)
  const sessions = has('sessions') ? free.sessions : []
  const going = idsOf(sessions)
  const behind = own.sessions.filter(each => !going.has(each.id))
  const [stays, settledUnseen] = [idsOf(behind), new Set<string>(behind.map(each => each.slotId))]
  return goingAlong({
    ...free,
    changes: has('notes') ? free.changes : free.changes.map(each => ({ ...each, reason: '' })),
    chainEvents: has('notes') ? free.chainEvents : free.chainEvents.map(each => ({ ...each, words: '' })),
    slots: record.slots.map(each => (settledUnseen.has(each.id) ? withoutPlan(each) : each)),
    sessions: sessions.map(each => (has('notes') ? each : { ...each, ...NO_WORDS })),
    homework: free.homework
      .filter(each => !stays.has(each.givenIn))
      .map(each => (stays.has(each.reviewedIn ?? '') ? withoutReview(each) : each)),
    worksheets: (has('worksheets') ? free.worksheets : []).map(each =>
      stays.has(each.sessionId ?? '') ? withoutSession(each) : each,
    ),
    goals: has('goals') ? free.goals : [],
    offers: has('offers') ? free.offers : [],
    remarks: has('notes')
      ? free.remarks
      : free.remarks.filter(each => !['session', 'chainEvent', 'plan'].includes(each.about.kind)),
    mistakes: has('notes') ? free.mistakes : free.mistakes.map(each => ({ ...each, words: '' })),
  })
}

/** Without what was written about someone else, and marked as that: it is not this client's to let out. */
function withoutOthers(record: ClientRecord): ClientRecord {
  const theirs = new Set(inForce(record).flatMap(each => (each.reason === 'wrongClient' ? [each.about.id] : [])))
  const isOwn = (...ids: (string | undefined)[]) => !ids.some(id => id !== undefined && theirs.has(id))
  return {
    ...record,
    placements: record.placements.filter(each => isOwn(each.id)),
    sessions: record.sessions.filter(each => isOwn(each.id)),
    homework: record.homework.filter(each => isOwn(each.id, each.givenIn)),
    worksheets: record.worksheets.filter(each => isOwn(each.id, each.sessionId)),
    goals: record.goals.filter(each => isOwn(each.id)),
    offers: record.offers
      .filter(each => isOwn(each.id))
      .map(({ placementId, ...each }) =>
        isOwn(placementId) && placementId !== undefined ? { ...each, placementId } : each,
      ),
    remarks: record.remarks.filter(each => isOwn(each.id)),
    mistakes: record.mistakes.filter(each => isOwn(each.about.id)),
  }
}

const inForce = ({ mistakes }: ClientRecord) => mistakes.filter(each => each.takenBackAt === undefined)

/** A session without its free text. */
const NO_WORDS = { note: '', changeTalk: '', takesAlong: '', wouldChange: '', howItWas: '' }

/** Without what falls under the secrecy of health care; what hangs on it is left to the caller. */
function withoutHealthCare(record: ClientRecord): ClientRecord {
  const decided = latestDecisions(record.secrecy)
  const free = (kind: Parameters<typeof keyOf>[0]['kind']) => (each: { readonly id: string }) =>
    decided.get(keyOf({ kind, id: each.id }))?.branch !== 'healthCare'
  return {
    ...record,
    sessions: record.sessions.filter(free('session')),
    worksheets: record.worksheets.filter(free('worksheet')),
    goals: record.goals.filter(free('goal')),
    offers: record.offers.filter(free('offer')),
    chainEvents: record.chainEvents.filter(free('chainEvent')),
    remarks: record.remarks.filter(free('remark')),
  }
}

/**
 * Remarks, secrecy decisions and marks go with what they concern: consents and other handovers stay behind, and so does
 * what was added to them.
 */
function goingAlong(record: ClientRecord): ClientRecord {
  const keys = keysIn(record)
  const remarks = record.remarks.filter(each => keys.has(keyOf(each.about)))
  const withRemarks = new Set([...keys, ...remarks.map(each => keyOf({ kind: 'remark', id: each.id }))])
  const marked = markedIn({ ...record, remarks })
  const mistakes = record.mistakes.filter(each => marked.has(each.about.id))
  const [marks, given] = [idsOf(mistakes), idsOf(record.homework)]
  return {
    ...record,
    remarks,
    secrecy: record.secrecy.filter(each => withRemarks.has(keyOf(each.about))),
    mistakes: mistakes.map(({ withId, reviews, ...each }) => ({
      ...each,
      reviews: reviews.filter(({ homeworkId }) => given.has(homeworkId)),
      ...(withId !== undefined && marks.has(withId) ? { withId } : {}),
    })),
  }
}

/** The kind of each record that a mark can concern in this one, by its id. */
function markedIn(record: ClientRecord): ReadonlyMap<string, MistakeAbout['kind']> {
  const { sessions, goals, offers, worksheets, homework, remarks, placements } = record
  const kinds = { session: sessions, goal: goals, offer: offers, worksheet: worksheets, homework, remark: remarks }
  return new Map(
    Object.entries({ ...kinds, placement: placements }).flatMap(([kind, rows]) =>
      rows.map(({ id }) => [id, kind as MistakeAbout['kind']] as const),
    ),
  )
}

/** What a remark may concern in this record. */
function keysIn({ client, sessions, worksheets, goals, offers, chainEvents }: ClientRecord): ReadonlySet<string> {
  return new Set([
    keyOf({ kind: 'plan', id: client.id }),
    ...sessions.map(each => keyOf({ kind: 'session', id: each.id })),
    ...worksheets.map(each => keyOf({ kind: 'worksheet', id: each.id })),
    ...goals.map(each => keyOf({ kind: 'goal', id: each.id })),
    ...offers.map(each => keyOf({ kind: 'offer', id: each.id })),
    ...chainEvents.map(each => keyOf({ kind: 'chainEvent', id: each.id })),
  ])
}

/** Where the client sees something in the record otherwise: what the receiver must not miss. */
export function disagreementsIn({ remarks, sessions, slots }: ClientRecord): PackagePreview['disagreements'] {
  return remarks
    .filter(each => each.kind === 'disagreement')
    .map(({ about, words, on, authorName: author }) => {
      const slotId = about.kind === 'session' ? sessions.find(each => each.id === about.id)?.slotId : undefined
      const number = slots.find(each => each.id === slotId)?.number
      return { about: about.kind, words, on, author, ...(number === undefined ? {} : { number }) }
    })
}

/** True when what the record points to is its own: no session at another client's slot, no remark about what is not here. */
export function referencesAreValid({ record, packageId }: Pick<PackageContent, 'record' | 'packageId'>): boolean {
  const { slots, sessions, homework, worksheets, goals, placements, offers, remarks, secrecy, mistakes } = record
  const [slotIds, sessionIds, placementIds] = [idsOf(slots), idsOf(sessions), idsOf(placements)]
  const [marked, marks] = [markedIn(record), idsOf(mistakes)]
  const mayPoint = (ids: ReadonlySet<string>, id: string | undefined) => id === undefined || ids.has(id)
  const concerned = new Set([...keysIn(record), keyOf({ kind: 'handover', id: packageId })])
  const decidedOn = new Set([...concerned, ...remarks.map(each => keyOf({ kind: 'remark', id: each.id }))])
  return (
    sessions.every(each => slotIds.has(each.slotId)) &&
    homework.every(each => sessionIds.has(each.givenIn) && mayPoint(sessionIds, each.reviewedIn)) &&
    worksheets.every(each => mayPoint(sessionIds, each.sessionId)) &&
    goals.every(({ events: [first] }) => first?.what.kind === 'worded' && first.takenBack === undefined) &&
    offers.every(each => mayPoint(placementIds, each.placementId)) &&
    remarks.every(each => concerned.has(keyOf(each.about))) &&
    secrecy.every(each => decidedOn.has(keyOf(each.about))) &&
    mistakes.every(each => marked.get(each.about.id) === each.about.kind && mayPoint(marks, each.withId))
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

function withoutReview({ reviewedIn: _in, reviewedOn: _on, done: _done, ...rest }: ClientRecord['homework'][number]) {
  return rest
}
