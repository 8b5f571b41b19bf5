import { Button, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Handover } from '../../main/contract/handover.ts'
import { directionWords } from '../../main/contract/handoverWords.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { useTyping } from '../draft/useTyping.ts'
import { ClientLink } from '../ui/clientLink.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { clock, shortDay } from '../ui/format.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'

/** What has been sent and received, and what still waits for a receipt. */
export function HandoversScreen() {
  const [, go] = useLocation()
  const list = useCore('handover.list', {})
  const [confirming, setConfirming] = useState<Handover>()
  if (!list.isSuccess) return <NotLoaded error={list.error} />
  const waiting = list.data.filter(each => each.state === 'sent')
  const settled = list.data.filter(each => each.state === 'accepted')
  return (
    <Page
      title="Överlämning"
      actions={
        <Button
          leftSection={<IconDownload size={18} stroke={1.7} aria-hidden />}
          onClick={() => go('/handovers/receive')}
        >
          Ta emot en överlämning
        </Button>
      }
    >
      <div className="stack">
        {list.data.length === 0 && (
          <p className="card soft">
            Här syns det som skickats och tagits emot. För att lämna över: <Link href="/clients">öppna klienten</Link>{' '}
            och välj Mer, Lämna över.
          </p>
        )}
        {waiting.length > 0 && (
          <Section title="Väntar på kvittens" note={waiting.length}>
            <div className="card card-rows">
              {waiting.map(each => (
                <HandoverRow key={each.packageId} handover={each}>
                  <Button variant="default" onClick={() => setConfirming(each)}>
                    Skriv in kvittens
                  </Button>
                </HandoverRow>
              ))}
            </div>
          </Section>
        )}
        {settled.length > 0 && (
          <Section title="Avslutade">
            <div className="card card-rows">
              {settled.map(each => (
                <HandoverRow key={each.packageId} handover={each}>
                  {each.receipt === undefined ? (
                    <span className="badge">Överlämnad</span>
                  ) : (
                    <span className="small">
                      Kvittens <b className="receipt-small">{each.receipt}</b>
                    </span>
                  )}
                </HandoverRow>
              ))}
            </div>
          </Section>
        )}
      </div>
      {confirming !== undefined && <ReceiptDialog handover={confirming} onClose={() => setConfirming(undefined)} />}
    </Page>
  )
}

function HandoverRow({ handover, children }: { handover: Handover; children: React.ReactNode }) {
  const today = useToday()
  const { direction, unit, on, settledOn, firstAppointment: first } = handover
  return (
    <div className="spread">
      <div>
        <ClientLink client={handover} />
        <p className="small soft">
          {`${directionWords[direction]} ${unit}`}, {shortDay(on, today)}
          {settledOn !== undefined && ` · mottagen ${shortDay(settledOn, today)}`}
          {' · '}
          {first.booked
            ? `första träff ${shortDay(first.on, today)} ${clock(first.at)}, ${first.withWhom}`
            : `ingen tid bokad: ${first.reason}`}
        </p>
      </div>
      {children}
    </div>
  )
}

function ReceiptDialog({ handover, onClose }: { handover: Handover; onClose(): void }) {
  const typing = useTyping(`receipt:${handover.packageId}`)
  const receipt = typing.words
  const confirm = useCommand('handover.confirm')
  return (
    <Dialog onClose={onClose} title={`Kvittens från ${handover.unit}`} size="md">
      <Form
        className="stack"
        onSave={() => {
          confirm.mutate(
            { clientId: handover.clientId, packageId: handover.packageId, receipt },
            {
              onSuccess: () => {
                typing.set('')
                onClose()
              },
            },
          )
        }}
      >
        <p>
          Mottagaren läser upp tolv tecken. När de stämmer är{' '}
          {nameOrCaseNumber(handover.clientName, handover.caseNumber)} överlämnad, och uppgifterna kan bara läsas här.
        </p>
        <TextInput
          label="Kvittens"
          placeholder="XXXX-XXXX-XXXX"
          data-autofocus
          required
          value={receipt}
          classNames={{ input: 'receipt-input' }}
          onChange={event => typing.set(event.currentTarget.value)}
        />
        <ErrorNotice error={confirm.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            Bekräfta överlämningen
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
