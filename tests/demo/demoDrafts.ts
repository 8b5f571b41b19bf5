import type { ClientId } from '../../main/contract/values.ts'
import type { Ask } from '../support/invented.ts'

const WINDOW = '5e7a1c00-0000-4000-8000-000000000018'

/** A session that was held and is half written up: the note breaks off where Berit was called away. */
export async function beginNote(ask: Ask, clientId: ClientId, number: number): Promise<void> {
  const { user } = await ask('user.me', {})
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.number === number)
  if (slot === undefined) throw new Error(`no session ${number} to begin`)
  const content = {
    step: 'finish',
    note: 'Kom tio minuter sent och var tyst i början. När vi kom till det som är roligt på riktigt tog han upp',
    noteEdited: true,
    changeTalk: 'Jag vill ha något att gå till om kvällarna.',
  }
  await ask('draft.save', {
    clientId,
    place: `session:${slot.id}`,
    content: JSON.stringify(content),
    writer: user.id,
    window: WINDOW,
    basedOn: 0,
    attempt: 1,
  })
}
