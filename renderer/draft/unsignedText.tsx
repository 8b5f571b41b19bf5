import { Button } from '@mantine/core'
import { useState } from 'react'
import type { EarlierDraft } from '../../main/contract/draft.ts'
import { ask, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { Dialog } from '../ui/dialog.tsx'
import { moment } from '../ui/format.ts'
import { InfoNotice } from '../ui/notice.tsx'
import { EarlierText } from './earlierDrafts.tsx'

/** Beside a signed session: one's own text that never came into it. Nothing where there is none. */
export function UnsignedText({ clientId, slotId }: { clientId: string; slotId: string }) {
  const today = useToday()
  const place = `session:${slotId}`
  const writer = useCore('user.me', {}).data?.user.id ?? ''
  const begun = useCore('draft.list', {})
  const earlier = useCore('draft.earlier', { clientId, place, writer }, { enabled: writer !== '' })
  const [shown, setShown] = useState<readonly Pick<EarlierDraft, 'content' | 'savedAt'>[]>()
  const draft = begun.data?.find(each => each.place === place && each.clientId === clientId)
  const latest = [draft, ...(earlier.data ?? [])].find(each => each !== undefined)
  if (latest === undefined) return null

  async function show() {
    const own = draft === undefined ? undefined : await ask('draft.get', { clientId, place, writer })
    setShown([...(own === undefined ? [] : [own]), ...(earlier.data ?? [])])
  }

  return (
    <InfoNotice>
      <p>Du har osignerad text till den här träffen, sparad {moment(latest.savedAt, today)}.</p>
      <Button variant="default" size="compact-md" className="no-print" onClick={() => void show()}>
        Visa texten
      </Button>
      {shown !== undefined && (
        <Dialog title="Text som inte är signerad" onClose={() => setShown(undefined)}>
          <div className="stack">
            <p className="soft">Bara du ser den. Det som ska med skrivs som ett tillägg till träffen.</p>
            {shown.map(each => (
              <EarlierText key={each.savedAt} text={each} />
            ))}
          </div>
        </Dialog>
      )}
    </InfoNotice>
  )
}
