import type { KeyStage } from './binder.ts'

/** What a change of the database's key is at, in order. */
export const keyStageWords: Record<KeyStage, string> = {
  copying: 'Kopierar pärmen',
  encrypting: 'Krypterar kopian med den nya nyckeln',
  proving: 'Kontrollerar att allt finns med',
  replacing: 'Tar den nya i bruk',
}
