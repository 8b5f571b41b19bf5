import { custodyOf } from '../../db/repositories/client.ts'
import { consentsOf, insertConsent, withdrawConsent } from '../../db/repositories/consent.ts'
import { lifetimeOf } from '../../db/repositories/identity.ts'
import type { Which } from '../../db/repositories/mistake.ts'
import type { Context } from '../context/context.ts'
import type { Consent, ConsentInput } from '../contract/consent.ts'
import { consentText } from '../contract/consentText.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { ClientId } from '../contract/values.ts'
import { refuseBeforeBirth } from '../identity/lifetime.ts'
import { consentStatus } from './consentStatus.ts'

/** The client's register of consents: every one that was ever given, with how it stands today. */
export function consentsOfClient(
  { db, today }: Context,
  { clientId }: { clientId: ClientId },
  which?: Which,
): Consent[] {
  return consentsOf(db, clientId, which).map(each => ({ ...each, standing: consentStatus(each, today()) }))
}

export function giveConsent(context: Context, input: ConsentInput): Consent {
  const { db, user, unit, today } = context
  const { clientId, kind, receiver, manner, witness, validUntil, givenOn = today() } = input
  if (givenOn > today()) refuse('day-in-future')
  refuseBeforeBirth(lifetimeOf(db, clientId), givenOn)
  if (validUntil < today()) refuse('days-reversed')
  const id = context.newId<string>()
  insertConsent(db, {
    id,
    clientId,
    epoch: custodyOf(db, clientId)?.epoch ?? refuse('not-found'),
    kind,
    receiver,
    manner,
    witness,
    givenOn,
    validUntil,
    parts: input.kind === 'waiver' ? [...new Set(input.parts)] : [],
    concerns: input.kind === 'coordinatedPlan' ? input.concerns : '',
    text: consentText(input, unit.name),
    authorId: user.id,
    authorName: user.name,
    writtenAt: context.now(),
  })
  return consentOf(context, clientId, id)
}

/** What has been handed over already cannot be called back by this. */
export function withdraw(
  context: Context,
  { clientId, consentId, words, on = context.today() }: Checked<'consent.withdraw'>,
): Consent {
  const { db, user, today, now } = context
  if (on > today()) refuse('day-in-future')
  const { givenOn, withdrawal } = consentOf(context, clientId, consentId)
  if (on < givenOn) refuse('days-reversed')
  if (withdrawal === undefined)
    withdrawConsent(db, clientId, consentId, { on, words, byId: user.id, by: user.name, at: now() })
  return consentOf(context, clientId, consentId)
}

function consentOf(context: Context, clientId: ClientId, id: string): Consent {
  return consentsOfClient(context, { clientId }).find(each => each.id === id) ?? refuse('not-found')
}
