import type { BankPrompt } from '../contract/manual.ts'

/** What a prompt does in the conversation, in the words the screen uses too. */
export const PROMPT_WORDS: Record<BankPrompt['kind'], string> = {
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
