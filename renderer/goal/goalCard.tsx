import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type Goal, type GoalStatus, isClosed } from '../../main/contract/goal.ts'
import { attainmentWords, goalStatusWords, lifeAreaWords } from '../../main/contract/goalWords.ts'
import { useCommand } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { MergedFrom } from '../merge/mergedFrom.tsx'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { SecrecyLine } from '../secrecy/secrecyLine.tsx'
import { shortDay } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { GoalHistory } from './goalHistory.tsx'
import { GoalSteps } from './goalSteps.tsx'
import { useGoalUndo } from './goalUndo.tsx'
import { ReachedMark } from './reachedGoal.tsx'

/** What can be done to a goal in a dialog. */
export type GoalAction = 'reword' | 'review' | 'reached'

type GoalCardProps = {
  goal: Goal
  /** The first day of the present custody, where the reader may change the goal. */
  ownSince?: string
  /** The one filled button of the page stands here. */
  first: boolean
  onAct(action: GoalAction): void
}

/** One goal whole: the client's words, how it is to be reached, where it stands, and all that led there. */
export function GoalCard({ goal, ownSince, first, onAct }: GoalCardProps) {
  const today = useToday()
  const own = ownSince !== undefined
  const about = { kind: 'goal', id: goal.id } as const
  const { status, statusOn, reviewOn } = goal
  const due = reviewOn !== undefined && reviewOn <= today
  const [set] = goal.history
  const saidFirst = set?.what.kind === 'worded' ? set.what.words : goal.words
  const stepsDone = goal.steps.length > 0 && goal.steps.every(each => each.doneOn !== undefined)
  return (
    <article
      className={status === 'reached' ? 'card goal-card goal-reached' : 'card goal-card'}
      aria-label={goal.words}
    >
      <header className="goal-head">
        {status === 'reached' && <ReachedMark />}
        <div className="grow">
          <h3 className="goal-title serif">”{goal.words}”</h3>
          {saidFirst !== goal.words && (
            <p className="small soft">
              Sagt först: <span className="serif">”{saidFirst}”</span>
            </p>
          )}
          <p className="small soft">
            {lifeAreaWords[goal.area]} · {goalStatusWords[status].toLocaleLowerCase('sv')}
            <MergedFrom clientId={goal.clientId} id={goal.id} />
            {status !== 'notStarted' && ` ${status === 'underWay' ? 'sedan ' : ''}${shortDay(statusOn, today)}`}
            {reviewOn !== undefined && (
              <>
                {' · '}
                <span className={due ? 'goal-due' : ''}>
                  {due ? 'skulle följas upp' : 'följs upp'} {shortDay(reviewOn, today)}
                </span>
              </>
            )}
          </p>
        </div>
        {own && <GoalActions goal={goal} first={first} onAct={onAct} />}
      </header>
      {goal.wording !== '' && <p className="goal-wording">{goal.wording}</p>}
      {goal.whatHelped !== '' && (
        <p className="goal-helped serif">
          <span className="small soft block">Det gjorde att det gick</span>”{goal.whatHelped}”
        </p>
      )}
      {own && status === 'reached' && goal.whatHelped === '' && (
        <p className="no-print">
          <button type="button" className="link-button" onClick={() => onAct('reached')}>
            Vad gjorde att det gick?
          </button>
        </p>
      )}
      {goal.steps.length > 0 && <GoalSteps goal={goal} own={own} />}
      {own && stepsDone && !isClosed(status) && (
        <p className="small no-print">
          Alla steg är klara.{' '}
          <button type="button" className="link-button small" onClick={() => onAct('reached')}>
            Är målet nått?
          </button>
        </p>
      )}
      {!isClosed(status) && <LatestReview goal={goal} />}
      {!isClosed(status) && <Obstacle goal={goal} />}
      <details className="goal-more">
        <summary>Historik</summary>
        <GoalHistory goal={goal} {...(ownSince === undefined ? {} : { ownSince })} />
        <SecrecyLine clientId={goal.clientId} about={about} mayDecide={own} />
      </details>
      <Remarks clientId={goal.clientId} about={about} mayAdd={own} />
      <MistakeActions clientId={goal.clientId} about={about} what={`målet ”${goal.words}”`} mayStrike={own} />
    </article>
  )
}

/** How far it had come the last time the goal was reviewed, in the client's words. */
function LatestReview({ goal }: { goal: Goal }) {
  const today = useToday()
  const latest = goal.history.findLast(each => each.what.kind === 'review' && each.takenBack === undefined)
  if (latest?.what.kind !== 'review') return null
  const { level, comment } = latest.what
  if (level === undefined && comment === '') return null
  return (
    <p className="goal-latest">
      <span className="small soft">Senast, {shortDay(latest.on, today)}: </span>
      {level !== undefined && <b>{attainmentWords[level]?.toLocaleLowerCase('sv')}</b>}
      {level !== undefined && comment !== '' && ' – '}
      {comment !== '' && <span className="serif">”{comment}”</span>}
    </p>
  )
}

/** What may come in the way, what the client does then, and what it looks like when it went as expected. */
function Obstacle({ goal: { obstacle, plan, levels } }: { goal: Goal }) {
  const facts = [
    ['Kan komma i vägen', obstacle],
    ['Då gör jag', plan],
    ['Som vi tänkt', levels[2] ?? ''],
  ].filter(([, words]) => words !== '')
  if (facts.length === 0) return null
  return (
    <dl className="goal-facts">
      {facts.map(([label, words]) => (
        <div key={label}>
          <dt className="small soft">{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

const STATUSES: readonly GoalStatus[] = ['notStarted', 'underWay', 'changed', 'ended']

function GoalActions({ goal, first, onAct }: Pick<GoalCardProps, 'goal' | 'first' | 'onAct'>) {
  const today = useToday()
  const setStatus = useCommand('goal.setStatus')
  const sayWithUndo = useGoalUndo()
  const choose = (status: GoalStatus) =>
    setStatus.mutate(
      { clientId: goal.clientId, goalId: goal.id, status, on: today, whatHelped: '' },
      {
        onSuccess: after =>
          sayWithUndo(goal, after, `Läget är nu: ${goalStatusWords[status].toLocaleLowerCase('sv')}.`),
      },
    )
  return (
    <div className="row no-print goal-actions">
      <ErrorNotice error={setStatus.error} />
      {!isClosed(goal.status) && (
        <>
          <Button size="compact-md" variant={first ? 'filled' : 'default'} onClick={() => onAct('review')}>
            Följ upp
          </Button>
          <Button size="compact-md" variant="default" onClick={() => onAct('reached')}>
            Målet är nått
          </Button>
        </>
      )}
      <Menu position="bottom-end" withinPortal width={230}>
        <Menu.Target>
          <Button size="compact-md" variant="default" aria-label={`Mer om målet ”${goal.words}”`}>
            <IconDots size={17} stroke={1.7} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {goal.status === 'reached' ? (
            <Menu.Item onClick={() => onAct('reached')}>Skriv vad som gjorde att det gick</Menu.Item>
          ) : (
            <Menu.Item onClick={() => onAct('reword')}>Formulera om</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Label>Läget är</Menu.Label>
          {STATUSES.filter(each => each !== goal.status).map(each => (
            <Menu.Item key={each} onClick={() => choose(each)}>
              {goalStatusWords[each]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
