import { isRefusedByDisk } from '../../db/refusedBy.ts'
import { insertQuestion } from '../../db/repositories/accessLog.ts'
import { breakGlassUntil } from '../../db/repositories/breakGlass.ts'
import { standingOf } from '../../db/repositories/client.ts'
import { AUDIT_KIND, detailOf } from '../accessLog/auditKind.ts'
import { logAccess, logRefused } from '../accessLog/service.ts'
import { changeKeyIfDue } from '../binder/changeKey.ts'
import { currentVisit, type Seat } from '../binder/seat.ts'
import { refreshVisits, type Visit } from '../binder/vault.ts'
import type { Context } from '../context/context.ts'
import type { Handlers, Outgoing } from '../context/handlers.ts'
import type { Place } from '../context/platform.ts'
import { CoreError, refuse } from '../contract/errors.ts'
import { type Call, contract, type Method, type Reply } from '../contract/index.ts'
import { refuseInput } from '../contract/refusedInput.ts'
import { userContract } from '../contract/user.ts'
import { type ClientId, clientId } from '../contract/values.ts'
import { denialOf, mayCall, rolesWith } from '../user/rights.ts'
import { storableInput } from './storableInput.ts'

/** A handler, when which method it is of is known only as the program runs: the contract's own types tie the two. */
type AnyHandler =
  | ((...given: readonly unknown[]) => unknown)
  | { prepare(context: Context, input: unknown): Promise<Ready> }
type Ready = (() => unknown) | Outgoing<unknown>

/** A call that has come in: the operation, its checked input, and the visit it was made in. */
type Asked = { readonly method: Method; readonly input: unknown; readonly visit: Visit; readonly context: Context }

type DispatcherParts = {
  readonly seat: Seat
  readonly handlers: Handlers
  contextOf(visit: Visit): Context
  /** Hears of faults of ours; must not write anything personal. */
  report(error: unknown): void
}

/** What is answered while the database gets another key. */
const MEANWHILE: readonly Method[] = ['binder.keyProgress', 'binder.state', 'user.active', 'user.lock']

/** After these the database gets another key: who had a way in has it no more. */
const SHUTS_OUT: readonly Method[] = ['user.disable', 'user.remove']

const isMethod = (name: string): name is Method => Object.hasOwn(contract, name)

/**
 * Turns the services into the single function that every host serves.
 *
 * This is the only border where input from outside is checked: known? unlocked? well-formed? permitted?
 * held here? – and both directions pass their zod schema. What is read or changed and its access-log row
 * are one transaction, so neither is ever done without the other.
 */
export function createDispatcher(parts: DispatcherParts): Call {
  return async (name, rawInput): Promise<Reply> => {
    if (!isMethod(name)) return { ok: false, refusal: { code: 'unknown-method' } }
    try {
      return { ok: true, value: await answer(parts, name, rawInput) }
    } catch (error) {
      if (error instanceof CoreError) return { ok: false, refusal: error.refusal }
      if (isRefusedByDisk(error)) return { ok: false, refusal: { code: 'disk-refuses' } }
      parts.report(error)
      return { ok: false, refusal: { code: 'unexpected' } }
    }
  }
}

async function answer(parts: DispatcherParts, method: Method, rawInput: unknown): Promise<unknown> {
  const { seat, handlers, contextOf } = parts
  const { keyChange } = seat.vault
  if (keyChange !== undefined && !MEANWHILE.includes(method)) await keyChange.done.catch(() => undefined)
  const visit = currentVisit(seat)
  if (contract[method].door === 'unlocked' && visit === undefined) refuse('locked')
  const input = checkedInput(method, rawInput)
  if (contract[method].door === 'open' || visit === undefined)
    return answerBeforeUnlock(method, handlers[method] as AnyHandler, input)

  const asked: Asked = { method, input, visit, context: contextOf(visit) }
  try {
    return await answerInVisit(parts, asked)
  } catch (error) {
    if (error instanceof CoreError && currentVisit(seat) === visit) logRefusal(parts, asked, error)
    throw error
  }
}

async function answerInVisit({ seat, handlers, report }: DispatcherParts, asked: Asked): Promise<unknown> {
  const { method, input, visit } = asked
  const handle = handlers[method] as AnyHandler
  refuseUnlessPermitted(asked)
  const ready = 'prepare' in handle ? await handle.prepare(asked.context, input) : () => handle(asked.context, input)
  if (currentVisit(seat) !== visit) refuse('locked') // locked while it was being prepared
  if (visit.db !== asked.context.db && !('givenUp' in ready)) refuse('key-changed') // it belongs to the file that was
  refuseUnlessPermitted(asked) // or a role, or the client, taken away
  if ('givenUp' in ready) return checkedOutput(method, ready.givenUp)
  const value = storeAndLog(ready, asked)
  seat.vault.log?.moved()
  if (changesUsers(method)) refreshVisits(seat.vault)
  if (SHUTS_OUT.includes(method)) await changeKeyIfDue(seat.vault, visit.user.id).catch(report) // the user is out either way
  return value
}

