import type { PackageContent } from '../../main/contract/record.ts'
import { testNumber } from './people.ts'

/** Numbers that look drawn by chance and are the same every time, from 0 up to 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What someone who means ill knows of the receiver: who works there, and the ids and number of a client there. */
export type Target = { readonly userId: string; readonly ids: readonly string[]; readonly number: string }

type Json = Record<string, unknown> | unknown[]
type Leaf = { readonly within: Json; readonly key: string | number; readonly name: string; readonly value: unknown }

function* leavesOf(value: Json, name = ''): Generator<Leaf> {
  for (const [key, each] of Object.entries(value)) {
    const own = Array.isArray(value) ? name : key
    yield { within: value, key: Array.isArray(value) ? Number(key) : key, name: own, value: each }
    if (typeof each === 'object' && each !== null) yield* leavesOf(each as Json, own)
  }
}

const put = ({ within, key }: Leaf, value: unknown) => {
  ;(within as Record<string | number, unknown>)[key] = value
}

type Draw = {
  pick<T>(from: readonly T[]): T
  /** A leaf that fits, by chance; nothing is done where there is none. */
  change(fits: (leaf: Leaf) => boolean, to: (leaf: Leaf) => unknown): void
}

const isDay = ({ value }: Leaf) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
const isInstant = ({ value }: Leaf) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
const isNumber = ({ value }: Leaf) => typeof value === 'number'
const isCode = ({ name }: Leaf) => ['reasonCode', 'legalGround', 'endReason', 'code'].includes(name)
const JUNK = [null, '', 0, -1, 1.5, 1e308, [], {}, [[]], { id: 'x' }, 'x'.repeat(300), '\u202e', '__proto__', false]

/** Every way a package is made wrong, by name: those of the issue, and what is left to chance. */
export const MUTATIONS: Readonly<Record<string, (content: PackageContent, draw: Draw, target: Target) => void>> = {
  'a text that is too long': (_, { change, pick }) =>
    change(
      ({ value }) => typeof value === 'string',
      () => 'x'.repeat(pick([31, 41, 201, 20_001, 250_001])),
    ),
  'a list that is too long': (_, { change, pick }) =>
    change(
      ({ value }) => Array.isArray(value) && value.length > 0,
      ({ value }) =>
        Array.from({ length: pick([2, 13, 61, 201, 5_001]) }, () => structuredClone((value as unknown[])[0])),
    ),
  'an epoch': (_, { change, pick }) =>
    change(
      each => each.name === 'epoch',
      () => pick([-1, 0, 2, 1.5, 999, 1_000, 2 ** 53]),
    ),
  'a day': (_, { change, pick }) =>
    change(isDay, () =>
      pick(['0001-01-01', '1899-12-31', '1900-01-01', '2200-12-31', '2201-01-01', '9999-12-31', '2026-02-30']),
    ),
  'an instant': (_, { change, pick }) =>
    change(isInstant, () =>
      pick(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-11-21T09:00:00.000000000Z', '2026-11-20T08:00:00Z']),
    ),
  'a score or a count': (_, { change, pick }) =>
    change(isNumber, () => pick([-3, 0, 1, 5, 10, 11, 19, 241, 1e9, -1e9, 0.5])),
  'an attempt': (_, { change, pick }) =>
    change(
      each => each.name === 'attempt',
      () => pick([0, 2, 7, 999, 1_000, -1]),
    ),
  'a row newer than the seal': (_, { change, pick }) =>
    change(
      each => /On$|At$|^on$|^at$/.test(each.name) && (isDay(each) || isInstant(each)),
      each =>
        isDay(each) ? pick(['2026-11-22', '2027-01-01']) : pick(['2026-11-22T08:00:00Z', '2027-01-01T08:00:00Z']),
    ),
  'an epoch above its own': ({ epoch }, { change }) =>
    change(
      each => each.name === 'epoch',
      () => epoch + 1,
    ),
  'signed by someone who works here': (_, { change }, { userId }) =>
    change(
      each => each.name === 'authorId',
      () => userId,
    ),
  'an unknown code': (content, { change, pick }) => {
    const code = pick([
      'laterCode',
      'x:00000000-0000-4000-8000-000000000000:laterCode',
      'tired',
      'staffing',
      'lvm4',
      'X!',
    ])
    change(isCode, () => code)
    const side = pick(['client', 'service'] as const)
    if (pick([true, false])) content.reasons.push({ code, words: 'Något annat', side })
    if (pick([true, false])) content.legalGrounds.push({ code, words: 'Ny lag', phase: pick(['A', 'B', 'C'] as const) })
    if (pick([true, false])) content.endReasons.push({ code, words: 'Annat slut' })
  },
  'earlier numbers': ({ record, epoch }, { pick }, { number }) => {
    const author = { authorId: record.client.id, authorName: 'Någon' } as unknown as {
      authorId: never
      authorName: string
    }
    for (let nth = 0; nth < pick([1, 3, 10, 11, 200]); nth++) {
      const earlierNumber = pick([
        testNumber('1951-01-01', 980 + (nth % 20)),
        number,
        '195101019999',
        '000000000000',
        '',
      ])
      const changes = [{ detail: 'number' as const, was: earlierNumber, became: record.client.number }]
      const id = `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
      record.changes.push({
        id,
        epoch,
        changes,
        reason: '',
        at: '2026-11-20T08:00:00Z',
        earlierNumber,
        earlierCaseNumber: '',
        ...author,
      })
    }
  },
  'another receiver': (content, { pick }) =>
    Object.assign(content.receiver, { name: pick(['Kumla', 'X'.repeat(201), 'örebro EFTERVÅRD']) }),
  'a consent that has expired': (content, { pick }) =>
    Object.assign(content.consent, { validUntil: pick(['2026-11-20', '2026-11-21', '1900-01-01']) }),
  'an id of the receiver’s': (_, { change, pick }, { ids }) =>
    change(
      each => /[iI]d$|^id$|In$/.test(each.name),
      () => pick(ids),
    ),
  'something else in its place': (_, { change, pick }) =>
    change(
      () => true,
      () => pick(JUNK),
    ),
  'something left out': (_, { change }) =>
    change(
      ({ within }) => !Array.isArray(within),
      () => undefined,
    ),
  'something more': (content, { pick }) => {
    const places = [...leavesOf(content as never)].filter(({ value }) => typeof value === 'object' && value !== null)
    Object.assign(pick(places).value as object, { [pick(['extra', '0', 'id', 'epoch'])]: pick(JUNK) })
  },
  'a row twice': (_, { change }) =>
    change(
      ({ value }) => Array.isArray(value) && value.length > 0,
      ({ value }) => [...(value as unknown[]), (value as unknown[])[0]],
    ),
  nothing: () => undefined,
}

/** The package with up to three mutations, and their names. */
export function mutated(
  base: PackageContent,
  chance: () => number,
  target: Target,
): { content: unknown; names: string[] } {
  const content = structuredClone(base)
  const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)] as T
  const draw: Draw = {
    pick,
    change(fits, to) {
      const fitting = [...leavesOf(content as never)].filter(fits)
      if (fitting.length === 0) return
      const leaf = pick(fitting)
      put(leaf, to(leaf))
    },
  }
  const names = Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => pick(Object.keys(MUTATIONS)))
  for (const name of names) {
    try {
      MUTATIONS[name]?.(content, draw, target)
    } catch {
      // an earlier mutation has taken away what this one would change
    }
  }
  return { content, names }
}
