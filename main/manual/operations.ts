import type { ManualInUse } from '../binder/manualInUse.ts'
import type { ExportFile, Operations } from '../context/handlers.ts'
import type { manualContract } from '../contract/manual.ts'
import { searchManual } from './search.ts'
import { activateManual, chapterOfSession, contentsOf, formOf, importPack, listManuals, pageOf } from './service.ts'

/** The manual in use: read, sought in, printed, and changed for another. */
export function manualOperations(inUse: ManualInUse, exportFile: ExportFile): Operations<typeof manualContract> {
  return {
    'manual.contents': ({ manual }) => contentsOf(manual),
    'manual.chapter': ({ manual }, { session }) => chapterOfSession(manual, session),
    'manual.page': ({ manual }, { id }) => pageOf(manual, id),
    'manual.form': ({ manual }, { id }) => formOf(manual, id),
    'manual.search': ({ manual }, { words }) => searchManual(manual, words),
    'manual.print': exportFile(async ({ manual, now }, input) => {
      const { printManual } = await import('../print/pdf.ts') // only when asked for: the typesetter is slow to load
      const { fileName, bytes } = await printManual(manual, input, now())
      const made = { bytes, store: () => ({ fileName, saved: true }) }
      return { name: fileName, none: { fileName, saved: false }, make: async () => made }
    }),
    'manual.list': context => listManuals(context, inUse.own()),
    'manual.importPack': (context, input) => {
      inUse.forget()
      return importPack(context, input, inUse.own())
    },
    'manual.use': (context, input) => {
      inUse.forget()
      return activateManual(context, input)
    },
  }
}
