import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { logKindWords } from '../../main/contract/accessLogWords.ts'
import { ask, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { FieldsContext, useFieldsOfForm } from '../ui/fieldsOfForm.ts'
import { HeldBack } from '../ui/form.tsx'
import { addDays, count, dayAndYear, period } from '../ui/format.ts'
import { ErrorNotice, notifyError } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { LogEntries } from './logEntries.tsx'
import { type LogFilter, LogFilterFields } from './logFilter.tsx'

/** What is asked of the core. */
function partOf({ fromOn, toOn, userId, kind, client }: LogFilter) {
  return {
    fromOn,
    toOn,
    ...(userId === undefined ? {} : { userId }),
    ...(kind === undefined ? {} : { kind }),
    ...(client === undefined ? {} : { clientId: client.clientId }),
  }
}

async function save(part: ReturnType<typeof partOf>, form: 'csv' | 'json') {
  try {
    const made = await ask('accessLog.extract', { ...part, form })
    if (made.saved) notifications.show({ message: `${made.fileName} är sparad, ${count(made.entries)} poster.` })
  } catch (error) {
    notifyError(error)
  }
}

/** *Utdrag ur åtkomstloggen*: one client's, one user's or everyone's entries, to read, print or save (L15). */
export function LogExtractScreen() {
  const today = useToday()
  const me = useCore('user.me', {})
  const users = useCore('accessLog.users', {})
  const [filter, setFilter] = useState<LogFilter>({ fromOn: addDays(today, -30), toOn: today })
  const { fromOn, toOn, userId, kind, client } = filter
  const part = partOf(filter)
  const fields = useFieldsOfForm()
  const chosen = JSON.stringify(part)
  const partNow = useRef(part)
  useLayoutEffect(() => {
    partNow.current = part // what is saved is the part as it is once its days have been read
  })
  const [wholeOf, setWholeOf] = useState('') // what is shown whole, since it was to be printed
  const print = useCallback(() => void window.setTimeout(() => window.print()), []) // once all of it stands on the page
  const entries = useCore('accessLog.entries', { ...part, most: 200 })
  const userName = users.data?.find(each => each.id === userId)?.name
  const whose = [
    userName,
    client && `klient ${client.reference}`,
    kind && logKindWords[kind].toLocaleLowerCase('sv'),
  ].filter(Boolean)

  function printAll() {
    const now = JSON.stringify(partNow.current)
    if (wholeOf === now) window.print()
    else setWholeOf(now)
  }

  return (
    <Page
      title="Utdrag ur åtkomstloggen"
      under={
        <Link href="/settings/log-review" className="no-print">
          Logguppföljning
        </Link>
      }
      actions={
        <>
          {(['csv', 'json'] as const).map(each => (
            <Button
              key={each}
              variant="default"
              leftSection={<IconDownload size={18} stroke={1.7} aria-hidden />}
              onClick={() => fields.mayBeSaved() && void save(partNow.current, each)}
            >
              {each === 'csv' ? 'Spara för Excel' : 'Spara som JSON'}
            </Button>
          ))}
          <PrintPageButton onPrint={() => fields.mayBeSaved() && printAll()} />
        </>
      }
    >
      <div className="stack">
        <FieldsContext value={fields}>
          <LogFilterFields
            filter={filter}
            users={users.data ?? []}
            onChange={change => setFilter(now => ({ ...now, ...change }))}
          />
          <HeldBack />
        </FieldsContext>
        <Section
          title={period(fromOn, toOn)}
          note={[...whose, entries.data && `${count(entries.data.total)} poster`].filter(Boolean).join(', ')}
        >
          <p className="on-paper small">
            {me.data?.unit.name}. Uttaget av {me.data?.user.name} {dayAndYear(today)}.
          </p>
          <div className="card log-entries-card">
            <LogEntries key={chosen} part={part} whole={wholeOf === chosen} onWhole={print} />
          </div>
        </Section>
        <ErrorNotice error={entries.error} />
      </div>
    </Page>
  )
}
