import { asc, eq, sql } from 'drizzle-orm'
import type { SecrecyAbout, SecrecyBranch } from '../../main/contract/secrecy.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { chainEvents } from '../schema/careChain.ts'
import { custodies } from '../schema/client.ts'
import { consents } from '../schema/consent.ts'
import { goalEvents, goals } from '../schema/goal.ts'
import { handovers } from '../schema/handover.ts'
import { earlierSecrecyDefaults } from '../schema/list.ts'
import { offers } from '../schema/offer.ts'
import { remarks } from '../schema/remark.ts'
import { secrecyDecisions, secrecyDefaults } from '../schema/secrecy.ts'
import { sessions } from '../schema/session.ts'
import { units } from '../schema/unit.ts'
import { worksheetAnswers } from '../schema/worksheet.ts'

type Row = typeof secrecyDecisions.$inferSelect
/** A decision as it is stored, with what it concerns in one piece. */
export type DecisionRow = Omit<Row, 'aboutKind' | 'aboutId' | 'sequence'> & { about: SecrecyAbout }

/** A record of the client, and under which secrecy it falls where no one has decided: by the unit that held it when it was written. */
export type RecordRef = SecrecyAbout & { readonly byDefault: SecrecyBranch }

/** Every record of the client that secrecy or a remark can concern, the plan aside. A remark falls by default as what it concerns would, had its own unit written that; the plan as a session. */
export function recordsOf(db: Db, of: ClientId): RecordRef[] {
  return db.all<RecordRef>(sql`
    SELECT r.kind, r.id, coalesce(
      (SELECT e.branch FROM ${earlierSecrecyDefaults} e
        WHERE e.unit_kind = u.kind AND e.record_kind = r.falls_as AND e.to_on >= r.day ORDER BY e.to_on LIMIT 1),
      d.branch, 'socialServices') AS byDefault
    FROM (
      SELECT 'session' AS kind, id, epoch, settled_on AS day, 'session' AS falls_as FROM ${sessions} WHERE client_id = ${of}
      UNION ALL SELECT 'goal', id, epoch,
        (SELECT happened_on FROM ${goalEvents} WHERE goal_id = goals.id ORDER BY position LIMIT 1), 'goal' FROM ${goals} WHERE client_id = ${of}
      UNION ALL SELECT 'offer', id, epoch, made_on, 'offer' FROM ${offers} WHERE client_id = ${of}
      UNION ALL SELECT 'worksheet', id, epoch, answered_on, 'worksheet' FROM ${worksheetAnswers} WHERE client_id = ${of}
      UNION ALL SELECT 'chainEvent', id, epoch, from_on, 'chainEvent' FROM ${chainEvents} WHERE client_id = ${of}
      UNION ALL SELECT 'consent', id, epoch, given_on, 'consent' FROM ${consents} WHERE client_id = ${of}
      UNION ALL SELECT 'handover', package_id, epoch, made_on, 'handover' FROM ${handovers} WHERE client_id = ${of}
      UNION ALL SELECT 'remark', id, epoch, said_on, iif(about_kind = 'plan', 'session', about_kind) FROM ${remarks} WHERE client_id = ${of}
    ) r
    LEFT JOIN ${custodies} c ON c.client_id = ${of} AND c.epoch = r.epoch
    LEFT JOIN ${units} u ON u.id = c.unit_id
    LEFT JOIN ${secrecyDefaults} d ON d.unit_kind = u.kind AND d.record_kind = r.falls_as
    ORDER BY r.kind, r.id`)
}

const clientId = sql.placeholder('clientId')
const addDecision = insertInto(secrecyDecisions)
const nextSequence = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${secrecyDecisions.sequence}), 0) + 1` })
    .from(secrecyDecisions)
    .where(eq(secrecyDecisions.clientId, clientId))
    .prepare(),
)

/** Adds a decision, last in the client's order of writing. */
export function insertDecision(db: Db, { about, ...row }: DecisionRow): void {
  const sequence = nextSequence(db).get(row)?.next ?? 1
  addDecision(db, { ...row, aboutKind: about.kind, aboutId: about.id, sequence })
}

const decisionsByClient = prepared(db =>
  db
    .select()
    .from(secrecyDecisions)
    .where(eq(secrecyDecisions.clientId, clientId))
    .orderBy(asc(secrecyDecisions.epoch), asc(secrecyDecisions.sequence))
    .prepare(),
)

/** From first to last; the last one about a record holds. */
export function decisionsOf(db: Db, of: ClientId): DecisionRow[] {
  return decisionsByClient(db)
    .all({ clientId: of })
    .map(({ aboutKind: kind, aboutId: id, sequence: _, ...each }) => ({ ...each, about: { kind, id } }))
}
