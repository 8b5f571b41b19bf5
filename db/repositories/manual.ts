import { and, asc, eq } from 'drizzle-orm'
import type { Day } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { contentPackFiles, contentPacks } from '../schema/manual.ts'

export type PackKey = { readonly id: string; readonly version: string }

/** Every pack ever imported here, by id and version. */
export function allPacks(db: Db) {
  return db.select().from(contentPacks).orderBy(asc(contentPacks.id), asc(contentPacks.version)).all()
}

/** The files of a pack by their path. */
export function packFiles(db: Db, { id, version }: PackKey): Map<string, string> {
  const rows = db
    .select({ path: contentPackFiles.path, text: contentPackFiles.text })
    .from(contentPackFiles)
    .where(and(eq(contentPackFiles.id, id), eq(contentPackFiles.version, version)))
    .orderBy(asc(contentPackFiles.path))
    .all()
  return new Map(rows.map(each => [each.path, each.text]))
}

/** Adds a pack, not yet in use. False when that version is here already: a version is never replaced. */
export function insertPack(
  db: Db,
  { id, version }: PackKey,
  importedOn: Day,
  files: ReadonlyMap<string, string>,
): boolean {
  const added =
    db.insert(contentPacks).values({ id, version, importedOn, inUse: false }).onConflictDoNothing().run().changes === 1
  if (added)
    db.insert(contentPackFiles)
      .values([...files].map(([path, text]) => ({ id, version, path, text })))
      .run()
  return added
}

/** Puts a pack in use, or our own manual when none is named. False when there is no such pack; then nothing changes. */
export function putInUse(db: Db, pack: PackKey | undefined): boolean {
  const named =
    pack === undefined ? undefined : and(eq(contentPacks.id, pack.id), eq(contentPacks.version, pack.version))
  if (named !== undefined && db.select().from(contentPacks).where(named).get() === undefined) return false
  db.update(contentPacks).set({ inUse: false }).where(eq(contentPacks.inUse, true)).run()
  if (named !== undefined) db.update(contentPacks).set({ inUse: true }).where(named).run()
  return true
}
