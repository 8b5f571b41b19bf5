import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { Consent } from '../../main/contract/consent.ts'
import { folded } from '../../main/contract/folding.ts'
import type { Output } from '../../main/contract/index.ts'
import { WaiversInForce } from '../consent/waiversInForce.tsx'
import { publicName } from '../core/clientName.ts'
import { type useCommand, useCore } from '../core/core.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import type { Draft } from '../draft/useDraft.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { HandoverDraft } from './handoverDraft.ts'
import { ConsentFields, CoverFields, FirstAppointmentFields, ReceiverFields } from './handoverFields.tsx'

type StepProps = {
  client: Client
  draft: Draft<HandoverDraft>
  onChange(part: Partial<HandoverDraft>): void
}
type ConsentStepProps = StepProps & { give: ReturnType<typeof useCommand<'consent.give'>> }

/** The first screen: to whom, and with what consent, given now or before. */
export function ConsentStep({ client, draft, onChange, give }: ConsentStepProps) {
  const [, go] = useLocation()
  const units = useCore('unit.list', {})
  const { value } = draft
  const { receiverName, receiverKind, parts, manner, witness, validUntil } = value

  function giveConsent() {
    if (manner === '') return
    give.mutate(
      { clientId: client.id, kind: 'waiver', receiver: receiverName, parts, manner, witness, validUntil },
      { onSuccess: ({ id }) => onChange({ consentId: id, page: 2 }) },
    )
  }

  function handOverUnder(consent: Consent) {
    onChange({
      consentId: consent.id,
      receiverName: consent.receiver,
      receiverKind: units.data?.find(each => folded(each.name) === folded(consent.receiver))?.kind ?? receiverKind,
      parts: consent.parts,
      validUntil: consent.validUntil,
      page: 2,
    })
  }

  return (
    <StepPage title="Lämna över: mottagare och samtycke" client={client} draft={draft} onSubmit={giveConsent}>
      <WaiversInForce clientId={client.id} onUse={handOverUnder} />
      <ReceiverFields value={value} onChange={onChange} />
      <ConsentFields clientId={client.id} value={value} onChange={onChange} />
      <ErrorNotice error={give.error} />
      <div className="form-buttons">
        <Button variant="default" onClick={() => go(`/client/${client.id}`)}>
          Fortsätt senare
        </Button>
        <Button type="submit" loading={give.isPending} disabled={parts.length === 0 || manner === ''}>
          Spara samtycket och gå vidare
        </Button>
      </div>
    </StepPage>
  )
}

type CoverStepProps = StepProps & {
  seal: ReturnType<typeof useCommand<'handover.seal'>>
  onSealed(sealed: Output<'handover.seal'>): void
}

/** The second screen: what the next therapist must know, and the first appointment there. */
export function CoverStep({ client, draft, onChange, seal, onSealed }: CoverStepProps) {
  const { value } = draft

  function sealNow() {
    const { withWhom, where, on, at, reason } = value
    seal.mutate(
      {
        clientId: client.id,
        consentId: value.consentId,
        receiver: { name: value.receiverName, kind: value.receiverKind },
        cover: value.cover,
        disagreement: value.disagreement,
        firstAppointment: value.booked ? { booked: true, withWhom, where, on, at } : { booked: false, reason },
      },
      {
        onSuccess: sealed => {
          if (!sealed.saved) return
          void draft.discard()
          onSealed(sealed)
        },
      },
    )
  }

  return (
    <StepPage title="Lämna över: det nästa behandlare behöver" client={client} draft={draft} onSubmit={sealNow}>
      <FirstAppointmentFields value={value} onChange={onChange} />
      <CoverFields value={value} onChange={onChange} />
      <ErrorNotice error={seal.error} />
      {seal.data?.saved === false && (
        <p role="alert">Filen sparades inte, så inget har skickats. Välj Försegla igen för att spara den.</p>
      )}
      <div className="form-buttons">
        <Button variant="default" onClick={() => onChange({ page: 1 })}>
          Föregående
        </Button>
        <Button type="submit" loading={seal.isPending}>
          Försegla
        </Button>
      </div>
    </StepPage>
  )
}

type StepPageProps = {
  title: string
  client: Client
  draft: Draft<HandoverDraft>
  onSubmit(): void
  children: ReactNode
}

function StepPage({ title, client, draft, onSubmit, children }: StepPageProps) {
  return (
    <Page
      title={title}
      narrow
      focusTitle={false}
      under={
        <>
          <Link href={`/client/${client.id}`}>{publicName(client)}</Link> · steg {draft.value.page} av 3
        </>
      }
      actions={<SavedAt draft={draft} />}
    >
      <Form className="stack" onSave={onSubmit}>
        {children}
      </Form>
    </Page>
  )
}
