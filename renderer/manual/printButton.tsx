import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import type { Printed } from '../../main/contract/manual.ts'
import { ask } from '../core/core.ts'
import { notifyError } from '../ui/notice.tsx'

type PrintButtonProps = { print: Printed; label: string; variant?: 'default' | 'subtle' }

/** Makes a PDF of a part of the manual and lets the user save it. The whole book takes a few seconds, and says so. */
export function PrintButton({ print, label, variant = 'default' }: PrintButtonProps) {
  const [busy, setBusy] = useState(false)
  async function make() {
    setBusy(true)
    try {
      const made = await ask('manual.print', print)
      if (made.saved) notifications.show({ message: `${made.fileName} är sparad.` })
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant={variant}
      loading={busy}
      leftSection={<IconFileTypePdf size={18} stroke={1.7} aria-hidden />}
      onClick={() => void make()}
    >
      {label}
    </Button>
  )
}
