import { useState } from 'react'
import type { LogKind } from '../../main/contract/accessLog.ts'
import { logKindWords } from '../../main/contract/accessLogWords.ts'
import type { LogReview } from '../../main/contract/logReview.ts'
import type { UserId } from '../../main/contract/values.ts'
import { LogEntriesDialog, type LogPart } from '../accessLog/logEntries.tsx'
import { count } from '../ui/format.ts'

type Opened = { title: string; part: LogPart }

/** How much of each kind by each user; every number opens its entries. */
export function LogTotals({ review: { content, fromOn, toOn } }: { review: LogReview }) {
  const [opened, setOpened] = useState<Opened>()
  const kinds = (Object.keys(logKindWords) as LogKind[]).filter(each => content.counts[each] !== undefined)

  function cell(value: number | undefined, who: string, userId?: UserId | null, kind?: LogKind) {
    if (value === undefined) return <span className="soft">–</span>
    const title = [who, kind && logKindWords[kind]].filter(Boolean).join(' · ')
    const part = {
      fromOn,
      toOn,
      ...(userId === undefined || userId === null ? {} : { userId }),
      ...(kind === undefined ? {} : { kind }),
    }
    return (
      <button
        type="button"
        className="log-number"
        aria-label={`${title}: ${count(value)} poster`}
        onClick={() => setOpened({ title, part })}
      >
        {count(value)}
      </button>
    )
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by the arrow keys
    <section className="card log-totals" aria-label="Poster efter användare och slag" tabIndex={0}>
      <table className="rows">
        <thead>
          <tr>
            <th>Användare</th>
            {kinds.map(each => (
              <th key={each} className="number">
                {logKindWords[each]}
              </th>
            ))}
            <th className="number">Alla</th>
          </tr>
        </thead>
        <tbody>
          {content.users.map(({ userId, name, counts, total }) => (
            <tr key={userId ?? ''}>
              <th scope="row">{name}</th>
              {kinds.map(each => (
                <td key={each} className="number">
                  {cell(counts[each], name, userId, each)}
                </td>
              ))}
              <td className="number">
                {userId === null ? cell(total, name, null, 'failedUnlock') : cell(total, name, userId)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Alla</th>
            {kinds.map(each => (
              <td key={each} className="number">
                {cell(content.counts[each], 'Alla', undefined, each)}
              </td>
            ))}
            <td className="number">{cell(content.total, 'Alla')}</td>
          </tr>
        </tfoot>
      </table>
      {opened !== undefined && <LogEntriesDialog {...opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}
