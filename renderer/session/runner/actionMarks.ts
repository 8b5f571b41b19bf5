import type { ManualStep } from '../../../main/contract/manual.ts'
import { splitActions } from '../../manual/markdown.tsx'

/** The actions of a step by the marks they have in the draft's `done`; `from` is the chapter of a borrowed step. */
export function actionMarks({ id, text }: ManualStep, from?: number): string[] {
  return splitActions(text).actions.map((_, index) => `${from === undefined ? '' : `${from}-`}${id}:${index}`)
}
