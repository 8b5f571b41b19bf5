import type { GoalChange, GoalStatus, LifeArea } from './goal.ts'

/** Where a goal stands. */
export const goalStatusWords: Record<GoalStatus, string> = {
  notStarted: 'Inte påbörjat',
  underWay: 'Pågår',
  reached: 'Nått',
  changed: 'Ändrat',
  ended: 'Avslutat',
}

/** How far a goal came, from −2 to +2, seen from what was expected. */
export const attainmentWords: Readonly<Record<number, string>> = {
  [-2]: 'Långt kvar',
  [-1]: 'En bit på väg',
  0: 'Dit vi tänkte',
  1: 'Längre än vi tänkte',
  2: 'Mycket längre än vi tänkte',
}

/** The areas of the satisfaction scale. Source: method.md section 4. */
export const lifeAreaWords: Record<LifeArea, string> = {
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

/** What happened to a goal. */
export const goalChangeWords: Record<GoalChange['kind'], string> = {
  worded: 'Formulerat',
  step: 'Ett steg',
  status: 'Läge',
  review: 'Uppföljning',
}
