import { currentVisit, type Seat } from '../binder/seat.ts'
import type { ExportFile } from '../context/handlers.ts'
import type { Platform } from '../context/platform.ts'
import { refuse } from '../contract/errors.ts'

/**
 * Operations that let a file leave the binder. The user says where first. Only then is it made, and only while the same
 * visit lasts: whoever stands at a desk that was locked meanwhile gets nothing by pressing *Spara*, whoever else is in.
 * The file is written last in the transaction of its log row, so neither is there without the other.
 */
export function createFileExport(platform: Platform, seat: Seat): ExportFile {
  return file => ({
    async prepare(context, input) {
      const visit = currentVisit(seat)
      const { name, none, make } = await file(context, input)
      const place = await platform.placeFor(name)
      if (visit === undefined || currentVisit(seat) !== visit) refuse('locked')
      if (place === undefined) return { givenUp: none }
      const { bytes, store } = await make()
      return { store, bytes, place }
    },
  })
}
