import { type Draft, useDraft } from './useDraft.ts'

export type Changes<T> = {
  /** What is stored, and in its stead what has been typed here. */
  readonly values: T
  change(part: Partial<T>): void
  readonly draft: Draft<Partial<T>>
}

/**
 * A draft that changes what is `stored`: it holds only the fields that were changed here, and the others follow what is
 * stored, whoever changes it meanwhile. Where all is typed back as it stood, no draft is left. Undefined as `useDraft`.
 */
export function useChanges<T extends object>(clientId: string, place: string, stored: T): Changes<T> | undefined {
  const draft = useDraft<Partial<T>>(clientId, place, () => ({}))
  if (draft === undefined) return undefined

  function change(part: Partial<T>): void {
    let left = 0
    draft?.set(current => {
      const next = differing({ ...current, ...part }, stored)
      left = Object.keys(next).length
      return next
    })
    if (left === 0) void draft?.discard()
  }
  return { values: { ...stored, ...draft.value }, change, draft }
}

function differing<T extends object>(changed: Partial<T>, stored: T): Partial<T> {
  const entries = Object.entries(changed).filter(([key, value]) => value !== stored[key as keyof T])
  return Object.fromEntries(entries) as Partial<T>
}
