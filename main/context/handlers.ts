import type { Checked, Contract, Method, Output } from '../contract/index.ts'
import type { Context, FileExport } from './context.ts'
import type { Place } from './platform.ts'

/** An operation that must wait for something before it touches the database: it prepares first, then finishes in one go. */
type TwoStep<M extends Method> = {
  prepare(context: Context, input: Checked<M>): Promise<(() => Output<M>) | Outgoing<Output<M>>>
}

/** What ends with a file: stored, logged and written in one transaction; or given up, with nothing done and nothing to log. */
export type Outgoing<Out> =
  | { readonly store: () => Out; readonly bytes: Uint8Array; readonly place: Place }
  | { readonly givenUp: Out }

type Handler<M extends Method> = Contract[M]['door'] extends 'open'
  ? (input: Checked<M>) => Output<M> | Promise<Output<M>>
  : ((context: Context, input: Checked<M>) => Output<M>) | TwoStep<M>

/** One handler for each operation: the compiler misses none. */
export type Handlers = { readonly [M in Method]: Handler<M> }

/** A room's part of them, by its own contract: one that is missing, or that is not the room's, is an error in the room. */
export type Operations<RoomContract extends Partial<Contract>> = {
  readonly [M in keyof RoomContract & Method]: Handler<M>
}

/** Makes an operation of what lets a file leave the binder. */
export type ExportFile = <M extends Method>(
  /** Refuses what may not be handed out, before the user is asked for a place. */
  file: (context: Context, input: Checked<M>) => FileExport<Output<M>> | Promise<FileExport<Output<M>>>,
) => TwoStep<M>
