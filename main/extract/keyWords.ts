import { coverWords } from '../contract/handoverWords.ts'
import { clientDetailWords } from '../contract/identityWords.ts'

/** What a key within stored JSON is called. */
export const KEY_WORDS: Readonly<Record<string, string>> = {
  ...clientDetailWords,
  kind: 'Vad',
  words: 'Med egna ord',
  area: 'Område',
  wording: 'Formulering',
  obstacle: 'Hinder',
  plan: 'Då gör jag',
  levels: 'Nivåer',
  reviewOn: 'Följs upp',
  steps: 'Steg',
  what: 'Vad',
  by: 'Senast',
  who: 'Vem',
  done: 'Gjort',
  numberKind: 'Slag av nummer',
  therapistId: 'Ansvarig behandlare',
  coordinatorId: 'Samordnare här',
  addedOn: 'Inlagd',
  plannedOn: 'Planerad',
  plannedAt: 'Klockslag',
  plannedWhere: 'Plats',
  plannedWith: 'Med',
  offerAgainOn: 'Erbjuds på nytt',
  unitId: 'Hos',
  sinceOn: 'Sedan',
  detail: 'Uppgift',
  was: 'Var',
  became: 'Blev',
  status: 'Läge',
  whatHelped: 'Vad som hjälpte',
  level: 'Hur långt',
  comment: 'Egna ord',
  booked: 'Bokad',
  withWhom: 'Med vem',
  where: 'Var',
  on: 'Dag',
  at: 'Tid',
  reason: 'Skäl',
  step: 'Steg',
  minutes: 'Minuter',
}

/** What a key says within these columns only. */
export const KEY_WORDS_WITHIN: Readonly<Record<string, Readonly<Record<string, string>>>> = { cover: coverWords }
