/** Milliseconds of every round, through the core and by hand. */
export type Times = Readonly<Record<'core' | 'hand', number[]>>

/** What product.md section 8 asks for; milliseconds, and times the SQL written by hand. */
const MOST_FOR_A_CALL = 10
const MOST_FOR_A_SAVE = 20
const MOST_RATIO = 1.5
const SAVE = 'session.record'

/** What misses a target, in one sentence. */
function missed(measured: ReadonlyMap<string, Times>): string {
  const slow = [...measured].filter(
    ([call, { core }]) => percentile(core, 95) > (call === SAVE ? MOST_FOR_A_SAVE : MOST_FOR_A_CALL),
  )
  const dear = [...measured].filter(([, { core, hand }]) => percentile(core, 50) / percentile(hand, 50) > MOST_RATIO)
  const added = dear.map(([, { core, hand }]) => percentile(core, 50) - percentile(hand, 50))
  const names = (some: typeof slow) => some.map(([call]) => `\`${call}\``).join(', ')
  const late = slow.length === 0 ? 'No call misses its time.' : `Too slow: ${names(slow)}.`
  if (dear.length === 0) return `${late} No ratio is above ${MOST_RATIO}.`
  return `${late} Above ${MOST_RATIO} times the SQL by hand: ${names(dear)} – by at most ${Math.max(...added).toFixed(1)} ms.`
}

/** One table of the README: a row for each kind of call, and what misses its target. */
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
    missed(measured),
    '',
  ].join('\n')
}

/** The value that so many per cent of all are at most. */
export function percentile(all: readonly number[], percent: number): number {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}
