/** Milliseconds of every round, through the core and by hand. */
export type Times = Readonly<Record<'core' | 'hand', number[]>>

/** One table of the README: a row for each kind of call. */
export function tableOf(clients: number, measured: ReadonlyMap<string, Times>): string {
  const rows = [...measured].map(([call, { core, hand }]) => {
    const ratio = percentile(core, 50) / percentile(hand, 50)
    const cells = [percentile(core, 50), percentile(core, 95), percentile(hand, 50), percentile(hand, 95), ratio]
    return `| ${call} | ${cells.map(each => each.toFixed(2)).join(' | ')} |`
  })
  return [
    `## ${clients.toLocaleString('en')} clients`,
    '',
    '| Call | p50 | p95 | by hand p50 | by hand p95 | ratio |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
    '',
  ].join('\n')
}

/** The value that so many per cent of all are at most. */
export function percentile(all: readonly number[], percent: number): number {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}
