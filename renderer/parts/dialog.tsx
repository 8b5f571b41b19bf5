import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'

type DialogProps = { title: string; size?: 'md' | 'lg' | 'xl'; onClose(): void; children: ReactNode }

/** A dialog over the page. When it goes, the focus returns to where it was; from a menu's item to the menu; else to the heading. */
export function Dialog({ title, size = 'lg', onClose, children }: DialogProps) {
  const before = useRef(document.activeElement)
  useEffect(
    () => () => {
      const back = before.current
      window.setTimeout(() => {
        if (document.activeElement?.closest('main') !== null && document.activeElement !== document.body) return // moved on
        const target =
          back instanceof HTMLElement && back.isConnected && back.closest('main') !== null ? back : undefined
        const menu = document.querySelector<HTMLElement>('main [aria-haspopup="menu"]')
        const next = target ?? menu ?? document.querySelector<HTMLElement>('main h1')
        next?.focus({ preventScroll: true })
      })
    },
    [],
  )
  return (
    <Modal opened onClose={onClose} title={title} size={size} centered returnFocus={false}>
      {children}
    </Modal>
  )
}
