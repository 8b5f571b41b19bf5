import type { ListName } from './list.ts'

/** The lists that are data, as headings. */
export const listWords: Record<ListName, string> = {
  reasons: 'Skäl',
  legalGrounds: 'Lagrum',
  endReasons: 'Varför en placering slutade',
}