/**
 * A refusal that tells of a client, or that keeps someone from one who is not theirs, stands on that client's log: in a
 * transaction of its own, since what was refused has been undone. If it cannot be written, the refusal is not given.
 */
function logRefusal({ seat }: DispatcherParts, { method, input, visit, context }: Asked, error: CoreError): void {
  const { now } = context
  const { db } = visit
  const asked = clientIn(input)
  const standing = asked && standingOf(db, asked, visit.user.id)
  const isOthers = standing !== undefined && rolesWith(visit.user.roles, standing.own).length === 0
  const clients = new Set([...error.tellsOf, ...(asked !== undefined && isOthers ? [asked] : [])])
  if (clients.size === 0) return
  const at = now()
  db.$client.transaction(() => {
    if (error.tellsOf.length > 0) insertQuestion(db, visit.user.id, at)
    for (const clientId of clients)
      logRefused(db, { at, userId: visit.user.id, clientId, method, detail: error.refusal.code })
  })()
  seat.vault.log?.moved()
}

function checkedInput(method: Method, rawInput: unknown): unknown {
  const storable = storableInput(rawInput)
  const parsed = contract[method].input.safeParse(storable)
  return parsed.success ? parsed.data : refuseInput(parsed.error, storable, { method })
}

const checkedOutput = (method: Method, value: unknown): unknown => contract[method].output.parse(value)

async function answerBeforeUnlock(method: Method, handle: AnyHandler, input: unknown): Promise<unknown> {
  if ('prepare' in handle) throw new Error(`${method} cannot run before unlocking`)
  return checkedOutput(method, await handle(input))
}

/** The role must be enough, and for a client the caller's standing too. */
function refuseUnlessPermitted({ method, input, visit, context }: Asked): void {
  if (!mayCall(visit.user.roles, method)) refuse('not-permitted')
  const concerned = clientIn(input)
  if (concerned !== undefined) refuseUnlessReached({ ...context, user: visit.user }, method, concerned)
}

/** The client must exist and be the caller's own, or opened with a reason; and only the holder of the record may change it. */
function refuseUnlessReached({ db, user, now }: Context, method: Method, id: ClientId): void {
  const { own, held, holder } = standingOf(db, id, user.id) ?? refuse('not-found')
  const mine = rolesWith(user.roles, own).length > 0
  const brokenGlass = !mine && breakGlassUntil(db, id, user.id, now()) !== undefined
  const denial = denialOf(user.roles, method, { own, held, brokenGlass })
  if (denial !== undefined) refuse(denial, denial === 'not-holder' ? { unit: holder } : undefined)
}

/** What is done, its row in the access log and its file, in one transaction. */
function storeAndLog(ready: Exclude<Ready, { givenUp: unknown }>, asked: Asked): unknown {
  let written: Place | undefined
  const finish = asked.context.db.$client.transaction(() => {
    const value = checkedOutput(asked.method, 'store' in ready ? ready.store() : ready())
    logCall(asked, value)
    if ('place' in ready) written = writtenTo(ready.place, ready.bytes)
    return value
  })
  try {
    return finish()
  } catch (error) {
    written?.takeBack() // where the row does not stand, no file is left
    throw error
  }
}

function logCall({ method, input, visit, context }: Asked, value: unknown): void {
  const kind = AUDIT_KIND[method]
  if (kind === 'unlogged') return
  const whose = clientIn(input) ?? clientIn(value) ?? null // a client who was just added is named in the answer
  const detail = detailOf(method, input, value)
  logAccess(context.db, { at: context.now(), userId: visit.user.id, clientId: whose, method, kind, detail })
}

/** Refused when the disk does not take the file: full, taken out, or not to be written to. */
function writtenTo(place: Place, bytes: Uint8Array): Place {
  try {
    place.write(bytes)
    return place
  } catch {
    return refuse('file-not-written')
  }
}

/** Every operation about one client names it as `clientId`: rights, custody and the log all hang on that. */
function clientIn(values: unknown): ClientId | undefined {
  return typeof values === 'object' && values !== null && 'clientId' in values
    ? clientId.parse(values.clientId)
    : undefined
}

const changesUsers = (method: Method) => Object.hasOwn(userContract, method) && contract[method].kind === 'command'
