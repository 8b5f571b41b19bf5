import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { type Goal, isClosed } from '../../main/contract/goal.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useMayTreatNow } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { dayAndYear } from '../ui/format.ts'
import { InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { type GoalAction, GoalCard } from './goalCard.tsx'
import { GoalReachedDialog } from './goalReachedDialog.tsx'
import { SheetGoals, sheetGoals } from './sheetGoals.tsx'
import { StruckGoals } from './struckGoals.tsx'

type GoalsScreenProps = {
  clientId: string /** The goal whose reaching is being put down, in a dialog over it. */
  reaching?: string
}

/** The client's goals on one page: those under way, those reached, those put aside. Printed it is the client's own: *Mina mål*. */
export function GoalsScreen({ clientId, reaching }: GoalsScreenProps) {
  const today = useToday()
  const [, go] = useLocation()
  const sheets = useCore('worksheet.ofClient', { clientId })
  const me = useCore('user.me', {})
  const may = useMayTreatNow(clientId)
  const loaded = combine({ client: useCore('client.get', { clientId }), goals: useCore('goal.ofClient', { clientId }) })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { client, goals } = loaded.data
  const { custody } = client
  const due = goals.find(each => each.reviewOn !== undefined && each.reviewOn <= today)
  const reached = goals.find(each => each.id === reaching)
  const address = `/client/${clientId}/goals`

  return (
    <Page
      title="Mina mål"
      narrow
      under={
        <>
          <Link href={`/client/${clientId}`} className="no-print">
            {publicName(client)}
          </Link>
          <span className="on-paper">
            {dayAndYear(today)} · {me.data?.unit.name}
          </span>
        </>
      }
      actions={
        <>
          <PrintPageButton />
          {may && (
            <Button
              variant={due === undefined ? 'filled' : 'default'}
              leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}
              onClick={() => go(`${address}/new`)}
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
        {may && (
          <SheetGoals
            found={sheetGoals(sheets.data ?? [], goals)}
            onMake={({ row }) => go(`${address}/sheet/${row}`)}
          />
        )}
        {goals.length === 0 && (
          <p className="card soft">Inga mål än. De sätts i träff 5, eller när klienten säger något hen vill.</p>
        )}
        <GoalGroups
          goals={goals}
          due={due}
          {...(may ? { ownSince: custody.sinceOn } : {})}
          onAct={(action, id) => go(`${address}/${action}/${id}`, { replace: action === 'reached' })}
        />
        <StruckGoals clientId={clientId} mayStrike={client.mayTreat} />
      </div>
      {reached !== undefined && may && (
        <GoalReachedDialog goal={reached} onClose={() => go(address, { replace: true })} />
      )}
    </Page>
  )
}

type GoalGroupsProps = {
  goals: readonly Goal[]
  /** The first whose review is due: its review is the page's next step. */
  due: Goal | undefined
  /** Since when the client is one's own; without it the goals can only be read. */
  ownSince?: string
  onAct(action: GoalAction, id: string): void
}

function GoalGroups({ goals, due, ownSince, onAct }: GoalGroupsProps) {
  const groups: [string, Goal[]][] = [
    ['På gång', goals.filter(each => !isClosed(each.status))],
    ['Nådda mål', goals.filter(each => each.status === 'reached')],
    ['Avslutade', goals.filter(each => each.status === 'ended')],
  ]
  return (
    <>
      {groups.map(
        ([title, some]) =>
          some.length > 0 && (
            <Section key={title} title={title}>
              <div className="stack">
                {some.map(each => (
                  <GoalCard
                    key={each.id}
                    goal={each}
                    {...(ownSince === undefined ? {} : { ownSince })}
                    first={each === due}
                    onAct={action => onAct(action, each.id)}
                  />
                ))}
              </div>
            </Section>
          ),
      )}
    </>
  )
}
