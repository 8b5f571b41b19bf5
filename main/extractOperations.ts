import type { Context } from './context.ts'
import type { ClientId } from './contract/values.ts'
import type { Handlers } from './dispatch.ts'
import { extractAsJson, extractInWords, extractName } from './extract/service.ts'
import type { Platform } from './platform.ts'

/** The register extract: gathered, set and handed to the user. */
export function extractOperations(platform: Platform): Pick<Handlers, 'client.extract'> {
  return {
    'client.extract': {
      async prepare(context, { clientId, as }) {
        const fileName = `${extractName(context)}.${as}`
        const bytes = as === 'json' ? extractAsJson(context, clientId) : await extractAsPdf(context, clientId)
        const saved = await platform.saveFile(fileName, bytes)
        return () => ({ fileName, saved })
      },
    },
  }
}

async function extractAsPdf(context: Context, clientId: ClientId): Promise<Uint8Array> {
  const { printParts } = await import('./print/pdf.ts') // only when asked for: the typesetter is slow to load
  const { extractPart } = await import('./print/extractContent.ts')
  const unit = context.unit.name
  const part = extractPart(extractInWords(context, clientId), { unit, madeOn: context.today() })
  return printParts([part], { title: 'Registerutdrag', foot: `Registerutdrag · ${unit}`, madeAt: context.now() })
}
