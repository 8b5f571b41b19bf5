import { isRefusedByDisk } from '../../db/refusedBy.ts'
import { brokenGlassUntil } from '../../db/repositories/breakGlass.ts'
import { standingOf } from '../../db/repositories/client.ts'
import { AUDIT_KIND, detailOf } from '../accessLog/auditKind.ts'
import { logAccess } from '../accessLog/service.ts'
import type { Opened } from '../binder/binder.ts'
import type { Context } from '../context/context.ts'
import type { Handlers, Outgoing } from '../context/handlers.ts'
import type { Place } from '../context/platform.ts'
import { CoreError, refuse } from '../contract/errors.ts'
import { type Call, contract, type Method, type Reply } from '../contract/index.ts'
import { type ClientId, clientId } from '../contract/values.ts'
import { denialOf, mayCall, rolesWith } from '../user/rights.ts'
import { storableInput } from './storableInput.ts'

type AnyHandler =
  | ((...given: readonly unknown[]) => unknown)
  | { prepare(context: Context, input: unknown): Promise<(() => unknown) | Outgoing<unknown>> }

const isMethod = (name: string): name is Method => Object.hasOwn(contract, name)

/**
 * Turns the services into the single function that every host serves.
 *
 * This is the only border where input from outside is checked: known? unlocked? well-formed? permitted?
 * held here? – and both directions pass their zod schema. What is read or changed and its access-log row
 * are one transaction, so neither is ever done without the other.
 */
export function createDispatcher(
  handlers: Handlers,
  opened: () => Opened | undefined,
  contextOf: (opened: Opened) => Context,
  report: (error: unknown) => void,
): Call {
  async function answer(method: Method, rawInput: unknown): Promise<unknown> {
    const operation = contract[method]
    const open = opened()
    if (operation.door === 'unlocked' && open === undefined) refuse('locked')
    const parsed = operation.input.safeParse(storableInput(rawInput))
    if (!parsed.success) return refuse('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    const input: unknown = parsed.data
    const handle = handlers[method] as AnyHandler // the contract's own types tie each handler to its method
    const checked = (value: unknown) => operation.output.parse(value)

    if (operation.door === 'open' || open === undefined) {
      if ('prepare' in handle) throw new Error(`${method} cannot run before unlocking`)
      return checked(await handle(input))
    }

    const context = contextOf(open)
    if (!mayCall(open.user.roles, method)) refuse('not-permitted')
    const concerned = clientIn(input)
    if (concerned !== undefined) refuseUnlessReached(context, method, concerned)
    const kind = AUDIT_KIND[method]
    const log = (value: unknown) => {
      if (kind === 'unlogged') return
      const whose = concerned ?? clientIn(value) ?? null // a client who was just added is named in the answer
      const detail = detailOf(method, input, value)
      logAccess(context.db, { at: context.now(), userId: open.user.id, clientId: whose, method, kind, detail })
    }

    const ready = 'prepare' in handle ? await handle.prepare(context, input) : () => handle(context, input)
    if (opened() !== open) refuse('locked') // locked while it was being prepared
    if ('givenUp' in ready) return checked(ready.givenUp)
    let written: Place | undefined
    const finish = context.db.$client.transaction(() => {
      const found = checked('store' in ready ? ready.store() : ready())
      log(found)
      if ('place' in ready) written = writtenTo(ready.place, ready.bytes)
      return found
    })
    try {
      const value = finish()
      open.log.moved()
      return value
    } catch (error) {
      written?.takeBack() // where the row does not stand, no file is left
      throw error
    }
  }

  return async (name, rawInput): Promise<Reply> => {
    if (!isMethod(name)) return { ok: false, refusal: { code: 'unknown-method' } }
    try {
      return { ok: true, value: await answer(name, rawInput) }
    } catch (error) {
      if (error instanceof CoreError) return { ok: false, refusal: error.refusal }
      if (isRefusedByDisk(error)) return { ok: false, refusal: { code: 'disk-refuses' } }
      report(error)
      return { ok: false, refusal: { code: 'unexpected' } }
    }
  }
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

/** The client must exist and be the caller's own, or opened with a reason; and only the holder of the record may change it. */
function refuseUnlessReached({ db, user, now }: Context, method: Method, id: ClientId): void {
  const { own, held, holder } = standingOf(db, id, user.id) ?? refuse('not-found')
  const mine = rolesWith(user.roles, own).length > 0
  const brokenGlass = !mine && brokenGlassUntil(db, id, user.id, now()) !== undefined
  const denial = denialOf(user.roles, method, { own, held, brokenGlass })
  if (denial !== undefined) refuse(denial, denial === 'not-holder' ? { unit: holder } : undefined)
}
