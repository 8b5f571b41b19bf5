import type { MistakeReason } from './mistake.ts'

/** Why a record is struck, as it is chosen and told. */
export const mistakeReasonWords: Record<MistakeReason, string> = {
  wrongClient: 'Fel klient',
  wrongDay: 'Fel dag',
  wrongSession: 'Fel träff',
  other: 'Annat',
  undone: 'Ångrad samma dag',
}
