import { inSweden } from '../calendar/swedishTime.ts'
import { readPersonalNumber } from '../client/personalIdentityNumber.ts'
import type { PackageContent } from '../contract/record.ts'
import { type Day, FIRST_DAY, type Instant, LAST_DAY, LAST_EPOCH, type UserId } from '../contract/values.ts'
import { referencesAreValid } from './packageContent.ts'

/** Days that are planned, agreed or decided ahead; every other day is one that has been when it is written down. */
const MAY_LIE_AHEAD: readonly string[] = [
  'plannedOn',
  'plannedToOn',
  'offerAgainOn',
  'askAgainOn',
  'reviewOn',
  'fromOn',
  'backOn',
  'judgedOn',
]

type Value = { readonly key: string; readonly value: unknown }

/** Every value that is no list and no object, with its key; of the answers to a form none, since their keys are the form's. */
function* valuesIn(value: unknown, key = ''): Generator<Value> {
  if (key === 'answers') return
  if (typeof value !== 'object' || value === null) yield { key, value }
  else for (const [name, each] of Object.entries(value)) yield* valuesIn(each, Array.isArray(value) ? key : name)
}

const isDay = (text: unknown): text is Day => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text)
const isInstant = (text: unknown): text is Instant => typeof text === 'string' && /^\d{4}-\d\d-\d\dT/.test(text)

/** The ids of its rows. */
export function idsIn(record: PackageContent['record']): string[] {
  return [...valuesIn(record)].flatMap(({ key, value }) => (key === 'id' && typeof value === 'string' ? [value] : []))
}

/** When it was sealed; the end of the day where the package says no more. */
const sealedAtOf = ({ sealedAt, sealedOn }: PackageContent) => sealedAt ?? `${sealedOn}T23:59:59.999Z`

/** True when something in the record says that it was written, or had happened, after it was sealed. */
export function hasRowsFromAhead(content: PackageContent): boolean {
  const sealedAt = Date.parse(sealedAtOf(content))
  return [...valuesIn(content.record)].some(({ key, value }) => {
    if (/At$|^at$/.test(key) && isInstant(value)) return Date.parse(value) > sealedAt
    return /On$|^on$/.test(key) && isDay(value) && !MAY_LIE_AHEAD.includes(key) && value > content.sealedOn
  })
}

/** True when it says to have been sealed later than tomorrow, by the receiver's clock. */
export function isSealedAhead({ sealedOn, sealedAt }: PackageContent, now: Instant): boolean {
  const tomorrow = Date.parse(now) + 86_400_000
  const latest = inSweden(new Date(tomorrow).toISOString()).day
  return sealedOn > latest || (sealedAt !== undefined && Date.parse(sealedAt) > tomorrow)
}

/** True when every day and instant lies in the years that are known. A slot that is settled is so for good, without a year. */
function hasKnownYears(content: PackageContent): boolean {
  return [...valuesIn(content)].every(({ key, value }) => {
    const isTime = /(On|At|Until)$|^(on|at|by)$/.test(key) && (isDay(value) || isInstant(value))
    return !isTime || (value >= FIRST_DAY && value <= `${LAST_DAY}T~`)
  })
}

/** True when nothing in the record was written under a later holder than the one who sealed it. */
function hasOwnEpochs({ record, epoch }: PackageContent): boolean {
  if (epoch >= LAST_EPOCH) return false // there is none for the receiver
  return [...valuesIn(record)].every(({ key, value }) => key !== 'epoch' || Number(value) <= epoch)
}

/** True when the client's number, and each that they have had, is a number, and of the kind it says. */
function hasTrueNumbers({ record: { client, changes }, sealedOn: today }: PackageContent): boolean {
  const kindOf = (number: string) => {
    const read = readPersonalNumber(number, { today, interim: true })
    return 'fault' in read || read.number !== number ? undefined : read.kind
  }
  const earlier = changes.map(each => each.earlierNumber).filter(each => each !== '')
  const own = client.number === '' ? 'none' : kindOf(client.number)
  return own === client.numberKind && earlier.every(each => kindOf(each) !== undefined)
}

/** True when the plan has each session of the manual once. */
function hasOnePlan({ record: { slots } }: PackageContent): boolean {
  return new Set(slots.map(each => each.number)).size === slots.length
}

/**
 * True when a well-formed package can be what a binder sealed: its rows belong together, none is of a later epoch or year
 * than can be, and none is newer than the seal. What it seals is held to the same.
 */
export function isSound(content: PackageContent): boolean {
  return (
    referencesAreValid(content) &&
    hasKnownYears(content) &&
    hasOwnEpochs(content) &&
    hasTrueNumbers(content) &&
    hasOnePlan(content) &&
    !hasRowsFromAhead(content)
  )
}

/** True when it says that someone here has signed a row: nobody has, of a client who has never been here. */
export function isSignedBy({ record }: PackageContent, users: ReadonlySet<UserId>): boolean {
  return [...valuesIn(record)].some(({ key, value }) => /^authorId$|ById$/.test(key) && users.has(value as UserId))
}
