import type { Offer, OfferAnswer } from '../../main/contract/offer.ts'
import { offerAnswerWords, offeredWords, offerMannerWords } from '../../main/contract/offerWords.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { CarryRecord } from '../mistake/carryRecord.tsx'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { useStruck } from '../mistake/struck.ts'
import { StruckList } from '../mistake/struckList.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { SecrecyLine } from '../secrecy/secrecyLine.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { dayAndYear, midSentence, shortDay } from '../ui/format.ts'
import { carriedOffer } from './offerDraft.ts'

type OfferLineProps = {
  clientId: string
  own: boolean
  onNew(): void
  /** Opens the whole ledger. */
  onAll(): void
}

/** The latest answer to each kind of offer: so that nobody has to guess whether the client said no or was never asked. */
export function OfferLine({ clientId, own, onNew, onAll }: OfferLineProps) {
  const today = useToday()
  const answered = useCore('offer.ofClient', { clientId }).data
  const offers = answered ?? []
  const struck = useStruck(clientId, 'offer').length
  const latest = (['cra', 'careChain'] as const).flatMap(offered => offers.find(each => each.offered === offered) ?? [])
  return (
    <section aria-label="Erbjudanden">
      <h2 className="section-title">Erbjudanden</h2>
      {answered !== undefined && latest.length === 0 && <p className="small soft">Inget erbjudande är antecknat.</p>}
      <ul className="plain-list">
        {latest.map(each => (
          <li key={each.id} className="small">
            {offeredWords[each.offered]}: <b>{offerAnswerWords[each.answer]}</b>
            <span className="soft">
              {each.reasonWords !== undefined && ` – ${midSentence(each.reasonWords)}`}, {shortDay(each.on, today)}
              {each.askAgainOn !== undefined && `, frågas på nytt ${shortDay(each.askAgainOn, today)}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="small no-print offer-links">
        {own && (
          <button type="button" className="link-button small" aria-label="Anteckna erbjudande" onClick={onNew}>
            Anteckna
          </button>
        )}
        {offers.length + struck > 0 && (
          <button
            type="button"
            className="link-button small"
            aria-label={`Alla ${offers.length} erbjudanden`}
            onClick={onAll}
          >
            Alla {offers.length}
          </button>
        )}
      </p>
    </section>
  )
}

/** The whole ledger, newest first: when, how and by whom each offer was made, and what came of it. */
export function OfferLedger({ clientId, own, onClose }: { clientId: string; own: boolean; onClose(): void }) {
  const offers = useCore('offer.ofClient', { clientId }).data ?? []
  const asked = offers.filter(each => each.answer !== 'notOffered').length
  return (
    <Dialog onClose={onClose} title="Alla erbjudanden">
      <div className="stack">
        <p className="small soft">
          Erbjuden {asked} {asked === 1 ? 'gång' : 'gånger'}
          {offers.length > asked && `; ${offers.length - asked} antecknat som inte erbjudet, med skäl`}.
        </p>
        <ol className="plain-list card-rows">
          {offers.map(each => (
            <li key={each.id}>
              <div className="spread">
                <span>
                  {offeredWords[each.offered]}: <b>{offerAnswerWords[each.answer]}</b>
                </span>
                <span className="small soft">{dayAndYear(each.on)}</span>
              </div>
              <p className="small soft">{offerDetails(each)}</p>
              <SecrecyLine clientId={clientId} about={{ kind: 'offer', id: each.id }} mayDecide={own} />
              <Remarks clientId={clientId} about={{ kind: 'offer', id: each.id }} mayAdd={own} />
              <MistakeActions
                clientId={clientId}
                about={{ kind: 'offer', id: each.id }}
                what={`erbjudandet ${dayAndYear(each.on)}`}
                mayStrike={own}
              />
            </li>
          ))}
        </ol>
        <StruckList
          clientId={clientId}
          kind="offer"
          mayStrike={own}
          label={({ offer }) => `${offeredWords[offer.offered]} ${dayAndYear(offer.on)}`}
          text={({ offer }) => (
            <p>
              {offeredWords[offer.offered]}: {offerAnswerWords[offer.answer]}, {dayAndYear(offer.on)}.{' '}
              {offerDetails(offer)}
            </p>
          )}
          next={({ mistake, record: { offer } }) => (
            <CarryRecord
              clientId={clientId}
              mistake={mistake}
              carried={{
                place: `offer:${offer.offered}`,
                content: carriedOffer(offer, mistake.reason),
                path: `do/offer/${offer.offered}`,
                day: 'Dag',
              }}
            />
          )}
        />
      </div>
    </Dialog>
  )
}

const ANSWERED_YES: readonly OfferAnswer[] = ['yes', 'onTrial']

function offerDetails({ answer, manner, reasonWords, askAgainOn, by }: Offer): string {
  const again = ANSWERED_YES.includes(answer) ? 'Följs upp' : 'Frågas på nytt'
  const parts = [
    manner === undefined ? undefined : offerMannerWords[manner],
    reasonWords === undefined ? undefined : `Skäl: ${midSentence(reasonWords)}`,
    askAgainOn === undefined ? undefined : `${again} ${dayAndYear(askAgainOn)}`,
    `Antecknat av ${by}`,
  ]
  return parts.filter(each => each !== undefined).join('. ')
}
