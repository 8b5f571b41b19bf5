import { insertQuestion, questionsOfHour } from '../../db/repositories/accessLog.ts'
import { type ClientRow, clientRow, custodyOf } from '../../db/repositories/client.ts'
import {
  changeClient,
  clientChangesOf,
  clientKnownBy,
  insertClientChange,
  lastHeldOn,
} from '../../db/repositories/identity.ts'
import { homeWords, isMunicipalityOn, researchRuleOn } from '../../db/repositories/municipality.ts'
import { storedAuthority } from '../../db/repositories/retention.ts'
import { takesInterimNumbers } from '../../db/repositories/unit.ts'
import type { StoredValue } from '../../db/schema/valueChange.ts'
import { refuseIfAskedOften } from '../accessLog/questionWait.ts'
import { HIDDEN_NAME } from '../client/nameInList.ts'
import { acceptedNumber, distinguishingNumber } from '../client/personalIdentityNumber.ts'
import type { Context } from '../context/context.ts'
import { refuse, refuseTellingOf } from '../contract/errors.ts'
import type { ClientChange, DetailChange } from '../contract/identity.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { ClientId } from '../contract/values.ts'
import { ruleChange, usualAuthority } from '../retention/retentionRule.ts'
import { refuseBeforeBirth } from './lifetime.ts'

/** Newest first, with numbers masked but for what tells one from another. */
export function historyOfClient({ db }: Context, { clientId }: { clientId: ClientId }): ClientChange[] {
  const isHidden = clientRow(db, clientId)?.protectedIdentity === true
  const hidden = (name: string) => (isHidden && name !== '' ? HIDDEN_NAME : name)
  return clientChangesOf(db, clientId)
    .toReversed()
    .map(({ id, changes, reason, authorName: author, at }) => ({
      id,
      reason,
      author,
      at,
      changes: changes.map(each => {
        const toPublicValue = { name: hidden, number: distinguishingNumber }[each.detail as 'name' | 'number']
        return toPublicValue === undefined
          ? each
          : { ...each, was: toPublicValue(each.was), became: toPublicValue(each.became) }
      }),
    }))
}

export function changeDetails(
  context: Context,
  input: Checked<'client.changeDetails'>,
): Output<'client.changeDetails'> {
  const { clientId, earlierNumber, reason, number, ...given } = input
  const before = clientRow(context.db, clientId) ?? refuse('not-found')
  const { name = before.name, caseNumber = before.caseNumber } = given
  const { protectedIdentity = before.protectedIdentity } = given
  const after: ClientRow = {
    ...before,
    name,
    caseNumber,
    ...chosenHome(context, before, given.homeMunicipality),
    protectedIdentity,
    sex: given.sex ?? before.sex,
    ...(number === undefined ? {} : numbered(context, clientId, number)),
  }
  if (after.number === '' && after.caseNumber === '') refuse('number-missing')
  recordChange(context, before, after, { reason, earlierNumber })
  const { db, today, unit } = context
  const authority = storedAuthority(db) ?? usualAuthority(unit)
  const retentionRule = ruleChange(before, after, researchRuleOn(db, today()), authority)
  return retentionRule === undefined ? {} : { retentionRule }
}

/** The municipality that someone chose, in place of words that could not be read as one. */
function chosenHome({ db, today }: Context, before: ClientRow, code: string | undefined): Partial<ClientRow> {
  if (code === undefined) return {}
  if (code !== before.homeMunicipality && !isMunicipalityOn(db, code, today()))
    refuse('invalid-input', { field: 'homeMunicipality' })
  return { homeMunicipality: code, unreadMunicipality: '' }
}

/**
 * The number as it is stored; another client's, also one that they had before, is refused without a word about whose.
 * Asked last, and counted: whether a number is in the binder is a question, whatever the answer.
 */
