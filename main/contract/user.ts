import { z } from 'zod'
import { beforeUnlock, query } from './operation.ts'
import { unit } from './unit.ts'
import { line, userId } from './values.ts'

/** What a person does here; a user may hold several. Source: product.md section 3. */
export const role = z.enum(['therapist', 'coordinator', 'supervisor', 'administrator'])
export type Role = z.infer<typeof role>

export const user = z.strictObject({ id: userId, name: line, roles: z.array(role) })
export type User = z.infer<typeof user>

export const userContract = {
  'user.unlock': beforeUnlock(z.strictObject({ passphrase: z.string().min(1).max(200) }), z.strictObject({ user })),
  /** Forgets the key. The screen empties; what is saved stays saved. */
  'user.lock': beforeUnlock(z.strictObject({}), z.strictObject({})),
  'user.me': query(z.strictObject({}), z.strictObject({ user, unit })),
  /** Those who work here, by name: whom a client can be given to. */
  'user.colleagues': query(z.strictObject({}), z.array(user)),
}
