import { and, asc, eq, sql } from 'drizzle-orm'
import type { RemarkAbout } from '../../main/contract/remark.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { remarks } from '../schema/remark.ts'
import { preparedByStanding, type Which } from './mistake.ts'

type Row = typeof remarks.$inferSelect
/** A remark as it is stored, with what it concerns in one piece. */
export type RemarkRow = Omit<Row, 'aboutKind' | 'aboutId' | 'sequence'> & { about: RemarkAbout }

const clientId = sql.placeholder('clientId')
const addRemark = insertInto(remarks)
const nextSequence = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${remarks.sequence}), 0) + 1` })
    .from(remarks)
    .where(eq(remarks.clientId, clientId))
    .prepare(),
)

/** Adds a remark, last in the client's order of writing. */
export function insertRemark(db: Db, { about, ...row }: RemarkRow): void {
  const sequence = nextSequence(db).get(row)?.next ?? 1
  addRemark(db, { ...row, aboutKind: about.kind, aboutId: about.id, sequence })
}

const remarksByClient = preparedByStanding(remarks.id, (db, which) =>
  db
    .select()
    .from(remarks)
    .where(and(eq(remarks.clientId, clientId), which))
    .orderBy(asc(remarks.epoch), asc(remarks.sequence))
    .prepare(),
)

/** From first to last: by holder, then in the order of writing; two units' clocks are never compared. */
export function remarksOf(db: Db, of: ClientId, which?: Which): RemarkRow[] {
  return remarksByClient(db, which)
    .all({ clientId: of })
    .map(({ aboutKind: kind, aboutId: id, sequence: _, ...each }) => ({ ...each, about: { kind, id } }))
}
