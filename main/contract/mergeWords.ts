import type { Likeness } from './merge.ts'

/** Why two clients may be one person. */
export const likenessWords: Record<Likeness, string> = {
  sameNumber: 'har eller har haft samma nummer',
  sameNameAndBirth: 'samma namn och födelsedag',
  sameName: 'samma namn, nummer saknas',
}
