import { aliasedTable, and, asc, count, desc, eq, like, or, type SQL, sql } from 'drizzle-orm'
import type { Custody } from '../../main/contract/client.ts'
import { soughtInNames, wholeNamesOf } from '../../main/contract/folding.ts'
import type { Role } from '../../main/contract/user.ts'
import type { ClientId, Phase, UnitId, UserId } from '../../main/contract/values.ts'
import { type ClientKey, caseNumberKey, clientById, fenced, keepClientKeys, nextSerial } from '../clientKeys.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { placements } from '../schema/careChain.ts'
import { clients, custodies } from '../schema/client.ts'
import { clientChanges } from '../schema/identity.ts'
import { slots } from '../schema/plan.ts'
import { sessions } from '../schema/session.ts'
import { installation, legalGrounds, units } from '../schema/unit.ts'
import { users } from '../schema/user.ts'
import { isStanding } from './mistake.ts'

export type ClientRow = typeof clients.$inferSelect
/** A client with what only the repositories keep left out. */
export type NewClientRow = Omit<ClientRow, ClientKey>

export function insertClient(db: Db, row: NewClientRow): void {
  const keys = { nameKey: '', nameWords: '', knownAs: '', reference: '', listedAs: '', caseKey: '' }
  db.insert(clients)
    .values({ ...row, ...keys, sharesCaseNumber: false, serial: nextSerial(db) })
    .run()
  keepClientKeys(db, row.id)
}

export function clientRow(db: Db, id: ClientId): ClientRow | undefined {
  return clientById(db).get({ id })
}

export function clientWithNumber(db: Db, number: string): ClientRow | undefined {
  return db.select().from(clients).where(eq(clients.number, number)).get()
}

export function insertCustody(
  db: Db,
  row: { clientId: ClientId; epoch: number; unitId: UnitId; sinceOn: string; packageId: string | null },
): void {
  db.insert(custodies).values(row).run()
}

