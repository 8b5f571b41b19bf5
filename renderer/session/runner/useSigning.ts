import { useMutation } from '@tanstack/react-query'
import type { CoreError } from '../../../main/contract/errors.ts'
import type { Output } from '../../../main/contract/index.ts'
import { ask, queryClient } from '../../core/core.ts'
import { type Held, type SessionDraft, toRecordInput } from './sessionDraft.ts'

/**
 * Signs the session. A note that writes itself is written from what is ticked when it is signed: the one on the screen
 * may not have caught up with the last key.
 */
export function useSigning(held: Held) {
  return useMutation<Output<'session.record'>, CoreError, SessionDraft>({
    mutationFn: async draft => {
      const told = toRecordInput(draft, held)
      const note = draft.noteEdited ? draft.note : (await ask('session.noteText', told)).text
      return ask('session.record', { ...told, note })
    },
    // homework may have been followed up in another window: the next try knows
    onError: () => void queryClient.invalidateQueries({ queryKey: ['homework.ofClient'] }),
  })
}
