import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in its part of a page when what had it is replaced by new data: a row that changes its button, a row
 * that goes. The parts are marked with `data-place`; the focus goes to the last button of the one it was in.
 */
export function useKeptFocus<T extends HTMLElement>(
  data: unknown,
): { ref: RefObject<T | null>; onFocus(event: FocusEvent): void } {
  const ref = useRef<T>(null)
  const place = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is new data that takes the focused element away
  useEffect(() => {
    if (place.current === undefined || document.activeElement !== document.body) return
    const part = ref.current?.querySelector(`[data-place="${place.current}"]`)
    ;[...(part?.querySelectorAll('button') ?? [])].at(-1)?.focus({ preventScroll: true })
  }, [data])
  return {
    ref,
    onFocus: event => {
      place.current = event.target.closest<HTMLElement>('[data-place]')?.dataset['place']
    },
  }
}
