import { Link } from 'wouter'
import { useCore } from '../../core/core.ts'
import { shortDay } from '../../ui/format.ts'
import { InfoNotice } from '../../ui/notice.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import { dayHeld, type RunnerProps } from './sessionDraft.ts'

type NewerAnswerProps = Pick<RunnerProps, 'client' | 'slot' | 'today' | 'value' | 'onChange'> & { formId: string }

/**
 * Says that a living document was filled in somewhere else after it was begun here, since what is signed last is what
 * it says from then on; and lets the user begin from the newer one.
 */
export function NewerAnswerInSession({ formId, client, slot, today, value, onChange }: NewerAnswerProps) {
  const form = useCore('manual.form', { id: formId })
  const history = useCore('worksheet.ofForm', { clientId: client.id, formId })
  const latest = history.data?.at(-1)
  const here = value.worksheets[formId]
  const from = value.began[formId]
  if (form.data?.living !== true || latest === undefined || here === undefined || from === latest.id) return null
  if (latest.answeredOn > dayHeld(value, { slot, today })) return null // it stays the latest
  const { title } = form.data

  function beginFromLatest() {
    onChange(({ worksheets: { [formId]: _, ...others } }) => ({ worksheets: others }))
    offerUndo(`${title} visas som det fylldes i senast.`, () =>
      onChange(({ worksheets, began }) => ({
        worksheets: here === undefined ? worksheets : { ...worksheets, [formId]: here },
        began: from === undefined ? began : { ...began, [formId]: from },
      })),
    )
  }

  return (
    <InfoNotice>
      {title} fylldes i {shortDay(latest.answeredOn, today)}
      {latest.sessionNumber !== undefined && ` i träff ${latest.sessionNumber}`}, efter att det här utkastet började.
      Signerar du nu är det utkastet som gäller.{' '}
      <Link href={`/client/${client.id}/form/${formId}/history`}>Läs det som står nu</Link>
      {' eller '}
      <button type="button" className="link-button" onClick={beginFromLatest}>
        börja från det
      </button>
      .
    </InfoNotice>
  )
}
