import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

type LinkRowProps = { href: string; icon?: ReactNode; children: ReactNode }

/** A row of a list that leads to a page of its own. */
export function LinkRow({ href, icon, children }: LinkRowProps) {
  return (
    <Link href={href} className="settings-row">
      {icon}
      <span className="grow">{children}</span>
      <IconChevronRight size={18} stroke={1.7} aria-hidden />
    </Link>
  )
}
