import { useEffect, useLayoutEffect, useRef } from 'react'

/** The page, or a dialog that this one was opened over. */
const PLACES = 'main, [role=dialog]'

/**
 * Inside a dialog: takes the focus in the same breath as the dialog opens – Mantine waits for a timer, and the keys of a
 * quick hand would meanwhile be written into the field below. When the dialog goes, the focus returns to where it was;
 * from a menu's item to the menu; else to the heading.
 */
export function DialogFocus({ ready = true }: { /** What is to have the focus is there. */ ready?: boolean }) {
  const here = useRef<HTMLSpanElement>(null)
  const before = useRef(document.activeElement)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes later takes the focus when it comes
  useLayoutEffect(() => {
    const dialog = here.current?.closest('[role=dialog]')
    const first = dialog?.querySelector<HTMLElement>('[data-autofocus]')
    if (first != null) first.focus({ preventScroll: true })
    else if (document.activeElement instanceof HTMLElement && dialog?.contains(document.activeElement) !== true)
      document.activeElement.blur() // until Mantine has found what to focus
  }, [ready])
  useEffect(
    () => () => {
      const back = before.current
      window.setTimeout(() => {
        const active = document.activeElement
        if (active?.closest(PLACES) !== null && active !== document.body) return // moved on
        const target =
          back instanceof HTMLElement && back.isConnected && back.closest(PLACES) !== null ? back : undefined
        const menu = document.querySelector<HTMLElement>('main [aria-haspopup="menu"]')
        const next = target ?? menu ?? document.querySelector<HTMLElement>('main h1')
        next?.focus({ preventScroll: true })
      })
    },
    [],
  )
  return <span ref={here} hidden />
}
