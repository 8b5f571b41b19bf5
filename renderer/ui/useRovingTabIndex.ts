import { type KeyboardEvent, useState } from 'react'

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: at => at + 1,
  ArrowLeft: at => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/**
 * A row of many things that Tab reaches once, at `first`: the arrows go along it from there. Put `row` on what holds
 * the things and `item` on each of them.
 */
export function useRovingTabIndex(first = 0) {
  const [chosen, setChosen] = useState<number>()
  const active = chosen ?? first
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const things = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-rove]')]
    const next = things[STEPS[event.key]?.(active, things.length) ?? -1]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    next.focus()
  }
  return {
    row: { onKeyDown },
    item: (index: number) => ({
      'data-rove': '',
      tabIndex: index === active ? 0 : -1,
      onFocus: () => setChosen(index),
    }),
  }
}
