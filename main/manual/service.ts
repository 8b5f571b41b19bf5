import type { Db } from '../../db/open.ts'
import { allPacks, insertPack, packFiles, putInUse } from '../../db/repositories/manual.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import { compareWords } from '../contract/folding.ts'
import type { FormDefinition } from '../contract/form.ts'
import type { Checked, Output } from '../contract/index.ts'
import { type Chapter, LARGEST_PACK, type Problem } from '../contract/manual.ts'
import { manualFiles } from './manualFolder.ts'
import type { Manual, ManualPage } from './manualFormat.ts'
import { readManual } from './readManual.ts'

/** Reads the manual that ships with the app. @throws when it has a fault: it is checked before it ships. */
export function shippedManual(folder: string): Manual {
  const { manual, problems } = readManual(manualFiles(folder))
  if (manual === undefined) throw new Error(`the manual has ${problems.length} faults; run npm run manual:check`)
  return manual
}

/**
 * The manual in use in this binder: an imported pack, or our own as the fall-back when there is none or it no
 * longer passes the check. Forms that only our own has stay readable, so that no earlier answer is lost from view.
 */
export function activeManual(db: Db, own: Manual): Manual {
  const pack = allPacks(db).find(each => each.inUse)
  const manual = pack && readManual(packFiles(db, pack)).manual
  if (manual === undefined) return own
  const { emergencyNumbers } = own // no pack changes whom to ring
  return { ...manual, forms: new Map([...own.forms, ...manual.forms]), emergencyNumbers }
}

/** Our own manual, then every pack ever imported. A pack whose check has become stricter than it is left out. */
export function listManuals({ db, manual }: Context, own: Manual): Output<'manual.list'> {
  const packs = allPacks(db).flatMap(pack => {
    const version = readManual(packFiles(db, pack)).manual?.version
    return version === undefined ? [] : [{ version, own: false, inUse: pack.inUse, importedOn: pack.importedOn }]
  })
  return [{ version: own.version, own: true, inUse: manual.version === own.version }, ...packs]
}

/** Keeps a content pack and puts it in use, if it has no fault; otherwise says every fault by file and line and stores nothing. */
export function importPack(
  context: Context,
  { files }: Checked<'manual.importPack'>,
  own: Manual,
): Output<'manual.importPack'> {
  const size = files.reduce((sum, each) => sum + each.text.length, 0)
  if (size > LARGEST_PACK) refuse('package-too-large')
  const texts = new Map(files.map(each => [each.path, each.text]))
  const { manual, problems } = readManual(texts)
  if (manual === undefined) return { problems: [...problems], imported: false }

  const { id, version } = manual.version
  const taken = (what: string): Problem => ({ file: 'manual.yaml', line: 1, what })
  if (id === own.version.id)
    return { problems: [taken(`Id:t ”${id}” är vår egen manuals. Ge paketet ett eget.`)], imported: false }
  if (!insertPack(context.db, { id, version }, context.today(), texts)) {
    return {
      problems: [taken(`Version ${version} av ”${id}” finns redan. Ge den ändrade texten ett nytt versionsnummer.`)],
      imported: false,
    }
  }
  putInUse(context.db, { id, version })
  return { problems: [], imported: true }
}

export function activateManual({ db }: Context, { pack }: Checked<'manual.use'>): Output<'manual.use'> {
  if (!putInUse(db, pack)) refuse('not-found')
  return {}
}

export function contentsOf(manual: Manual): Output<'manual.contents'> {
  return {
    version: manual.version,
    chapters: manual.chapters.map(({ session, title, phase, purpose, procedures }) => ({
      session,
      title,
      phase,
      purpose,
      procedures,
    })),
    procedures: [...manual.procedures],
    bank: [...manual.bank],
    pages: manual.pages.map(({ id, title }) => ({ id, title })),
    forms: [...manual.forms.values()]
      .map(({ id, title, living }) => ({ id, title, living }))
      .toSorted((one, other) => compareWords(one.title, other.title)),
  }
}

export function chapterOfSession(manual: Manual, session: number): Chapter {
  return manual.chapters.find(each => each.session === session) ?? refuse('not-found')
}

export function pageOf(manual: Manual, id: string): ManualPage {
  return manual.pages.find(each => each.id === id) ?? refuse('not-found')
}

export function formOf(manual: Manual, id: string): FormDefinition {
  return manual.forms.get(id) ?? refuse('not-found')
}
