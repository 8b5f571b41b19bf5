import {
  type ClientSearch,
  clientRow,
  clientWithNumber,
  custodyOf,
  findClients,
  insertClient,
  insertCustody,
  nameKeyOf,
  placementPhase,
  therapistName,
} from '../../db/repositories/clients.ts'
import { insertSlots } from '../../db/repositories/slots.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context.ts'
import type { Client, ClientLine } from '../contract/client.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { SlotId } from '../contract/session.ts'
import type { ClientId } from '../contract/values.ts'
import { phaseOf } from '../placement/phase.ts'
import { maskedNumber, readPersonalNumber } from './personalIdentityNumber.ts'

const MOST_LINES = 200

export function getClient(context: Context, { clientId }: { clientId: ClientId }): Client {
  const row = clientRow(context.db, clientId) ?? refuse('not-found')
  const custody = custodyOf(context.db, clientId) ?? refuse('not-found')
  return {
    id: row.id,
    name: row.name,
    maskedNumber: maskedNumber(row.number),
    caseNumber: row.caseNumber,
    numberKind: row.numberKind,
    sex: row.sex,
    homeMunicipality: row.homeMunicipality,
    protectedIdentity: row.protectedIdentity,
    therapist: therapistName(context.db, row),
    coordinator: row.coordinator,
    phase: phaseOf(custody.unit.kind, placementPhase(context.db, clientId)),
    custody,
  }
}

/**
 * Finds clients by name, number or case number. A client with protected identity is found only by the
 * whole name or number, and stands in the list without either (L16).
 */
export function listClients({ db }: Context, { words }: Checked<'client.list'>): Output<'client.list'> {
  const { rows, total } = findClients(db, searchFor(words), MOST_LINES)
  const clients = rows.map(({ client, holder, ownUnitId, latestPhase, nextOn, heldCount }): ClientLine => {
    const hidden = client.protectedIdentity
    return {
      id: client.id,
      name: hidden ? '' : client.name,
      maskedNumber: hidden ? '' : maskedNumber(client.number),
      caseNumber: client.caseNumber,
      protectedIdentity: hidden,
      phase: phaseOf(holder.kind, latestPhase ?? undefined),
      holder: holder.name,
      own: holder.id === ownUnitId,
      held: heldCount,
      ...withoutNulls({ nextOn }),
    }
  })
  return { clients, total }
}

function searchFor(words: string): ClientSearch {
  const nameWords = nameKeyOf(words.replaceAll(/[%_]/g, '')).split(' ').filter(Boolean)
  const digits = /^[\d\s+-]+$/.test(words) ? words.replaceAll(/\D/g, '') : ''
  return { nameWords, digits, caseNumber: words }
}

/** Adds the client with custody here and the eighteen slots of the plan; returns the new id. */
export function addClient(context: Context, input: Checked<'client.add'>): ClientId {
  const { db, today, user, unit } = context
  if (input.number === '' && input.caseNumber === '') refuse('number-missing')
  const number =
    input.number === '' ? undefined : (readPersonalNumber(input.number, today()) ?? refuse('number-invalid'))
  if (number !== undefined && clientWithNumber(db, number.number) !== undefined) refuse('number-taken')

  const id = context.newId<ClientId>()
  insertClient(db, {
    id,
    name: input.name,
    nameKey: nameKeyOf(input.name),
    number: number?.number ?? '',
    numberKind: number?.kind ?? 'none',
    caseNumber: input.caseNumber,
    sex: input.sex,
    homeMunicipality: input.homeMunicipality,
    protectedIdentity: input.protectedIdentity,
    therapistId: user.id,
    coordinator: input.coordinator,
    addedOn: today(),
  })
  insertCustody(db, { clientId: id, epoch: 1, unitId: unit.id, sinceOn: today(), packageId: null })
  insertSlots(
    db,
    context.manual.chapters.map(({ session }) => ({
      id: context.newId<SlotId>(),
      clientId: id,
      number: session,
      plannedOn: null,
      plannedAt: null,
    })),
  )
  return id
}
