import { Button, Menu } from '@mantine/core'
import {
  IconArrowsExchange,
  IconDots,
  IconFileText,
  IconPlayerPlay,
  IconPrinter,
  IconTargetArrow,
  IconUserShare,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/session.ts'
import { useCore } from '../core.ts'
import { dayAndYear, nameElsewhere, shortDay } from '../format.ts'
import { AssignDialog } from '../parts/assignDialog.tsx'
import { CareChainTimeline } from '../parts/careChain.tsx'
import { Coverage } from '../parts/coverage.tsx'
import { ExtractDialog } from '../parts/extractDialog.tsx'
import { GoalList } from '../parts/goalList.tsx'
import { ErrorNotice, InfoNotice, Waiting } from '../parts/notice.tsx'
import { OfferDialog, OfferLine } from '../parts/offers.tsx'
import { PhaseBadge } from '../parts/outcome.tsx'
import { OutcomeDialog } from '../parts/outcomeDialog.tsx'
import { Page } from '../parts/page.tsx'
import { PlanDialog } from '../parts/planDialog.tsx'
import { ReceivedCover } from '../parts/receivedCover.tsx'
import { SatisfactionCard } from '../parts/satisfactionCard.tsx'
import { SlotStrip } from '../parts/slotStrip.tsx'
import { useToday } from '../useToday.ts'

type Dialog = 'offer' | 'plan' | 'outcome' | 'assign' | 'extract'

/** The slot to hold next: the first planned one, else the first that has not been held. */
export function nextSlot(slots: readonly SlotState[]): SlotState | undefined {
  const open = slots.filter(each => each.outcome !== 'held')
  const planned = open.filter(
    each => each.plannedOn !== undefined && (each.settledOn === undefined || each.settledOn < each.plannedOn),
  )
  const soonest = [...planned].sort((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''))[0]
  return soonest ?? open.find(each => each.outcome === undefined) ?? open[0]
}

/** The client on one page: where in the chain, what happened, how it feels, what the client wants, what next. */
export function ClientScreen({ clientId }: { clientId: string }) {
  const today = useToday()
  const [, go] = useLocation()
  const [dialog, setDialog] = useState<Dialog>()
  const client = useCore('client.get', { clientId })
  const plan = useCore('plan.ofClient', { clientId })
  const chain = useCore('careChain.ofClient', { clientId })
  if (client.isError)
    return (
      <div className="page">
        <ErrorNotice error={client.error} />
      </div>
    )
  if (client.isPending || plan.data === undefined) return <Waiting />
  const person = client.data
  const next = nextSlot(plan.data)
  const close = () => setDialog(undefined)
  const own = person.custody.own

  return (
    <Page
      title={person.name}
      onPaper={nameElsewhere(person)}
      beside={<PhaseBadge phase={person.phase} />}
      under={<About client={person} />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Skriv ut
          </Button>
          {own && (
            <MoreMenu
              open={next !== undefined}
              onChoose={setDialog}
              onHandover={() => go(`/client/${clientId}/handover`)}
              onGoal={() => go(`/client/${clientId}/goals/new`)}
              onForm={form => go(`/client/${clientId}/form/${form}`)}
            />
          )}
          {own && next !== undefined && (
            <Button
              leftSection={<IconPlayerPlay size={18} stroke={1.7} aria-hidden />}
              onClick={() => go(`/client/${clientId}/session/${next.id}`)}
            >
              Börja träff {next.number}
            </Button>
          )}
        </>
      }
    >
      {!own && (
        <InfoNotice>
          <strong>Överlämnad till {person.custody.unit.name}</strong> sedan {dayAndYear(person.custody.sinceOn)}. Här
          kan uppgifterna bara läsas.
        </InfoNotice>
      )}
      <ReceivedCover clientId={clientId} mayAdd={person.mayWrite} />
      <section className="card client-chain" aria-label="Vårdkedjan">
        {chain.data !== undefined && <CareChainTimeline chain={chain.data} today={today} />}
      </section>
      <SlotStrip slots={plan.data} clientId={clientId} next={own ? next : undefined} today={today} />
      <div className="client-columns">
        <SatisfactionCard clientId={clientId} own={own} />
        <GoalList clientId={clientId} onNew={() => go(`/client/${clientId}/goals/new`)} />
        <div className="card stack">
          <Coverage clientId={clientId} />
          <OfferLine clientId={clientId} own={own} onNew={() => setDialog('offer')} />
          <LivingDocuments clientId={clientId} />
        </div>
      </div>
      {dialog === 'extract' && <ExtractDialog clientId={clientId} onClose={close} />}
      {dialog === 'assign' && (
        <AssignDialog
          clientId={clientId}
          therapistId={person.therapistId}
          coordinatorId={person.coordinatorId}
          onClose={close}
          onGiven={() => go('/clients')}
        />
      )}
      {dialog === 'offer' && <OfferDialog clientId={clientId} onClose={close} />}
      {dialog === 'plan' && <PlanDialog clientId={clientId} slots={plan.data} next={next} onClose={close} />}
      {dialog === 'outcome' && next !== undefined && (
        <OutcomeDialog
          slot={{
            clientId,
            clientName: nameElsewhere(person),
            slotId: next.id,
            number: next.number,
            phase: next.phase,
            on: next.plannedOn !== undefined && next.plannedOn <= today ? next.plannedOn : today,
          }}
          outcome="declined"
          onClose={close}
        />
      )}
    </Page>
  )
}

function About({ client }: { client: Client }) {
  const facts = [
    client.protectedIdentity ? 'Skyddade personuppgifter' : client.maskedNumber || `Ärende ${client.caseNumber}`,
    client.homeMunicipality,
    `Ansvarig ${client.therapist}`,
    client.coordinator === '' ? '' : `Samordnare ${client.coordinator}`,
  ]
  return <>{facts.filter(Boolean).join(' · ')}</>
}

type MoreMenuProps = {
  /** False when every session of the plan has been held. */ open: boolean
  onChoose(dialog: Dialog): void
  onHandover(): void
  onGoal(): void
  onForm(form: string): void
}

function MoreMenu({ open, onChoose, onHandover, onGoal, onForm }: MoreMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} stroke={1.7} aria-hidden />}>
          Mer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTargetArrow size={17} stroke={1.7} aria-hidden />} onClick={onGoal}>
          Nytt mål
        </Menu.Item>
        <Menu.Item onClick={() => onForm('satisfactionScale')}>Fyll i Tillfredsskalan</Menu.Item>
        <Menu.Item disabled={!open} onClick={() => onChoose('plan')}>
          Planera träffar
        </Menu.Item>
        <Menu.Item disabled={!open} onClick={() => onChoose('outcome')}>
          Registrera utfall
        </Menu.Item>
        <Menu.Item onClick={() => onChoose('offer')}>Anteckna erbjudande</Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserShare size={17} stroke={1.7} aria-hidden />}
          onClick={() => onChoose('assign')}
        >
          Byt ansvarig
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileText size={17} stroke={1.7} aria-hidden />}
          onClick={() => onChoose('extract')}
        >
          Registerutdrag
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowsExchange size={17} stroke={1.7} aria-hidden />} onClick={onHandover}>
          Lämna över
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const LIVING = ['riskMap', 'stopCard', 'emergencyPlan', 'first72HoursPlan'] as const
const livingText: Record<(typeof LIVING)[number], string> = {
  riskMap: 'Riskkarta',
  stopCard: 'Stoppkort',
  emergencyPlan: 'Nödplan',
  first72HoursPlan: '72-timmarsplan',
}

/** The documents that later sessions update: the day of the latest version, or that there is none yet. */
function LivingDocuments({ clientId }: { clientId: string }) {
  const today = useToday()
  const answers = useCore('worksheet.ofClient', { clientId })
  return (
    <section aria-label="Levande dokument">
      <h2 className="section-title">Att ha med sig</h2>
      <ul className="plain-list living">
        {LIVING.map(id => {
          const latest = (answers.data ?? []).findLast(each => each.formId === id)
          return (
            <li key={id} className="spread small">
              <Link href={`/client/${clientId}/form/${id}`}>{livingText[id]}</Link>
              <span className="soft">{latest === undefined ? 'inte gjort' : shortDay(latest.answeredOn, today)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
