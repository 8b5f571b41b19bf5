import type { Db } from '../../db/open.ts'
import type { DerivationCost } from '../binder/keyring.ts'
import type { Unit } from '../contract/unit.ts'
import type { User } from '../contract/user.ts'
import type { Day, Instant } from '../contract/values.ts'
import type { Manual } from '../manual/manualFormat.ts'

/** Time, chance and what a guess at a secret costs come in from outside, so that tests choose them. */
export type World = {
  today(): Day
  now(): Instant
  /** Milliseconds since some moment, by a clock that nobody can set. */
  monotonic(): number
  chance(bytes: number): Buffer
  /** What every new wrap of a key costs to try. */
  readonly derivationCost: DerivationCost
  /** scrypt's work for the words of a sealed file: a power of two. */
  readonly sealingWork: number
  /** A new random id, branded as the receiver wishes. */
  newId<Id extends string>(): Id
}

/** What every service may use: the open database, the manual, and who is asking. */
export type Context = World & {
  readonly db: Db
  readonly manual: Manual
  readonly user: User
  /** Whose binder this is. */
  readonly unit: Unit
}

/** A file that an operation hands out. */
export type FileExport<Out> = {
  readonly name: string
  /** What is answered when the user closes the dialog: nothing has been made, stored or logged. */
  readonly none: Out
  /** The bytes, and what is stored with them. */
  make(): Promise<{ readonly bytes: Uint8Array; store(): Out }>
}
