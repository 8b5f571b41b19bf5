import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CoreError } from '../../main/contract/errors.ts'
import type { Comparison } from '../../main/contract/merge.ts'
import { useCore } from '../core/core.ts'
import { ErrorNotice, Waiting } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { MergeForm } from './mergeForm.tsx'
import { MergeHoldings } from './mergeHoldings.tsx'

/** Two clients side by side: what each holds, where they differ, and – when a person has confirmed it – one of two. */
export function MergeClientsScreen({ clientId, otherId }: { clientId: string; otherId: string }) {
  const [, go] = useLocation()
  const compared = useCore('client.compare', { clientId, otherId })
  const [last, setLast] = useState<Comparison>()
  // once they are one there is nothing to compare: what was shown stays until the next page is there
  if (compared.data !== undefined && compared.data !== last) setLast(compared.data)
  const both = compared.data ?? last
  if (both === undefined && compared.isPending) return <Waiting />
  return (
    <Page
      title="Slå ihop två klienter"
      under={both && `${both.other.reference} går upp i ${both.kept.reference}, som blir kvar.`}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={18} stroke={1.7} aria-hidden />}
          onClick={() => go(`/client/${otherId}/merge/${clientId}`)}
        >
          Byt plats
        </Button>
      }
    >
      {both === undefined ? (
        <ErrorNotice error={compared.error} />
      ) : (
        <div className="stack">
          {both.obstacle !== undefined && <ErrorNotice error={new CoreError({ code: both.obstacle })} />}
          <MergeHoldings both={both} />
          {both.obstacle === undefined && <MergeForm both={both} />}
        </div>
      )}
    </Page>
  )
}
