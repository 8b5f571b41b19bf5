import { z } from 'zod'
import { query } from './operation.ts'
import { clientId } from './values.ts'

export const extractContract = {
  /** Everything stored about the client, to be read or by a program, for the client to have (GDPR article 15, L31). */
  'client.extract': query(
    z.strictObject({ clientId, as: z.enum(['pdf', 'json']) }),
    z.strictObject({ fileName: z.string(), saved: z.boolean() }),
  ),
}
