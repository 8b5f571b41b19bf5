import type { ExportFile, Operations } from '../context/handlers.ts'
import type { handoverContract } from '../contract/handover.ts'
import {
  acceptPackage,
  confirmReceipt,
  handoversOfClient,
  listHandovers,
  openFile,
  previewPackage,
  seal,
} from './service.ts'

/** A client’s record on its way to or from another unit. */
export function handoverOperations(exportFile: ExportFile): Operations<typeof handoverContract> {
  return {
    'handover.list': listHandovers,
    'handover.ofClient': handoversOfClient,
    'handover.seal': exportFile(seal),
    'handover.preview': {
      async prepare(context, input) {
        const content = await openFile(context, input)
        return () => previewPackage(context, content)
      },
    },
    'handover.accept': {
      async prepare(context, input) {
        const content = await openFile(context, input)
        return () => acceptPackage(context, content, input.file, input.readBack)
      },
    },
    'handover.confirm': confirmReceipt,
  }
}
