import { earlierNamesOf } from '../../db/clientKeys.ts'
import type { Db } from '../../db/open.ts'
import { questionsOfHour } from '../../db/repositories/accessLog.ts'
import type { Assignees } from '../../db/repositories/assignment.ts'
import {
  type ClientRow,
  type ClientSearch,
  clientRow,
  coordinatorName,
  custodyOf,
  findClients,
  insertClient,
  insertCustody,
  placementPhase,
  standingOf,
  therapistName,
} from '../../db/repositories/client.ts'
import { clientKnownBy } from '../../db/repositories/identity.ts'
import { mergesOf } from '../../db/repositories/merge.ts'
import { isMunicipalityOn, municipalityWith } from '../../db/repositories/municipality.ts'
import { insertSlots } from '../../db/repositories/plan.ts'
import { takesInterimNumbers } from '../../db/repositories/unit.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { refuseIfAskedOften } from '../accessLog/questionWait.ts'
import { phaseOf } from '../careChain/phase.ts'
import type { Context } from '../context/context.ts'
import type { Client, ClientLine } from '../contract/client.ts'
import { refuse, refuseTellingOf } from '../contract/errors.ts'
import { isInName, soughtInNames } from '../contract/folding.ts'
import type { Checked, Output } from '../contract/index.ts'
import { type Birth, birthIn } from '../contract/personalNumber.ts'
import type { SlotId } from '../contract/plan.ts'
import type { ClientId, Instant } from '../contract/values.ts'
import { haveSameName, mayBeSameBirth } from '../merge/likenessOf.ts'
import { mayCall, rolesWith } from '../user/rights.ts'
import { nameInList } from './nameInList.ts'
import {
  acceptedNumber,
  distinguishingNumber,
  maskedNumber,
  numberIn,
  readPersonalNumber,
} from './personalIdentityNumber.ts'

/** Of one's own, and of those a search finds: more of someone else's are shown to nobody who has not written more of the name. */
const MOST_OWN = 200
const MOST_FOUND = 50

/** The client as the reader may see them; `glassUntil` says so when they are not the reader's own. */
export function getClient(context: Context, clientId: ClientId, glassUntil: Instant | undefined): Client {
  const { own = [], held = false } = standingOf(context.db, clientId, context.user.id) ?? {}
  const roles = rolesWith(context.user.roles, own)
  const row = clientRow(context.db, clientId) ?? refuse('not-found')
  const custody = custodyOf(context.db, clientId) ?? refuse('not-found')
  return {
    id: row.id,
    name: row.name,
    maskedNumber: maskedNumber(row.number),
    caseNumber: row.caseNumber,
    listedAs: row.listedAs,
    numberKind: row.numberKind,
    sex: row.sex,
    homeMunicipality: municipalityWith(context.db, row.homeMunicipality) ?? refuse('not-found'),
    ...(row.unreadMunicipality === '' ? {} : { unreadMunicipality: row.unreadMunicipality }),
    protectedIdentity: row.protectedIdentity,
    ...withoutNulls({ diedOn: row.diedOn }),
    ...mergedInto(context, row.id),
    therapist: therapistName(context.db, row),
    therapistId: row.therapistId,
    coordinator: coordinatorName(context.db, row),
    ...withoutNulls({ coordinatorId: row.coordinatorId }),
    phase: phaseOf(custody.unit.kind, placementPhase(context.db, clientId)),
    custody,
    mayWrite: roles.length > 0 && held,
    mayTreat: mayCall(roles, 'session.record') && held,
    ...(roles.length > 0 || glassUntil === undefined ? {} : { glassUntil }),
  }
}

/**
 * Finds clients by name, number or case number. A client with protected identity is found only by the
 * whole name or number, and stands in the list without either (L16). Without words it lists the reader's own (L20);
 * of someone else's client it tells whose it is, and nothing of the care. More than are shown are not counted out: how
 * many there are would tell of some whose log says nothing.
 */
export function listClients({ db, user }: Context, { words }: Checked<'client.list'>): Output<'client.list'> {
  const { rows, total } = findClients(db, searchFor(words), user.id, words === '' ? MOST_OWN : MOST_FOUND)
  const clients = rows.map(row => asLine(row, formerNameFound(db, row, words)))
  return { clients, total: words === '' ? total : Math.min(total, MOST_FOUND + 1) }
}

function asLine(
  { client, holder, ownUnitId, latestPhase, nextOn, heldCount, ...row }: FoundClient,
  formerName?: string,
): ClientLine {
  const hidden = client.protectedIdentity
  const mine = row.mine === 1
  return {
    id: client.id,
    name: nameInList(client),
    maskedNumber: hidden ? '' : maskedNumber(client.number),
    caseNumber: client.listedAs,
    protectedIdentity: hidden,
    phase: phaseOf(holder.kind, latestPhase ?? undefined),
    holder: holder.name,
    own: holder.id === ownUnitId,
    mine,
    therapist: row.therapist,
    held: mine ? heldCount : 0,
    ...withoutNulls({ nextOn: mine && client.diedOn === null ? nextOn : null, diedOn: mine ? client.diedOn : null }),
    ...(formerName === undefined ? {} : { formerName: mine ? formerName : '' }),
  }
}

