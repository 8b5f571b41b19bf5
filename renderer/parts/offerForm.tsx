import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../main/contract/index.ts'
import type { OfferAnswer, Offered, OfferManner } from '../../main/contract/offer.ts'
import { useCommand, useCore } from '../core.ts'
import { choicesOf } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { DayInput } from './dayInput.tsx'
import { ErrorNotice } from './notice.tsx'
import { offerAnswerText, offeredText, offerMannerText } from './offerText.ts'

/** The fields of one offer: the answers other than yes ask for a reason, of the side that the answer belongs to. */
export function OfferForm({
  clientId,
  offered: first,
  onDone,
}: {
  clientId: string
  offered: Offered
  onDone(): void
}) {
  const today = useToday()
  const lists = useCore('unit.lists', {})
  const chain = useCore('careChain.ofClient', { clientId })
  const record = useCommand('offer.record')
  const [offered, setOffered] = useState(first)
  const [answer, setAnswer] = useState<OfferAnswer>('yes')
  const [manner, setManner] = useState<OfferManner>('meeting')
  const [on, setOn] = useState(today)
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [askAgainOn, setAskAgainOn] = useState('')
  const needsReason = answer !== 'yes' && answer !== 'onTrial'
  const side = answer === 'notOffered' ? 'service' : 'client'
  const reasons = (lists.data?.reasons ?? []).filter(each => each.side === side)

  /** Undefined while a reason is missing. */
  function input(): Input<'offer.record'> | undefined {
    const again = answer === 'yes' || askAgainOn === '' ? {} : { askAgainOn }
    const stay = chain.data?.placements.findLast(
      each => each.fromOn <= on && (each.toOn === undefined || each.toOn >= on),
    )
    const shared = { clientId, offered, on, ...again, ...(stay === undefined ? {} : { placementId: stay.id }) }
    if (answer === 'yes' || answer === 'onTrial') return { ...shared, answer, manner }
    if (reasonCode === null) return undefined
    return answer === 'notOffered' ? { ...shared, answer, reasonCode } : { ...shared, answer, manner, reasonCode }
  }

  function save() {
    const given = input()
    if (given !== undefined) record.mutate(given, { onSuccess: onDone })
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <div className="form-grid">
        <Select
          label="Vad erbjöds"
          data={choicesOf(offeredText)}
          value={offered}
          onChange={value => setOffered((value ?? 'cra') as Offered)}
        />
        <DayInput label="Dag" required value={on} onChange={setOn} />
        <Select
          label="Klientens svar"
          data-autofocus
          data={choicesOf(offerAnswerText)}
          value={answer}
          onChange={value => {
            setAnswer((value ?? 'yes') as OfferAnswer)
            setReasonCode(null)
          }}
        />
        {answer !== 'notOffered' && (
          <Select
            label="Hur"
            data={choicesOf(offerMannerText)}
            value={manner}
            onChange={value => setManner((value ?? 'meeting') as OfferManner)}
          />
        )}
        {needsReason && (
          <Select
            label={side === 'service' ? 'Vårt skäl' : 'Klientens skäl'}
            required
            searchable
            placeholder="Välj skäl"
            data={reasons.map(each => ({ value: each.code, label: each.words }))}
            value={reasonCode}
            onChange={setReasonCode}
          />
        )}
        {answer !== 'yes' && (
          <DayInput
            label={answer === 'onTrial' ? 'Följs upp den' : 'Frågas på nytt den'}
            value={askAgainOn}
            onChange={setAskAgainOn}
          />
        )}
      </div>
      <ErrorNotice error={record.error} />
      <div className="form-buttons">
        <Button variant="default" onClick={onDone}>
          Avbryt
        </Button>
        <Button type="submit" loading={record.isPending} disabled={needsReason && reasonCode === null}>
          Spara
        </Button>
      </div>
    </form>
  )
}
