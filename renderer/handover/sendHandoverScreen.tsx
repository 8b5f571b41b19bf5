import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Consent } from '../../main/contract/consent.ts'
import type { Output } from '../../main/contract/index.ts'
import { WaiversInForce } from '../consent/waiversInForce.tsx'
import { publicName } from '../core/clientName.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { type HandoverDraft, newHandoverDraft } from './handoverDraft.ts'
import { ConsentFields, CoverFields } from './handoverFields.tsx'
import { SealedPackage } from './sealedPackage.tsx'

/** Handing over in three screens: to whom and with what consent, what the next therapist must know, and the sealed file. */
export function SendHandoverScreen({ clientId }: { clientId: string }) {
  const today = useToday()
  const [, go] = useLocation()
  const [sealed, setSealed] = useState<Output<'handover.seal'>>()
  const client = useCore('client.get', { clientId })
  const units = useCore('unit.list', {})
  const give = useCommand('consent.give')
  const seal = useCommand('handover.seal')
  const draft = useDraft<HandoverDraft>(clientId, 'handover', () => newHandoverDraft(today))
  if (!client.isSuccess || draft === undefined) return <NotLoaded error={client.error} />
  const { value } = draft
  const change = (part: Partial<HandoverDraft>) => draft.set(current => ({ ...current, ...part }))

  if (sealed !== undefined) return <SealedPackage sealed={sealed} receiver={value.receiverName} clientId={clientId} />

  function consent() {
    const { receiverName: receiver, parts, manner, witness, validUntil } = value
    if (manner === '') return
    give.mutate(
      { clientId, kind: 'waiver', receiver, parts, manner, witness, validUntil },
      { onSuccess: ({ id }) => change({ consentId: id, page: 2 }) },
    )
  }

  function handOverUnder({ id, receiver, parts, validUntil }: Consent) {
    const receiverKind = units.data?.find(each => each.name === receiver)?.kind ?? value.receiverKind
    change({ consentId: id, receiverName: receiver, receiverKind, parts, validUntil, page: 2 })
  }

  function sealNow() {
    const { withWhom, where, on, at, reason } = value
    seal.mutate(
      {
        clientId,
        consentId: value.consentId,
        receiver: { name: value.receiverName, kind: value.receiverKind },
        cover: value.cover,
        disagreement: value.disagreement,
        firstAppointment: value.booked ? { booked: true, withWhom, where, on, at } : { booked: false, reason },
      },
      {
        onSuccess: made => {
          if (!made.saved) return
          void draft?.discard()
          setSealed(made)
        },
      },
    )
  }

  const first = value.page === 1
  return (
    <Page
      key={value.page}
      title={first ? 'Lämna över: mottagare och samtycke' : 'Lämna över: det nästa behandlare behöver'}
      narrow
      focusTitle={false}
      under={
        <>
          <Link href={`/client/${clientId}`}>{publicName(client.data)}</Link> · steg {value.page} av 3
        </>
      }
      actions={<SavedAt draft={draft} />}
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (first) consent()
          else sealNow()
        }}
      >
        {first ? (
          <>
            <WaiversInForce clientId={clientId} onUse={handOverUnder} />
            <ConsentFields clientId={clientId} value={value} onChange={change} />
          </>
        ) : (
          <CoverFields value={value} onChange={change} />
        )}
        <ErrorNotice error={first ? give.error : seal.error} />
        {seal.data?.saved === false && (
          <p role="alert">Filen sparades inte, så inget har skickats. Välj Försegla igen för att spara den.</p>
        )}
        <div className="form-buttons">
          <Button variant="default" onClick={() => (first ? go(`/client/${clientId}`) : change({ page: 1 }))}>
            {first ? 'Fortsätt senare' : 'Föregående'}
          </Button>
          <Button
            type="submit"
            loading={give.isPending || seal.isPending}
            disabled={first && (value.parts.length === 0 || value.manner === '')}
          >
            {first ? 'Spara samtycket och gå vidare' : 'Försegla'}
          </Button>
        </div>
      </form>
    </Page>
  )
}
