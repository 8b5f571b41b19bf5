import type { RemarkAbout } from '../contract/remark.ts'
import type { SecrecyAbout, SecrecyBranch } from '../contract/secrecy.ts'

type Ref = SecrecyAbout & { readonly byDefault: SecrecyBranch }
type Decision = { readonly about: SecrecyAbout; readonly branch: SecrecyBranch }

/** One key for a record of any kind. */
export function keyOf({
  kind,
  id,
}: {
  readonly kind: RemarkAbout['kind'] | SecrecyAbout['kind']
  readonly id: string
}): string {
  return `${kind} ${id}`
}

/** The latest decision about each record; `decisions` stand from first to last. */
export function latestDecisions<D extends Decision>(decisions: readonly D[]): ReadonlyMap<string, D> {
  return new Map(decisions.map(each => [keyOf(each.about), each]))
}

/**
 * Under which secrecy each record falls: as last decided, else as the kind of unit that wrote it. A remark that no one
 * has decided about falls where what it concerns was decided to; else under health care when either does by default.
 */
export function branchesOf(
  refs: readonly Ref[],
  decisions: readonly Decision[],
  remarks: readonly { readonly id: string; readonly about: RemarkAbout }[],
): ReadonlyMap<string, SecrecyBranch> {
  const decided = latestDecisions(decisions)
  const branches = new Map(refs.map(each => [keyOf(each), decided.get(keyOf(each))?.branch ?? each.byDefault]))
  for (const { id, about } of remarks) {
    const key = keyOf({ kind: 'remark', id })
    const [own, concerned] = [branches.get(key), branches.get(keyOf(about))]
    const byDefault = own === 'healthCare' || concerned === 'healthCare' ? 'healthCare' : 'socialServices'
    branches.set(key, decided.get(key)?.branch ?? decided.get(keyOf(about))?.branch ?? byDefault)
  }
  return branches
}
