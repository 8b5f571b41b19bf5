import type { BankPrompt } from './manual.ts'

/** What a prompt does in the conversation. */
export const promptWords: Record<BankPrompt['kind'], string> = {
  open: 'Öppen fråga',
  evoke: 'Locka fram',
  affirm: 'Bekräfta',
  reflect: 'Reflektera',
  summarise: 'Sammanfatta',
  ruler: 'Linjal',
  rollWith: 'Följ med',
  autonomy: 'Självbestämmande',
  avoid: 'Undvik',
}
