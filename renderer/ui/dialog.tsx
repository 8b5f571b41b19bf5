import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { DialogFocus } from './dialogFocus.tsx'

type DialogProps = {
  title: string
  size?: 'md' | 'lg' | 'xl'
  onClose(): void
  /** Nothing while it is being fetched: the dialog is there at once, so that the next key is not written below it. */
  children: ReactNode
}

/** A dialog over the page. */
export function Dialog({ title, size = 'lg', onClose, children }: DialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} size={size} centered returnFocus={false}>
      {children}
      <DialogFocus ready={Boolean(children)} />
    </Modal>
  )
}
