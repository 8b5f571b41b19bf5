import { useState } from 'react'
import type { Output } from '../../main/contract/index.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { useDraft } from '../draft/useDraft.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { type HandoverDraft, newHandoverDraft } from './handoverDraft.ts'
import { ConsentStep, CoverStep } from './handoverSteps.tsx'
import { SealedPackage } from './sealedPackage.tsx'

/** Handing over in three screens: to whom and with what consent, what the next therapist must know, and the sealed file. */
export function SendHandoverScreen({ clientId }: { clientId: string }) {
  const today = useToday()
  const [sealed, setSealed] = useState<Output<'handover.seal'>>()
  const client = useCore('client.get', { clientId })
  // here and not in the steps: an answer is heard whichever step is shown when it comes
  const give = useCommand('consent.give')
  const seal = useCommand('handover.seal')
  const draft = useDraft<HandoverDraft>(clientId, 'handover', () => newHandoverDraft(today))
  if (!client.isSuccess || draft === undefined) return <NotLoaded error={client.error} />
  const { page, receiverName } = draft.value
  const step = {
    client: client.data,
    draft,
    onChange: (part: Partial<HandoverDraft>) => draft.set(current => ({ ...current, ...part })),
  }
  if (sealed !== undefined) return <SealedPackage sealed={sealed} receiver={receiverName} clientId={clientId} />
  if (page === 1) return <ConsentStep {...step} give={give} />
  return <CoverStep {...step} seal={seal} onSealed={setSealed} />
}
