import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type LogKind, logKind } from '../../main/contract/accessLog.ts'
import { logKindWords } from '../../main/contract/accessLogWords.ts'
import type { Output } from '../../main/contract/index.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { ask } from '../core/core.ts'
import { sentenceFor } from '../core/refusals.ts'
import { choicesOf } from '../ui/choices.ts'
import { Form } from '../ui/form.tsx'
import { ShownDayInput } from '../ui/shownDayInput.tsx'

/** Which entries of the log are asked for: a period, and within it those of a user, of a kind, about a client. */
export type LogFilter = {
  fromOn: string
  toOn: string
  userId?: UserId | undefined
  kind?: LogKind | undefined
  client?: { clientId: ClientId; reference: string } | undefined
}

type LogFilterFieldsProps = {
  filter: LogFilter
  users: Output<'accessLog.users'>
  onChange(part: Partial<LogFilter>): void
}

export function LogFilterFields({ filter, users, onChange }: LogFilterFieldsProps) {
  const { fromOn, toOn, userId, kind, client } = filter
  return (
    <div className="card log-filter no-print">
      <ShownDayInput label="Från och med" chosen={fromOn} onChoose={day => onChange({ fromOn: day })} />
      <ShownDayInput label="Till och med" chosen={toOn} onChoose={day => onChange({ toOn: day })} />
      <Select
        label="Användare"
        placeholder="Alla"
        clearable
        clearButtonProps={{ 'aria-label': 'Alla användare' }}
        data={users.map(each => ({ value: each.id, label: each.name }))}
        value={userId ?? null}
        onChange={value => onChange({ userId: (value as UserId | null) ?? undefined })}
      />
      <Select
        label="Slag"
        placeholder="Alla"
        clearable
        clearButtonProps={{ 'aria-label': 'Alla slag' }}
        data={choicesOf(logKindWords)}
        value={kind ?? null}
        onChange={value => onChange({ kind: logKind.safeParse(value).data })}
      />
      <ClientChoice chosen={client} onChoose={chosen => onChange({ client: chosen })} />
    </div>
  )
}

type ClientChoiceProps = { chosen: LogFilter['client']; onChoose(client: LogFilter['client']): void }

/** A client is found by the whole number or case number, and shown by reference only. */
function ClientChoice({ chosen, onChoose }: ClientChoiceProps) {
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
    <Form className="log-filter-client" onSave={() => void find()}>
      <TextInput
        className="grow"
        label="Klient"
        placeholder="Personnummer eller ärendenummer"
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
    </Form>
  )
}
