import type { Context } from '../context/context.ts'
import type { ExportFile, Operations } from '../context/handlers.ts'
import type { extractContract } from '../contract/extract.ts'
import type { ClientId } from '../contract/values.ts'
import { extractAsJson, extractInWords, extractName } from './service.ts'

/** The register extract: gathered, set and handed to the user. */
export function extractOperations(exportFile: ExportFile): Operations<typeof extractContract> {
  return {
    'client.extract': exportFile((context, { clientId, as }) => {
      const name = `${extractName(context)}.${as}`
      return {
        name,
        none: { fileName: name, saved: false },
        make: async () => ({
          bytes: as === 'json' ? extractAsJson(context, clientId) : await extractAsPdf(context, clientId),
          store: () => ({ fileName: name, saved: true }),
        }),
      }
    }),
  }
}

async function extractAsPdf(context: Context, clientId: ClientId): Promise<Uint8Array> {
  const { printParts } = await import('../print/pdf.ts') // only when asked for: the typesetter is slow to load
  const { extractPart } = await import('../print/extractContent.ts')
  const unit = context.unit.name
  const part = extractPart(extractInWords(context, clientId), { unit, madeOn: context.today() })
  return printParts([part], { title: 'Registerutdrag', foot: `Registerutdrag · ${unit}`, madeAt: context.now() })
}
