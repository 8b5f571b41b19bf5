import { useState } from 'react'
import type { MistakeAbout } from '../../main/contract/mistake.ts'
import { useCommand, useCore } from '../core/core.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { offerUndo } from '../ui/undo.tsx'
import { MistakeDialog } from './mistakeDialog.tsx'

type MistakeActionsProps = {
  clientId: string
  about: MistakeAbout
  /** The record in a few words, for whoever hears the button and not sees beside what it stands: *träffen*, *målet*. */
  what: string
  /** The reader may write records of this kind. */
  mayStrike: boolean
}

/** The ways back from what was recorded by mistake: at once for one's own of today, and with a reason for the rest. */
export function MistakeActions({ clientId, about, what, mayStrike }: MistakeActionsProps) {
  const [isAsking, setAsking] = useState(false)
  const undoable = useCore('mistake.undoable', { clientId }, { enabled: mayStrike })
  const mark = useCommand('mistake.mark')
  const takeBack = useCommand('mistake.takeBack')
  if (!mayStrike) return null
  const mayUndo = undoable.data?.some(each => each.id === about.id) === true

  function undo() {
    mark.mutate(
      { clientId, about, reason: 'undone' },
      {
        onSuccess: ({ id }) =>
          offerUndo('Ångrat. Det står kvar, struket.', () => takeBack.mutate({ clientId, mistakeId: id })),
      },
    )
  }

  return (
    <>
      <div className="row no-print mistake-actions">
        {mayUndo && (
          <button type="button" className="link-button small" aria-label={`Ångra ${what}`} onClick={undo}>
            Ångra
          </button>
        )}
        <button
          type="button"
          className="link-button small"
          aria-label={`Fört in av misstag: ${what}`}
          onClick={() => setAsking(true)}
        >
          Fört in av misstag …
        </button>
      </div>
      <ErrorNotice error={mark.error ?? takeBack.error} />
      {isAsking && <MistakeDialog clientId={clientId} about={about} onClose={() => setAsking(false)} />}
    </>
  )
}
