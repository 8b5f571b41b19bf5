import { notifications } from '@mantine/notifications'
import type { Goal, GoalEventId } from '../../main/contract/goal.ts'
import { queryClient, useCommand } from '../core/core.ts'
import { notifyError } from '../ui/notice.tsx'

/** Milliseconds that *Ångra* stays in reach; the goal's history offers it after that. */
const UNDO_TIME = 10_000

/** Shows a goal as the core just gave it, before everything shown is asked for again. */
function showNow(after: Goal): void {
  queryClient.setQueryData<Goal[]>(['goal.ofClient', { clientId: after.clientId }], shown =>
    shown?.map(each => (each.id === after.id ? after : each)),
  )
}

/** Undoes one thing that happened to a goal, and says so. */
export function useTakeBack(): (goal: Goal, eventId: GoalEventId) => void {
  const takeBack = useCommand('goal.takeBack')
  return ({ clientId, id: goalId }, eventId) =>
    takeBack.mutate(
      { clientId, goalId, eventId },
      {
        onSuccess: after => {
          showNow(after)
          notifications.show({ message: 'Ångrat. Det står som förut.' })
        },
        onError: notifyError,
      },
    )
}

/** Shows a goal after a change and says what was done, with *Ångra* beside it. Says nothing when nothing was added. */
export function useGoalUndo(): (before: Goal, after: Goal, message: string) => void {
  const takeBack = useTakeBack()
  return (before, after, message) => {
    showNow(after)
    const event = after.history.at(-1)
    if (event === undefined || after.history.length === before.history.length) return
    const id = `goal-${event.id}`
    const undo = () => {
      notifications.hide(id)
      takeBack(after, event.id)
    }
    notifications.show({
      id,
      autoClose: UNDO_TIME,
      message: (
        <span className="spread">
          {message}
          <button type="button" className="link-button" onClick={undo}>
            Ångra
          </button>
        </span>
      ),
    })
  }
}
