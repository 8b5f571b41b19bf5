import { Button } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Goal, type GoalId, isClosed } from '../../main/contract/goal.ts'
import { useCore } from '../core.ts'
import { dayAndYear, nameElsewhere } from '../format.ts'
import { type GoalAction, GoalCard } from '../parts/goalCard.tsx'
import { GoalDialog } from '../parts/goalDialog.tsx'
import { draftOf } from '../parts/goalDraft.ts'
import { GoalReachedDialog } from '../parts/goalReachedDialog.tsx'
import { GoalReviewDialog } from '../parts/goalReviewDialog.tsx'
import { ErrorNotice, InfoNotice, Waiting } from '../parts/notice.tsx'
import { Page, Section } from '../parts/page.tsx'
import { type SheetGoal, SheetGoals, sheetGoals } from '../parts/sheetGoals.tsx'
import { useToday } from '../useToday.ts'

type Open = 'new' | { sheet: SheetGoal } | { goalId: GoalId; action: GoalAction }

/** The client's goals on one page: those under way, those reached, those put aside. Printed it is the client's own: *Mina mål*. */
export function GoalsScreen({ clientId }: { clientId: string }) {
  const today = useToday()
  const [open, setOpen] = useState<Open>()
  const client = useCore('client.get', { clientId })
  const goals = useCore('goal.ofClient', { clientId })
  const sheets = useCore('worksheet.ofClient', { clientId })
  const me = useCore('user.me', {})
  const error = client.error ?? goals.error
  if (error !== null)
    return (
      <div className="page">
        <ErrorNotice error={error} />
      </div>
    )
  if (client.data === undefined || goals.data === undefined) return <Waiting />
  const { custody } = client.data
  const groups: [string, Goal[]][] = [
    ['På gång', goals.data.filter(each => !isClosed(each.status))],
    ['Nådda mål', goals.data.filter(each => each.status === 'reached')],
    ['Avslutade', goals.data.filter(each => each.status === 'ended')],
  ]
  const due = goals.data.find(each => each.reviewOn !== undefined && each.reviewOn <= today)
  const close = () => setOpen(undefined)

  return (
    <Page
      title="Mina mål"
      narrow
      under={
        <>
          <Link href={`/client/${clientId}`} className="no-print">
            {nameElsewhere(client.data)}
          </Link>
          <span className="on-paper">
            {dayAndYear(today)} · {me.data?.unit.name}
          </span>
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Skriv ut
          </Button>
          {custody.own && (
            <Button
              variant={due === undefined ? 'filled' : 'default'}
              leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}
              onClick={() => setOpen('new')}
            >
              Nytt mål
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {!custody.own && (
          <InfoNotice>
            <strong>Överlämnad till {custody.unit.name}</strong> sedan {dayAndYear(custody.sinceOn)}. Här kan målen bara
            läsas.
          </InfoNotice>
        )}
        {custody.own && (
          <SheetGoals found={sheetGoals(sheets.data ?? [], goals.data)} onMake={sheet => setOpen({ sheet })} />
        )}
        {goals.data.length === 0 && (
          <p className="card soft">Inga mål än. De sätts i träff 5, eller när klienten säger något hen vill.</p>
        )}
        {groups.map(
          ([title, some]) =>
            some.length > 0 && (
              <Section key={title} title={title}>
                <div className="stack">
                  {some.map(each => (
                    <GoalCard
                      key={each.id}
                      goal={each}
                      own={custody.own}
                      {...(custody.own ? { ownSince: custody.sinceOn } : {})}
                      first={each === due}
                      onAct={action => setOpen({ goalId: each.id, action })}
                    />
                  ))}
                </div>
              </Section>
            ),
        )}
      </div>
      {open !== undefined && <GoalDialogs clientId={clientId} open={open} goals={goals.data} onClose={close} />}
    </Page>
  )
}

type GoalDialogsProps = { clientId: string; open: Open; goals: readonly Goal[]; onClose(): void }

function GoalDialogs({ clientId, open, goals, onClose }: GoalDialogsProps) {
  if (open === 'new') return <GoalDialog clientId={clientId} onClose={onClose} />
  if ('sheet' in open) {
    const { row, on, draft } = open.sheet
    return <GoalDialog clientId={clientId} place={`goal:${on}:${row}`} initial={draft} onClose={onClose} />
  }
  const goal = goals.find(each => each.id === open.goalId)
  if (goal === undefined) return null
  if (open.action === 'review') return <GoalReviewDialog goal={goal} onClose={onClose} />
  if (open.action === 'reached') return <GoalReachedDialog goal={goal} onClose={onClose} />
  return (
    <GoalDialog clientId={clientId} place={`goal:${goal.id}`} initial={draftOf(goal)} goal={goal} onClose={onClose} />
  )
}
