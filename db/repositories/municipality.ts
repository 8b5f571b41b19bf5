import { and, asc, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Municipality } from '../../main/contract/municipality.ts'
import { readMunicipality } from '../../main/contract/readMunicipality.ts'
import type { Day, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { clients } from '../schema/client.ts'
import { municipalities, researchAreas, researchBirthDays } from '../schema/municipality.ts'
import { users } from '../schema/user.ts'
import { type ClientRow, isOwnClientOf } from './client.ts'

type Validity = { readonly fromOn: SQLiteColumn; readonly toOn: SQLiteColumn }

/** The row holds on that day. */
function validOn({ fromOn, toOn }: Validity, on: Day): SQL | undefined {
  return and(lte(fromOn, on), or(isNull(toOn), gte(toOn, on)))
}

const shown = { code: municipalities.code, name: municipalities.name, county: municipalities.county }

/** Those that hold on that day, by code. */
export function municipalitiesOn(db: Db, on: Day): Municipality[] {
  return db.select(shown).from(municipalities).where(validOn(municipalities, on)).orderBy(municipalities.code).all()
}

/** By its latest name, whether it still holds or not; undefined for a code that was never one. */
export function municipalityWith(db: Db, code: string): Municipality | undefined {
  const { fromOn } = municipalities
  return db.select(shown).from(municipalities).where(eq(municipalities.code, code)).orderBy(sql`${fromOn} DESC`).get()
}

export function isMunicipalityOn(db: Db, code: string, on: Day): boolean {
  return municipalitiesOn(db, on).some(each => each.code === code)
}

/** Each code with its latest name. */
export function municipalityNames(db: Db): Map<string, string> {
  const rows = db.select(shown).from(municipalities).orderBy(asc(municipalities.fromOn)).all()
  return new Map(rows.map(each => [each.code, each.name]))
}

/** What stands as a client's home: the municipality's name, or the words that could not be read as one. */
export function homeWords(
  db: Db,
  { homeMunicipality, unreadMunicipality }: Pick<ClientRow, 'homeMunicipality' | 'unreadMunicipality'>,
): string {
  return unreadMunicipality || (municipalityWith(db, homeMunicipality)?.name ?? homeMunicipality)
}

/** A home municipality in someone's words, as it is stored: its code, or *unknown* and the words. */
export function homeFrom(db: Db, words: string): Pick<ClientRow, 'homeMunicipality' | 'unreadMunicipality'> {
  const named = db.select(shown).from(municipalities).orderBy(asc(municipalities.code)).all()
  const code = readMunicipality(words, named)
  return { homeMunicipality: code ?? 'unknown', unreadMunicipality: code === undefined ? words : '' }
}

const mustBeChosen = (today: Day) => sql`(${clients.unreadMunicipality} <> '' OR ${clients.homeMunicipality} NOT IN (
  SELECT ${municipalities.code} FROM ${municipalities} WHERE ${validOn(municipalities, today)}))`

/** Clients whose home municipality could not be read or is none any longer; all, or those of one user. */
export function homesToChoose(db: Db, today: Day, userId: UserId, all: boolean) {
  return db
    .select({ client: clients, therapist: users.name, mine: sql<number>`${isOwnClientOf(userId)}` })
    .from(clients)
    .innerJoin(users, eq(users.id, clients.therapistId))
    .where(and(mustBeChosen(today), all ? undefined : isOwnClientOf(userId)))
    .orderBy(asc(clients.nameKey), asc(clients.id))
    .all()
}

/** What is kept for research on a day: municipalities and counties by code, and days of birth. */
export type ResearchRule = { readonly areas: readonly string[]; readonly birthDays: readonly number[] }

export function researchRuleOn(db: Db, on: Day): ResearchRule {
  return {
    areas: db
      .select({ code: researchAreas.code })
      .from(researchAreas)
      .where(validOn(researchAreas, on))
      .all()
      .map(each => each.code),
    birthDays: db
      .select({ day: researchBirthDays.dayOfMonth })
      .from(researchBirthDays)
      .where(validOn(researchBirthDays, on))
      .all()
      .map(each => each.day),
  }
}

/** Every county and municipality that is or has been kept for research, by code. */
export function researchAreaRows(db: Db): (typeof researchAreas.$inferSelect)[] {
  return db.select().from(researchAreas).orderBy(asc(researchAreas.code), asc(researchAreas.fromOn)).all()
}

/** What a code of two or four digits stands for: a county, or a municipality by its latest name. */
export function areaName(db: Db, code: string): string | undefined {
  if (code.length === 4) return municipalityWith(db, code)?.name
  const inCounty = sql`${municipalities.code} LIKE ${`${code}__`}`
  return db.select({ county: municipalities.county }).from(municipalities).where(inCounty).get()?.county
}

export function insertResearchArea(db: Db, code: string, fromOn: Day): void {
  db.insert(researchAreas).values({ code, fromOn, toOn: null }).run()
}

export function endResearchAreaRow(db: Db, code: string, fromOn: Day, toOn: Day | null): void {
  db.update(researchAreas)
    .set({ toOn })
    .where(and(eq(researchAreas.code, code), eq(researchAreas.fromOn, fromOn)))
    .run()
}
