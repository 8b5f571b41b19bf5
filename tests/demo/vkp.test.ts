import { beforeAll, describe, expect, test } from 'vitest'
import { readPersonalNumber } from '../../main/client/personalIdentityNumber.ts'
import type { Placement } from '../../main/contract/careChain.ts'
import type { Client } from '../../main/contract/client.ts'
import type { Offer } from '../../main/contract/offer.ts'
import { coreInMemory } from '../support/core.ts'
import { FIRST_TEST_SERIAL } from '../support/invented.ts'
import { loadVkp, vkpSteps } from './vkp.ts'

/** One stay with the person and what came of asking about the care chain: what the screens can read, and no more. */
type Row = { client: Client; age: number; placement: Placement; careChain: Offer | undefined; cra: Offer | undefined }

let rows: Row[]

beforeAll(async () => {
  const core = coreInMemory()
  const ids = await loadVkp(core.call, core.world.setToday)
  const all = await Promise.all(
    ids.map(async clientId => ({
      client: await core.ask('client.get', { clientId }),
      placements: (await core.ask('careChain.ofClient', { clientId })).placements,
      offers: await core.ask('offer.ofClient', { clientId }),
    })),
  )
  rows = all.flatMap(({ client, placements, offers }) =>
    placements.map(placement => {
      const about = (offered: Offer['offered']) =>
        offers.find(each => each.placementId === placement.id && each.offered === offered)
      // The screens show the year of birth only; everyone's birthday comes before the placement in its year.
      const age = Number(placement.fromOn.slice(0, 4)) - Number(client.maskedNumber.slice(0, 4))
      return { client, age, placement, careChain: about('careChain'), cra: about('cra') }
    }),
  )
})

const saidYes = () => rows.filter(each => each.careChain?.answer === 'yes')
const judged = () => rows.filter(each => each.placement.judgedOn !== undefined)
const percent = (part: number, whole: number) => Math.round((100 * part) / whole)
const women = (some: Row[]) => some.filter(each => each.client.sex === 'woman').length
const men = (some: Row[]) => some.filter(each => each.client.sex === 'man').length
function grouped(some: Row[], by: (each: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const each of some) groups.set(by(each), [...(groups.get(by(each)) ?? []), each])
  return groups
}
const mean = (some: Row[]) => some.reduce((sum, each) => sum + each.age, 0) / some.length

