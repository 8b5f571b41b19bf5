import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { OfferAnswer, Offered, OfferManner } from '../../main/contract/offer.ts'
import { useCommand, useCore } from '../core.ts'
import { shortDay } from '../format.ts'
import { choicesOf } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'

const answerText: Record<OfferAnswer, string> = {
  yes: 'Ja',
  onTrial: 'Ja, på prov',
  wait: 'Vill vänta',
  no: 'Nej',
  cannotDecide: 'Kan inte ta ställning nu',
  notOffered: 'Har inte erbjudits',
}
const offeredText: Record<Offered, string> = { cra: 'CRA', careChain: 'Vårdkedjan' }
const mannerText: Record<OfferManner, string> = {
  meeting: 'Vid ett samtal',
  telephone: 'Per telefon',
  letter: 'Med brev',
}

/** The latest offer and its answer: so that nobody has to guess whether the client said no or was never asked. */
export function OfferLine({ clientId, own, onNew }: { clientId: string; own: boolean; onNew(): void }) {
  const today = useToday()
  const offers = useCore('offer.ofClient', { clientId })
  const latest = (offers.data ?? []).slice(0, 3)
  return (
    <section aria-label="Erbjudanden">
      <h2 className="section-title">Erbjudanden</h2>
      {latest.length === 0 && <p className="small soft">Inget erbjudande är antecknat.</p>}
      <ul className="plain-list">
        {latest.map(each => (
          <li key={each.id} className="small">
            {offeredText[each.offered]}: <b>{answerText[each.answer]}</b>
            <span className="soft">
              {each.reasonWords !== undefined && ` – ${each.reasonWords.toLocaleLowerCase('sv')}`},{' '}
              {shortDay(each.on, today)}
              {each.askAgainOn !== undefined && `, frågas igen ${shortDay(each.askAgainOn, today)}`}
            </span>
          </li>
        ))}
      </ul>
      {own && (
        <button type="button" className="link-button small no-print" onClick={onNew}>
          Anteckna erbjudande
        </button>
      )}
    </section>
  )
}

/** A row of the ledger: what was offered, what the client answered, and why when the answer was not yes. */
export function OfferDialog({ clientId, onClose }: { clientId: string; onClose(): void }) {
  const today = useToday()
  const lists = useCore('unit.lists', {})
  const record = useCommand('offer.record')
  const [offered, setOffered] = useState<Offered>('cra')
  const [answer, setAnswer] = useState<OfferAnswer>('yes')
  const [manner, setManner] = useState<OfferManner>('meeting')
  const [on, setOn] = useState(today)
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [askAgainOn, setAskAgainOn] = useState('')
  const needsReason = answer !== 'yes' && answer !== 'onTrial'
  const side = answer === 'notOffered' ? 'service' : 'client'
  const reasons = (lists.data?.reasons ?? []).filter(each => each.side === side)

  function save() {
    const shared = { clientId, offered, on, ...(askAgainOn === '' ? {} : { askAgainOn }) }
    const reason = reasonCode ?? ''
    if (answer === 'notOffered') record.mutate({ ...shared, answer, reasonCode: reason }, { onSuccess: onClose })
    else if (answer === 'yes' || answer === 'onTrial')
      record.mutate({ ...shared, answer, manner }, { onSuccess: onClose })
    else record.mutate({ ...shared, answer, manner, reasonCode: reason }, { onSuccess: onClose })
  }

  return (
    <Dialog onClose={onClose} title="Anteckna erbjudande">
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
            data-autofocus
            data={choicesOf(offeredText)}
            value={offered}
            onChange={value => setOffered((value ?? 'cra') as Offered)}
          />
          <DayInput label="Dag" required value={on} onChange={setOn} />
          <Select
            label="Klientens svar"
            data={choicesOf(answerText)}
            value={answer}
            onChange={value => {
              setAnswer((value ?? 'yes') as OfferAnswer)
              setReasonCode(null)
            }}
          />
          {answer !== 'notOffered' && (
            <Select
              label="Hur"
              data={choicesOf(mannerText)}
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
          {needsReason && <DayInput label="Frågas på nytt den" value={askAgainOn} onChange={setAskAgainOn} />}
        </div>
        <ErrorNotice error={record.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={record.isPending} disabled={needsReason && reasonCode === null}>
            Spara
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
