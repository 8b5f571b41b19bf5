import { useState } from 'react'
import { Link } from 'wouter'
import type { FormDefinition } from '../../main/contract/form.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { useToday } from '../core/useToday.ts'
import type { Draft } from '../draft/useDraft.ts'
import { shortDay } from '../ui/format.ts'
import { InfoNotice } from '../ui/notice.tsx'
import { isBehind, newSheet, type SheetDraft } from './sheetDraft.ts'

type NewerAnswerProps = {
  form: FormDefinition
  latest: WorksheetAnswer | undefined
  draft: Draft<SheetDraft>
  mayFillIn: boolean
}

/** Says that the form was filled in after the draft was begun; lets the user begin from that answer, and go back again. */
export function NewerAnswerNotice({ form, latest, draft, mayFillIn }: NewerAnswerProps) {
  const today = useToday()
  const [replaced, setReplaced] = useState<SheetDraft>()

  if (replaced !== undefined) {
    const takeBack = () => {
      draft.set(replaced)
      setReplaced(undefined)
    }
    return (
      <InfoNotice>
        Nu visas bladet som det fylldes i senast.{' '}
        <button type="button" className="link-button" onClick={takeBack}>
          Ta tillbaka utkastet
        </button>
      </InfoNotice>
    )
  }

  if (!mayFillIn || latest === undefined || !isBehind(draft.value, form, latest)) return null
  const beginFromLatest = () => {
    setReplaced(draft.value)
    draft.set(newSheet(form, latest, today))
  }
  return (
    <InfoNotice>
      Bladet fylldes i {shortDay(latest.answeredOn, today)}, efter att det här utkastet började.{' '}
      <Link href={`/client/${draft.clientId}/form/${form.id}/history`}>Läs det</Link>
      {' eller '}
      <button type="button" className="link-button" onClick={beginFromLatest}>
        börja från det
      </button>
      .
    </InfoNotice>
  )
}
