import { createHash } from 'node:crypto'
import { checkDigit } from '../../main/client/personalIdentityNumber.ts'
import type { Sex } from '../../main/contract/client.ts'
import type { Call, Input, Method, Output } from '../../main/contract/index.ts'
import { writeBack } from './writeBack.ts'

/** Skatteverket keeps the serials from 980 for testing: no living person has them (L9). */
export const FIRST_TEST_SERIAL = 980
const TEST_SERIALS_OF_A_SEX = 10

/** An invented personnummer. `nth` (0 to 9) tells people of the same sex and birthday apart. */
export function inventedNumber(bornOn: string, sex: Sex, nth: number): string {
  if (nth < 0 || nth >= TEST_SERIALS_OF_A_SEX) throw new Error(`no test serial left for ${bornOn}`)
  const serial = FIRST_TEST_SERIAL + 2 * nth + (sex === 'man' ? 1 : 0)
  const nine = bornOn.replaceAll('-', '').slice(2) + String(serial)
  return `${bornOn.slice(0, 4)}${nine.slice(2, 6)}${serial}${checkDigit(nine)}`
}

/** First names that stand in every calendar; the surnames are nobody's. */
const FIRST_NAMES: Record<Sex, readonly string[]> = {
  woman: [
    'Agneta',
    'Anette',
    'Birgitta',
    'Camilla',
    'Carina',
    'Elin',
    'Elisabet',
    'Eva',
    'Gunilla',
    'Helena',
    'Ingrid',
    'Jeanette',
    'Jenny',
    'Katarina',
    'Kerstin',
    'Kristina',
    'Lena',
    'Linda',
    'Malin',
    'Maria',
    'Marie',
    'Monica',
    'Sara',
    'Susanne',
    'Therese',
    'Ulla',
    'Yvonne',
    'Åsa',
  ],
  man: [
    'Anders',
    'Bengt',
    'Björn',
    'Christer',
    'Conny',
    'Daniel',
    'Fredrik',
    'Gunnar',
    'Hans',
    'Håkan',
    'Jan',
    'Jimmy',
    'Johan',
    'Jonas',
    'Kenneth',
    'Kent',
    'Lars',
    'Leif',
    'Magnus',
    'Mikael',
    'Niklas',
    'Ove',
    'Patrik',
    'Per',
    'Peter',
    'Robert',
    'Roger',
    'Stefan',
    'Thomas',
    'Tommy',
    'Ulf',
    'Örjan',
  ],
}
const INVENTED_SURNAMES = [
  'Exempelsson',
  'Provström',
  'Testlund',
  'Påhittsson',
  'Fiktivberg',
  'Låtsasgren',
  'Mallqvist',
  'Demodal',
  'Modellström',
  'Övningsson',
  'Utkastberg',
  'Prototypsson',
  'Skissgren',
  'Sagolund',
  'Dikterman',
  'Tänktström',
  'Lossasberg',
  'Uppdiktsson',
  'Försöksdal',
  'Provbacka',
  'Exempelgren',
  'Testrot',
  'Påhittkvist',
  'Demoberg',
  'Modellmark',
]

/** The `nth` invented name of a sex, 0 and up: first name and surname together are used once. */
export function inventedName(sex: Sex, nth: number): string {
  const firsts = FIRST_NAMES[sex]
  const round = Math.floor(nth / firsts.length)
  const surname = INVENTED_SURNAMES[(nth + round + (sex === 'man' ? 12 : 0)) % INVENTED_SURNAMES.length]
  if (round >= INVENTED_SURNAMES.length) throw new Error('no invented name left')
  return `${firsts[nth % firsts.length]} ${surname}`
}

/** Chance that repeats itself: the same seed gives the same numbers, each from 0 to just under 1. */
export function chanceFrom(seed: string): () => number {
  let draws = 0
  return () => createHash('sha256').update(`${seed} ${draws++}`).digest().readUInt32BE(0) / 2 ** 32
}

/** The same things in an order that chance decides. */
export function shuffled<T>(all: readonly T[], chance: () => number): T[] {
  return all
    .map(each => ({ each, rank: chance() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ each }) => each)
}

/** The day so many days later, or earlier when negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Asks through the contract and expects an answer; a refusal stops everything with its code. */
export function asking(call: Call) {
  return async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await call(method, input)
    if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)} ${JSON.stringify(input)}`)
    await writeBack(method, reply.value, words => call('recoverySheet.test', words))
    return reply.value as Output<M>
  }
}
export type Ask = ReturnType<typeof asking>
