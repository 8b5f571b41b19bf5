import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Section } from './page.tsx'

export function UnseenSection({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Section title={title}>
      <div className="card card-rows">{children}</div>
    </Section>
  )
}

type UnseenRowProps = { client: ReactNode; children: ReactNode; isBusy: boolean; onSeen(): void }

export function UnseenRow({ client, children, isBusy, onSeen }: UnseenRowProps) {
  return (
    <div>
      <div className="spread">
        {client}
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={onSeen}>
          Jag har sett det
        </Button>
      </div>
      {children}
    </div>
  )
}
