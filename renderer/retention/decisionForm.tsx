import { Button, Radio } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import {
  type DueRecord,
  FOR_RESEARCH,
  NOT_KNOWN,
  type RetentionChoice,
  STILL_AT_WORK,
} from '../../main/contract/retention.ts'
import { retentionChoiceWords } from '../../main/contract/retentionWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { choicesOf } from '../ui/choices.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { TextField } from '../ui/textFields.tsx'

const mustStay = ({ kept }: DueRecord) => kept.some(each => FOR_RESEARCH.includes(each) || STILL_AT_WORK.includes(each))
const namesOf = (records: readonly DueRecord[]) => records.map(each => each.reference).join(', ')

type DecisionFormProps = {
  chosen: readonly DueRecord[]
  /** Nobody else may decide here. */
  isAlone: boolean
  onDecided(): void
}

/** One decision about all that are chosen. Neither the choice nor the records are chosen beforehand. */
export function DecisionForm({ chosen, isAlone, onDecided }: DecisionFormProps) {
  const decide = useCommand('retention.decide')
  const typing = useTypedForm<{ decision: RetentionChoice | ''; reason: string }>('retention-decision', {
    decision: '',
    reason: '',
  })
  const { decision, reason } = typing.values
  const [isTried, setIsTried] = useState(false)
  const faults = faultsIn(chosen, { decision, reason, isAlone })

  function submit() {
    setIsTried(true)
    if (decision === '' || Object.keys(faults).length > 0) return
    decide.mutate(
      { clientIds: chosen.map(each => each.clientId), decision, reason },
      {
        onSuccess: ({ proposed, decided }) => {
          typing.forget()
          setIsTried(false)
          notifications.show({ message: outcomeText(proposed, decided) })
          onDecided()
        },
      },
    )
  }

  return (
    <Form className="card stack no-print" aria-label="Beslut om valda" onSave={submit}>
      <p>
        {chosen.length === 0 ? 'Välj i listan vilka beslutet gäller.' : `${chosen.length} valda: ${namesOf(chosen)}`}
      </p>
      <Radio.Group
        label="Beslut"
        value={decision}
        error={isTried && faults.decision}
        onChange={value => typing.change({ decision: value as RetentionChoice })}
      >
        <div className="stack-tight">
          {choicesOf(retentionChoiceWords).map(each => (
            <Radio key={each.value} value={each.value} label={each.label} />
          ))}
        </div>
      </Radio.Group>
      <TextField
        longest={longestOf('retention.decide', 'reason')}
        label="Skäl"
        description="Står kvar i protokollet. Skriv inget om klienten."
        value={reason}
        error={isTried && faults.reason}
        onChange={event => typing.change({ reason: event.currentTarget.value })}
      />
      <ErrorNotice error={decide.error} />
      <div className="form-buttons">
        <WhenSaved {...typing} />
        <Button type="submit" loading={decide.isPending} disabled={chosen.length === 0}>
          {isProposal(chosen, decision, isAlone) ? 'Föreslå gallring' : 'Besluta'}
        </Button>
      </div>
    </Form>
  )
}

/** Nobody among the chosen waits for this one to agree, and somebody else may. */
function isProposal(chosen: readonly DueRecord[], decision: RetentionChoice | '', isAlone: boolean): boolean {
  return decision === 'remove' && !isAlone && chosen.every(each => each.proposed === undefined)
}

type Wanted = { decision: RetentionChoice | ''; reason: string; isAlone: boolean }

/** What is missing or not allowed, by field. */
function faultsIn(chosen: readonly DueRecord[], { decision, reason, isAlone }: Wanted) {
  const staying = chosen.filter(mustStay)
  const unknown = chosen.filter(each => each.proposed === undefined && each.kept.some(why => NOT_KNOWN.includes(why)))
  const faults: { decision?: string; reason?: string } = {}
  if (decision === '') faults.decision = 'Välj.'
  if (decision === 'remove' && staying.length > 0)
    faults.decision = `Kan inte gallras, se raden: ${namesOf(staying)}. Ta bort krysset, eller välj Bevaras.`
  if (reason.trim() !== '') return faults
  if (decision === 'keep') faults.reason = 'Skriv varför uppgifterna ska vara kvar.'
  else if (unknown.length > 0)
    faults.reason = `Skriv hur det är kontrollerat att uppgifterna inte ska bevaras för forskning: ${namesOf(unknown)}.`
  else if (isAlone) faults.reason = 'Du beslutar ensam. Skriv skälet till gallringen.'
  return faults
}

function outcomeText(proposed: number, decided: number): string {
  const parts = [
    ...(decided > 0 ? [`Beslutat om ${decided}.`] : []),
    ...(proposed > 0 ? [`Föreslaget: ${proposed}. En till ska besluta.`] : []),
  ]
  return parts.join(' ')
}
