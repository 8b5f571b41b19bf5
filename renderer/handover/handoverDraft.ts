import type { ConsentPart } from '../../main/contract/consent.ts'
import type { Cover } from '../../main/contract/handover.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { usualLastDay } from '../consent/consentDraft.ts'

/** A handover while it is being written, over its first two screens. */
export type HandoverDraft = {
  page: 1 | 2
  receiverName: string
  receiverKind: UnitKind
  parts: ConsentPart[]
  manner: 'inWriting' | 'orally' | ''
  witness: string
  validUntil: string
  consentId: string
  cover: Cover
  /** Where the client sees the handover otherwise, in the client's words. */
  disagreement: string
  booked: boolean
  withWhom: string
  where: string
  on: string
  at: string
  reason: string
}

/** Nothing is consented to until someone ticks it; three months and a booked appointment are what is usual. */
export function newHandoverDraft(today: string): HandoverDraft {
  return {
    page: 1,
    receiverName: '',
    receiverKind: 'municipality',
    parts: [],
    manner: '',
    witness: '',
    validUntil: usualLastDay(today),
    consentId: '',
    cover: { situation: '', done: '', next: '', watchFor: '', clientWords: '' },
    disagreement: '',
    booked: true,
    withWhom: '',
    where: '',
    on: '',
    at: '10:00',
    reason: '',
  }
}
