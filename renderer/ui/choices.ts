import { folded, standsIn } from '../../main/contract/folding.ts'

/** A record of texts as the choices of a list, in the record's order. */
export function choicesOf<K extends string>(texts: Record<K, string>): { value: K; label: string }[] {
  return Object.entries<string>(texts).map(([value, label]) => ({ value: value as K, label }))
}

type Choice = { readonly value: string; readonly label: string }

/** The choice that typed words name: the one they are, else the only one they stand in. Two of one name are not told apart. */
export function choiceMeant(typed: string, choices: readonly Choice[]): string | undefined {
  const named = choices.filter(each => folded(each.label) === folded(typed))
  const found = named.length > 0 ? named : choices.filter(each => standsIn(each.label, typed))
  return found.length === 1 ? found[0]?.value : undefined
}