function numbered(
  { db, user, now, today }: Context,
  clientId: ClientId,
  written: string,
): Pick<ClientRow, 'number' | 'numberKind'> {
  if (written === '') return { number: '', numberKind: 'none' }
  const { number, kind } = acceptedNumber(written, { today: today(), interim: takesInterimNumbers(db) })
  if (number !== clientRow(db, clientId)?.number) {
    const at = now()
    refuseIfAskedOften(questionsOfHour(db, user.id, at), at)
    insertQuestion(db, user.id, at)
  }
  const known = clientKnownBy(db, number)
  if (known !== undefined && known.id !== clientId) refuseTellingOf([known.id], 'number-of-another')
  return { number, numberKind: kind }
}

export function recordDeath(context: Context, input: Checked<'client.recordDeath'>): Record<string, never> {
  const { clientId, diedOn, source } = input
  const { db, today } = context
  if (diedOn > today()) refuse('day-in-future')
  const held = lastHeldOn(db, clientId)
  if (held !== undefined && held > diedOn) refuse('held-after-death')
  const before = clientRow(db, clientId) ?? refuse('not-found')
  refuseBeforeBirth(before, diedOn)
  recordChange(context, before, { ...before, diedOn }, { reason: source })
  return {}
}

export function takeBackDeath(context: Context, input: Checked<'client.takeBackDeath'>): Record<string, never> {
  const before = clientRow(context.db, input.clientId) ?? refuse('not-found')
  recordChange(context, before, { ...before, diedOn: null }, input)
  return {}
}

/** Stores the new details and what they were. Nothing new is no change. */
function recordChange(
  context: Context,
  before: ClientRow,
  after: ClientRow,
  { reason, earlierNumber = 'own' }: { reason: string; earlierNumber?: 'own' | 'wrong' },
): void {
  const { db, user, now } = context
  const [was, became] = [describeDetails(db, before), describeDetails(db, after)]
  const changes = was.flatMap(({ detail, words }, index): DetailChange[] => {
    const next = became[index]?.words ?? ''
    return next === words ? [] : [{ detail, was: words, became: next }]
  })
  if (changes.length === 0) refuse('nothing-changed')
  const { id: clientId } = before
  changeClient(db, clientId, after)
  insertClientChange(db, {
    id: context.newId<string>(),
    clientId,
    epoch: custodyOf(db, clientId)?.epoch ?? refuse('not-found'),
    changes,
    reason,
    authorId: user.id,
    authorName: user.name,
    at: now(),
    earlierNumber: earlierNumber === 'own' && before.number !== after.number ? before.number : '',
    earlierCaseNumber: before.caseNumber === after.caseNumber ? '' : before.caseNumber,
  })
}

/** The details whose history is kept, in words. */
function describeDetails(db: Context['db'], row: ClientRow): { detail: DetailChange['detail']; words: string }[] {
  return [
    { detail: 'name', words: row.name },
    { detail: 'number', words: row.number },
    { detail: 'caseNumber', words: row.caseNumber },
    { detail: 'sex', words: row.sex },
    { detail: 'homeMunicipality', words: homeWords(db, row) },
    { detail: 'protectedIdentity', words: row.protectedIdentity ? 'yes' : 'no' },
    { detail: 'diedOn', words: row.diedOn ?? '' },
  ]
}

/** The details as they were before a change of today, as a new change; a number that is undone never was the client's. */
export function detailsPutBack(context: Context, clientId: ClientId, was: StoredValue): void {
  const before = clientRow(context.db, clientId) ?? refuse('not-found')
  const number = String(was['number'])
  const known = number === '' ? undefined : clientKnownBy(context.db, number)
  if (known !== undefined && known.id !== clientId) refuse('cannot-take-back') // someone else has it since
  const after: ClientRow = {
    ...before,
    name: String(was['name']),
    number,
    numberKind: String(was['number_kind']) as ClientRow['numberKind'],
    caseNumber: String(was['case_number']),
    sex: String(was['sex']) as ClientRow['sex'],
    homeMunicipality: String(was['home_municipality']),
    unreadMunicipality: String(was['unread_municipality']),
    protectedIdentity: was['protected_identity'] === 1,
  }
  recordChange(context, before, after, { reason: 'Ångrat samma dag', earlierNumber: 'wrong' })
}
