import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import type { Session } from '../../main/contract/session.ts'
import { settingWords } from '../../main/contract/sessionWords.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { publicName } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { UnsignedText } from '../draft/unsignedText.tsx'
import { MergedFrom } from '../merge/mergedFrom.tsx'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { type StruckOf, useStruck } from '../mistake/struck.ts'
import { StruckCard } from '../mistake/struckNote.tsx'
import { OutcomeIcon, PhaseBadge } from '../plan/outcome.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { SecrecyLine } from '../secrecy/secrecyLine.tsx'
import { dayAndClock, dayAndYear, midSentence } from '../ui/format.ts'
import { InfoNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { AnsweredSheet } from '../worksheet/answeredSheet.tsx'
import { CarrySessionDialog } from './carrySessionDialog.tsx'
import { SessionFacts } from './sessionFacts.tsx'

type SessionRecordProps = {
  client: Client
  slot: SlotState
  title: string
  /** Where the session may be offered again, or continued. */
  onAgain: (() => void) | undefined
}

/** What was signed, every attempt in its order: none of it can be changed, and what was added later stands below it. */
export function SessionRecord({ client, slot, title, onAgain }: SessionRecordProps) {
  const sessions = useCore('session.ofClient', { clientId: client.id })
  const attempts = (sessions.data ?? []).filter(each => each.slotId === slot.id)
  const struck = useStruck(client.id, 'session').filter(each => each.record.session.slotId === slot.id)
  return (
    <Page
      title={`Träff ${slot.number}: ${title}`}
      narrow
      beside={<PhaseBadge phase={slot.phase} />}
      under={<Link href={`/client/${client.id}`}>{publicName(client)}</Link>}
      actions={
        <>
          <PrintPageButton />
          {onAgain !== undefined && <Button onClick={onAgain}>{againWords(slot)}</Button>}
        </>
      }
    >
      <div className="stack">
        <UnsignedText clientId={client.id} slotId={slot.id} />
        {attempts.length === 0 && (
          <InfoNotice>
            {struck.length === 0
              ? 'Träffen har inte dokumenterats här.'
              : 'Träffen är inte dokumenterad: det som stod här är struket.'}
          </InfoNotice>
        )}
        {attempts.map(each => (
          <Attempt key={each.id} session={each} mayAdd={client.mayWrite} mayTreat={client.mayTreat} />
        ))}
        {struck.map(each => (
          <StruckSession key={each.mistake.id} struck={each} mayTreat={client.mayTreat} onHere={onAgain} />
        ))}
      </div>
    </Page>
  )
}

function againWords({ outcome }: SlotState): string {
  if (outcome === undefined) return 'Dokumentera träffen'
  return outcome === 'partlyHeld' ? 'Fortsätt träffen' : 'Erbjud på nytt'
}

type StruckSessionProps = {
  struck: StruckOf<'session'>
  mayTreat: boolean
  /** Goes on with the draft of this session. */
  onHere: (() => void) | undefined
}

/** An attempt that was recorded by mistake, and the way to where its words belong. */
function StruckSession({ struck: { mistake, record }, mayTreat, onHere }: StruckSessionProps) {
  const [isCarrying, setCarrying] = useState(false)
  const { session } = record
  const title = `${outcomeWords[session.outcome]} ${dayAndYear(session.on)}`
  return (
    <div className="card">
      <StruckCard
        clientId={session.clientId}
        mistake={mistake}
        mayStrike={mayTreat}
        label={title}
        text={
          <>
            <h2>{title}</h2>
            <AttemptFacts session={session} />
            <p className="small">
              Signerad av {session.author}, {dayAndClock(session.signedAt)}
            </p>
          </>
        }
      >
        <Button size="compact-md" variant="default" onClick={() => setCarrying(true)}>
          {mistake.reason === 'wrongClient' ? 'Välj rätt klient' : 'Skriv på rätt dag och träff'}
        </Button>
      </StruckCard>
      {isCarrying && (
        <CarrySessionDialog
          session={session}
          mistake={mistake}
          onClose={() => setCarrying(false)}
          onHere={() => onHere?.()}
        />
      )}
    </div>
  )
}

function Attempt({ session, mayAdd, mayTreat }: { session: Session; mayAdd: boolean; mayTreat: boolean }) {
  return (
    <article className="card stack" aria-label={`${outcomeWords[session.outcome]} ${dayAndYear(session.on)}`}>
      <div className="spread">
        <h2 className="row">
          <OutcomeIcon outcome={session.outcome} /> {outcomeWords[session.outcome]}
        </h2>
        <span className="soft">{dayAndYear(session.on)}</span>
      </div>
      <AttemptFacts session={session} />
      <Answers session={session} mayAdd={mayAdd} />
      <p className="small soft">
        Signerad av {session.author}, {dayAndClock(session.signedAt)} · manual {session.manualVersion}
        <MergedFrom clientId={session.clientId} id={session.id} />
      </p>
      <SecrecyLine clientId={session.clientId} about={{ kind: 'session', id: session.id }} mayDecide={mayAdd} />
      <Remarks
        clientId={session.clientId}
        about={{ kind: 'session', id: session.id }}
        of={`session:${session.slotId}:${session.attempt}`}
        kinds={['addition', 'disagreement', 'informed']}
        mayAdd={mayAdd}
      />
      <MistakeActions
        clientId={session.clientId}
        about={{ kind: 'session', id: session.id }}
        what={`träff ${session.number} ${dayAndYear(session.on)}`}
        mayStrike={mayTreat}
      />
    </article>
  )
}

/** What was signed, in its own words. */
function AttemptFacts({ session }: { session: Session }) {
  const manual = useCore('manual.contents', {})
  const titleOf = (code: string) => manual.data?.procedures.find(each => each.code === code)?.title ?? ''
  return (
    <>
      {session.minutes !== undefined && session.setting !== undefined && (
        <p>
          {session.minutes} minuter, {settingWords[session.setting]}
          {session.craving !== undefined && `, sug ${session.craving} av 10`}
        </p>
      )}
      {session.reasonWords !== undefined && <p>Skäl: {midSentence(session.reasonWords)}.</p>}
      {session.offerAgainOn !== undefined && <p>Erbjuds på nytt den {dayAndYear(session.offerAgainOn)}.</p>}
      {session.procedures.length > 0 && (
        <ul>
          {session.procedures.map(each => (
            <li key={each.code}>
              {each.code} {titleOf(each.code)}
              {each.extent === 'part' && ', delvis'}
              {each.rolePlays > 0 && `, rollspel ${each.rolePlays} ${each.rolePlays === 1 ? 'gång' : 'gånger'}`}
            </li>
          ))}
        </ul>
      )}
      {session.changeTalk !== '' && <p className="serif">”{session.changeTalk}”</p>}
      <SessionFacts session={session} />
      {session.note !== '' && <p className="note-text">{session.note}</p>}
    </>
  )
}

/** The worksheets and exercises that were filled in during the session, as they were answered. */
function Answers({ session, mayAdd }: { session: Session; mayAdd: boolean }) {
  const all = useCore('worksheet.ofClient', { clientId: session.clientId })
  return (
    <>
      {(all.data ?? [])
        .filter(each => each.sessionId === session.id)
        .map(each => (
          <AnsweredForm key={each.id} answer={each} mayAdd={mayAdd} />
        ))}
    </>
  )
}

function AnsweredForm({ answer, mayAdd }: { answer: WorksheetAnswer; mayAdd: boolean }) {
  const { clientId, id, formId, answers } = answer
  const form = useCore('manual.form', { id: formId })
  if (form.isPending) return null
  const title = form.data?.title ?? formId
  return (
    <section className="step-form" aria-label={title}>
      <h3>
        <Link href={`/client/${clientId}/form/${formId}/history/${id}`}>{title}</Link>
      </h3>
      <AnsweredSheet form={form.data} answers={answers} brief under="h4" />
      <SecrecyLine clientId={clientId} about={{ kind: 'worksheet', id }} mayDecide={mayAdd} />
      <Remarks clientId={clientId} about={{ kind: 'worksheet', id }} mayAdd={false} />
    </section>
  )
}
