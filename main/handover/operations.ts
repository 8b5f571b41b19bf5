import { handoverById } from '../../db/repositories/handover.ts'
import { logAccess } from '../accessLog/service.ts'
import type { Context } from '../context/context.ts'
import type { ExportFile, Operations } from '../context/handlers.ts'
import type { handoverContract } from '../contract/handover.ts'
import type { ClientId } from '../contract/values.ts'
import {
  acceptPackage,
  confirmReceipt,
  handoversOfClient,
  listHandovers,
  openFile,
  previewPackage,
  seal,
} from './service.ts'

/** To look once more at a package of someone who is here stands on their log. */
function logKnown({ db, user, now }: Context, packageId: string): void {
  const clientId = handoverById(db, packageId)?.handover.clientId ?? null
  logAccess(db, { at: now(), userId: user.id, clientId, method: 'handover.preview', kind: 'view', detail: '' })
}

type Shared = {
  readonly exportFile: ExportFile
  /** Refuses a client who has just been stored when what was stored cannot be shown. */
  readBack(context: Context, clientId: ClientId): void
}

/** A client’s record on its way to or from another unit. */
export function handoverOperations({ exportFile, readBack }: Shared): Operations<typeof handoverContract> {
  return {
    'handover.list': listHandovers,
    'handover.ofClient': handoversOfClient,
    'handover.seal': exportFile(seal),
    'handover.preview': {
      async prepare(context, input) {
        const content = await openFile(context, input)
        return () => {
          const preview = previewPackage(context, content)
          if (preview.alreadyAccepted) logKnown(context, preview.packageId)
          return preview
        }
      },
    },
    'handover.accept': {
      async prepare(context, input) {
        const content = await openFile(context, input)
        return () => {
          const accepted = acceptPackage(context, content, input)
          if (accepted.changed > 0) readBack(context, accepted.clientId)
          return accepted
        }
      },
    },
    'handover.confirm': confirmReceipt,
  }
}
