import { clientDetailWords } from '../contract/identityWords.ts'
import { birthIn } from './personalIdentityNumber.ts'

/**
 * A client named without their name, for those who share out the work or keep the registers: the case number, or else
 * initials and year of birth. A protected client without a case number is only said to be one (L16).
 */
export function clientReference(client: {
  name: string
  number: string
  caseNumber: string
  protectedIdentity: boolean
}): string {
  if (client.caseNumber !== '') return client.caseNumber
  if (client.protectedIdentity) return clientDetailWords.protectedIdentity
  const initials = client.name.split(/\s+/).map(each => `${[...each][0]}.`)
  return [...initials, birthIn(client.number).year].filter(Boolean).join(' ')
}
