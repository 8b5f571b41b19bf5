import { useState } from 'react'
import type { Goal, GoalChange, GoalEvent } from '../../main/contract/goal.ts'
import { attainmentWords, goalStatusWords, lifeAreaWords } from '../../main/contract/goalWords.ts'
import type { Day } from '../../main/contract/values.ts'
import { useToday } from '../core/useToday.ts'
import { clockOf, dayAndYear, dayOf, shortDay } from '../ui/format.ts'
import { useTakeBack } from './goalUndo.tsx'

type GoalHistoryProps = {
  goal: Goal
  /** The first day of the present custody when the record is ours: what was written since then can be undone. */
  ownSince?: Day
}

/** Everything that happened to a goal, from first to last; what was undone is shown when asked for. */
export function GoalHistory({ goal, ownSince }: GoalHistoryProps) {
  const today = useToday()
  const takeBack = useTakeBack()
  const [all, setAll] = useState(false)
  const undone = goal.history.filter(each => each.takenBack !== undefined).length
  const shown = goal.history.filter(each => all || each.takenBack === undefined)
  const latest = goal.history.findLast(each => each.takenBack === undefined)
  const mayUndo = (each: GoalEvent) =>
    each === latest && each !== goal.history[0] && ownSince !== undefined && dayOf(each.at) >= ownSince
  return (
    <div>
      <ol className="plain-list goal-history">
        {shown.map(each => (
          <li key={each.id} className={each.takenBack === undefined ? undefined : 'goal-undone'}>
            <span className="small soft goal-history-day" title={dayAndYear(each.on)}>
              {shortDay(each.on, today)}
            </span>
            <div>
              <Happened event={each} goal={goal} />
              <p className="smallest soft">
                {each.author} {clockOf(each.at)}
                {each.takenBack !== undefined &&
                  ` · ångrat av ${each.takenBack.by} ${shortDay(dayOf(each.takenBack.at), today)}`}
                {mayUndo(each) && (
                  <span className="no-print">
                    {' · '}
                    <button type="button" className="link-button smallest" onClick={() => takeBack(goal, each.id)}>
                      Ångra
                    </button>
                  </span>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {undone > 0 && (
        <button type="button" className="link-button small no-print" onClick={() => setAll(!all)}>
          {all ? 'Dölj det som är ångrat' : `Visa det som är ångrat (${undone})`}
        </button>
      )}
    </div>
  )
}

function Happened({ event, goal }: { event: GoalEvent; goal: Goal }) {
  const { what } = event
  switch (what.kind) {
    case 'worded':
      return <Worded now={what} before={wordedBefore(goal, event)} />
    case 'step':
      return (
        <p>
          {what.done ? 'Steget är klart' : 'Steget är inte klart'}: {stepWords(goal, what.stepId)}
        </p>
      )
    case 'status':
      return (
        <>
          <p>{goalStatusWords[what.status]}</p>
          <Helped words={what.whatHelped} />
        </>
      )
    case 'review':
      return <Reviewed review={what} goal={goal} event={event} />
  }
}

type WordedChange = Extract<GoalChange, { kind: 'worded' }>

function Worded({ now, before }: { now: WordedChange; before: WordedChange | undefined }) {
  const today = useToday()
  const said: [string, string][] = [
    ['', before?.words === now.words ? '' : `”${now.words}”`],
    ['Område', before === undefined || before.area === now.area ? '' : lifeAreaWords[now.area]],
    ['Konkret', before?.wording === now.wording ? '' : now.wording],
    ['Steg', stepsNew(now, before).join(', ')],
    ['Borttaget steg', stepsGone(now, before).join(', ')],
    ['Kan komma i vägen', before?.obstacle === now.obstacle ? '' : now.obstacle],
    ['Då', before?.plan === now.plan ? '' : now.plan],
    ['Som vi tänkt', before?.levels[2] === now.levels[2] ? '' : (now.levels[2] ?? '')],
    ['Följs upp', before?.reviewOn === now.reviewOn || now.reviewOn === undefined ? '' : shortDay(now.reviewOn, today)],
  ]
  return (
    <>
      <p>{before === undefined ? 'Målet sattes' : 'Målet formulerades om'}</p>
      {said.map(([label, words]) =>
        words === '' ? null : (
          <p key={label} className={label === '' ? 'serif' : 'small'}>
            {label !== '' && <span className="soft">{label}: </span>}
            {words}
          </p>
        ),
      )}
    </>
  )
}

function stepsNew(now: WordedChange, before: WordedChange | undefined): string[] {
  const known = new Set(before?.steps.map(each => `${each.id} ${each.what}`))
  return now.steps.filter(each => !known.has(`${each.id} ${each.what}`)).map(each => each.what)
}

function stepsGone(now: WordedChange, before: WordedChange | undefined): string[] {
  const kept = new Set<string>(now.steps.map(each => each.id))
  return (before?.steps ?? []).filter(each => !kept.has(each.id)).map(each => each.what)
}

function Reviewed({
  review,
  goal,
  event,
}: {
  review: Extract<GoalChange, { kind: 'review' }>
  goal: Goal
  event: GoalEvent
}) {
  const today = useToday()
  const { level, comment, status, whatHelped, reviewOn } = review
  const described = level === undefined ? '' : (wordedBefore(goal, event)?.levels[level + 2] ?? '')
  return (
    <>
      <p>
        Uppföljning{level !== undefined && `: ${attainmentWords[level]?.toLocaleLowerCase('sv')}`}
        {described !== '' && ` – ${described}`}
      </p>
      {comment !== '' && <p className="serif">”{comment}”</p>}
      <p className="small soft">
        {goalStatusWords[status]}
        {reviewOn !== undefined && `, följs upp igen ${shortDay(reviewOn, today)}`}
      </p>
      <Helped words={whatHelped} />
    </>
  )
}

function Helped({ words }: { words: string }) {
  if (words === '') return null
  return (
    <p className="serif">
      <span className="soft">Det gjorde att det gick: </span>”{words}”
    </p>
  )
}

/** What was said of the goal last before this event, undone or not. */
function wordedBefore(goal: Goal, event: GoalEvent): WordedChange | undefined {
  const earlier = goal.history.slice(0, goal.history.indexOf(event))
  return earlier
    .flatMap(({ what, takenBack }) => (what.kind === 'worded' && takenBack === undefined ? [what] : []))
    .at(-1)
}

function stepWords(goal: Goal, id: string): string {
  const said = goal.history.flatMap(({ what }) => (what.kind === 'worded' ? what.steps : []))
  return said.findLast(each => each.id === id)?.what ?? ''
}
