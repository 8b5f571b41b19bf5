import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Input } from '../../main/contract/index.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { Dialog } from '../ui/dialog.tsx'
import { clockOf, count, dayOf, shortDay } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

export type LogPart = Omit<Input<'accessLog.entries'>, 'most'>

/** Entries shown at first, and on paper or when one wants them all. */
const FIRST = 200
const MOST = 5000

type LogEntriesProps = {
  part: LogPart
  /** Asks for all of them, as for a print; then told when they stand there. */
  whole?: boolean
  onWhole?(): void
}

/** A part of the log as a table. What does not fit in it is said below. */
export function LogEntries({ part, whole = false, onWhole }: LogEntriesProps) {
  const today = useToday()
  const [more, setMore] = useState(false)
  const most = whole || more ? MOST : FIRST
  const found = useCore('accessLog.entries', { ...part, most })
  const isWhole = whole && found.isSuccess
  useEffect(() => {
    if (isWhole) onWhole?.()
  }, [isWhole, onWhole])
  const { entries, total } = found.data ?? { entries: [], total: 0 }
  return (
    <>
      <ErrorNotice error={found.error} />
      <table className="rows log-entries">
        <thead>
          <tr>
            <th className="number">Nr</th>
            <th>När</th>
            <th>Vem</th>
            <th>Klient</th>
            <th>Vad</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(each => (
            <tr key={each.sequence}>
              <td className="number soft">{count(each.sequence)}</td>
              <td className="nowrap">
                {shortDay(dayOf(each.at), today)} {clockOf(each.at)}
              </td>
              <td>{each.userName || <span className="soft">–</span>}</td>
              <td>{each.clientReference || <span className="soft">–</span>}</td>
              <td>{each.what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.isSuccess && total === 0 && <p className="soft log-below">Inga poster.</p>}
      {total > entries.length && (
        <p className="row log-below">
          <span>
            De första {count(entries.length)} av {count(total)} poster.
            {most === MOST && ' Välj en kortare tid, eller spara som fil för att få alla.'}
          </span>
          {most === FIRST && (
            <Button variant="default" size="compact-md" className="no-print" onClick={() => setMore(true)}>
              Visa fler
            </Button>
          )}
        </p>
      )}
    </>
  )
}

export function LogEntriesDialog({ title, part, onClose }: { title: string; part: LogPart; onClose(): void }) {
  return (
    <Dialog title={title} size="xl" onClose={onClose}>
      <LogEntries part={part} />
    </Dialog>
  )
}
