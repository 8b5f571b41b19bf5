import { notifications } from '@mantine/notifications'
import { CoreError } from '../../main/contract/errors.ts'
import { ask, queryClient } from '../core/core.ts'

type Place = { readonly clientId: string; readonly place: string }

/** Milliseconds: two sentences are to be read. */
const TOLD = 10_000

/**
 * Begins a draft elsewhere with words that were written somewhere else. Where one is begun already it stays, and the words
 * lie beside it under *Tidigare texter*: false is then answered.
 */
export async function carryOver(at: Place, content: unknown): Promise<boolean> {
  const writer = (await ask('user.me', {})).user.id
  const draft = { ...at, writer, content: JSON.stringify(content) }
  try {
    await ask('draft.save', { ...draft, window: crypto.randomUUID(), basedOn: 0, attempt: 1 })
    return true
  } catch (caught) {
    if (!(caught instanceof CoreError) || caught.refusal.code !== 'draft-changed') throw caught
    await ask('draft.setAside', { ...draft, id: crypto.randomUUID() })
    return false
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['draft.list'] })
  }
}

/**
 * Writes into the draft that lies elsewhere, or begins one: what is there stays, with what is added to it.
 * Refused as draft-changed where another window writes in it meanwhile.
 */
export async function addToDraft<T>(at: Place, initial: () => Promise<T>, add: (current: T) => T): Promise<void> {
  const writer = (await ask('user.me', {})).user.id
  const stored = await ask('draft.get', { ...at, writer })
  const current = stored === undefined ? await initial() : (JSON.parse(stored.content) as T) // the place decides what a draft holds
  const { revision = 0 } = stored ?? {}
  await ask('draft.save', {
    ...at,
    writer,
    content: JSON.stringify(add(current)),
    window: crypto.randomUUID(),
    basedOn: revision,
    attempt: revision + 1,
  })
  void queryClient.invalidateQueries({ queryKey: ['draft.list'] })
}

/** Says where the words lie, and what did not come with them. */
export function tellCarried(isFree: boolean, again = ''): void {
  const where = isFree
    ? 'Texten ligger som utkast. Läs igenom dagen och orden innan du sparar.'
    : 'Här fanns redan ett utkast. Texten ligger bredvid det, under Tidigare texter.'
  notifications.show({ autoClose: TOLD, message: `${where} ${again}`.trim() })
}
