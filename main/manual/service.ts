import { refuse } from '../contract/errors.ts'
import type { FormDefinition } from '../contract/form.ts'
import type { Output } from '../contract/index.ts'
import type { Chapter } from '../contract/manual.ts'
import type { Manual, ManualPage } from './manualFormat.ts'
import { readManual } from './readManual.ts'

/** Reads the manual that ships with the app. @throws when it has a fault: it is checked before it ships. */
export function shippedManual(folder: string): Manual {
  const { manual, problems } = readManual(folder)
  if (manual === undefined) throw new Error(`the manual has ${problems.length} faults; run npm run manual:check`)
  return manual
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
    pages: manual.pages.map(({ id, title }) => ({ id, title })),
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
