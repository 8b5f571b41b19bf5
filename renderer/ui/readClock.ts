import { timeOfDay } from '../../main/contract/values.ts'
import { clock } from './format.ts'
import { plainSigns, type Reading, unread } from './reading.ts'

const HOW = 'Skriv tiden som 9.30.'

/** True of a text that is a time of day as the core takes it. */
export const isTime = (text: string): boolean => timeOfDay.safeParse(text).success

/**
 * A time of day as Swedes write it: 9, 9.30, 9,30, 9:30, 930, 0930, kl. 9. A range is not a time, and 9.3 could be two.
 * The small hours are asked about, but where they are written with two digits: by 2 and 2.30 most people mean the
 * afternoon.
 */
export function readClock(text: string): Reading {
  const plain = plainSigns(text).replace(/^(?:klockan|kl)\.? ?/, '')
  if (/\d.*(?:-|till|och).*\d/.test(plain)) return unread('Skriv bara när det börjar, som 9.30.')
  const found = /^(\d{1,2})(?: ?[.:, ] ?(\d{2})(?:[.:]00)?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain)
  if (found === null) return unread(HOW)
  const [, hours = '', minutes = '00'] = found
  if (Number(hours) > 23 || Number(minutes) > 59) return unread(`Klockan ${plain} finns inte. ${HOW}`)
  const value = `${hours.padStart(2, '0')}:${minutes}`
  if (!/^[0-5]$/.test(hours) || plain === '0') return { kind: 'read', value }
  const afternoon = clock(`${Number(hours) + 12}:${minutes}`)
  return {
    kind: 'asked',
    value,
    question: `${clock(value)} är på natten; på eftermiddagen skrivs ${afternoon}. Menar du natten?`,
    yes: `Ja, ${clock(value)}`,
  }
}
