import type { Output } from '../contract/index.ts'
import type { Authority, KeptBecause, RetentionRuleChange } from '../contract/retention.ts'
import { authorityKindWords, shortRuleWords } from '../contract/retentionWords.ts'

const NONE = '-'

/** What a record was kept for before new details, and after them, as the log tells it; empty where that did not change. */
export function ruleDetail(change: RetentionRuleChange | undefined): string {
  if (change === undefined) return ''
  const side = (kept: readonly KeptBecause[]) => kept.join(',') || NONE
  return `rule ${side(change.was)}>${side(change.became)}`
}

/** The unit's authority before and after. */
export function authorityDetail({ was, became }: Output<'retention.setAuthority'>): string {
  const side = ({ kind, years }: Authority) => (kind === 'state' ? `${kind},${years ?? NONE}` : kind)
  return `authority ${side(was)}>${side(became)}`
}

/** Either, in words; empty where the detail says something else. */
export function retentionChangeWords(detail: string): string {
  const [, what, was = '', became = ''] = /^(rule|authority) ([^>]+)>([^>]+)$/.exec(detail) ?? []
  if (what === undefined) return ''
  const words = what === 'rule' ? ruleWords : authorityWords
  return `gallringsregeln var: ${words(was)}; är: ${words(became)}`
}

function ruleWords(side: string): string {
  if (side === NONE) return 'gallras när tiden är ute'
  return side
    .split(',')
    .map(each => shortRuleWords[each as KeptBecause] ?? each)
    .join(' och ')
}

function authorityWords(side: string): string {
  const [kind, years] = side.split(',')
  const name = authorityKindWords[kind as Authority['kind']] ?? side
  if (years === undefined) return name
  return years === NONE ? `${name}, utan gallringsbeslut` : `${name}, ${years} år`
}
