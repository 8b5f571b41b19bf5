import type { Painted } from './firstPaint.ts'

/** Milliseconds of every round, through the core and by hand. */
export type Times = Readonly<Record<'core' | 'hand', number[]>>

/** What product.md section 8 asks for; milliseconds, and times the SQL written by hand. */
const MOST_FOR_A_CALL = 10
const MOST_FOR_A_SAVE = 20
const MOST_RATIO = 1.5
const SAVES = ['session.record', 'draft.save']

/** What misses a target, in one sentence. */
function missed(measured: ReadonlyMap<string, Times>): string {
  const slow = [...measured].filter(
    ([call, { core }]) => percentile(core, 95) > (SAVES.includes(call) ? MOST_FOR_A_SAVE : MOST_FOR_A_CALL),
  )
  const dear = [...measured].filter(([, { core, hand }]) => percentile(core, 50) / percentile(hand, 50) > MOST_RATIO)
  const added = dear.map(([, { core, hand }]) => percentile(core, 50) - percentile(hand, 50))
  const names = (some: typeof slow) => some.map(([call]) => `\`${call}\``).join(', ')
  const late = slow.length === 0 ? 'No call misses its time.' : `Too slow: ${names(slow)}.`
  if (dear.length === 0) return `${late} No ratio is above ${MOST_RATIO}.`
  return `${late} Above ${MOST_RATIO} times the SQL by hand: ${names(dear)} – by at most ${Math.max(...added).toFixed(1)} ms.`
}

/** One part of the README: a row for each kind of call, what misses its target, and how soon screens are painted. */
export function tableOf(clients: number, measured: ReadonlyMap<string, Times>, painted: Painted): string {
  const rows = [...measured].map(([call, { core, hand }]) => {
    const ratio = percentile(core, 50) / percentile(hand, 50)
    const numbers = [percentile(core, 50), percentile(core, 95), percentile(hand, 50), percentile(hand, 95), ratio]
    return [call, ...numbers.map(each => each.toFixed(2))]
  })
  const lines = aligned([['Call', 'p50', 'p95', 'by hand p50', 'by hand p95', 'ratio'], ...rows])
  const paints = [...painted].map(([screen, all]) => [
    screen,
    ...[50, 95].map(each => percentile(all, each).toFixed(0)),
  ])
  const screens = aligned([['First paint', 'p50', 'p95'], ...paints])
  const head = `## ${clients.toLocaleString('en')} clients`
  return [head, '', ...lines, '', missed(measured), '', ...screens, ''].join('\n')
}

/** A Markdown table as the formatter wants it: the first column to the left, the numbers to the right. */
function aligned([head = [], ...rows]: readonly string[][]): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const padded = (row: readonly string[]) =>
    line(widths.map((width, column) => (column === 0 ? row[0]?.padEnd(width) : row[column]?.padStart(width)) ?? ''))
  const rule = line(widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)))
  return [padded(head), rule, ...rows.map(padded)]
}

/** The value that so many per cent of all are at most. */
function percentile(all: readonly number[], percent: number): number {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}
