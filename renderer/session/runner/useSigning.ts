import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { CoreError } from '../../../main/contract/errors.ts'
import type { Output } from '../../../main/contract/index.ts'
import { ask, queryClient } from '../../core/core.ts'
import type { Draft } from '../../draft/useDraft.ts'
import type { FieldsOfForm } from '../../ui/fieldsOfForm.ts'
import { clock, shortDay } from '../../ui/format.ts'
import { numberIn } from '../../ui/readNumber.ts'
import { nextSessionPage, type SessionEvent, type SessionPage } from '../sessionPage.ts'
import { type HeldSession, type SessionDraft, signWarnings, toRecordInput } from './sessionDraft.ts'

export type Signing = {
  /** Why it could not be signed, until the next try. */
  readonly error: CoreError | null
  readonly isUnderWay: boolean
  /** Signs, or first asks when the session lacks what most have. */
  sign(): void
  signAnyway(): void
}

type SigningParts = {
  held: HeldSession
  fields: FieldsOfForm
  draft: Draft<SessionDraft>
  page: SessionPage
  dispatch(event: SessionEvent): void
}

/** Signs the session, says so and leads back to the client. */
export function useSigning({ held, fields, draft, page, dispatch }: SigningParts): Signing {
  const [, go] = useLocation()
  const { client, slot, today } = held
  const record = useMutation<Output<'session.record'>, CoreError, SessionDraft>({
    mutationFn: value => recordWithNote(value, held),
    onSuccess: () => dispatch({ type: 'signingDone' }),
    onError: () => {
      dispatch({ type: 'signingFailed' })
      // homework may have been followed up in another window: the next try knows
      void queryClient.invalidateQueries({ queryKey: ['homework.ofClient'] })
    },
  })

  const sign = () => send({ type: 'sign', hasWarnings: signWarnings(draft.value, held).length > 0 })
  const signAnyway = () => send({ type: 'signAnyway' })

  function send(event: SessionEvent) {
    dispatch(event)
    if (page.showing === 'signing' || nextSessionPage(page, event).showing !== 'signing') return
    const { value } = draft
    record.mutate(value, {
      onSuccess: () => {
        void draft.discard()
        notifications.show({ message: signedWords(value, slot.number, today) })
        go(`/client/${client.id}`)
      },
    })
  }

  const latest = useRef({ sign, signAnyway })
  useLayoutEffect(() => {
    latest.current = { sign, signAnyway } // what is signed is the session as it is once its fields have read what was typed
  })
  return {
    error: record.error,
    isUnderWay: page.showing === 'signing' || page.showing === 'signed',
    sign: () => fields.mayBeSaved() && latest.current.sign(),
    signAnyway: () => fields.mayBeSaved() && latest.current.signAnyway(),
  }
}

/**
 * A note that writes itself is written from what is ticked when it is signed: the one on the screen may not have caught
 * up with the last key.
 */
async function recordWithNote(draft: SessionDraft, held: HeldSession): Promise<Output<'session.record'>> {
  const input = toRecordInput(draft, held)
  const note = draft.noteEdited ? draft.note : (await ask('session.noteText', input)).text
  return ask('session.record', { ...input, minutes: numberIn(input.minutes), note })
}

function signedWords({ outcome, restOn, restAt }: SessionDraft, number: number, today: string): string {
  if (outcome === 'held') return `Träff ${number} är signerad.`
  if (restOn === '') return `Träff ${number} är signerad så långt. Den fortsätter på det första steget som är kvar.`
  const at = restAt === '' ? '' : ` kl. ${clock(restAt)}`
  return `Träff ${number} är signerad så långt. Resten är planerad till ${shortDay(restOn, today)}${at}.`
}
