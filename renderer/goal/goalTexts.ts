import type { GoalStatus, LifeArea } from '../../main/contract/goal.ts'
import type { WordingHint } from './wordingHints.ts'

export const goalStatusText: Record<GoalStatus, string> = {
  notStarted: 'Inte påbörjat',
  underWay: 'Pågår',
  reached: 'Nått',
  changed: 'Ändrat',
  ended: 'Avslutat',
}

/** From −2 to +2, seen from what was expected. */
export const attainmentText: Readonly<Record<number, string>> = {
  [-2]: 'Långt kvar',
  [-1]: 'En bit på väg',
  0: 'Dit vi tänkte',
  1: 'Längre än vi tänkte',
  2: 'Mycket längre än vi tänkte',
}

export const wordingHintText: Record<WordingHint, string> = {
  positive: 'Går det att säga vad du gör i stället?',
  measurable: 'Hur skulle ni märka att det är klart?',
  ownControl: 'Vad i det rår du själv över?',
}

export const lifeAreaText: Record<LifeArea, string> = {
  alcoholAndDrugs: 'Alkohol och droger',
  housing: 'Boende',
  work: 'Arbete, studier, sysselsättning',
  money: 'Ekonomi',
  leisure: 'Fritid',
  friends: 'Vänner',
  family: 'Familj, barn, partner',
  health: 'Kropp och hälsa',
  feelings: 'Känsloliv',
  habits: 'Vardagsvanor',
  authorities: 'Lag och myndigheter',
  wholeLife: 'Livet i stort',
}
