import { Button, Select } from '@mantine/core'
import type { OfferAnswer, Offered, OfferManner } from '../../main/contract/offer.ts'
import { offerAnswerWords, offeredWords, offerMannerWords } from '../../main/contract/offerWords.ts'
import { reasonSideWords } from '../../main/contract/unitWords.ts'
import { inForceOn } from '../../main/contract/validity.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { isDay } from '../ui/readDay.ts'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { untilNow, withinAYear } from '../ui/usualDays.ts'
import { type OfferDraft, offerFromDraft } from './offerDraft.ts'

type OfferDialogProps = { clientId: string; offered?: Offered; onClose(): void }

/** A row of the ledger: what was offered, what the client answered, and why when the answer was not yes. */
export function OfferDialog({ clientId, offered = 'cra', onClose }: OfferDialogProps) {
  const today = useToday()
  const draft = useDraft<OfferDraft>(clientId, `offer:${offered}`, () => ({
    offered,
    answer: '',
    manner: 'meeting',
    on: today,
    reasonCode: '',
    askAgainOn: '',
  }))
  return (
    <Dialog onClose={onClose} title="Anteckna erbjudande">
      {draft && <OfferForm clientId={clientId} draft={draft} onDone={onClose} />}
    </Dialog>
  )
}

type OfferFormProps = { clientId: string; draft: Draft<OfferDraft>; onDone(): void }

/** The fields of one offer: the answers other than yes ask for a reason, of the side that the answer belongs to. */
function OfferForm({ clientId, draft, onDone }: OfferFormProps) {
  const chain = useCore('careChain.ofClient', { clientId })
  const record = useCommand('offer.record')
  const { answer, on, reasonCode } = draft.value
  const needsReason = answer !== '' && answer !== 'yes' && answer !== 'onTrial'
  const change = (part: Partial<OfferDraft>) => draft.set(current => ({ ...current, ...part }))

  function save() {
    const stay = chain.data?.placements.findLast(
      each => each.fromOn <= on && (each.toOn === undefined || each.toOn >= on),
    )
    const input = offerFromDraft(clientId, draft.value, stay?.id)
    if (input === undefined) return
    record.mutate(input, {
      onSuccess: () => {
        void draft.discard()
        onDone()
      },
    })
  }

  return (
    <Form className="stack" onSave={save}>
      <OfferFields clientId={clientId} value={draft.value} needsReason={needsReason} onChange={change} />
      <ErrorNotice error={record.error} />
      <div className="form-buttons">
        <SavedAt draft={draft} />
        <Button variant="default" onClick={onDone}>
          Stäng
        </Button>
        <Button type="submit" loading={record.isPending} disabled={answer === '' || (needsReason && reasonCode === '')}>
          Spara
        </Button>
      </div>
    </Form>
  )
}

type OfferFieldsProps = {
  clientId: string
  value: OfferDraft
  needsReason: boolean
  onChange(part: Partial<OfferDraft>): void
}

function OfferFields({ clientId, value, needsReason, onChange }: OfferFieldsProps) {
  const lists = useCore('unit.lists', {})
  const today = useToday()
  const { offered, answer, manner, on, reasonCode, askAgainOn } = value
  const side = answer === 'notOffered' ? 'service' : 'client'
  const reasons = inForceOn(
    (lists.data?.reasons ?? []).filter(each => each.side === side),
    isDay(on) ? on : today,
  )
  return (
    <div className="form-grid">
      <Select
        label="Vad erbjöds"
        data={choicesOf(offeredWords)}
        value={offered}
        onChange={chosen => onChange({ offered: (chosen ?? offered) as Offered })}
      />
      <DayInput
        label="Dag"
        usual={untilNow(useLifeOf(clientId))}
        required
        value={on}
        onChange={day => onChange({ on: day })}
      />
      <Select
        label="Klientens svar"
        data-autofocus
        required
        placeholder="Välj svar"
        data={choicesOf(offerAnswerWords)}
        value={answer === '' ? null : answer}
        onChange={chosen => onChange({ answer: (chosen ?? answer) as OfferAnswer, reasonCode: '' })}
      />
      {answer !== 'notOffered' && (
        <Select
          label="Hur"
          data={choicesOf(offerMannerWords)}
          value={manner}
          onChange={chosen => onChange({ manner: (chosen ?? manner) as OfferManner })}
        />
      )}
      {needsReason && (
        <SearchSelect
          label={reasonSideWords[side]}
          required
          placeholder="Välj skäl"
          data={reasons}
          value={reasonCode}
          onChange={code => onChange({ reasonCode: code })}
        />
      )}
      {answer !== '' && answer !== 'yes' && (
        <DayInput
          label={answer === 'onTrial' ? 'Följs upp den' : 'Frågas på nytt den'}
          usual={withinAYear()}
          value={askAgainOn}
          onChange={day => onChange({ askAgainOn: day })}
        />
      )}
    </div>
  )
}
