import type { RemarkKind } from './remark.ts'

/** What is added to a record that stands. Source: law-and-data.md L28–L30. */
export const remarkKindWords: Record<RemarkKind, string> = {
  addition: 'Tillägg',
  disagreement: 'Klientens avvikande uppfattning',
  informed: 'Klienten informerad om anteckningen',
}
