import type { Db } from '../../db/open.ts'
import { ownNumbers } from '../../db/repositories/emergencyNumber.ts'
import { withNumbers } from '../emergencyNumber/withNumbers.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { activeManual } from '../manual/service.ts'

/** Which manual the open binder works by, for everyone in it; with the unit's own numbers in its texts; made once, and anew
 * when another is chosen or a number changes. */
export type ManualInUse = {
  /** Our own, which comes with the program. */
  own(): Manual
  of(db: Db): Manual
  forget(): void
}

/** `own` is asked for when it is first needed: reading it takes a moment. */
export function createManualInUse(own: () => Manual): ManualInUse {
  let inUse: { readonly db: Db; readonly manual: Manual } | undefined
  return {
    own,
    of(db) {
      if (inUse?.db !== db) inUse = { db, manual: withNumbers(activeManual(db, own()), ownNumbers(db)) }
      return inUse.manual
    },
    forget() {
      inUse = undefined
    },
  }
}
