import { desc, eq, sql } from 'drizzle-orm'
import type { ValueAbout } from '../../main/contract/valueChange.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { type StoredValue, valueChanges } from '../schema/valueChange.ts'

export type ValueChangeRow = typeof valueChanges.$inferSelect

/** Where each value is stored. The columns that follow from others stand last: they are put back after those. */
const STORED: Readonly<
  Record<ValueAbout['kind'], { table: string; columns: readonly string[]; following: readonly string[] }>
> = {
  slot: {
    table: 'slots',
    columns: ['planned_on', 'planned_at', 'planned_where', 'planned_with'],
    following: ['settled_through', 'offer_again_on'],
  },
  placement: {
    table: 'placements',
    columns: ['legal_ground', 'unit_id', 'applied_by', 'from_on', 'judged_on', 'planned_to_on', 'to_on', 'end_reason'],
    following: [],
  },
  absence: { table: 'chain_events', columns: ['back_on'], following: [] },
  details: {
    table: 'clients',
    columns: [
      'name',
      'number',
      'number_kind',
      'case_number',
      'sex',
      'home_municipality',
      'unread_municipality',
      'protected_identity',
    ],
    following: [],
  },
}

/** The value as it is stored; undefined when the client has no such thing. */
export function storedValue({ $client }: Db, clientId: ClientId, { kind, id }: ValueAbout): StoredValue | undefined {
  const { table, columns, following } = STORED[kind]
  const whose = kind === 'details' ? 'id' : 'client_id'
  const chosen = [...columns, ...following].join(', ')
  return $client.prepare(`SELECT ${chosen} FROM ${table} WHERE id = ? AND ${whose} = ?`).get(id, clientId) as
    | StoredValue
    | undefined
}

/** Stores a value of the plan or the care chain as it was. */
export function putValueBack({ $client }: Db, { kind, id }: ValueAbout, value: StoredValue): void {
  const { table, columns, following } = STORED[kind]
  for (const some of [columns, following].filter(each => each.length > 0)) {
    const set = some.map(each => `${each} = :${each}`).join(', ')
    $client.prepare(`UPDATE ${table} SET ${set} WHERE id = :id`).run({ ...value, id })
  }
}

const addChange = insertInto(valueChanges)
const clientId = sql.placeholder('clientId')
const nextSequence = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${valueChanges.sequence}), 0) + 1` })
    .from(valueChanges)
    .where(eq(valueChanges.clientId, clientId))
    .prepare(),
)

/** Adds a change, last in the client's order of writing. */
export function insertValueChange(db: Db, row: Omit<ValueChangeRow, 'sequence' | 'undone'>): void {
  addChange(db, { ...row, sequence: nextSequence(db).get(row)?.next ?? 1, undone: false })
}

const changesByClient = prepared(db =>
  db
    .select()
    .from(valueChanges)
    .where(eq(valueChanges.clientId, clientId))
    .orderBy(desc(valueChanges.sequence))
    .prepare(),
)

/** The newest first. */
export function valueChangesOf(db: Db, of: ClientId): ValueChangeRow[] {
  return changesByClient(db).all({ clientId: of })
}

export function markUndone(db: Db, id: string): void {
  db.update(valueChanges).set({ undone: true }).where(eq(valueChanges.id, id)).run()
}
