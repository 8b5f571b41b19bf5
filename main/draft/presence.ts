import type { UserId } from '../contract/values.ts'

/** Milliseconds since a window was last heard, after which it has been closed or has crashed: two beats and a little. */
const FORGOTTEN_AFTER = 12_000

type Heard = {
  readonly place: string
  readonly window: string
  readonly userId: UserId
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The windows that have been heard, in memory only: who looks at what is not kept. */
export type Presence = Map<string, Heard>

const keyOf = ({ place, window }: Pick<Heard, 'place' | 'window'>) => `${window} ${place}`

/** Notes that a window has a place open, or with `here` false that it has left; forgets those long silent. */
export function heartbeat(present: Presence, heard: Heard, here: boolean): void {
  for (const [key, each] of present) if (heard.at - each.at > FORGOTTEN_AFTER) present.delete(key)
  if (here) present.set(keyOf(heard), heard)
  else present.delete(keyOf(heard))
}

/** The other windows at the same place, as of the last that was heard. */
export function othersPresent(present: Presence, { place, window }: Pick<Heard, 'place' | 'window'>): Heard[] {
  return [...present.values()].filter(each => each.place === place && each.window !== window)
}
