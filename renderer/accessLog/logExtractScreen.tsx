import { Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { type LogKind, logKind } from '../../main/contract/accessLog.ts'
import { logKindWords } from '../../main/contract/accessLogWords.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { ask, useCore } from '../core/core.ts'
import { sentenceFor } from '../core/refusals.ts'
import { useToday } from '../core/useToday.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { addDays, count, dayAndYear, period } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { LogEntries } from './logEntries.tsx'

type Chosen = { clientId: ClientId; reference: string }

/** *Utdrag ur åtkomstloggen*: one client's, one user's or everyone's entries, to read, print or save (L15). */
export function LogExtractScreen() {
  const today = useToday()
  const me = useCore('user.me', {})
  const users = useCore('accessLog.users', {})
  const [fromOn, setFromOn] = useState(addDays(today, -30))
  const [toOn, setToOn] = useState(today)
  const [userId, setUserId] = useState<UserId>()
  const [kind, setKind] = useState<LogKind>()
  const [client, setClient] = useState<Chosen>()
  const part = {
    fromOn,
    toOn,
    ...(userId === undefined ? {} : { userId }),
    ...(kind === undefined ? {} : { kind }),
    ...(client === undefined ? {} : { clientId: client.clientId }),
  }
  const chosen = JSON.stringify(part)
  const [wholeOf, setWholeOf] = useState('') // what is shown whole, since it was to be printed
  const print = useCallback(() => void window.setTimeout(() => window.print()), []) // once all of it stands on the page
  const entries = useCore('accessLog.entries', { ...part, most: 200 })
  const userName = users.data?.find(each => each.id === userId)?.name
  const whose = [
    userName,
    client && `klient ${client.reference}`,
    kind && logKindWords[kind].toLocaleLowerCase('sv'),
  ].filter(Boolean)

  async function save(form: 'csv' | 'json') {
    try {
      const made = await ask('accessLog.extract', { ...part, form })
      if (made.saved) notifications.show({ message: `${made.fileName} är sparad, ${count(made.entries)} poster.` })
    } catch (error) {
      notifications.show({ message: sentenceFor(error), color: 'red', autoClose: false })
    }
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
              onClick={() => void save(each)}
            >
              {each === 'csv' ? 'Spara för Excel' : 'Spara som JSON'}
            </Button>
          ))}
          <PrintPageButton onPrint={() => (wholeOf === chosen ? window.print() : setWholeOf(chosen))} />
        </>
      }
    >
      <div className="stack">
        <div className="card log-filter no-print">
          <DayInput label="Från och med" required value={fromOn} onChange={day => setFromOn(day || fromOn)} />
          <DayInput label="Till och med" required value={toOn} onChange={day => setToOn(day || toOn)} />
          <Select
            label="Användare"
            placeholder="Alla"
            clearable
            clearButtonProps={{ 'aria-label': 'Alla användare' }}
            data={(users.data ?? []).map(each => ({ value: each.id, label: each.name }))}
            value={userId ?? null}
            onChange={value => setUserId((value as UserId | null) ?? undefined)}
          />
          <Select
            label="Slag"
            placeholder="Alla"
            clearable
            clearButtonProps={{ 'aria-label': 'Alla slag' }}
            data={choicesOf(logKindWords)}
            value={kind ?? null}
            onChange={value => setKind(logKind.safeParse(value).data)}
          />
          <ClientChoice chosen={client} onChoose={setClient} />
        </div>
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

/** A client is found by the whole number or case number, and shown by reference only. */
function ClientChoice({
  chosen,
  onChoose,
}: {
  chosen: Chosen | undefined
  onChoose(client: Chosen | undefined): void
}) {
  const [words, setWords] = useState('')
  const [fault, setFault] = useState<string>()

  async function find() {
    setFault(undefined)
    if (words.trim() === '') return onChoose(undefined)
    try {
      const found = await ask('accessLog.findClient', { words })
      onChoose(found)
      if (found === undefined) setFault('Ingen klient har det numret.')
    } catch (error) {
      setFault(sentenceFor(error))
    }
  }
  return (
    <form
      className="log-filter-client"
      onSubmit={event => {
        event.preventDefault()
        void find()
      }}
    >
      <TextInput
        className="grow"
        label="Klient"
        placeholder="Personnummer eller ärendenummer"
        maxLength={40}
        value={words}
        error={fault}
        onChange={event => {
          setWords(event.currentTarget.value)
          if (chosen !== undefined) onChoose(undefined)
        }}
      />
      <Button type="submit" variant="default">
        {chosen === undefined ? 'Välj' : `Vald: ${chosen.reference}`}
      </Button>
    </form>
  )
}
