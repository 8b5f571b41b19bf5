import { Affix } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** A notice at the foot of the window, in sight wherever on the page one writes. */
export function FixedNotice({ danger = false, children }: { danger?: boolean; children: ReactNode }) {
  const Icon = danger ? IconAlertTriangle : IconInfoCircle
  return (
    <Affix position={{ bottom: 20, right: 20 }} className="no-print">
      <div className={danger ? 'fixed-notice fixed-notice-danger' : 'fixed-notice'} role="alert">
        <Icon size={18} stroke={1.7} aria-hidden />
        <div className="stack-tight">{children}</div>
      </div>
    </Affix>
  )
}