const latestCustody = prepared(db =>
  db
    .select({ epoch: custodies.epoch, sinceOn: custodies.sinceOn, unit: units, ownUnitId: installation.unitId })
    .from(custodies)
    .innerJoin(units, eq(units.id, custodies.unitId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(eq(custodies.clientId, sql.placeholder('clientId')))
    .orderBy(desc(custodies.epoch))
    .limit(1)
    .prepare(),
)

/** Who holds the record now; undefined when there is no such client. */
export function custodyOf(db: Db, clientId: ClientId): Custody | undefined {
  const row = latestCustody(db).get({ clientId })
  return row && { epoch: row.epoch, sinceOn: row.sinceOn, unit: row.unit, own: row.unit.id === row.ownUnitId }
}

/** The client is the user's own: theirs to treat or to coordinate. */
export function isOwnClientOf(user: UserId | ReturnType<typeof sql.placeholder>): SQL {
  return sql`(${clients.therapistId} = ${user} OR ${clients.coordinatorId} = ${user})`
}

const standing = prepared(db =>
  db
    .select({
      treats: sql<number>`${clients.therapistId} = ${sql.placeholder('userId')}`,
      coordinates: sql<number>`coalesce(${clients.coordinatorId} = ${sql.placeholder('userId')}, 0)`,
      held: sql<number>`${custodies.unitId} = ${installation.unitId}`,
      holder: units.name,
    })
    .from(clients)
    .innerJoin(custodies, eq(custodies.clientId, clients.id))
    .innerJoin(units, eq(units.id, custodies.unitId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(eq(clients.id, sql.placeholder('clientId')))
    .orderBy(desc(custodies.epoch))
    .limit(1)
    .prepare(),
)

/** As what a client is a user's own, and who holds the record; undefined when there is no such client. */
export function standingOf(db: Db, clientId: ClientId, userId: UserId) {
  const row = standing(db).get({ clientId, userId })
  if (row === undefined) return undefined
  const own: Role[] = []
  if (row.treats === 1) own.push('therapist')
  if (row.coordinates === 1) own.push('coordinator')
  return { own, held: row.held === 1, holder: row.holder }
}

const nameOfUser = prepared(db =>
  db
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare(),
)

export function therapistName(db: Db, row: ClientRow): string {
  return nameOfUser(db).get({ id: row.therapistId })?.name ?? ''
}

/** The coordinator's name: of the user, when one who works here, else as it was written. */
export function coordinatorName(db: Db, { coordinatorId, coordinator }: ClientRow): string {
  return (coordinatorId === null ? undefined : nameOfUser(db).get({ id: coordinatorId })?.name) ?? coordinator
}

export function assignClient(db: Db, id: ClientId, to: { therapistId: UserId; coordinatorId: UserId | null }): void {
  db.update(clients).set(to).where(eq(clients.id, id)).run()
}

/** Every client with whose they are; whoever shows them puts them in the order of what is shown. */
export function allAssignments(db: Db) {
  return db
    .select({ client: clients, therapist: users.name })
    .from(clients)
    .innerJoin(users, eq(users.id, clients.therapistId))
    .orderBy(asc(clients.id))
    .all()
}

const phaseOfLatest = prepared(db =>
  db
    .select({ phase: legalGrounds.phase })
    .from(placements)
    .innerJoin(legalGrounds, eq(legalGrounds.code, placements.legalGround))
    .where(and(eq(placements.clientId, sql.placeholder('clientId')), isStanding(placements.id)))
    .orderBy(desc(placements.fromOn), desc(placements.id))
    .limit(1)
    .prepare(),
)

/** The phase that the client's latest placement belongs to. */
export function placementPhase(db: Db, clientId: ClientId): Phase | undefined {
  return phaseOfLatest(db).get({ clientId })?.phase
}

/** What a search may look at: the name, the number from its beginning, the case number (L17). */
export type ClientSearch = { readonly words: string; readonly digits: string }

/** Had the number before; written whole, since nobody remembers half of it. */
function earlierNumber(digits: string): SQL | undefined {
  if (digits.length !== 10 && digits.length !== 12) return undefined
  const { earlierNumber: number } = clientChanges
  const fits = digits.length === 12 ? sql`${number} = ${digits}` : sql`substr(${number}, 3) = ${digits}`
  return sql`${clients.id} IN (SELECT ${clientChanges.clientId} FROM ${clientChanges} WHERE ${number} <> '' AND ${fits})`
}

/** The number without its century. */
const tenDigits = sql`substr(${clients.number}, 3)`

/** A case number that the client has or has had, or the whole name of one who is protected. */
function knownAs(whole: string): SQL | undefined {
  return whole === '' ? undefined : sql`instr(${clients.knownAs}, ${fenced(whole)}) > 0`
}

/** The client with exactly this number, of ten or twelve digits, or this case number: who has it now, or else who had it before. */
export function clientKnownAs(db: Db, { words, digits }: ClientSearch): ClientRow | undefined {
  const isWhole = digits.length === 10 || digits.length === 12
  const byNumber = isWhole ? or(eq(clients.number, digits), eq(tenDigits, digits)) : undefined
  const known = (where: SQL | undefined) => where && db.select().from(clients).where(where).get()
  return (
    known(or(byNumber, words === '' ? undefined : eq(clients.caseNumber, words))) ??
    known(or(earlierNumber(digits), knownAs(caseNumberKey(words))))
  )
}

/** A protected client's name or number must be known whole: a list must not tell that it fits a part (L16). */
function matching({ words, digits }: ClientSearch): SQL | undefined {
  const open = eq(clients.protectedIdentity, false)
  const inName = (spelling: string) => sql`instr(${clients.nameWords}, ${spelling}) > 0`
  const byName = and(...soughtInNames(words).map(spellings => or(...spellings.map(inName))))
  const byWhole = or(...[caseNumberKey(words), ...wholeNamesOf(words)].map(knownAs))
  const byNumber =
    digits.length < 4
      ? undefined
      : or(
          and(open, or(like(clients.number, `${digits}%`), like(tenDigits, `${digits}%`))),
          eq(clients.number, digits),
          eq(tenDigits, digits),
          earlierNumber(digits),
        )
  return or(byName, byNumber, byWhole)
}

const latestPhase = sql<Phase | null>`(
  SELECT g.phase FROM ${placements} p JOIN ${legalGrounds} g ON g.code = p.legal_ground
  WHERE p.client_id = ${clients.id} AND ${isStanding(sql`p.id`)} ORDER BY p.from_on DESC, p.id DESC LIMIT 1)`
const nextOn = sql<string | null>`(
  SELECT min(s.planned_on) FROM ${slots} s WHERE s.client_id = ${clients.id} AND s.planned_on > s.settled_through)`
const heldCount = sql<number>`(
  SELECT count(DISTINCT x.slot_id) FROM ${sessions} x WHERE x.client_id = ${clients.id} AND x.outcome IN ('held', 'partlyHeld') AND ${isStanding(sql`x.id`)})`

const isLatest = sql`${custodies.epoch} = (SELECT max(x.epoch) FROM ${custodies} x WHERE x.client_id = ${clients.id})`

const therapist = aliasedTable(users, 'therapist')

/** Clients that match, by name, `limit` at the most; and how many match in all. An empty search finds the user's own (L20). */
export function findClients(db: Db, search: ClientSearch, userId: UserId, limit: number) {
  const where = matching(search) ?? isOwnClientOf(userId)
  const found = db // first who, from the index alone; the rest is looked up for those few
    .select({ id: clients.id, nameKey: clients.nameKey })
    .from(clients)
    .where(where)
    .orderBy(asc(clients.nameKey), asc(clients.id))
    .limit(limit)
    .as('found')
  const rows = db
    .select({
      client: clients,
      holder: units,
      ownUnitId: installation.unitId,
      latestPhase,
      nextOn,
      heldCount,
      mine: sql<number>`${isOwnClientOf(userId)}`,
      therapist: therapist.name,
    })
    .from(found)
    .innerJoin(clients, eq(clients.id, found.id))
    .innerJoin(therapist, eq(therapist.id, clients.therapistId))
    .innerJoin(custodies, and(eq(custodies.clientId, clients.id), isLatest))
    .innerJoin(units, eq(units.id, custodies.unitId))
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .orderBy(asc(found.nameKey), asc(found.id))
    .all()
  const total = db.select({ total: count() }).from(clients).where(where).get()?.total ?? 0
  return { rows, total }
}
