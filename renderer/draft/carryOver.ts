import { CoreError } from '../../main/contract/errors.ts'
import { ask, queryClient } from '../core/core.ts'

/**
 * Begins a draft elsewhere with words that were written somewhere else. Where one is begun already it stays, and the words
 * lie beside it under *Tidigare texter*: false is then answered.
 */
export async function carryOver(at: { clientId: string; place: string }, content: unknown): Promise<boolean> {
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