/** The former name in which all that stands that is sought in vain in the present one. */
function formerNameFound(db: Db, { client }: FoundClient, words: string): string | undefined {
  if (client.protectedIdentity) return undefined
  const sought = soughtInNames(words).filter(each => !isInName(client.name, each))
  if (sought.length === 0) return undefined
  return earlierNamesOf(db, client.id).find(name => sought.every(each => isInName(name, each)))
}

type FoundClient = ReturnType<typeof findClients>['rows'][number]

export function alikeClients(
  { db, user, today }: Context,
  { otherThan, name, number: typed }: Checked<'client.alike'>,
): Output<'client.alike'> {
  const read = readPersonalNumber(typed, { today: today(), interim: true })
  const isOwn = otherThan !== undefined && (standingOf(db, otherThan, user.id)?.own.length ?? 0) > 0
  const stored = typed === '' && isOwn ? clientRow(db, otherThan)?.number : undefined
  const birth = birthIn(stored ?? ('fault' in read ? '' : read.number))
  return findClients(db, { words: name, digits: '' }, user.id, MOST_FOUND)
    .rows.filter(each => each.client.id !== otherThan)
    .flatMap(row => {
      const { client } = row
      const line = asLine(row)
      const theirs = birthToWeigh(client, line.mine)
      if (!mayBeSameBirth(birth, theirs)) return []
      const isSameDay = theirs.day !== undefined && birth.day === theirs.day && birth.month === theirs.month
      if (!isSameDay && !haveSameName([name], [client.name, ...earlierNamesOf(db, client.id)])) return []
      const maskedNumber =
        line.mine && !line.protectedIdentity ? distinguishingNumber(client.number) : line.maskedNumber
      const hasBirths = line.mine && birth.year !== undefined && theirs.year !== undefined
      return [{ ...line, maskedNumber, likeness: hasBirths ? 'sameNameAndBirth' : 'sameName' }]
    })
}

/** Of someone else's client no more than a list shows: whether a day of birth fits is not for everyone to try. */
function birthToWeigh(client: ClientRow, mine: boolean): Birth {
  const birth = birthIn(client.number)
  if (mine) return birth
  return client.protectedIdentity ? {} : withoutNulls({ year: birth.year ?? null })
}

function searchFor(words: string): ClientSearch {
  return { words, digits: numberIn(words) }
}

function mergedInto({ db }: Context, clientId: ClientId): Pick<Client, 'merged'> {
  const merged = mergesOf(db, clientId).map(({ reference, moved }) => ({
    reference,
    records: Object.values(moved).flat(),
  }))
  return merged.length === 0 ? {} : { merged }
}

/** Whether a number is in the binder is a question: the last one asked, when nothing else is in the way. */
function refuseIfTaken({ db, user, now }: Context, number: string): void {
  const at = now()
  refuseIfAskedOften(questionsOfHour(db, user.id, at), at)
  const known = clientKnownBy(db, number)
  if (known !== undefined) refuseTellingOf([known.id], 'number-taken')
}

/** Adds the client with custody here and the eighteen slots of the plan; returns the new id. */
export function addClient(context: Context, input: Checked<'client.add'>, whose: Assignees): ClientId {
  const { db, today, unit } = context
  if (input.number === '' && input.caseNumber === '') refuse('number-missing')
  const number =
    input.number === '' ? undefined : acceptedNumber(input.number, { today: today(), interim: takesInterimNumbers(db) })
  if (!isMunicipalityOn(db, input.homeMunicipality, today())) refuse('invalid-input', { field: 'homeMunicipality' })
  if (number !== undefined) refuseIfTaken(context, number.number)

  const id = context.newId<ClientId>()
  insertClient(db, {
    id,
    name: input.name,
    number: number?.number ?? '',
    numberKind: number?.kind ?? 'none',
    caseNumber: input.caseNumber,
    sex: input.sex,
    homeMunicipality: input.homeMunicipality,
    unreadMunicipality: '',
    protectedIdentity: input.protectedIdentity,
    coordinator: input.coordinator,
    ...whose,
    addedOn: today(),
    diedOn: null,
  })
  insertCustody(db, { clientId: id, epoch: 1, unitId: unit.id, sinceOn: today(), packageId: null })
  insertSlots(db, emptyPlan(context, id))
  return id
}

/** A slot for each session of the manual, with no time yet. */
function emptyPlan({ manual, newId }: Context, clientId: ClientId): Parameters<typeof insertSlots>[1] {
  return manual.chapters.map(({ session }) => ({
    id: newId<SlotId>(),
    clientId,
    number: session,
    plannedOn: null,
    plannedAt: null,
    plannedWhere: '',
    plannedWith: '',
  }))
}
