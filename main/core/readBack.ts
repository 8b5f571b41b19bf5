import { isRefusedByDisk } from '../../db/refusedBy.ts'
import { AUDIT_KIND } from '../accessLog/auditKind.ts'
import type { Context } from '../context/context.ts'
import type { Handlers } from '../context/handlers.ts'
import { refuse } from '../contract/errors.ts'
import { contract, type Method } from '../contract/index.ts'
import type { ClientId } from '../contract/values.ts'
import { extractInWords } from '../extract/service.ts'
import { isAboutClient } from '../user/rights.ts'

const QUERIES = (Object.keys(contract) as Method[]).filter(
  each => contract[each].kind === 'query' && contract[each].door === 'unlocked',
)

/**
 * Reads a client who has just come with a package through every query that can tell of them, each held to the schema of its
 * answer, and through the register extract. What a screen could not show later is refused now, while it can be undone.
 */
export function readBack(handlers: Handlers, context: Context, clientId: ClientId): void {
  try {
    for (const method of QUERIES) {
      const handle = handlers[method] as unknown
      if (typeof handle !== 'function') continue // makes a file
      for (const input of inputsTo(method, context, clientId))
        contract[method].output.parse(handle(context, contract[method].input.parse(input)))
    }
    extractInWords(context, clientId)
  } catch (error) {
    if (isRefusedByDisk(error)) throw error
    refuse('package-damaged')
  }
}

/** How the query is asked about the client: by itself, with words, of every form, or as a list that they stand in. */
function inputsTo(method: Method, { manual }: Context, clientId: ClientId): unknown[] {
  const { input } = contract[method]
  if (method === 'worksheet.ofForm') return [...manual.forms.keys()].map(formId => ({ clientId, formId }))
  const asked = isAboutClient(method) ? [{ clientId }, { clientId, words: 'och' }] : [{}, { words: '' }]
  const fitting = asked.filter(each => input.safeParse(each).success)
  return isAboutClient(method) || AUDIT_KIND[method] === 'view' ? fitting.slice(0, 1) : []
}
