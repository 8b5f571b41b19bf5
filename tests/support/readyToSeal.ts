import type { Input, Method, Output } from '../../main/contract/index.ts'
import { AFTERCARE, BOOKED, COVER, EVERY_PART, newClient } from './people.ts'

/** A way to ask any core, wherever it runs. */
export type Ask = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>

export const PASSPHRASE = 'vinter på Runnagården'

export const NEW_BINDER: Input<'binder.create'> = {
  unitName: 'Runnagården',
  unitKind: 'lvmHome',
  userName: 'Berit Exempel',
  passphrase: PASSPHRASE,
}

/** Makes a binder with one client and a consent; returns the question that seals and saves that client's record. */
export async function readyToSeal(ask: Ask): Promise<Input<'handover.seal'>> {
  await ask('binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient())
  const { id: consentId } = await ask('consent.give', {
    clientId,
    kind: 'waiver',
    receiver: AFTERCARE.name,
    parts: EVERY_PART,
    manner: 'inWriting',
    witness: '',
    validUntil: '2026-12-21',
  })
  return { clientId, consentId, receiver: AFTERCARE, cover: COVER, firstAppointment: BOOKED }
}
