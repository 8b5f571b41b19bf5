import { type Role, role } from '../../main/contract/user.ts'
import { roleWords } from '../../main/contract/userWords.ts'

/** *Behandlare, Administratör*: always in the same order; empty without roles. */
export function rolesText(roles: readonly Role[]): string {
  return role.options
    .filter(each => roles.includes(each))
    .map(each => roleWords[each])
    .join(', ')
}
