import type { Client } from '../../main/contract/client.ts'
import { clientDetailWords } from '../../main/contract/identityWords.ts'

type Named = Pick<Client, 'name' | 'listedAs' | 'protectedIdentity'>

/**
 * What a client is called everywhere but in the heading of the client's own page: in titles, dialogs, links back and on
 * paper. With protected identity it is the case number (L16).
 */
export function publicName({ name, listedAs, protectedIdentity }: Named): string {
  return nameOrCaseNumber(protectedIdentity ? '' : name, listedAs)
}

/** What a client is called in a question: by first name, unless the identity is protected. */
export function firstNameOf({ name, protectedIdentity }: Pick<Named, 'name' | 'protectedIdentity'>): string {
  return protectedIdentity ? 'klienten' : (name.split(' ')[0] ?? name)
}

/** Why a search found a client whose name is another: whose client it is not is not told what it was. */
export function formerNameWords(formerName: string | undefined): string {
  if (formerName === undefined) return ''
  return formerName === '' ? 'hittad på ett tidigare namn' : `hette förut ${formerName}`
}

/** A protected client stands in lists under their case number, or the binder's own number: there the core has left the name out. */
export function nameOrCaseNumber(name: string, caseNumber?: string): string {
  if (name !== '') return name
  const hidden = clientDetailWords.protectedIdentity
  if (!caseNumber) return hidden
  return caseNumber.startsWith('nr ') ? `${hidden}, ${caseNumber}` : `${hidden}, ärende ${caseNumber}`
}
