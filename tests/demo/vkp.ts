import type { Sex } from '../../main/contract/client.ts'
import type { Call, Input } from '../../main/contract/index.ts'
import type { OfferInput } from '../../main/contract/offer.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { asking, chanceFrom, daysAfter, inventedName, inventedNumber } from '../support/invented.ts'
import { municipalityCode } from '../support/municipalityCode.ts'
import { HOMES, ONE_IN_SO_MANY_HAD_CRA } from './vkpFacts.ts'
import { type VkpAnswer, type VkpPerson, type VkpPlacement, vkpPeople } from './vkpPeople.ts'

type WithoutIds<T> = T extends unknown ? Omit<T, 'clientId' | 'placementId'> : never

/** A command on its day. Ids do not exist before loading: `person` and `placement` count from 0 in their stead. */
export type VkpStep = { readonly on: string; readonly person: number } & (
  | { readonly method: 'client.add'; readonly input: Input<'client.add'> }
  | {
      readonly method: 'placement.add'
      readonly placement: number
      readonly input: WithoutIds<Input<'placement.add'>>
    }
  | {
      readonly method: 'placement.end'
      readonly placement: number
      readonly input: WithoutIds<Input<'placement.end'>>
    }
  | { readonly method: 'offer.record'; readonly placement: number; readonly input: WithoutIds<OfferInput> }
)

/** How they were asked; most face to face. */
const MANNERS = ['meeting', 'meeting', 'telephone', 'meeting'] as const

/**
 * The 246 applications and 147 consenting placements of the VKP report as commands about invented people, in the
 * order of their days. The same every time.
 */
export function vkpSteps(): VkpStep[] {
  const chance = chanceFrom('vkp steps')
  const between = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
  const taken = new Map<string, number>()
  const nthOf = (key: string) => {
    const nth = taken.get(key) ?? 0
    taken.set(key, nth + 1)
    return nth
  }

  const steps: VkpStep[] = []
  let placement = -1
  let saidYes = -1
  for (const [person, each] of vkpPeople().entries()) {
    steps.push(added(person, each, nthOf(each.sex), nthOf(`${each.sex} ${each.bornOn}`)))
    for (const stay of each.placements) {
      placement += 1
      if (stay.judgedOn === undefined) {
        const toOn = daysAfter(stay.fromOn, between(4, 14))
        steps.push(...stayed(person, placement, each.sex, stay, toOn))
        continue
      }
      const askedOn = daysAfter(enteredOn(stay), between(5, 14))
      const transferred = stay.answer.answer === 'notOffered'
      const toOn = transferred ? askedOn : daysAfter(stay.fromOn, between(110, 180))
      steps.push(...stayed(person, placement, each.sex, stay, toOn))
      const shared = { on: askedOn, person, placement, method: 'offer.record' } as const
      steps.push({ ...shared, input: careChainOffer(stay.answer, askedOn, placement) })
      if (stay.answer.answer !== 'yes') continue
      saidYes += 1
      if (saidYes % ONE_IN_SO_MANY_HAD_CRA !== 0) continue
      const craOn = daysAfter(askedOn, between(7, 21))
      const answer = saidYes % (3 * ONE_IN_SO_MANY_HAD_CRA) === 0 ? 'onTrial' : 'yes'
      steps.push({ ...shared, on: craOn, input: { offered: 'cra', on: craOn, answer, manner: 'meeting' } })
    }
  }
  return steps.toSorted((one, other) => one.on.localeCompare(other.on)) // a stable sort: the same day keeps its order
}

/** A placement is entered when its judgment is known: the contract has no way to add it afterwards. */
function enteredOn({ fromOn, judgedOn = fromOn }: VkpPlacement): string {
  return judgedOn > fromOn ? judgedOn : fromOn
}

function added(person: number, each: VkpPerson, nthName: number, nthNumber: number): VkpStep {
  const { fromOn } = each.placements[0]
  return {
    on: fromOn,
    person,
    method: 'client.add',
    input: {
      name: inventedName(each.sex, nthName),
      number: inventedNumber(each.bornOn, each.sex, nthNumber),
      caseNumber: `VKP-${String(person + 1).padStart(3, '0')}`,
      sex: each.sex,
      homeMunicipality: municipalityCode(each.municipality),
      protectedIdentity: false,
      coordinator: `Samordnaren i ${each.municipality}`,
    },
  }
}

function stayed(person: number, placement: number, sex: Sex, stay: VkpPlacement, toOn: string): VkpStep[] {
  const homes = HOMES[sex]
  const { legalGround, appliedBy, fromOn, judgedOn } = stay
  const unit = homes[placement % homes.length] ?? homes[0]
  if (unit === undefined) throw new Error('no home for them')
  const input = { legalGround, unit, appliedBy, fromOn, ...(judgedOn === undefined ? {} : { judgedOn }) }
  return [
    { on: enteredOn(stay), person, placement, method: 'placement.add', input },
    { on: toOn, person, placement, method: 'placement.end', input: { toOn, endReason: 'endReasonUnknown' } },
  ]
}

function careChainOffer(given: VkpAnswer, on: string, nth: number): WithoutIds<OfferInput> {
  const offered = 'careChain' as const
  const manner = MANNERS[nth % MANNERS.length] ?? 'meeting'
  if (given.answer === 'yes') return { offered, on, answer: 'yes', manner }
  const { answer, reasonCode } = given
  if (answer === 'notOffered') return { offered, on, answer, reasonCode }
  const askAgain = answer === 'cannotDecide' ? { askAgainOn: daysAfter(on, 30) } : {}
  return { offered, on, answer, reasonCode, manner, ...askAgain }
}

/** Carries the steps out through the contract, each on its day. Returns the clients' ids in the order of `person`. */
export async function loadVkp(call: Call, setToday: (day: string) => void): Promise<ClientId[]> {
  const ask = asking(call)
  const clients = new Map<number, ClientId>()
  const placements = new Map<number, string>()
  const known = <Id>(ids: ReadonlyMap<number, Id>, key: number): Id => {
    const id = ids.get(key)
    if (id === undefined) throw new Error('a step came before the one it builds on')
    return id
  }
  for (const step of vkpSteps()) {
    setToday(step.on)
    if (step.method === 'client.add') {
      clients.set(step.person, (await ask('client.add', step.input)).clientId)
      continue
    }
    const clientId = known(clients, step.person)
    if (step.method === 'placement.add') {
      placements.set(step.placement, (await ask('placement.add', { clientId, ...step.input })).id)
    } else if (step.method === 'placement.end') {
      await ask('placement.end', { clientId, placementId: known(placements, step.placement), ...step.input })
    } else {
      await ask('offer.record', { clientId, placementId: known(placements, step.placement), ...step.input })
    }
  }
  return [...clients].toSorted(([one], [other]) => one - other).map(([, id]) => id)
}
