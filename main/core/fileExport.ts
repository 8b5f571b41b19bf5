import type { Opened } from '../binder/binder.ts'
import type { ExportFile } from '../context/handlers.ts'
import type { Platform } from '../context/platform.ts'
import { refuse } from '../contract/errors.ts'

/**
 * Operations that let a file leave the binder. The user says where first. Only then is it made, and only while the same
 * opening lasts: whoever stands at a desk that was locked meanwhile gets nothing by pressing *Spara*. The file is
 * written last in the transaction of its log row, so neither is there without the other.
 */
export function createFileExport(platform: Platform, opened: () => Opened | undefined): ExportFile {
  return file => ({
    async prepare(context, input) {
      const { name, none, make } = await file(context, input)
      const place = await platform.placeFor(name)
      if (opened()?.db !== context.db) refuse('locked')
      if (place === undefined) return { givenUp: none }
      const { bytes, store } = await make()
      return { store, bytes, place }
    },
  })
}