describe('the VKP report is counted again from the records', () => {
  test('Table 2: ground, judgment and consent by unit, with its totals and percentages (S0:587-594)', () => {
    const line = (some: Row[]) => {
      const ground = (code: string) => some.filter(each => each.placement.legalGround === code).length
      const ruled = some.filter(each => each.placement.judgedOn !== undefined).length
      const yes = some.filter(each => each.careChain?.answer === 'yes').length
      return [ground('lvm4'), ground('lvm13'), ruled, percent(ruled, some.length), yes, percent(yes, ruled)]
    }
    const units = [...new Set(rows.map(each => each.placement.appliedBy?.name ?? ''))].toSorted()
    expect({
      ...Object.fromEntries(
        units.map(unit => [unit, line(rows.filter(row => row.placement.appliedBy?.name === unit))]),
      ),
      Totalt: line(rows),
    }).toEqual({
      Eskilstuna: [2, 38, 28, 70, 26, 93],
      Uppsala: [5, 70, 59, 79, 42, 71],
      Örebro: [29, 59, 64, 73, 44, 69],
      'Katarina-Sofia': [2, 13, 15, 100, 12, 80],
      'Maria-Gamla stan': [3, 8, 11, 100, 9, 82],
      'Enheten för hemlösa': [11, 6, 17, 100, 14, 82],
      Totalt: [52, 194, 194, 79, 147, 76],
    })
  })

  test('Table 1: age and sex of those who said yes, where 21–30 is 50 and not the printed 51 (S0:473-480)', () => {
    const groups = [
      [19, 20],
      [21, 30],
      [31, 40],
      [41, 50],
      [51, 60],
      [61, 200],
    ] as const
    const line = (some: Row[]) => [women(some), men(some), some.length]
    const inGroup = (from: number, to: number) => saidYes().filter(each => each.age >= from && each.age <= to)
    expect([...groups.map(([from, to]) => line(inGroup(from, to))), line(saidYes())]).toEqual([
      [3, 4, 7],
      [17, 33, 50],
      [9, 16, 25],
      [20, 18, 38],
      [6, 13, 19],
      [0, 8, 8],
      [55, 92, 147],
    ])
  })

  test('137 persons said yes at 147 placements, ten of them two times (S0:360-361)', () => {
    const perPerson = grouped(saidYes(), each => each.client.id)
    const times = [...perPerson.values()].map(each => each.length)
    expect({
      persons: perPerson.size,
      twice: times.filter(each => each === 2).length,
      most: Math.max(...times),
    }).toEqual({ persons: 137, twice: 10, most: 2 })
  })

  test('of the 194 judged 47 did not take part, and the reason of one is not in the report (S0:386-413)', () => {
    const out = judged().filter(each => each.careChain?.answer !== 'yes')
    const byReason = grouped(out, each => `${each.careChain?.answer} ${each.careChain?.reasonCode}`)
    expect({
      women: women(out),
      men: men(out),
      reasons: Object.fromEntries([...byReason].map(([reason, some]) => [reason, some.length])),
    }).toEqual({
      women: 12,
      men: 35,
      reasons: {
        'no notMotivated': 13,
        'notOffered transferred': 13,
        'cannotDecide mentalIllHealth': 20,
        'no clientReasonUnknown': 1,
      },
    })
  })

  test('52 applications led to no judgment, and there nobody was asked', () => {
    const never = rows.filter(each => each.placement.judgedOn === undefined)
    expect({ all: never.length, asked: never.filter(each => each.careChain !== undefined).length }).toEqual({
      all: 52,
      asked: 0,
    })
  })

  test('three quarters said yes of those judged, but four fifths of those who were asked (law-and-data.md 14.3)', () => {
    const asked = rows.filter(each => each.careChain !== undefined && each.careChain.answer !== 'notOffered')
    const could = asked.filter(each => each.careChain?.answer !== 'cannotDecide')
    const share = (some: Row[]) => Number(((100 * saidYes().length) / some.length).toFixed(1))
    expect([share(judged()), share(asked), share(could)]).toEqual([75.8, 81.2, 91.3])
  })

  test('women are cared for at Runnagården and men at Hornö or Rällsögården (S0:317-328)', () => {
    const homes = grouped(rows, each => each.placement.unit.name)
    expect(Object.fromEntries([...homes].map(([home, some]) => [home, [women(some) > 0, men(some) > 0]]))).toEqual({
      Runnagården: [true, false],
      Hornö: [false, true],
      Rällsögården: [false, true],
    })
  })

  test('men are 40 and women 39 on the average, and Stockholm’s are older than the others (S0:439, 451-453)', () => {
    const bySex = (sex: Client['sex']) => Math.round(mean(saidYes().filter(each => each.client.sex === sex)))
    const stockholm = saidYes().filter(each => each.client.homeMunicipality.name === 'Stockholm')
    const others = saidYes().filter(each => each.client.homeMunicipality.name !== 'Stockholm')
    expect([bySex('man'), bySex('woman'), mean(stockholm) > mean(others)]).toEqual([40, 39, true])
  })

  test('a third were offered CRA, in the same ledger as the care chain (S0:1266-1267)', () => {
    expect(rows.filter(each => each.cra !== undefined)).toHaveLength(saidYes().length / 3)
    expect(rows.filter(each => each.cra !== undefined && each.careChain?.answer !== 'yes')).toEqual([])
  })

  test('everything happened between July 2004 and the end of 2006 (S0:357)', () => {
    const days = rows.flatMap(({ placement: { fromOn, judgedOn = fromOn }, careChain }) => [
      fromOn,
      judgedOn,
      careChain?.on ?? fromOn,
    ])
    const sorted = days.toSorted()
    expect([(sorted[0] ?? '') >= '2004-07-01', (sorted.at(-1) ?? '9999') <= '2006-12-31']).toEqual([true, true])
  })
})

describe('nobody in it lives', () => {
  const added = vkpSteps().flatMap(step => (step.method === 'client.add' ? [step.input] : []))

  test('every personnummer is right, unique and from Skatteverket’s test series', () => {
    const read = added.map(each => ({
      ...each,
      read: readPersonalNumber(each.number, { today: '2006-12-31', interim: false }),
    }))
    expect(
      read.filter(each => 'fault' in each.read || (Number(each.number[10]) % 2 === 1 ? 'man' : 'woman') !== each.sex),
    ).toEqual([])
    expect(read.filter(each => Number(each.number.slice(8, 11)) < FIRST_TEST_SERIAL)).toEqual([])
    expect(new Set(added.map(each => each.number)).size).toBe(added.length)
  })

  test('every name is used once', () => {
    expect(new Set(added.map(each => each.name)).size).toBe(added.length)
  })

  test('the same people come every time', () => {
    expect(vkpSteps()).toEqual(vkpSteps())
  })
})
