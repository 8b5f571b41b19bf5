import { asc, eq, sql } from 'drizzle-orm'
import type { RemarkAbout } from '../../main/contract/remark.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { remarks } from '../schema/remark.ts'

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

const remarksByClient = prepared(db =>
  db
    .select()
    .from(remarks)
    .where(eq(remarks.clientId, clientId))
    .orderBy(asc(remarks.epoch), asc(remarks.sequence))
    .prepare(),
)

/** From first to last: by holder, then in the order of writing; two units' clocks are never compared. */
export function remarksOf(db: Db, of: ClientId): RemarkRow[] {
  return remarksByClient(db)
    .all({ clientId: of })
    .map(({ aboutKind: kind, aboutId: id, sequence: _, ...each }) => ({ ...each, about: { kind, id } }))
}
