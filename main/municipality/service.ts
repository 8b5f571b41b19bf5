import { homesToChoose, homeWords, municipalitiesOn } from '../../db/repositories/municipality.ts'
import { nameInList } from '../client/nameInList.ts'
import type { Context } from '../context/context.ts'
import { compareWords } from '../contract/folding.ts'
import type { HomeToChoose, Municipality } from '../contract/municipality.ts'

/** By name, as the Swedish alphabet goes; those that lie in no county last. */
export function municipalityList({ db, today }: Context): Municipality[] {
  return municipalitiesOn(db, today()).toSorted(
    (one, other) => Number(one.county === '') - Number(other.county === '') || compareWords(one.name, other.name),
  )
}

/** Names are for the client's own therapist and coordinator; an administrator sees the rest by reference (L11). */
export function homesToBeChosen({ db, user, today }: Context): HomeToChoose[] {
  const all = user.roles.includes('administrator')
  return homesToChoose(db, today(), user.id, all).map(({ client, therapist, mine }) => ({
    clientId: client.id,
    name: mine === 1 ? nameInList(client) : '',
    reference: client.reference,
    words: homeWords(db, client),
    mine: mine === 1,
    therapist,
  }))
}
