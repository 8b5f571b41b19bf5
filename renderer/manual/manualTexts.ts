import type { PromptKind } from '../../main/contract/manual.ts'

export const promptText: Record<PromptKind, string> = {
  open: 'Öppen fråga',
  evoke: 'Locka fram',
  affirm: 'Bekräfta',
  reflect: 'Reflektera',
  summarise: 'Sammanfatta',
  ruler: 'Linjal',
  rollWith: 'Följ med',
  autonomy: 'Självbestämmande',
}
