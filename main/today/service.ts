import { plannedFrom, undocumentedBefore } from '../../db/repositories/slots.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context.ts'
import type { PlannedSession } from '../contract/today.ts'
import { sessionPhase } from '../placement/phase.ts'

const MOST_ROWS = 100

/** What stands under *Idag*, but for the handovers that wait. */
export function plannedSessions({
  db,
  user,
  today,
}: Context): Record<'sessions' | 'undocumented' | 'upcoming', PlannedSession[]> {
  const coming = plannedFrom(db, user.id, today(), MOST_ROWS).map(asPlanned)
  const nextDay = coming.find(each => each.plannedOn > today())?.plannedOn
  return {
    sessions: coming.filter(each => each.plannedOn === today()),
    undocumented: undocumentedBefore(db, user.id, today(), MOST_ROWS).map(asPlanned),
    upcoming: coming.filter(each => each.plannedOn === nextDay),
  }
}

type PlannedRow = ReturnType<typeof plannedFrom>[number]

function asPlanned(row: PlannedRow): PlannedSession {
  return {
    slotId: row.id,
    clientId: row.clientId,
    clientName: row.protectedIdentity ? '' : row.clientName,
    caseNumber: row.caseNumber,
    phase: sessionPhase(row.number),
    number: row.number,
    plannedOn: row.plannedOn ?? '',
    ...withoutNulls({ plannedAt: row.plannedAt }),
  }
}
