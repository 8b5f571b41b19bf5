/** A record of texts as the choices of a list, in the record's order. */
export function choicesOf<K extends string>(texts: Record<K, string>): { value: K; label: string }[] {
  return Object.entries<string>(texts).map(([value, label]) => ({ value: value as K, label }))
}
