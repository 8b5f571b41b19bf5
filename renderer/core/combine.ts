import type { CoreError } from '../../main/contract/errors.ts'

type Query = { readonly data: unknown; readonly error: CoreError | null; readonly isSuccess: boolean }
type Combined<Data> =
  | { readonly isSuccess: true; readonly data: Data; readonly error: null }
  | { readonly isSuccess: false; readonly data: undefined; readonly error: CoreError | null }

/**
 * Several queries read as one: successful when all are, with the data of each under its name. Otherwise it holds the
 * first error; without an error, some of it is still being fetched.
 */
export function combine<Queries extends Record<string, Query>>(
  queries: Queries,
): Combined<{ [Name in keyof Queries]: Exclude<Queries[Name]['data'], undefined> }>
export function combine(queries: Record<string, Query>): Combined<Record<string, unknown>> {
  const all = Object.entries(queries)
  if (all.every(([, query]) => query.isSuccess))
    return { isSuccess: true, data: Object.fromEntries(all.map(([name, query]) => [name, query.data])), error: null }
  const failed = all.find(([, query]) => query.error !== null)
  return { isSuccess: false, data: undefined, error: failed?.[1].error ?? null }
}
