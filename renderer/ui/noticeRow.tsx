import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Section } from './page.tsx'

export function Told({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Section title={title}>
      <div className="card card-rows">{children}</div>
    </Section>
  )
}

type ToldRowProps = { client: ReactNode; children: ReactNode; isBusy: boolean; onSeen(): void }

export function ToldRow({ client, children, isBusy, onSeen }: ToldRowProps) {
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
