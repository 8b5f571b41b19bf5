import { custodyOf } from '../../db/repositories/clients.ts'
import { consentsOf, insertConsent, withdrawConsent } from '../../db/repositories/consents.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context.ts'
import type { Consent, ConsentInput } from '../contract/consent.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { ClientId } from '../contract/values.ts'

export function consentsOfClient({ db }: Context, { clientId }: { clientId: ClientId }): Consent[] {
  return consentsOf(db, clientId).map(({ epoch: _epoch, ...row }) => withoutNulls(row))
}

export function giveConsent(context: Context, input: ConsentInput): Consent {
  if (input.validUntil < context.today()) refuse('days-reversed')
  const consent = { ...input, id: context.newId<string>(), givenOn: context.today() }
  insertConsent(context.db, {
    ...consent,
    withdrawnOn: null,
    epoch: custodyOf(context.db, input.clientId)?.epoch ?? refuse('not-found'),
  })
  return consent
}

/** Withdraws from today on. What has been handed over already cannot be called back by this. */
export function withdraw(context: Context, { clientId, consentId }: Checked<'consent.withdraw'>): Consent {
  const consent = () =>
    consentsOfClient(context, { clientId }).find(each => each.id === consentId) ?? refuse('not-found')
  if (consent().withdrawnOn === undefined) withdrawConsent(context.db, clientId, consentId, context.today())
  return consent()
}
