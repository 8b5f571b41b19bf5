import type { ListName } from '../../main/contract/list.ts'
import { listWords } from '../../main/contract/listWords.ts'
import { reasonSideWords } from '../../main/contract/unitWords.ts'

/** The lists one by one, in the order they are shown: the reasons of either side stand apart. */
export const LISTS = ['clientReasons', 'serviceReasons', 'legalGrounds', 'endReasons', 'secrecy', 'research'] as const
export type ListChoice = (typeof LISTS)[number]

export const listTitles: Record<ListChoice, string> = {
  clientReasons: reasonSideWords.client,
  serviceReasons: reasonSideWords.service,
  legalGrounds: listWords.legalGrounds,
  endReasons: listWords.endReasons,
  secrecy: 'Sekretess när ingen har bestämt',
  research: 'Bevaras för forskning',
}

/** The lists that hold choices. */
export type ChoiceList = Exclude<ListChoice, 'secrecy' | 'research'>

/** Undefined of what is no list of choices. */
export function listNameOf(choice: ListChoice): ListName | undefined {
  if (choice === 'secrecy' || choice === 'research') return undefined
  return choice === 'legalGrounds' || choice === 'endReasons' ? choice : 'reasons'
}
