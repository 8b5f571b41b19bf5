import { type ReactNode, useState } from 'react'

/**
 * The first so many of a list whose heading counts them all, and, where there are more, a line that says so and leads to
 * the rest. `which` tells the first ones from the others: *äldsta*.
 */
export function useCollapsedList<T>(all: readonly T[], first: number, which: string): [shown: T[], more: ReactNode] {
  const [whole, setWhole] = useState(false)
  if (whole || all.length <= first) return [[...all], null]
  const more = (
    <p className="small soft under-list">
      Visar de {first} {which} av {all.length}.{' '}
      <button type="button" className="link-button small" onClick={() => setWhole(true)}>
        Visa alla {all.length}
      </button>
    </p>
  )
  return [all.slice(0, first), more]
}
